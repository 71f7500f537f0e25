"""Queries with what they mean, said a second time in the plainest way: on the values of a job.

A `Piece` is a text of the language together with a function that tells of a job whether it fits.
Nothing here is shared with the program's own reading of queries, folding included.
"""

import datetime
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from rushes.domain.job import Job
from rushes.domain.marks import Flag
from rushes.domain.states import FileState, JobState

NOON = datetime.datetime(2026, 11, 18, 12).timestamp()
TODAY = datetime.date(2026, 11, 18)
DAY = 86_400.0

LETTERS = "aAàÀeéÉèßñÑoöÓ xXsς"
ODD = "-\"'()%_*?[]^\\.,:;0👩🚀\u0301\u0308Σœł"


@dataclass(frozen=True)
class Case:
    """A job with what a library knows of it besides."""

    job: Job
    albums: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Piece:
    """Text of a query and its meaning; `names_trash` where it speaks of the trash."""

    text: str
    fits: Callable[[Case], bool]
    names_trash: bool = False


def fold(text: str) -> str:
    """Letters without case and accents."""
    apart = unicodedata.normalize("NFD", text.lower())
    plain = "".join(each for each in apart if not unicodedata.combining(each))
    return plain.replace("ς", "σ")


def holds(text: str, *where: str) -> bool:
    return any(fold(text) in fold(each) for each in where)


def texts_of(job: Job) -> list[str]:
    return [job.prompt, *job.marks.tags, *(note.text for note in job.marks.notes)]


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


_bits = st.text(LETTERS, min_size=1, max_size=4) | st.text(LETTERS + ODD, min_size=1, max_size=6)
_phrases = _bits.filter(lambda text: bool(text.strip()))


def _words(text: str) -> Piece:
    return Piece(quoted(text), lambda case: holds(text, *texts_of(case.job)))


def _is_plain(text: str) -> bool:
    return text.isalpha() and text not in ("OR", "AND", "NOT")


def _bare(text: str) -> Piece:
    return Piece(text, lambda case: holds(text, *texts_of(case.job)))


def _prompt(text: str) -> Piece:
    return Piece(f"prompt:{quoted(text)}", lambda case: holds(text, case.job.prompt))


def _note(text: str) -> Piece:
    return Piece(
        f"note:{quoted(text)}",
        lambda case: holds(text, *(note.text for note in case.job.marks.notes)),
    )


def _tag(text: str) -> Piece:
    wanted = " ".join(text.split()).casefold()
    return Piece(
        f"tag:{quoted(text)}",
        lambda case: any(fold(tag.casefold()) == fold(wanted) for tag in case.job.marks.tags),
    )


def _album(name: str) -> Piece:
    return Piece(f"album:{quoted(name)}", lambda case: name in case.albums)


def _input_text(text: str) -> Piece:
    def fits(case: Case) -> bool:
        value = case.job.request.inputs.get("negative_prompt")
        return isinstance(value, str) and holds(text, value)

    return Piece(f"negative_prompt:{quoted(text)}", fits)


_FIGURES: dict[str, Callable[[Job], float | None]] = {
    "seed": lambda job: job.request.inputs.get("seed"),
    "rating": lambda job: job.marks.rating,
    "frames": lambda job: job.request.inputs.get("num_frames"),
    "take": lambda job: job.take,
    "cost": lambda job: float(job.cost) if job.cost is not None else None,
    "guidance_scale": lambda job: job.request.inputs.get("guidance_scale"),
}
_SIGNS: dict[str, Callable[[float, float], bool]] = {
    "": lambda one, other: one == other,
    "=": lambda one, other: one == other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
}


def _figure(name: str, sign: str, number: float) -> Piece:
    def fits(case: Case) -> bool:
        value = _FIGURES[name](case.job)
        return value is not None and _SIGNS[sign](value, number)

    return Piece(f"{name}:{sign}{number}", fits)


def _range(name: str, ends: tuple[int, int]) -> Piece:
    low, high = sorted(ends)

    def fits(case: Case) -> bool:
        value = _FIGURES[name](case.job)
        return value is not None and low <= value <= high

    return Piece(f"{name}:{low}..{high}", fits)


def _day_of(job: Job) -> datetime.date:
    return datetime.datetime.fromtimestamp(job.created_at).date()


def _this_week(job: Job) -> bool:
    return _day_of(job).isocalendar()[:2] == TODAY.isocalendar()[:2]


_RUNNING = ("sending", "in_queue", "in_progress", "finished", "downloading")

