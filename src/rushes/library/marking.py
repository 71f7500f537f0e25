"""Marks the jobs of a library: any number of them in one transaction."""

import time
from collections.abc import Iterable, Sequence

from rushes.domain.marks import MarkChange, MarkStep
from rushes.library.announcements import MarksChanged
from rushes.library.marks import Marked, apply_steps, note_seen
from rushes.library.writing import JobWriting


class JobMarking(JobWriting):
    """What a person's verdict does to a library; see `rushes.library.library.Library`."""

    async def mark(self, keys: Iterable[int], change: MarkChange) -> Marked:
        """Change a mark of the jobs of these keys; return what that changed.

        A job that is marked so already, or does not exist, is left out. A change that toggles
        does so for each job by itself. Raises LibraryError; then no mark was changed.
        """
        return await self.mark_steps([MarkStep(tuple(keys), change)])

    async def mark_steps(self, steps: Sequence[MarkStep]) -> Marked:
        """Carry out changes of marks, all or none; return what they changed.

        `rushes.domain.marks.undoing_steps` makes of that what brings the marks back. Raises
        LibraryError.
        """
        marked = await self._own.write(lambda c: apply_steps(c, steps))
        if marked.after:
            self._announce(MarksChanged(marked.after))
        return marked

    async def note_seen(self, keys: Iterable[int]) -> None:
        """Write down that the clips of these jobs were looked at now, if it is for the first time.

        Raises LibraryError.
        """
        wanted, at = tuple(keys), time.time()
        fresh = await self._own.write(lambda c: note_seen(c, wanted, at))
        if fresh:
            self._announce(MarksChanged(fresh))
