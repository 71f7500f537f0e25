"""Frames that leave the Viewer: saved as files, copied, or kept for another job's input."""