FIXED: tuple[Piece, ...] = (
    Piece("is:pick", lambda case: case.job.marks.flag is Flag.PICK),
    Piece("is:reject", lambda case: case.job.marks.flag is Flag.REJECT),
    Piece("is:unmarked", lambda case: case.job.marks.flag is Flag.NONE),
    Piece("is:marked", lambda case: case.job.marks.is_marked),
    Piece("is:rated", lambda case: case.job.marks.rating > 0),
    Piece("is:labelled", lambda case: case.job.marks.label > 0),
    Piece("is:tagged", lambda case: bool(case.job.marks.tags)),
    Piece("is:noted", lambda case: bool(case.job.marks.notes)),
    Piece("is:good", lambda case: bool(case.job.marks.ranges)),
    Piece("is:seen", lambda case: case.job.marks.is_seen),
    Piece(
        "is:unseen",
        lambda case: case.job.state is JobState.READY and not case.job.marks.is_seen,
    ),
    Piece("is:trashed", lambda case: case.job.marks.is_trashed, names_trash=True),
    Piece(
        "is:missing",
        lambda case: any(clip.state is FileState.MISSING for clip in case.job.clips),
    ),
    Piece("is:ready", lambda case: case.job.state is JobState.READY),
    Piece("is:running", lambda case: case.job.state.value in _RUNNING),
    Piece("is:remix", lambda case: case.job.parent_id is not None),
    Piece(
        "is:needs-you",
        lambda case: (
            case.job.state is JobState.HELD
            or (case.job.state is JobState.UNKNOWN and case.job.answer != "sent_again")
        ),
    ),
    Piece("state:failed", lambda case: case.job.state is JobState.FAILED),
    Piece("state:in-queue", lambda case: case.job.state is JobState.IN_QUEUE),
    Piece("tag:none", lambda case: not case.job.marks.tags),
    Piece("tag:any", lambda case: bool(case.job.marks.tags)),
    Piece("rating:none", lambda case: not case.job.marks.rating),
    Piece("label:none", lambda case: not case.job.marks.label),
    Piece("label:green", lambda case: case.job.marks.label == 8),
    Piece("label:6", lambda case: case.job.marks.label == 6),
    Piece("note:any", lambda case: bool(case.job.marks.notes)),
    Piece("album:none", lambda case: not case.albums),
    Piece("seed:none", lambda case: case.job.request.inputs.get("seed") is None),
    Piece("cost:any", lambda case: case.job.cost is not None),
    Piece("model:WAN", lambda case: "wan" in case.job.request.model_id),
    Piece("model:kling", lambda case: "kling" in case.job.request.model_id),
    Piece("resolution:720p", lambda case: case.job.request.inputs.get("resolution") == "720p"),
    Piece("aspect:16:9", lambda case: case.job.request.inputs.get("aspect_ratio") == "16:9"),
    Piece("aspect:portrait", lambda case: case.job.request.inputs.get("aspect_ratio") == "9:16"),
    Piece("date:today", lambda case: _day_of(case.job) == TODAY),
    Piece("date:yesterday", lambda case: (TODAY - _day_of(case.job)).days == 1),
    Piece("date:week", lambda case: _this_week(case.job)),
    Piece("date:7d", lambda case: 0 <= (TODAY - _day_of(case.job)).days < 7),
    Piece("date:2026", lambda case: _day_of(case.job).year == 2026),
    Piece("date:2026-11", lambda case: str(_day_of(case.job)).startswith("2026-11")),
    Piece("date:>2026-10-15", lambda case: _day_of(case.job) > datetime.date(2026, 10, 15)),
    Piece("date:<=2026-10", lambda case: _day_of(case.job) <= datetime.date(2026, 10, 31)),
    Piece(
        "date:2025-12..2026-10-15",
        lambda case: datetime.date(2025, 12, 1) <= _day_of(case.job) <= datetime.date(2026, 10, 15),
    ),
    Piece(
        "enable_prompt_expansion:true",
        lambda case: case.job.request.inputs.get("enable_prompt_expansion") is True,
    ),
)  # fmt: skip

ALBUMS = ("Night shots", "Best", "è bello")

_simple = st.one_of(
    _phrases.map(_words),
    _bits.filter(_is_plain).map(_bare),
    _phrases.map(_prompt),
    _phrases.map(_note),
    _phrases.map(_tag),
    _phrases.map(_input_text),
    st.sampled_from(ALBUMS).map(_album),
    st.sampled_from(FIXED),
    st.builds(
        _figure,
        st.sampled_from(sorted(_FIGURES)),
        st.sampled_from(sorted(_SIGNS)),
        st.integers(0, 5),
    ),
    st.builds(_range, st.sampled_from(sorted(_FIGURES)), st.tuples(*[st.integers(0, 5)] * 2)),
)


def _not(piece: Piece) -> Piece:
    return Piece(f"-({piece.text})", lambda case: not piece.fits(case), piece.names_trash)


def _minus(piece: Piece) -> Piece:
    return Piece(f"-{piece.text}", lambda case: not piece.fits(case), piece.names_trash)


def _all(pieces: list[Piece]) -> Piece:
    return Piece(
        " ".join(f"({piece.text})" if " OR " in piece.text else piece.text for piece in pieces),
        lambda case: all(piece.fits(case) for piece in pieces),
        any(piece.names_trash for piece in pieces),
    )


def _any(pieces: list[Piece]) -> Piece:
    return Piece(
        " OR ".join(piece.text for piece in pieces),
        lambda case: any(piece.fits(case) for piece in pieces),
        any(piece.names_trash for piece in pieces),
    )


_leaves = _simple | _simple.map(_minus)
queries = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        inner.map(_not),
        st.lists(inner, min_size=2, max_size=4).map(_all),
        st.lists(inner, min_size=2, max_size=3).map(_any),
    ),
    max_leaves=6,
)
"""Queries of any shape with their meaning."""

texts = st.text(LETTERS + ODD, max_size=8) | st.lists(
    st.text(LETTERS, min_size=1, max_size=5), max_size=3
).map(" ".join)
"""Texts of prompts and notes."""
