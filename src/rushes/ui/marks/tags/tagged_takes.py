"""The takes whose tags are edited, with their marks as they are now."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from rushes.domain.marks import tag_key
from rushes.library.announcements import Announcement, JobEntry, JobsChanged, MarksChanged
from rushes.ui.job_faces.marks_ahead import MarksAhead
from rushes.ui.marks.tags.tag_chips import PartialTag

if TYPE_CHECKING:
    from rushes.library.library import Library

MOST = 5_000
"""Of more takes nobody reads which tags they have: it would hold up what is more urgent."""

_AT_ONCE = 500


class TaggedTakes:
    """Reads takes and follows what is told of their marks.

    Args:
        changed: called when any of them has other marks.
    """

    def __init__(
        self,
        library: "Library",
        ahead: MarksAhead,
        keys: Sequence[int],
        changed: Callable[[], None],
    ) -> None:
        self._library = library
        self._ahead = ahead
        self._keys = tuple(dict.fromkeys(keys))
        self._changed = changed
        self._entries: dict[int, JobEntry] = {}
        self._unsubscribe = [
            library.subscribe(self._on_announcement),
            ahead.subscribe(self._on_ahead),
        ]

    @property
    def is_known(self) -> bool:
        """Whether all of them have been read."""
        return len(self._entries) == len(self._keys)

    @property
    def are_too_many(self) -> bool:
        """Whether they are not read at all."""
        return len(self._keys) > MOST

    def put(self, entry: JobEntry) -> None:
        """Know one of them already."""
        if entry.key in self._keys:
            self._entries[entry.key] = entry

    async def read(self) -> None:
        """Read those that are not known; raises LibraryError."""
        if self.are_too_many:
            return
        missing = [key for key in self._keys if key not in self._entries]
        for start in range(0, len(missing), _AT_ONCE):
            for entry in await self._library.jobs(missing[start : start + _AT_ONCE]):
                self._entries.setdefault(entry.key, entry)
        # What is not there any more has no tags.
        self._keys = tuple(key for key in self._keys if key in self._entries)
        self._changed()

    def tags(self) -> tuple[list[str], list[PartialTag]]:
        """The tags that all have, and those that some have; none while not all are known."""
        if not self.is_known:
            return [], []
        counts: dict[str, int] = {}
        written: dict[str, str] = {}
        for entry in self._entries.values():
            for tag in self._ahead.over(entry).job.marks.tags:
                key = tag_key(tag)
                counts[key] = counts.get(key, 0) + 1
                written.setdefault(key, tag)
        total = len(self._entries)
        everywhere = [written[key] for key in sorted(counts) if counts[key] == total]
        partial = [
            PartialTag(written[key], counts[key], total)
            for key in sorted(counts)
            if counts[key] < total
        ]
        return everywhere, partial

    def close(self) -> None:
        """Follow nothing any more."""
        for each in self._unsubscribe:
            each()
        self._unsubscribe = []

    def _on_announcement(self, announcement: Announcement) -> None:
        if isinstance(announcement, MarksChanged):
            marks = announcement.marks
            concerned = [key for key in self._entries if key in marks]
            for key in concerned:
                self._entries[key] = self._entries[key].with_marks(marks[key])
            if concerned:
                self._changed()
        elif isinstance(announcement, JobsChanged):
            for entry in announcement.entries:
                if entry.key in self._entries:
                    self._entries[entry.key] = entry

    def _on_ahead(self, keys: Collection[int]) -> None:
        if any(key in keys for key in self._keys):
            self._changed()
