"""Marks the jobs of a library: any number of them in one transaction."""

import secrets
import time
from collections.abc import Callable, Iterable, Sequence

import apsw

from rushes.domain.mark_changes import AnyChange, MarkStep
from rushes.library import mark_history
from rushes.library.announcements import MarksChanged
from rushes.library.layout import Layout
from rushes.library.machine_memory import MachineMemory
from rushes.library.mark_history import MarkHistoryState, NextMarks, Undone
from rushes.library.marks import Marked, apply_steps, note_seen
from rushes.library.writing import JobWriting


class JobMarking(JobWriting):
    """What a person's verdict does to a library; see `rushes.library.library.Library`."""

    def __init__(self, layout: Layout, memory: MachineMemory | None) -> None:
        super().__init__(layout, memory)
        # Not that of the opening: a drive that is unplugged for a moment ends no session.
        self._session = secrets.token_hex(8)

    async def mark(
        self, keys: Iterable[int], change: AnyChange, *, words: str | None = None
    ) -> Marked:
        """Change a mark of the jobs of these keys; return what that changed.

        A job that is marked so already, or does not exist, is left out. A change that toggles
        does so for each job by itself. For `words` see `mark_steps`. Raises LibraryError; then no
        mark was changed.
        """
        return await self.mark_steps([MarkStep(tuple(keys), change)], words=words)

    async def mark_steps(self, steps: Sequence[MarkStep], *, words: str | None = None) -> Marked:
        """Carry out changes of marks, all or none; return what they changed.

        Args:
            steps: what is to be done; nothing in it toggles if it has words.
            words: what a person did, as it is told when it is taken back. Then it is written down
                with it how to take it back, for `undo_marks`; without words it is not.

        Raises LibraryError.
        """

        def carry_out(connection: apsw.Connection) -> Marked:
            marked = apply_steps(connection, steps)
            if words is not None:
                mark_history.remember(connection, self._session, words, steps, marked)
            return marked

        marked = await self._own.write(carry_out)
        self._tell_marked(marked)
        return marked

    async def undo_marks(self) -> Undone | None:
        """Take back what was marked last, in this session or the one before; None for nothing.

        Raises LibraryError; then nothing was taken back.
        """
        return await self._go(mark_history.undo)

    async def redo_marks(self) -> Undone | None:
        """Do again what was taken back last; None for nothing.

        Raises LibraryError; then nothing was done.
        """
        return await self._go(mark_history.redo)

    async def next_undo(self) -> NextMarks | None:
        """Return what `undo_marks` would carry out; raises LibraryError."""
        return await self._reader.read(lambda c: mark_history.next_undo(c, self._session))

    async def next_redo(self) -> NextMarks | None:
        """Return what `redo_marks` would carry out; raises LibraryError."""
        return await self._reader.read(lambda c: mark_history.next_redo(c, self._session))

    async def mark_history_state(self) -> MarkHistoryState:
        """Return what can be taken back and done again, in words; raises LibraryError."""
        return await self._reader.read(lambda c: mark_history.history_state(c, self._session))

    async def recent_tags(self, most: int) -> list[str]:
        """Return the tags that were given last, the newest first; raises LibraryError.

        They are those of the sessions whose marks can still be taken back.
        """
        return await self._reader.read(lambda c: mark_history.recent_tags(c, most))

    async def note_seen(self, keys: Iterable[int]) -> None:
        """Write down that the clips of these jobs were looked at now, if it is for the first time.

        Raises LibraryError.
        """
        wanted, at = tuple(keys), time.time()
        fresh = await self._own.write(lambda c: note_seen(c, wanted, at))
        if fresh:
            self._announce(MarksChanged(fresh))

    async def _go(self, go: Callable[[apsw.Connection, str], Undone | None]) -> Undone | None:
        undone = await self._own.write(lambda c: go(c, self._session))
        if undone is not None:
            self._tell_marked(undone.marked)
        return undone

    def _tell_marked(self, marked: Marked) -> None:
        if marked.after:
            self._announce(MarksChanged(marked.after))
