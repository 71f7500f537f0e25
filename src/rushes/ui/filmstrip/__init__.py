"""The takes of one shot in a row."""
