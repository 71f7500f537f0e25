"""Where a person wants to go, typed: a frame's number, so many frames on, a timecode, seconds."""

import re
from enum import Enum

from rushes.media.frame_times import FrameTimes
from rushes.ui.viewer.time_text import index_of_timecode

SIGNS = re.compile(r"[-+\d:;.,  ]*")
"""What can be part of a place."""

_NUMBER = re.compile(r"\d+")
_STEP = re.compile(r"([-+])\s*(\d+)")
_TIMECODE = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+)[:;](\d+)")
_CLOCK = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+)[.,](\d+)")
_MINUTES = re.compile(r"(?:(\d+):)?(\d+):(\d+)")
_MOST_DIGITS = 12


class EntryProblem(Enum):
    """Why there is no way to go where somebody typed."""

    UNREADABLE = "unreadable"
    OUTSIDE = "outside"
    LEFT_OUT = "left_out"
    """Timecode does not use this number."""


def index_of_entry(text: str, index: int, times: FrameTimes) -> int | EntryProblem:
    """Return the index, from 0, of the frame that is meant.

    ``43`` is a number from 1; ``+12`` and ``-12`` count from the frame at `index`; ``1:18`` is a
    timecode, read from its end, and minutes and seconds where the rate varies; ``1.75`` and
    ``0:01.75`` are seconds of the clip.
    """
    text = text.strip()
    if len(text) > _MOST_DIGITS * 2:
        return EntryProblem.UNREADABLE
    found = _wanted(text, index, times)
    if isinstance(found, EntryProblem) or 0 <= found < times.frames:
        return found
    return EntryProblem.OUTSIDE


def _wanted(text: str, index: int, times: FrameTimes) -> int | EntryProblem:
    if _NUMBER.fullmatch(text):
        return int(text) - 1
    if step := _STEP.fullmatch(text):
        return index + int(step[1] + step[2])
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups()[:3])
        whole = hours * 3600 + minutes * 60 + seconds
        return _index_at(float(f"{whole}.{clock[4]}"), times)
    if times.variable:
        found = _MINUTES.fullmatch(text)
        if found is None:
            return EntryProblem.UNREADABLE
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return _index_at(hours * 3600 + minutes * 60 + seconds, times)
    if code := _TIMECODE.fullmatch(text):
        parts = [int(part or 0) for part in code.groups()]
        meant = index_of_timecode(parts[0], parts[1], parts[2], parts[3], times.rate)
        return EntryProblem.LEFT_OUT if meant is None else meant
    return EntryProblem.UNREADABLE


def _index_at(seconds: float, times: FrameTimes) -> int | EntryProblem:
    # The end of the last frame is the end of the clip, and nobody's place any more.
    if seconds >= times.end > 0 or (times.end == 0 and seconds > 0):
        return EntryProblem.OUTSIDE
    # Thousandths are told downwards, so that a frame's own time stands for it.
    return times.index_at(seconds + 0.0009999)
