"""A person's verdict on a take: stars, pick or reject, label, tags, notes, good ranges, trash."""

from dataclasses import dataclass
from enum import StrEnum

MOST_STARS = 5
LABELS = (6, 7, 8, 9)
"""The colour labels there are, by the digit of their key; 0 stands for none."""


class Flag(StrEnum):
    """Whether a take is wanted; the values are those of the library's rows."""

    NONE = "none"
    PICK = "pick"
    REJECT = "reject"


class Mark(StrEnum):
    """What can be marked; the values are the names of the fields of `Marks`."""

    RATING = "rating"
    FLAG = "flag"
    LABEL = "label"
    TAGS = "tags"
    NOTES = "notes"
    RANGES = "ranges"
    TRASH = "trashed_at"


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote about a take, or about one frame of it.

    Attributes:
        text: one line or several; never empty.
        frame: the frame's index, from 0; None for a note on the take as a whole.
    """

    text: str
    frame: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class GoodRange:
    """Frames of a clip that are good.

    Attributes:
        first, last: index of the first and the last of them, from 0.

    Raises ValueError for one that ends before it begins.
    """

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 0 <= self.first <= self.last:
            raise ValueError(f"no range of frames: {self.first} to {self.last}")

    @property
    def frames(self) -> int:
        """How many frames there are in it."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Marks:
    """How a take is marked.

    Attributes:
        rating: stars, 0 to 5.
        flag: whether it is wanted.
        label: one of `LABELS`, or 0.
        seen_at: when its clip was looked at first, in seconds since the epoch; None while nobody
            has, and 0 where that was before it was written down.
        tags: in the order of `sorted_tags`, no two alike but for case.
        notes: the one on the take first, then those on frames in their order; one for each place.
        ranges: in their order; they do not overlap.
        trashed_at: when it was put into the trash, in seconds since the epoch, or None.

    Raises ValueError for a rating or a label that there is not.
    """

    rating: int = 0
    flag: Flag = Flag.NONE
    label: int = 0
    seen_at: float | None = None
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    ranges: tuple[GoodRange, ...] = ()
    trashed_at: float | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.rating <= MOST_STARS:
            raise ValueError(f"no rating: {self.rating}")
        if self.label and self.label not in LABELS:
            raise ValueError(f"no label: {self.label}")

    @property
    def is_seen(self) -> bool:
        """Whether anybody has looked at the clip."""
        return self.seen_at is not None

    @property
    def is_trashed(self) -> bool:
        """Whether it is in the trash."""
        return self.trashed_at is not None

    @property
    def is_marked(self) -> bool:
        """Whether there is any verdict; having been seen is none, nor is the trash."""
        words = self.tags or self.notes or self.ranges
        return bool(self.rating or self.label or self.flag is not Flag.NONE or words)

    def note_at(self, frame: int | None) -> str:
        """Return the note on a frame (index from 0), or with None that on the take; or ""."""
        return next((note.text for note in self.notes if note.frame == frame), "")


UNMARKED = Marks()
"""The marks of a take that nobody has marked or seen."""


def tag_key(tag: str) -> str:
    """Return that by which two tags are the same one: letters in upper or lower case are alike."""
    return tag.casefold()


def tidy_tag(text: str) -> str:
    """Return a tag as it is kept: no spaces around it, single ones inside, no comma or quote."""
    return " ".join(text.replace(",", " ").replace('"', " ").split())


def sorted_tags(tags: "tuple[str, ...] | list[str]") -> tuple[str, ...]:
    """Return tags in their order, the first of those that are alike."""
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(tag_key(tag), tag)
    return tuple(found[key] for key in sorted(found))


def joined_ranges(ranges: "tuple[GoodRange, ...] | list[GoodRange]") -> tuple[GoodRange, ...]:
    """Return ranges in their order, those that overlap or touch made one."""
    joined: list[GoodRange] = []
    for each in sorted(ranges):
        if joined and each.first <= joined[-1].last + 1:
            joined[-1] = GoodRange(joined[-1].first, max(joined[-1].last, each.last))
        else:
            joined.append(each)
    return tuple(joined)
