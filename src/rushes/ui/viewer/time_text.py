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


def clock_time(seconds: float) -> str:
    """Hours, minutes, seconds and thousandths: what stands for timecode where the rate varies.

    There is no number of frames in a second then, so that a frame's place within it has none.
    """
    # Downwards, so that no frame is told to begin after it does; floats are short of their value.
    thousandths = int(seconds * 1000 + 1e-6)
    whole, rest = divmod(thousandths, 1000)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours:02}:{minute:02}:{second:02}.{rest:03}"


def index_of_timecode(
    hours: int, minutes: int, seconds: int, frame: int, rate: Fraction
) -> int | None:
    """The index, from 0, of the frame with this timecode; None for one that no frame has.

    Any of the parts may be larger than fits, as in 90 seconds, but for the frame's.
    """
    base = max(round(rate), 1)
    if frame >= base:
        return None
    minutes += hours * 60 + seconds // 60
    seconds %= 60
    index = (minutes * 60 + seconds) * base + frame
    if drops_frame_numbers(rate):
        left_out = base // 15
        if minutes % 10 and seconds == 0 and frame < left_out:
            return None
        index -= left_out * (minutes - minutes // 10)
    return index


def timecode_words(rate: Fraction, *, variable: bool = False) -> str:
    """What timecode means at a rate where that is not plain; else empty."""
    if variable:
        return _tr("This clip’s rate varies: its timecode is the time, in thousandths of a second.")
    if drops_frame_numbers(rate):
        return _tr("Drop-frame timecode: it leaves out numbers, and so keeps to the clock.")
    if rate and rate.denominator != 1:
        words = _tr("Timecode counts %1 frames to a second; at %2 it falls behind the clock.")
        if round(rate) < rate:
            words = _tr("Timecode counts %1 frames to a second; at %2 it runs ahead of the clock.")
        told = QLocale().toString(float(rate), "f", 3)
        return words.replace("%1", str(max(round(rate), 1))).replace("%2", told)
    return ""


def place_words(
    unit: TimeUnit,
    index: int,
    count: int,
    seconds: float,
    rate: Fraction,
    *,
    variable: bool = False,
) -> tuple[str, str]:
    """The leading and the quiet words for the frame at `index` of `count`.

    `seconds` is when the frame starts; `rate` is in frames per second, 0 for a still image, and
    an average where it is `variable`.
    """
    number = QLocale().toString(index + 1)
    total = QLocale().toString(count)
    if unit is TimeUnit.FRAMES:
        return number, _tr("of %1 frames").replace("%1", total)
    counted = _tr("frame %1 of %2").replace("%1", number).replace("%2", total)
    if unit is TimeUnit.SECONDS:
        return _tr("%1 s").replace("%1", QLocale().toString(seconds, "f", 3)), counted
    return clock_time(seconds) if variable else timecode(index, rate), counted


def brief_place_words(index: int, count: int) -> str:
    """The frame's number and the count where there is no room for words."""
    return f"{QLocale().toString(index + 1)} / {QLocale().toString(count)}"


def entry_bounds(count: int) -> str:
    """The frame numbers that there are: "1 to 97"."""
    return _tr("1 to %1").replace("%1", QLocale().toString(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimeText", text)
