"""Decoding a whole clip of 97 frames of 720p into memory, against bare PyAV with as many threads.

The goal is 1.2 times bare PyAV, in processor time, which a busy machine changes least, and on the
clock; memory is what the process grew by with all frames held.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench.contract import Goal, Race
from tests.media.decode_speed import make_clip, measured


def races(workspace: Path) -> Iterator[Race]:
    """The frames in order, and the Viewer's cache."""
    clip = make_clip(workspace / "clip.mp4")
    bare = partial(measured, "bare", clip)
    for name, way in (("frames in order", "source"), ("the Viewer's cache", "cache")):
        yield Race(name, "bare PyAV", partial(measured, way, clip), bare, GOALS)


GOALS = (
    Goal("processor", "s", 1.2),
    Goal("decode", "s", 1.2),
    Goal("memory", "MB", 1.2),
)
