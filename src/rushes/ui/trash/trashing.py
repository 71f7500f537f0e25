"""Carries out what is asked of the trash, and asks first where something would be lost."""

import time
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from rushes.domain.mark_changes import TrashChange
from rushes.engine.engine import Engine
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.ui.job_acts.long_act import LongAct
from rushes.ui.job_faces.measures import received_text
from rushes.ui.marks.marking import Marking
from rushes.ui.trash.emptying_sheets import EmptyingSheet, NoTrashSheet
from rushes.ui.trash.running_question import RunningAnswer, RunningQuestion
from rushes.ui.trash.size_words import takes_words
from rushes.ui.trash.system_trash import delete_file, into_system_trash

if TYPE_CHECKING:
    from rushes.domain.selection import Selection
    from rushes.library.library import Library
    from rushes.library.trash import Emptied, Move


class Trashing(QObject):
    """Puts takes into the trash, gets them back, and empties it.

    To be in the trash is a mark: it shows at once and is undone like all marks. What is under way
    is asked about first, in the panel where it was chosen; so is what cannot be undone, in a sheet.

    Args:
        marking: carries out the mark.
        engine: gives the engine, once there is one.
        tasks: hold what is under way; failures are shown.
        move: puts a file into the system's trash, on a worker thread.

    Attributes:
        question: what is asked now about takes that are under way, or None.

    Signals:
        told: what was done, where the marks do not tell it.
        leaving: keys of jobs that go into the trash now.
        files_leaving: keys of jobs whose files are about to go; nobody is to hold one open.
        emptied: that is over, however it ended.
    """

    told = Signal(str)
    leaving = Signal(object)
    files_leaving = Signal(object)
    emptied = Signal()

    def __init__(
        self,
        library: "Library",
        marking: Marking,
        engine: Callable[[], Awaitable[Engine]],
        tasks: Tasks,
        parent: QObject | None = None,
        *,
        move: "Move" = into_system_trash,
    ) -> None:
        super().__init__(parent)
        self.question: RunningQuestion | None = None
        self._library = library
        self._marking = marking
        self._engine = engine
        self._tasks = tasks
        self._move = move
        self._is_emptying = False

    def trash(self, keys: Sequence[int], shown: JobEntry | None, host: QWidget) -> None:
        """Put jobs into the trash; `host` is the panel where a question about them is asked."""
        if keys:
            self._tasks.spawn(self._trash(tuple(keys), shown, host), "trash")

    def restore(self, keys: Sequence[int] | None, shown: JobEntry | None = None) -> None:
        """Get jobs back from the trash; None for all that lie there."""
        self._tasks.spawn(self._restore(keys, shown), "restore")

    def remove(self, keys: Sequence[int] | None, host: QWidget) -> None:
        """Ask whether jobs of the trash are to go for good; None for all that lie there."""
        self._tasks.spawn(self._ask_to_remove(keys, host), "empty the trash")

    async def _trash(self, keys: Sequence[int], shown: JobEntry | None, host: QWidget) -> None:
        chosen = await self._library.selection(keys)
        if chosen.trashed:
            there = set(await self._library.trashed_keys(keys))
            keys = [key for key in keys if key not in there]
            chosen = await self._library.selection(keys)
        if chosen.under_way:
            self._ask(keys, shown, host, chosen)
        else:
            self._mark(keys, shown)

    def _mark(self, keys: Sequence[int], shown: JobEntry | None) -> None:
        self.leaving.emit(frozenset(keys))
        self._marking.mark(keys, TrashChange(time.time()), shown)

    def _ask(
        self, keys: Sequence[int], shown: JobEntry | None, host: QWidget, chosen: "Selection"
    ) -> None:
        if self.question is not None:
            self.question.dismiss()
        if not isValid(host):
            return
        question = RunningQuestion(host, chosen)
        self.question = question

        def on_answered(answer: RunningAnswer) -> None:
            if self.question is question:
                self.question = None
            if answer is not RunningAnswer.LEAVE:
                work = self._trash_as_answered(keys, shown, host, answer)
                self._tasks.spawn(work, "trash what is under way")

        question.answered.connect(on_answered)
        question.ask()

    async def _trash_as_answered(
        self, keys: Sequence[int], shown: JobEntry | None, host: QWidget, answer: RunningAnswer
    ) -> None:
        # It may have come to its end while the question was asked.
        under_way = await self._library.under_way_among(keys)
        if answer is RunningAnswer.REST:
            going_on = {each.key for each in under_way}
            self._mark([key for key in keys if key not in going_on], shown)
            return
        self._mark(keys, shown)
        to_cancel = [each.job_id for each in under_way if each.can_cancel]
        if not to_cancel:
            return
        engine = await self._engine()
        with LongAct(host, self.tr("Asking to cancel")) as act:
            for done, job_id in enumerate(to_cancel):
                if act.stop.is_set():
                    break
                await engine.cancel(job_id)
                act.tell(done + 1, len(to_cancel))

    async def _restore(self, keys: Sequence[int] | None, shown: JobEntry | None) -> None:
        self._marking.mark(await self._library.trashed_keys(keys), TrashChange(None), shown)

    async def _ask_to_remove(self, keys: Sequence[int] | None, host: QWidget) -> None:
        contents = await self._library.trash_contents(keys)
        if not contents.jobs:
            return
        if contents.jobs == contents.under_way:
            self.told.emit(
                self.tr("What is still under way stays in the trash until it is at its end.")
            )
            return
        if isValid(host):
            sheet = EmptyingSheet(contents, host.window(), is_all=keys is None)
            sheet.confirmed.connect(lambda: self._empty_soon(keys, host, self._move))
            sheet.show_over(host.window())

    def _empty_soon(self, keys: Sequence[int] | None, host: QWidget, move: "Move") -> None:
        if not self._is_emptying:
            self._tasks.spawn(self._empty(keys, host, move), "empty the trash")

    async def _empty(self, keys: Sequence[int] | None, host: QWidget, move: "Move") -> None:
        self._is_emptying = True
        try:
            going = await self._library.trashed_keys(keys)
            self.files_leaving.emit(frozenset(going))
            with LongAct(host, self.tr("Emptying the trash")) as act:
                done = await self._library.empty_trash(
                    move, going, on_progress=act.tell, stop=act.stop
                )
        finally:
            self._is_emptying = False
            self.emptied.emit()
        self._tell(done)
        if done.refused and isValid(host):
            sheet = NoTrashSheet(done, host.window())
            sheet.confirmed.connect(lambda: self._empty_soon(keys, host, delete_file))
            sheet.show_over(host.window())

    def _tell(self, done: "Emptied") -> None:
        if not done.jobs:
            return
        words = self.tr("{takes} removed").format(takes=takes_words(done.jobs))
        if done.size:
            words = self.tr("{takes} removed · {size} in the system’s trash")
            if done.is_stopped:
                words = self.tr("Stopped: {takes} removed · {size} in the system’s trash")
            size = received_text(done.size, None)
            words = words.format(takes=takes_words(done.jobs), size=size)
        self.told.emit(words)
