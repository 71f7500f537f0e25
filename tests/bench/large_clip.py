"""A whole mp4 of any size, made at once: a real small clip, and unused space behind it."""

from fractions import Fraction
from pathlib import Path

from rushes.media.encode import encode_mp4
from rushes.simulator.output_form import Commission, OutputForm
from rushes.simulator.pictures.clip import clip_frames

_RATE = Fraction(16)
_FRAMES = 81
_BOX_HEADER = 8


def write_large_clip(path: Path, size: int) -> Path:
    """Write an mp4 of `size` bytes and return `path`.

    The space behind the clip is a box of type ``free`` (ISO/IEC 14496-12, 8.1.2), which a reader
    skips and a download must bring: a transfer takes as long as that of a clip with so many bytes
    of pictures, and only the counting of packets is shorter. Raises ValueError when the clip alone
    is larger.
    """
    form = OutputForm("video", "mp4", 480, 272, _FRAMES, _RATE, float(_FRAMES / _RATE))
    encode_mp4(path, clip_frames(Commission("A cabin in the snow", 1, form)), rate=_RATE)
    rest = size - path.stat().st_size
    if rest < _BOX_HEADER:
        raise ValueError(f"the clip alone has {path.stat().st_size} bytes")
    piece = bytes(range(256)) * 4096
    with path.open("ab") as stream:
        stream.write(rest.to_bytes(4, "big") + b"free")
        left = rest - _BOX_HEADER
        while left:
            left -= stream.write(piece[:left])
    return path
