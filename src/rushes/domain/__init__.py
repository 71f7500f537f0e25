"""Values and rules of Rushes; standard library only."""
