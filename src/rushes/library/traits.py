"""What a job is in figures, one value a column: the same whatever a model calls its inputs.

The request says it under many names, and the clip that came says it once more: what the file is
wins over what was asked for, but for resolution and proportions, which people know by the names
that they chose.
"""

import contextlib
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass, fields
from fractions import Fraction
from typing import Any, TypeVar

import apsw

from rushes.domain.errors import LibraryDamaged
from rushes.domain.job import Job
from rushes.domain.media_facts import MediaFacts
from rushes.domain.search.resolutions import lines_of

_Value = TypeVar("_Value")

RULES = 1
"""Number of the rules by which traits are made; another one has all of them made again."""

_FACT = "traits"
"""The fact that notes by which rules the traits of all jobs were made."""

_DONE_TO = "traits_to"
"""The fact that notes up to which key traits were made again, while that is under way."""

FRAMES = ("num_frames", "frames", "frame_count", "video_length")
RATES = ("frames_per_second", "fps", "frame_rate")
SECONDS = ("duration", "duration_seconds", "seconds", "length")
RESOLUTIONS = ("resolution", "video_resolution", "quality_resolution")
ASPECTS = ("aspect_ratio", "ratio", "target_aspect_ratio", "size", "image_size")
SEEDS = ("seed", "random_seed")

_SHAPES = {
    "square": "1:1",
    "square_hd": "1:1",
    "portrait_4_3": "3:4",
    "portrait_16_9": "9:16",
    "landscape_4_3": "4:3",
    "landscape_16_9": "16:9",
}
_PROPORTIONS = ("1:1", "4:3", "3:4", "3:2", "2:3", "16:9", "9:16", "21:9", "9:21", "2:1", "1:2")
_NEAR = 0.03
_LARGEST = 1 << 63
_LONGEST = 40
_LARGEST_PROPORTION = 63


@dataclass(frozen=True, slots=True)
class Traits:
    """The figures of a job; None for what nobody knows.

    Attributes:
        seed: what was sent.
        frames: pictures of the clip.
        rate: frames per second.
        seconds: length of the clip.
        width, height: pixels.
        resolution: the name that was chosen, as ``720p`` or ``2k``, in lower case; without one that
            of the clip.
        aspect: proportions, as ``16:9``.
        cost: US dollars.
    """

    seed: int | None = None
    frames: int | None = None
    rate: float | None = None
    seconds: float | None = None
    width: int | None = None
    height: int | None = None
    resolution: str | None = None
    aspect: str | None = None
    cost: float | None = None


_COLUMNS = tuple(each.name for each in fields(Traits))
_WRITE = (
    f"INSERT OR REPLACE INTO traits (job_key, {', '.join(_COLUMNS)}) "
    f"VALUES ({', '.join('?' * (len(_COLUMNS) + 1))})"
)


def traits_of(job: Job) -> Traits:
    """Return the figures of a job, from its request and from its first clip that was probed."""
    inputs = job.request.inputs
    facts = next((clip.facts for clip in job.clips if clip.facts is not None), None)
    rate, frames, seconds = _asked_length(inputs)
    width, height = _whole(inputs.get("width")), _whole(inputs.get("height"))
    if facts is not None and facts.kind != "audio":
        width, height = facts.width or width, facts.height or height
        frames = facts.frames or frames
        rate = float(facts.rate) or rate
    if facts is not None:
        seconds = facts.seconds or seconds
    return Traits(
        seed=_first(inputs, SEEDS, _whole),
        frames=frames,
        rate=rate,
        seconds=seconds,
        width=width,
        height=height,
        resolution=_first(inputs, RESOLUTIONS, _name) or _lines(facts),
        aspect=_first(inputs, ASPECTS, _proportions) or _nearest_proportions(width, height),
        cost=float(job.cost) if job.cost is not None and job.cost.is_finite() else None,
    )


def write_traits(connection: apsw.Connection, key: int, job: Job) -> None:
    """Write the figures of a job over those that it had, inside of the caller's transaction."""
    connection.execute(_WRITE, (key, *astuple(traits_of(job))))


