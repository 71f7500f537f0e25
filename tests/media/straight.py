"""The frames of a clip as a plain decoder gives them, from the first to the last."""

from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from rushes.media.frame import Frame

Planes = tuple[NDArray[Any], ...]


def straight_frames(path: Path) -> list[Planes]:
    """The planes of every picture, without their padding; decoded by one thread, in order."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.codec_context.thread_count = 1
        return [_planes(picture) for picture in container.decode(stream)]


def _planes(picture: VideoFrame) -> Planes:
    planes = []
    for number, plane in enumerate(picture.planes):
        parts = [part for part in picture.format.components if part.plane == number]
        order = ">" if picture.format.name.endswith("be") else "<"
        kind = np.dtype(f"{order}u2" if parts[0].bits > 8 else "u1")
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, -1).view(kind)
        planes.append(rows[:, : plane.width * len(parts)].copy())
    return tuple(planes)


def is_same(frame: Frame, planes: Planes) -> bool:
    """Whether *frame* holds exactly the pixels of *planes*."""
    own = [plane.reshape(plane.shape[0], -1) for plane in frame.planes()]
    return len(own) == len(planes) and all(
        np.array_equal(mine, theirs) for mine, theirs in zip(own, planes, strict=True)
    )
