"""A person's verdict on a take: rating, pick or reject, colour label; and changes of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Marks:
    """How a take is marked.

    Attributes:
        rating: stars, 0 to 5.
        flag: whether it is wanted.
        label: one of `LABELS`, or 0.
        seen_at: when its clip was looked at first, in seconds since the epoch; None while nobody
            has, and 0 where that was before it was written down.

    Raises ValueError for a rating or a label that there is not.
    """

    rating: int = 0
    flag: Flag = Flag.NONE
    label: int = 0
    seen_at: float | None = None

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
    def is_marked(self) -> bool:
        """Whether there is any verdict; having been seen is none."""
        return bool(self.rating or self.label or self.flag is not Flag.NONE)


UNMARKED = Marks()
"""The marks of a take that nobody has marked or seen."""


@dataclass(frozen=True, slots=True)
class MarkChange:
    """One mark that is to have another value.

    Attributes:
        mark: which one.
        value: what it is to be: stars, a `Flag`, or a label.
        toggles: whether a mark that has this value already is taken away instead.

    Raises ValueError for a value that the mark does not have.
    """

    mark: Mark
    value: int | Flag
    toggles: bool = False

    def __post_init__(self) -> None:
        if isinstance(self.value, Flag) is not (self.mark is Mark.FLAG):
            raise ValueError(f"no value of {self.mark}: {self.value}")
        self.applied_to(UNMARKED)

    def applied_to(self, marks: Marks) -> Marks:
        """Return marks as they are after the change."""
        value = self.resolved(marks).value if self.toggles else self.value
        if isinstance(value, Flag):
            return replace(marks, flag=value)
        if self.mark is Mark.RATING:
            return replace(marks, rating=value)
        return replace(marks, label=value)

    def resolved(self, marks: Marks) -> "MarkChange":
        """Return what is to be done to all of several takes, of which one has these marks."""
        taken_away = self.toggles and self.before(marks) == self.value
        return MarkChange(self.mark, self.none if taken_away else self.value)

    def before(self, marks: Marks) -> int | Flag:
        """Return the value that marks have of the mark which is changed."""
        value: int | Flag = getattr(marks, self.mark.value)
        return value

    def undoing(self, marks: Marks) -> "MarkChange":
        """Return what brings the mark back, once the change was applied to these marks."""
        return MarkChange(self.mark, self.before(marks))

    @property
    def none(self) -> int | Flag:
        """The value of a mark that is not given."""
        return Flag.NONE if self.mark is Mark.FLAG else 0


@dataclass(frozen=True, slots=True)
class MarkStep:
    """A change of many takes at once.

    Attributes:
        keys: the keys of their jobs in the library.
        change: what is done to each; it does not toggle.
    """

    keys: tuple[int, ...]
    change: MarkChange


def undoing_steps(steps: Iterable[MarkStep], before: Mapping[int, Marks]) -> tuple[MarkStep, ...]:
    """Return the steps that bring back the marks which the steps have changed.

    Args:
        steps: what was done.
        before: the marks of every job concerned as they were; others are left out.
    """
    keys_of: dict[MarkChange, dict[int, None]] = {}
    undone: set[tuple[Mark, int]] = set()
    for step in steps:
        for key in step.keys:
            place = (step.change.mark, key)
            if key in before and place not in undone:
                undone.add(place)
                keys_of.setdefault(step.change.undoing(before[key]), {})[key] = None
    return tuple(MarkStep(tuple(keys), change) for change, keys in keys_of.items())