def traits_are_whole(connection: apsw.Connection) -> bool:
    """Tell whether all jobs have figures that were made by our rules."""
    rules = connection.execute("SELECT value FROM facts WHERE name = ?", (_FACT,)).get
    return str(rules) == str(RULES)


def fill_traits(connection: apsw.Connection, most: int) -> bool:
    """Make the figures of some more jobs by our rules, inside of the caller's transaction.

    What a job says that cannot be read is passed over. Returns whether there is more to do; a
    program that ends before then goes on where it stopped.
    """
    from rushes.library.job_rows import read_jobs

    if traits_are_whole(connection):
        return False
    done_to = connection.execute("SELECT value FROM facts WHERE name = ?", (_DONE_TO,)).get
    rules, _, place = str(done_to or "").partition(":")
    start = int(place) if rules == str(RULES) and place.isdigit() else 0
    keys = [
        int(row[0])
        for row in connection.execute(
            "SELECT key FROM jobs WHERE key > ? ORDER BY key LIMIT ?", (start, most)
        )
    ]
    if not keys and not start:
        # An empty library: nothing is written only to say so.
        return False
    for key, job in _readable(connection, keys, read_jobs):
        write_traits(connection, key, job)
    if len(keys) == most:
        _note(connection, _DONE_TO, f"{RULES}:{keys[-1]}")
        return True
    connection.execute("DELETE FROM facts WHERE name = ?", (_DONE_TO,))
    _note(connection, _FACT, str(RULES))
    return False


def _readable(
    connection: apsw.Connection,
    keys: list[int],
    read_jobs: Callable[[apsw.Connection, list[int]], dict[int, Job]],
) -> Iterable[tuple[int, Job]]:
    try:
        return read_jobs(connection, keys).items()
    except LibraryDamaged:
        found: dict[int, Job] = {}
        for key in keys:
            with contextlib.suppress(LibraryDamaged):
                found.update(read_jobs(connection, [key]))
        return found.items()


def _note(connection: apsw.Connection, name: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (name, value))


def _asked_length(
    inputs: Mapping[str, Any],
) -> tuple[float | None, int | None, float | None]:
    """Return rate, frames and seconds as they were asked for; of two the third is known too."""
    rate, frames = _first(inputs, RATES, _number), _first(inputs, FRAMES, _whole)
    seconds = _first(inputs, SECONDS, _number)
    if seconds is None and frames and rate:
        seconds = frames / rate
    elif frames is None and seconds and rate:
        frames = round(seconds * rate)
    return rate, frames, seconds


def _first(
    inputs: Mapping[str, Any], names: Iterable[str], read: Callable[[Any], _Value | None]
) -> _Value | None:
    return next((value for name in names if (value := read(inputs.get(name))) is not None), None)


def _whole(value: Any) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < _LONGEST:
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if -_LARGEST <= value < _LARGEST else None


def _number(value: Any) -> float | None:
    if isinstance(value, str) and len(value) < _LONGEST:
        try:
            value = float(value.removesuffix("s"))
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _name(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    name = str(value).strip().lower() if len(str(value)) <= _LONGEST else ""
    lines = lines_of(name)
    return f"{lines}p" if name.isdigit() and lines else name or None


def _proportions(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    text = _SHAPES.get(value.strip().lower(), value)
    width, sign, height = text.replace("x", ":").replace("/", ":").strip().partition(":")
    if not sign or not all(part.isascii() and part.isdigit() for part in (width, height)):
        return None
    across, down = _whole(width), _whole(height)
    if not across or not down:
        return None
    is_size = min(across, down) > _LARGEST_PROPORTION
    return _nearest_proportions(across, down) if is_size else f"{across}:{down}"


def _nearest_proportions(width: int | None, height: int | None) -> str | None:
    """Return the usual proportions that pixels come near to, else their own."""
    if not width or not height or width < 0 or height < 0:
        return None
    own = Fraction(width, height)
    for proportions in _PROPORTIONS:
        across, down = proportions.split(":")
        if abs(float(own) * int(down) / int(across) - 1) < _NEAR:
            return proportions
    return f"{own.numerator}:{own.denominator}"


def _lines(facts: MediaFacts | None) -> str | None:
    lines = min(facts.width, facts.height) if facts is not None else 0
    return f"{lines}p" if lines > 0 else None
