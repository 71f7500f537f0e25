"""Procedural paintings that move: what the simulator shows for a prompt and a seed.

Own work, made of noise and geometry. Everything is painted as *light*: planes of red, green and
blue as float32, shape (3, height, width), where sums of light behave as they do in a lens, and
`develop` turns them into a picture.

Lengths are in heights of the picture: `u` runs from 0 at the left edge to the aspect ratio, `v`
from 0 at the top to 1 at the bottom.
"""
