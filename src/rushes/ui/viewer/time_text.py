"""A frame's place in a clip as people read it: timecode, seconds, or its number."""

from enum import Enum
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QLocale


class TimeUnit(Enum):
    """What the transport tells the place in."""

    TIMECODE = "timecode"
    SECONDS = "seconds"
    FRAMES = "frames"

    @property
    def following(self) -> "TimeUnit":
        """The unit that a click on the time goes on to."""
        units = list(TimeUnit)
        return units[(units.index(self) + 1) % len(units)]


def drops_frame_numbers(rate: Fraction) -> bool:
    """Tell whether timecode at `rate` frames a second leaves numbers out to keep to the clock.

    SMPTE ST 12-1 defines it for 30/1.001 and 60/1.001 frames a second.
    """
    return rate in (Fraction(30_000, 1001), Fraction(60_000, 1001))


def timecode(index: int, rate: Fraction) -> str:
    """Hours, minutes, seconds and frames of the frame at `index`, which counts from 0.

    At rates that are not whole the frames of a second are counted to the next whole rate. Where
    numbers are left out (SMPTE ST 12-1) the last mark is a semicolon.
    """
    base = max(round(rate), 1)
    mark = ":"
    if drops_frame_numbers(rate):
        # So many numbers are left out at the start of every minute but each tenth.
        left_out = base // 15
        in_ten_minutes = base * 600 - 9 * left_out
        tens, rest = divmod(index, in_ten_minutes)
        minutes = max(rest - left_out, 0) // (base * 60 - left_out)
        index += left_out * (9 * tens + minutes)
        mark = ";"
    seconds, frame = divmod(index, base)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours:02}:{minute:02}:{second:02}{mark}{frame:02}"


def place_words(
    unit: TimeUnit, index: int, count: int, seconds: float, rate: Fraction
) -> tuple[str, str]:
    """The leading and the quiet words for the frame at `index` of `count`.

    `seconds` is when the frame starts; `rate` is in frames per second, 0 for a still image.
    """
    number = QLocale().toString(index + 1)
    total = QLocale().toString(count)
    if unit is TimeUnit.FRAMES:
        return number, _tr("of %1 frames").replace("%1", total)
    counted = _tr("frame %1 of %2").replace("%1", number).replace("%2", total)
    if unit is TimeUnit.SECONDS:
        return _tr("%1 s").replace("%1", QLocale().toString(seconds, "f", 3)), counted
    return timecode(index, rate), counted


def brief_place_words(index: int, count: int) -> str:
    """The frame's number and the count where there is no room for words."""
    return f"{QLocale().toString(index + 1)} / {QLocale().toString(count)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimeText", text)
