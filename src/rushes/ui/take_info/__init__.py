"""What the take in the Viewer was made from, and how to use that again."""
