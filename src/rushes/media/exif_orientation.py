"""How the camera was held, as a JPEG's EXIF data tells (Exif 2.32, 4.5.4; TIFF 6.0, section 2)."""

from pathlib import Path

from rushes.media.frame import UPRIGHT, Orientation

_ORIENTATION_TAG = 0x0112
_MAX_SEGMENTS = 100

_ORIENTATIONS = {
    1: UPRIGHT,
    2: Orientation(flip_columns=True),
    3: Orientation(flip_rows=True, flip_columns=True),
    4: Orientation(flip_rows=True),
    5: Orientation(transpose=True),
    6: Orientation(transpose=True, flip_columns=True),
    7: Orientation(transpose=True, flip_rows=True, flip_columns=True),
    8: Orientation(transpose=True, flip_rows=True),
}


def exif_orientation(path: Path) -> Orientation:
    """The orientation of the JPEG *path*; upright when it tells none. Raises OSError."""
    with path.open("rb") as file:
        file.seek(2)
        for _ in range(_MAX_SEGMENTS):
            head = file.read(4)
            if len(head) < 4 or head[0] != 0xFF or head[1] == 0xDA:
                return UPRIGHT
            data = file.read(int.from_bytes(head[2:], "big") - 2)
            if head[1] == 0xE1 and data.startswith(b"Exif\0\0"):
                return _ORIENTATIONS.get(_orientation_number(data[6:]), UPRIGHT)
    return UPRIGHT


def _orientation_number(tiff: bytes) -> int:
    """The value of the orientation tag in the first directory of *tiff*; 0 without one."""
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if order is None:
        return 0

    def number(start: int, length: int) -> int:
        return int.from_bytes(
            tiff[start : start + length], "little" if order == "little" else "big"
        )

    directory = number(4, 4)
    for entry in range(number(directory, 2)):
        start = directory + 2 + 12 * entry
        if number(start, 2) == _ORIENTATION_TAG:
            return number(start + 8, 2)
    return 0
