"""Carries out marks: shown at once, written down, told, and taken back when asked to."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rushes.domain.error_words import words_for
from rushes.domain.errors import JobNotFound, LibraryError
from rushes.domain.marks import MarkChange, MarkStep, undoing_steps
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.ui.job_faces.mark_words import change_words
from rushes.ui.job_faces.marks_ahead import MarksAhead
from rushes.ui.job_faces.measures import count_text
from rushes.ui.job_faces.titles import job_title
from rushes.ui.marks.mark_history import DoneMarks, MarkHistory
from rushes.ui.marks.mark_keys import MarkCommand
from rushes.ui.translation import translated_words

if TYPE_CHECKING:
    from rushes.library.library import Library
    from rushes.library.marks import Marked

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MarkNotice:
    """What is to be said about marks.

    Attributes:
        text: what was done, or why it was not.
        offered: what can be done about it, or None.
    """

    text: str
    offered: MarkCommand | None = None


class Marking(QObject):
    """Marks jobs of one library.

    A mark is shown at once everywhere and written down behind it, one after the other. What the
    library refuses is shown no longer, and said.

    Args:
        ahead: shows what is not written down yet.
        tasks: hold what is under way.

    Attributes:
        history: what can be taken back.

    Signals:
        told: a `MarkNotice`.
        history_changed: there may be something else to take back, or to do again.
    """

    told = Signal(object)
    history_changed = Signal()

    def __init__(
        self, library: "Library", ahead: MarksAhead, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.history = MarkHistory()
        self._library = library
        self._ahead = ahead
        self._tasks = tasks
        # Each waits for the one before, so that what is taken back is what was done last.
        self._turn = asyncio.Lock()

    def mark(self, keys: Sequence[int], change: MarkChange, shown: JobEntry | None = None) -> None:
        """Change a mark of all jobs of these keys.

        Args:
            keys: the jobs; with none, nothing happens.
            change: what is to be done.
            shown: the job that is looked at: it names a single one, and decides for all whether
                a label that toggles is given or taken away.
        """
        if not keys:
            return
        seen = None if shown is None else self._ahead.over(shown)
        definite = MarkChange(change.mark, change.value)
        if seen is not None and seen.key in keys:
            definite = change.resolved(seen.job.marks)
        step = MarkStep(tuple(keys), definite)
        words = f"{change_words(definite)} · {self._which(keys, seen)}"
        self._ahead.add(step)
        self.told.emit(MarkNotice(words, MarkCommand.UNDO))
        self._tasks.spawn(self._mark(step, words), "mark")

    def mark_job(self, job_id: str, change: MarkChange) -> None:
        """Change a mark of the job of this id, if there is one."""
        self._tasks.spawn(self._mark_job(job_id, change), "mark a job")

    def note_seen(self, key: int) -> None:
        """Write down that a clip was looked at; what the disk refuses is no matter to tell."""
        self._tasks.spawn(self._note_seen(key), "note seen")

    def undo(self) -> None:
        """Take back what was marked last, if anything was."""
        self._tasks.spawn(self._undo(), "take a mark back")

    def redo(self) -> None:
        """Do again what was taken back last, if anything was."""
        self._tasks.spawn(self._redo(), "mark again")

    async def _mark_job(self, job_id: str, change: MarkChange) -> None:
        try:
            entry = await self._library.job(job_id)
        except JobNotFound:
            return
        self.mark([entry.key], change, entry)

    async def _note_seen(self, key: int) -> None:
        try:
            await self._library.note_seen([key])
        except LibraryError as error:
            _log.info("it was not written down that a clip was seen: %s", error.code)

    async def _mark(self, step: MarkStep, words: str) -> None:
        async with self._turn:
            marked = await self._written((step,), is_shown=True)
            if marked is not None and marked.after:
                undoing = undoing_steps((step,), marked.before)
                keys = tuple(marked.after)
                done = DoneMarks(words, (MarkStep(keys, step.change),), undoing)
                self.history.put(done)
                self.history_changed.emit()

    async def _undo(self) -> None:
        async with self._turn:
            done = self.history.take_undo()
            if done is None:
                return
            if await self._written(done.undoing) is None:
                self.history.put_redone(done)
            else:
                self.history.put_undone(done)
                text = self.tr("Taken back: {mark}").format(mark=done.words)
                self.told.emit(MarkNotice(text, MarkCommand.REDO))
            self.history_changed.emit()

    async def _redo(self) -> None:
        async with self._turn:
            done = self.history.take_redo()
            if done is None:
                return
            if await self._written(done.steps) is None:
                self.history.put_undone(done)
            else:
                self.history.put_redone(done)
                self.told.emit(MarkNotice(done.words, MarkCommand.UNDO))
            self.history_changed.emit()

    async def _written(
        self, steps: tuple[MarkStep, ...], *, is_shown: bool = False
    ) -> "Marked | None":
        """Write steps down and show them meanwhile; None when the library refuses."""
        if not is_shown:
            for step in steps:
                self._ahead.add(step)
        try:
            return await self._library.mark_steps(steps)
        except LibraryError as error:
            self.told.emit(MarkNotice(translated_words(words_for(error)).sentence))
            return None
        finally:
            for step in steps:
                self._ahead.settle(step)

    def _which(self, keys: Sequence[int], shown: JobEntry | None) -> str:
        if shown is not None and len(keys) == 1 and keys[0] == shown.key:
            return job_title(shown.job, has_siblings=True).text
        if len(keys) == 1:
            return self.tr("1 take")
        return self.tr("{count} takes").format(count=count_text(len(keys)))
