"""Notes and good ranges of takes: their list, and the popup in which a note is written."""
