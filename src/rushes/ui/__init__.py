"""The window of Rushes: widgets, painters and item models; one folder per panel."""
