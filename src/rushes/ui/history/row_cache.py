"""The jobs that views have seen lately, with the faces made for them."""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rushes.domain.marks import Marks
from rushes.library.announcements import JobEntry

if TYPE_CHECKING:
    from rushes.ui.components.card_face import CardFace
    from rushes.ui.job_faces.titles import JobTitle


class CachedRow:
    """One job, with what was made of it for showing.

    Attributes:
        entry: the job and its key.
        title: made when first asked for, else None.
        face: its card, or None while it must be made anew.
        face_second: the second since the epoch for which a card that counts time was made.
    """

    __slots__ = ("entry", "face", "face_second", "title")

    def __init__(self, entry: JobEntry) -> None:
        self.entry = entry
        self.title: JobTitle | None = None
        self.face: CardFace | None = None
        self.face_second = 0


class RowCache:
    """Remembers the jobs used last, `capacity` at most, by key."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._rows: OrderedDict[int, CachedRow] = OrderedDict()
        self._keys_by_job: dict[str, int] = {}
        self._keys_by_shot: dict[str, set[int]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: int) -> bool:
        return key in self._rows

    def get(self, key: int) -> CachedRow | None:
        """Return a job's row as the one used last, or None if it is not here."""
        row = self._rows.get(key)
        if row is not None:
            self._rows.move_to_end(key)
        return row

    def peek(self, key: int) -> CachedRow | None:
        """Return a job's row without making it the one used last."""
        return self._rows.get(key)

    def by_job(self, job_id: str) -> CachedRow | None:
        """Return the row of a job by its id, or None if it is not here."""
        key = self._keys_by_job.get(job_id)
        return None if key is None else self._rows.get(key)

    def has_siblings(self, entry: JobEntry) -> bool:
        """Tell whether a job's shot is known here to have further takes."""
        return len(self._keys_by_shot.get(entry.job.shot_id, ())) > 1

    def put(self, entry: JobEntry) -> list[JobEntry]:
        """Keep a job as it is now; return the jobs of its shot whose title became another one."""
        row = self._rows.get(entry.key)
        if row is not None:
            row.entry, row.face, row.title = entry, None, None
            self._rows.move_to_end(entry.key)
            return []
        self._rows[entry.key] = CachedRow(entry)
        self._keys_by_job[entry.job.id] = entry.key
        takes = self._keys_by_shot.setdefault(entry.job.shot_id, set())
        takes.add(entry.key)
        if len(self._rows) > self._capacity:
            self._drop_oldest()
        if len(takes) != 2:
            return []
        return [self._forget_title(key) for key in takes if key != entry.key]

    def mark(self, marks: Mapping[int, Marks]) -> list[CachedRow]:
        """Keep jobs as they are marked now, by key; return the rows of those that are here."""
        rows = self.among(marks)
        for row in rows:
            row.entry, row.face = row.entry.with_marks(marks[row.entry.key]), None
        return rows

    def among(self, keys: Collection[int]) -> list[CachedRow]:
        """Return the rows of those of the jobs that are here."""
        if len(keys) > len(self._rows):
            return [row for key, row in self._rows.items() if key in keys]
        return [row for key in keys if (row := self._rows.get(key)) is not None]

    def forget_faces(self, keys: Iterable[int] | None = None) -> None:
        """Have cards made anew, for some jobs or for all."""
        rows = self._rows.values() if keys is None else filter(None, map(self.peek, keys))
        for row in rows:
            row.face = row.title = None

    def clear(self) -> None:
        """Forget all."""
        self._rows.clear()
        self._keys_by_job.clear()
        self._keys_by_shot.clear()

    def __iter__(self) -> Iterator[CachedRow]:
        return iter(self._rows.values())

    def _forget_title(self, key: int) -> JobEntry:
        row = self._rows[key]
        row.face = row.title = None
        return row.entry

    def _drop_oldest(self) -> None:
        key, row = self._rows.popitem(last=False)
        job = row.entry.job
        self._keys_by_job.pop(job.id, None)
        takes = self._keys_by_shot.get(job.shot_id)
        if takes is not None:
            takes.discard(key)
            if not takes:
                del self._keys_by_shot[job.shot_id]
