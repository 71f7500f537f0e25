"""Marks and changes of marks as JSON, both ways; what is read is trusted in nothing."""

import json
from collections.abc import Iterable
from typing import Any

from rushes.domain.mark_changes import (
    AnyChange,
    MarkChange,
    MarkStep,
    NoteChange,
    RangesChange,
    TagChange,
    TrashChange,
)
from rushes.domain.marks import Flag, GoodRange, Mark, Note, joined_ranges, sorted_tags
from rushes.domain.request import JsonValue, canonical_json

NOTHING = "[]"
"""The text of no tags, no notes, or no ranges."""

_FARTHEST_FRAME = 1 << 31
_FARTHEST_TIME = 1e11
_LARGEST_KEY = 1 << 63
_MOST_KEYS = 5_000_000


def tags_text(tags: tuple[str, ...]) -> str:
    """Return tags as JSON: ``["night","rain"]``."""
    return canonical_json(list(tags)) if tags else NOTHING


def notes_text(notes: tuple[Note, ...]) -> str:
    """Return notes as JSON, each with the frame's index: ``[[null,"dull"],[12,"she blinks"]]``."""
    return canonical_json([[note.frame, note.text] for note in notes]) if notes else NOTHING


def ranges_text(ranges: tuple[GoodRange, ...]) -> str:
    """Return good ranges as JSON, indexes of first and last frame: ``[[49,87]]``."""
    return canonical_json(_ranges_value(ranges)) if ranges else NOTHING


def read_tags(text: object) -> tuple[str, ...]:
    """Return the tags of a JSON text; raises ValueError or TypeError for one that has none."""
    if text == NOTHING:
        return ()
    return sorted_tags([_words(each) for each in _list(_loaded(text))])


def read_notes(text: object) -> tuple[Note, ...]:
    """Return the notes of a JSON text; raises ValueError or TypeError for one that has none."""
    if text == NOTHING:
        return ()
    notes: dict[int | None, Note] = {}
    for each in _list(_loaded(text)):
        frame, words = _list(each)
        note = Note(_words(words), None if frame is None else _frame(frame))
        if note.frame in notes:
            raise ValueError(f"two notes on frame {frame}")
        notes[note.frame] = note
    return tuple(notes[each] for each in sorted(notes, key=lambda at: -1 if at is None else at))


def read_ranges(text: object) -> tuple[GoodRange, ...]:
    """Return the ranges of a JSON text; raises ValueError or TypeError for one that has none."""
    return () if text == NOTHING else _ranges(_loaded(text))


def read_trashed_at(value: object) -> float | None:
    """Return when a take was put into the trash; raises TypeError or ValueError."""
    if value is None:
        return None
    if not isinstance(value, float):
        raise TypeError("no time")
    if not abs(value) < _FARTHEST_TIME:
        raise ValueError(f"no time: {value}")
    return value


def steps_text(steps: Iterable[MarkStep]) -> str:
    """Return steps as JSON; keys that follow each other are told by the first and the last."""
    return canonical_json([[_change_value(step.change), _runs(step.keys)] for step in steps])


def read_steps(text: object) -> tuple[MarkStep, ...]:
    """Return the steps of a JSON text, each with its keys in their order.

    Raises ValueError or TypeError for a text that is none of steps.
    """
    steps = []
    for each in _list(_loaded(text)):
        change, runs = _list(each)
        steps.append(MarkStep(_keys(runs), _change(change)))
    return tuple(steps)


def _change_value(change: AnyChange) -> JsonValue:
    value: JsonValue
    match change:
        case MarkChange():
            value = change.value.value if isinstance(change.value, Flag) else change.value
        case TagChange():
            value = [change.tag, change.is_given]
        case NoteChange():
            value = [change.frame, change.text]
        case RangesChange():
            value = _ranges_value(change.ranges)
        case TrashChange():
            value = change.at
    return [change.mark.value, value]


def _change(read: object) -> AnyChange:
    name, value = _list(read)
    match Mark(name):
        case Mark.TAGS:
            tag, is_given = _list(value)
            if not isinstance(is_given, bool):
                raise TypeError("a tag is given or not")
            return TagChange(_words(tag), is_given)
        case Mark.NOTES:
            frame, words = _list(value)
            at = None if frame is None else _frame(frame)
            return NoteChange("" if words == "" else _words(words), at)
        case Mark.RANGES:
            return RangesChange(_ranges(value))
        case Mark.TRASH:
            is_number = isinstance(value, int) and not isinstance(value, bool)
            return TrashChange(read_trashed_at(float(value) if is_number else value))
        case Mark.FLAG:
            return MarkChange(Mark.FLAG, Flag(value))
        case mark:
            return MarkChange(mark, _integer(value))


def _runs(keys: Iterable[int]) -> list[JsonValue]:
    runs: list[list[int]] = []
    for key in sorted(set(keys)):
        if runs and runs[-1][1] == key - 1:
            runs[-1][1] = key
        else:
            runs.append([key, key])
    return [[first, last] for first, last in runs]


def _keys(read: object) -> tuple[int, ...]:
    keys: list[int] = []
    for each in _list(read):
        first, last = (_integer(end) for end in _list(each))
        if not 0 < first <= last < _LARGEST_KEY or len(keys) + last - first >= _MOST_KEYS:
            raise ValueError("no keys")
        keys.extend(range(first, last + 1))
    return tuple(keys)


def _ranges_value(ranges: Iterable[GoodRange]) -> list[JsonValue]:
    return [[each.first, each.last] for each in ranges]


def _ranges(read: object) -> tuple[GoodRange, ...]:
    found = []
    for each in _list(read):
        first, last = _list(each)
        found.append(GoodRange(_frame(first), _frame(last)))
    return joined_ranges(found)


def _loaded(text: object) -> object:
    if not isinstance(text, str):
        raise TypeError("no text")
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("lists without an end") from error


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no words")
    # Half of a pair of surrogates can be written in JSON, and in nothing else.
    value.encode()
    if not value:
        raise ValueError("words that are empty")
    return value


def _integer(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("no whole number")
    return value


def _frame(value: object) -> int:
    frame = _integer(value)
    if not 0 <= frame < _FARTHEST_FRAME:
        raise ValueError(f"no frame: {frame}")
    return frame
