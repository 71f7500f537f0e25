"""Marks, undo, redo and restarts in any order, against plain dicts and a list of what was done."""

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from rushes.domain.mark_changes import (
    AnyChange,
    MarkChange,
    MarkStep,
    NoteChange,
    RangesChange,
    TagChange,
    TrashChange,
)
from rushes.domain.marks import Marks
from rushes.library.announcements import Announcement, MarksChanged
from tests.domain.mark_strategies import DEFINITE_CHANGES, SPOKEN_CHANGES
from tests.library.lives import new_job, opened
from tests.library.mark_tables import assert_tables_agree

T = TypeVar("T")
PlainMarks = dict[str, Any]
"""The marks of a job, as anybody would write them down."""

KEYS = st.sets(st.integers(1, 5), min_size=1)
STEPS = st.lists(st.tuples(KEYS, DEFINITE_CHANGES | SPOKEN_CHANGES), min_size=1, max_size=3)


def unmarked() -> PlainMarks:
    return {
        "rating": 0, "flag": "none", "label": 0, "tags": {}, "notes": {}, "ranges": [],
        "trashed": None,
    }  # fmt: skip


def carry_out(marks: PlainMarks, change: AnyChange) -> None:
    """Change plain marks, the obvious way."""
    if isinstance(change, MarkChange):
        marks[change.mark.value] = change.value
    elif isinstance(change, TagChange):
        marks["tags"].pop(change.tag.casefold(), None)
        if change.is_given:
            marks["tags"][change.tag.casefold()] = change.tag
    elif isinstance(change, NoteChange):
        marks["notes"].pop(change.frame, None)
        if change.text:
            marks["notes"][change.frame] = change.text
    elif isinstance(change, RangesChange):
        marks["ranges"] = [(each.first, each.last) for each in change.ranges]
    elif isinstance(change, TrashChange):
        marks["trashed"] = change.at


def plain(marks: Marks) -> PlainMarks:
    assert list(marks.tags) == sorted(marks.tags, key=str.casefold)
    return {
        "rating": marks.rating,
        "flag": marks.flag.value,
        "label": marks.label,
        "tags": {tag.casefold(): tag for tag in marks.tags},
        "notes": {note.frame: note.text for note in marks.notes},
        "ranges": [(each.first, each.last) for each in marks.ranges],
        "trashed": marks.trashed_at,
    }


@dataclass
class Done:
    words: str
    session: int
    before: dict[int, PlainMarks]
    after: dict[int, PlainMarks]


class MarkMachine(RuleBasedStateMachine):
    """Random lives of the marks of five jobs."""

    @initialize()
    def begin(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.root = Path(tempfile.mkdtemp())
        self.library = self.run_(opened(self.root))
        self.run_(self.library.add([new_job() for _ in range(5)]))
        self.now = {key: unmarked() for key in range(1, 6)}
        self.seen: set[int] = set()
        self.done: list[Done] = []
        self.undone: list[Done] = []
        self.session = 0
        self.count = 0

    def run_(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def teardown(self) -> None:
        if hasattr(self, "loop"):
            self.run_(self.library.close())
            self.loop.close()
            shutil.rmtree(self.root)

    @rule(wishes=STEPS)
    def mark(self, wishes: list[tuple[set[int], AnyChange]]) -> None:
        self.count += 1
        steps = [MarkStep((*sorted(keys), 99), change) for keys, change in wishes]
        before = deepcopy(self.now)
        for keys, change in wishes:
            for key in keys:
                carry_out(self.now[key], change)
        changed = {key for key in self.now if self.now[key] != before[key]}
        told = self.heard(self.library.mark_steps(steps, words=f"change {self.count}"))
        assert told == changed
        if changed:
            self.undone.clear()
            words = f"change {self.count}"
            self.done.append(Done(words, self.session, before, deepcopy(self.now)))
            self.done = [each for each in self.done if each.session in self.sessions()]

    def heard(self, work: Coroutine[Any, Any, object]) -> set[int]:
        """Run work; return the keys of the jobs that were told to be marked otherwise."""
        heard: list[Announcement] = []
        stop = self.library.subscribe(heard.append)
        self.run_(work)
        stop()
        keys: set[int] = set()
        for each in heard:
            assert isinstance(each, MarksChanged)
            keys |= each.marks.keys()
        return keys

    def sessions(self) -> set[int]:
        """This session, and the last one before in which anything was done that is known yet."""
        earlier = [each.session for each in (*self.done, *self.undone)]
        return {self.session, max((each for each in earlier if each != self.session), default=-1)}

    def next_undo(self) -> Done | None:
        last = self.done[-1] if self.done else None
        return last if last is not None and last.session in self.sessions() else None

    def next_redo(self) -> Done | None:
        """Of what was taken back and may be done again, the change that was made first."""
        return next((e for e in reversed(self.undone) if e.session in self.sessions()), None)

    @rule()
    def undo(self) -> None:
        expected = self.next_undo()
        undone = self.run_(self.library.undo_marks())
        assert (undone and undone.words) == (expected and expected.words)
        if expected is not None:
            self.done.pop()
            self.undone.append(expected)
            self.now = deepcopy(expected.before)

    @rule()
    def redo(self) -> None:
        expected = self.next_redo()
        undone = self.run_(self.library.redo_marks())
        assert (undone and undone.words) == (expected and expected.words)
        if expected is not None:
            self.undone.remove(expected)
            self.done.append(expected)
            self.now = deepcopy(expected.after)

    @rule(keys=KEYS)
    def look_at(self, keys: set[int]) -> None:
        assert self.heard(self.library.note_seen(keys)) == keys - self.seen
        self.seen |= keys

    @rule()
    def start_again(self) -> None:
        self.run_(self.library.close())
        self.library = self.run_(opened(self.root))
        assert self.library.rebuilt is None
        self.session += 1

    @invariant()
    def all_is_as_it_was_written_down(self) -> None:
        if not hasattr(self, "loop"):
            return
        entries = self.run_(self.library.jobs(range(1, 6)))
        assert {entry.key: plain(entry.job.marks) for entry in entries} == self.now
        assert {entry.key for entry in entries if entry.job.marks.is_seen} == self.seen
        state = self.run_(self.library.mark_history_state())
        back, again = self.next_undo(), self.next_redo()
        assert (state.undo_words, state.redo_words) == (back and back.words, again and again.words)
        assert (state.can_undo, state.can_redo) == (back is not None, again is not None)
        assert_tables_agree(self.root)


TestMarkMachine = MarkMachine.TestCase
TestMarkMachine.settings = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
