"""Media files: probe, decode, thumbnails, encode. The only layer that imports av.

Importing a module of this package costs next to nothing: av and numpy are imported when something
is first opened. `encode` alone needs them at once, and is imported by who writes media.
"""
