"""The jobs that Activity knows of: those that concern it, and those that failed meanwhile."""

from collections.abc import Iterable, Iterator

from rushes.library.announcements import JobEntry
from rushes.ui.activity.activity_order import FAILED_STATES, concerns_activity


class FollowedJobs:
    """Jobs by their keys. One that failed while it was followed stays until it is dismissed."""

    def __init__(self) -> None:
        self._entries: dict[int, JobEntry] = {}
        self._failed: set[int] = set()

    def __iter__(self) -> Iterator[JobEntry]:
        return iter(tuple(self._entries.values()))

    def __contains__(self, key: int) -> bool:
        return key in self._entries

    def note(self, entry: JobEntry) -> None:
        """Take in a job as it is now, or leave it out."""
        before = self._entries.get(entry.key)
        if before is None or entry.job.state not in FAILED_STATES:
            self._failed.discard(entry.key)
        elif before.job.state not in FAILED_STATES:
            self._failed.add(entry.key)
        if concerns_activity(entry.job) or entry.key in self._failed:
            self._entries[entry.key] = entry
        else:
            self._entries.pop(entry.key, None)

    def dismissed(self, key: int) -> JobEntry | None:
        """Follow a job that failed no longer; returns it, None if it is none of these."""
        if key not in self._failed:
            return None
        self._failed.discard(key)
        return self._entries.pop(key)

    def failed_of(self, keys: Iterable[int]) -> list[int]:
        """Those of these jobs that failed."""
        return [key for key in keys if key in self._failed]

    def clear(self) -> None:
        """Follow none."""
        self._entries.clear()
        self._failed.clear()
