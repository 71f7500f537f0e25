"""Carries out marks: shown at once, written down, told, and taken back when asked to."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rushes.domain.error_words import words_for
from rushes.domain.errors import JobNotFound, LibraryError
from rushes.domain.mark_changes import AnyChange, MarkChange, MarkStep
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.mark_history import MarkHistoryState, NextMarks, Undone
from rushes.ui.job_faces.mark_words import change_words
from rushes.ui.job_faces.marks_ahead import MarksAhead
from rushes.ui.job_faces.measures import count_text
from rushes.ui.job_faces.titles import job_title
from rushes.ui.marks.mark_keys import MarkCommand
from rushes.ui.translation import translated_words

if TYPE_CHECKING:
    from rushes.library.library import Library

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
        history: what can be taken back and done again, as the library told last; that of the last
            session is known after `refresh_history`.

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
        self.history = MarkHistoryState()
        self._library = library
        self._ahead = ahead
        self._tasks = tasks
        # Each waits for the one before, so that what is taken back is what was done last.
        self._turn = asyncio.Lock()

    def mark(self, keys: Sequence[int], change: AnyChange, shown: JobEntry | None = None) -> None:
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
        definite = change
        if isinstance(change, MarkChange):
            definite = MarkChange(change.mark, change.value)
        if seen is not None and seen.key in keys:
            definite = change.resolved(seen.job.marks)
        words = f"{change_words(definite)} · {self._which(keys, seen)}"
        self.mark_steps([MarkStep(tuple(keys), definite)], words)

    def mark_steps(self, steps: Sequence[MarkStep], words: str) -> None:
        """Carry out several changes as one, which are taken back together.

        Args:
            steps: what is to be done; nothing in it toggles.
            words: what that is, as it is told.
        """
        for step in steps:
            self._ahead.add(step)
        self.told.emit(MarkNotice(words, MarkCommand.UNDO))
        self._tasks.spawn(self._mark(tuple(steps), words), "mark")

    def mark_job(self, job_id: str, change: AnyChange) -> None:
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

    def refresh_history(self) -> None:
        """Find out what can be taken back; once a library is open."""
        self._tasks.spawn(self._refresh_history(), "what can be taken back")

    async def _mark_job(self, job_id: str, change: AnyChange) -> None:
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

    async def _mark(self, steps: Sequence[MarkStep], words: str) -> None:
        async with self._turn:
            try:
                marked = await self._library.mark_steps(steps, words=words)
            except LibraryError as error:
                self._tell_refused(error)
                return
            finally:
                self._settle(steps)
            if marked.after:
                await self._refresh_history()

    async def _undo(self) -> None:
        undone = await self._go(self._library.next_undo, self._library.undo_marks)
        if undone is not None:
            text = self.tr("Taken back: {mark}").format(mark=undone.words)
            self.told.emit(MarkNotice(text, MarkCommand.REDO))

    async def _redo(self) -> None:
        undone = await self._go(self._library.next_redo, self._library.redo_marks)
        if undone is not None:
            self.told.emit(MarkNotice(undone.words, MarkCommand.UNDO))

    async def _go(
        self,
        look: Callable[[], Awaitable[NextMarks | None]],
        go: Callable[[], Awaitable[Undone | None]],
    ) -> Undone | None:
        """Show what is taken back or done again, and have the library do it."""
        async with self._turn:
            shown: Sequence[MarkStep] = ()
            try:
                ahead = await look()
                if ahead is None:
                    return None
                for step in ahead.steps:
                    self._ahead.add(step)
                shown = ahead.steps
                undone = await go()
            except LibraryError as error:
                self._tell_refused(error)
                return None
            finally:
                self._settle(shown)
            await self._refresh_history()
            return undone

    async def _refresh_history(self) -> None:
        try:
            self.history = await self._library.mark_history_state()
        except LibraryError as error:
            _log.info("what can be taken back is not known: %s", error.code)
            return
        self.history_changed.emit()

    def _settle(self, steps: Sequence[MarkStep]) -> None:
        for step in steps:
            self._ahead.settle(step)

    def _tell_refused(self, error: LibraryError) -> None:
        self.told.emit(MarkNotice(translated_words(words_for(error)).sentence))

    def _which(self, keys: Sequence[int], shown: JobEntry | None) -> str:
        if shown is not None and len(keys) == 1 and keys[0] == shown.key:
            return job_title(shown.job, has_siblings=True).text
        if len(keys) == 1:
            return self.tr("1 take")
        return self.tr("{count} takes").format(count=count_text(len(keys)))
