"""Resolutions by their names: the pixels of a picture's shorter side."""

import re

_LINES = re.compile(r"([0-9]{1,5})p?")
_LINES_OF = {
    **{"1k": 1024, "2k": 1440, "4k": 2160, "8k": 4320},
    **{"hd": 720, "fhd": 1080, "qhd": 1440, "uhd": 2160},
}


def lines_of(text: str) -> int | None:
    """Return the shorter side in pixels: 720 of ``720p`` and of ``HD``; None of anything else."""
    word = text.strip().lower()
    lines = _LINES.fullmatch(word)
    return int(lines[1]) if lines is not None else _LINES_OF.get(word)


def names_of(lines: int) -> tuple[str, ...]:
    """Return all names of a shorter side of so many pixels, in lower case."""
    named = (name for name, count in _LINES_OF.items() if count == lines)
    return (f"{lines}p", str(lines), *named)
