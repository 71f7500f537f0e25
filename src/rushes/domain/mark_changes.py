"""Changes of marks: what they make of a take's marks, and what takes them back."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace

from rushes.domain.marks import (
    UNMARKED,
    Flag,
    GoodRange,
    Mark,
    Marks,
    Note,
    sorted_tags,
    tag_key,
)


@dataclass(frozen=True, slots=True)
class MarkChange:
    """Stars, flag or label that is to have another value.

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
        if self.mark not in (Mark.RATING, Mark.FLAG, Mark.LABEL):
            raise ValueError(f"no single value: {self.mark}")
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
    def place(self) -> Hashable:
        """What is changed of a take: later changes of the same place undo earlier ones."""
        return self.mark

    @property
    def none(self) -> int | Flag:
        """The value of a mark that is not given."""
        return Flag.NONE if self.mark is Mark.FLAG else 0


@dataclass(frozen=True, slots=True)
class TagChange:
    """A tag that is given or taken away.

    Attributes:
        tag: as `rushes.domain.marks.tidy_tag` leaves it.
        is_given: whether the take has it afterwards.

    Raises ValueError for an empty tag.
    """

    tag: str
    is_given: bool = True

    def __post_init__(self) -> None:
        if not self.tag:
            raise ValueError("an empty tag")

    @property
    def mark(self) -> Mark:
        """Which mark is changed."""
        return Mark.TAGS

    @property
    def place(self) -> Hashable:
        """What is changed of a take."""
        return Mark.TAGS, tag_key(self.tag)

    def applied_to(self, marks: Marks) -> Marks:
        """Return marks as they are after the change; a tag is written as it is given last."""
        if self.is_given:
            return replace(marks, tags=sorted_tags((self.tag, *marks.tags)))
        key = tag_key(self.tag)
        return replace(marks, tags=tuple(tag for tag in marks.tags if tag_key(tag) != key))

    def resolved(self, marks: Marks) -> "TagChange":
        """Return what is to be done to all of several takes: the same."""
        return self

    def undoing(self, marks: Marks) -> "TagChange":
        """Return what brings the tag back to how these marks have it."""
        key = tag_key(self.tag)
        written = next((tag for tag in marks.tags if tag_key(tag) == key), None)
        return TagChange(written or self.tag, written is not None)


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A note that is written, changed, or with an empty text taken away.

    Attributes:
        text: what it says afterwards.
        frame: the frame's index, from 0; None for the note on the take.
    """

    text: str
    frame: int | None = None

    @property
    def mark(self) -> Mark:
        """Which mark is changed."""
        return Mark.NOTES

    @property
    def place(self) -> Hashable:
        """What is changed of a take."""
        return Mark.NOTES, self.frame

    def applied_to(self, marks: Marks) -> Marks:
        """Return marks as they are after the change."""
        notes = {note.frame: note for note in marks.notes if note.frame != self.frame}
        if self.text:
            notes[self.frame] = Note(self.text, self.frame)
        order = sorted(notes, key=lambda frame: -1 if frame is None else frame)
        return replace(marks, notes=tuple(notes[frame] for frame in order))

    def resolved(self, marks: Marks) -> "NoteChange":
        """Return what is to be done to all of several takes: the same."""
        return self

    def undoing(self, marks: Marks) -> "NoteChange":
        """Return what brings the note back that these marks have."""
        return NoteChange(marks.note_at(self.frame), self.frame)


@dataclass(frozen=True, slots=True)
class RangesChange:
    """Good ranges that take the place of those before.

    Attributes:
        ranges: as `rushes.domain.marks.joined_ranges` leaves them.
    """

    ranges: tuple[GoodRange, ...]

    @property
    def mark(self) -> Mark:
        """Which mark is changed."""
        return Mark.RANGES

    @property
    def place(self) -> Hashable:
        """What is changed of a take."""
        return Mark.RANGES

    def applied_to(self, marks: Marks) -> Marks:
        """Return marks as they are after the change."""
        return replace(marks, ranges=self.ranges)

    def resolved(self, marks: Marks) -> "RangesChange":
        """Return what is to be done to all of several takes: the same."""
        return self

    def undoing(self, marks: Marks) -> "RangesChange":
        """Return what brings back the ranges that these marks have."""
        return RangesChange(marks.ranges)


@dataclass(frozen=True, slots=True)
class TrashChange:
    """A take that is put into the trash, or taken out of it.

    Attributes:
        at: when it was put there, in seconds since the epoch; None takes it out.
    """

    at: float | None

    @property
    def mark(self) -> Mark:
        """Which mark is changed."""
        return Mark.TRASH

    @property
    def place(self) -> Hashable:
        """What is changed of a take."""
        return Mark.TRASH

    def applied_to(self, marks: Marks) -> Marks:
        """Return marks as they are after the change."""
        return replace(marks, trashed_at=self.at)

    def resolved(self, marks: Marks) -> "TrashChange":
        """Return what is to be done to all of several takes: the same."""
        return self

    def undoing(self, marks: Marks) -> "TrashChange":
        """Return what puts the take back where these marks have it."""
        return TrashChange(marks.trashed_at)


AnyChange = MarkChange | TagChange | NoteChange | RangesChange | TrashChange
"""One change of one mark; only a `MarkChange` may toggle."""


@dataclass(frozen=True, slots=True)
class MarkStep:
    """A change of many takes at once.

    Attributes:
        keys: the keys of their jobs in the library.
        change: what is done to each; it does not toggle.
    """

    keys: tuple[int, ...]
    change: AnyChange


def undoing_steps(steps: Iterable[MarkStep], before: Mapping[int, Marks]) -> tuple[MarkStep, ...]:
    """Return the steps that bring back the marks which the steps have changed.

    Args:
        steps: what was done.
        before: the marks of every job concerned as they were; others are left out.
    """
    keys_of: dict[AnyChange, dict[int, None]] = {}
    undone: dict[Hashable, set[int]] = {}
    for step in steps:
        done = undone.setdefault(step.change.place, set())
        # Of many takes most were marked alike, and are one object for it.
        made: dict[int, dict[int, None]] = {}
        for key in step.keys:
            marks = before.get(key)
            if marks is None or key in done:
                continue
            done.add(key)
            keys = made.get(id(marks))
            if keys is None:
                keys = made[id(marks)] = keys_of.setdefault(step.change.undoing(marks), {})
            keys[key] = None
    return tuple(MarkStep(tuple(keys), change) for change, keys in keys_of.items())
