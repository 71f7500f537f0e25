"""Media files: probe, decode, thumbnails, encode. The only layer that imports av."""
