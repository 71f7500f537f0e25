"""The Viewer: one clip, frame by frame, or what is said where there is none to show."""
