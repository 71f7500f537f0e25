"""The takes of one shot as an item model."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from rushes.domain.marks import Marks
from rushes.engine.tasks import Tasks
from rushes.library.announcements import (
    Announcement,
    JobEntry,
    LibraryCameBack,
    MarksChanged,
    MediaAway,
    MediaBack,
)
from rushes.ui.history.job_rows_model import AnyIndex, JobRowsModel
from rushes.ui.history.job_windows import RowKeys
from rushes.ui.history.row_cache import RowCache
from rushes.ui.history.take_faces import TakeFaces
from rushes.ui.job_faces.circumstances import Circumstances

if TYPE_CHECKING:
    from rushes.library.library import Library


class _Takes:
    """Which takes there are, in their order."""

    def __init__(self, keys: Sequence[int] = (), ids: Sequence[str] = ()) -> None:
        self.keys = list(keys)
        self.ids = list(ids)
        self.rows = {key: row for row, key in enumerate(self.keys)}

    def keys_between(self, first: int, end: int) -> list[int]:
        # What changed in the first of a window is told by the one before it.
        return self.keys[max(first - 1, 0) : end]

    def add(self, entries: Sequence[JobEntry]) -> None:
        for entry in entries:
            self.rows[entry.key] = len(self.keys)
            self.keys.append(entry.key)
            self.ids.append(entry.job.id)

    def remove(self, row: int) -> None:
        del self.keys[row], self.ids[row]
        self.rows = {key: row for row, key in enumerate(self.keys)}


class TakeListModel(JobRowsModel):
    """The takes of a shot, the first one first; those that are added come at the end.

    Keys and ids of all takes are here at once, the jobs come by windows.

    Args:
        shows_changes: whether cards tell what changed from the take before.

    Attributes:
        shot_id: the shot that is shown; empty for none.

    Signals:
        takes_changed: there are other takes, or more.
    """

    takes_changed = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        shows_changes: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        def faces(rows: RowCache, clock: Callable[[], float]) -> TakeFaces:
            made = TakeFaces(rows, clock)
            made.shows_changes = shows_changes
            made.key_before = self._key_before
            return made

        super().__init__(parent, clock=clock, faces=faces)
        self.shot_id = ""
        self._takes = _Takes()
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._generation = 0
        self._is_loading = False
        self._added_meanwhile: list[JobEntry] = []

    # From outside

    def open(
        self, library: "Library", tasks: Tasks, circumstances: Circumstances | None = None
    ) -> None:
        super().open(library, tasks, circumstances)
        self._library, self._tasks = library, tasks

    def close(self) -> None:
        super().close()
        self._library = self._tasks = None
        self.show_shot("")

    def show_shot(self, shot_id: str) -> None:
        """Show the takes of another shot; with an empty id, none."""
        if shot_id == self.shot_id:
            return
        self.shot_id = shot_id
        self._rows.clear()
        self._show(_Takes())
        self._load()

    def row_of_key(self, key: int) -> int:
        """The row of a job, or -1 if it is no take of this shot, or not known yet."""
        return self._takes.rows.get(key, -1)

    def key_at(self, row: int) -> int:
        return self._takes.keys[row]

    def id_at(self, row: int) -> str:
        """The id of the job in a row; known for every row."""
        return self._takes.ids[row]

    # Qt's contract

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._takes.keys)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return super().data(index, role)

    # What comes from the library

    def _row_keys(self) -> RowKeys:
        return self._takes

    def _row_of(self, entry: JobEntry) -> int:
        return self._takes.rows.get(entry.key, -1)

    def _key_before(self, key: int) -> int | None:
        row = self._takes.rows.get(key, 0)
        return self._takes.keys[row - 1] if row else None

    def _show(self, takes: _Takes) -> None:
        self._forget_wishes()
        self.beginResetModel()
        self._takes = takes
        self.endResetModel()
        self.takes_changed.emit()

    def _load(self) -> None:
        self._generation += 1
        self._added_meanwhile.clear()
        if self._library is not None and self._tasks is not None and self.shot_id:
            self._is_loading = True
            work = self._load_takes(self._library, self.shot_id, self._generation)
            self._tasks.spawn(work, "takes of the shot")

    async def _load_takes(self, library: "Library", shot_id: str, generation: int) -> None:
        try:
            found = await library.takes(shot_id)
        finally:
            if generation == self._generation:
                self._is_loading = False
        if generation == self._generation:
            takes = _Takes(found.keys, found.ids)
            takes.add([each for each in self._added_meanwhile if each.key not in takes.rows])
            self._added_meanwhile.clear()
            self._show(takes)

    def _note_added(self, entries: Sequence[JobEntry]) -> None:
        new = [each for each in entries if each.job.shot_id == self.shot_id]
        if self._is_loading:
            self._added_meanwhile += new
            return
        new = [each for each in new if each.key not in self._takes.rows]
        if not new:
            return
        for entry in new:
            self._rows.put(entry)
        first = len(self._takes.keys)
        self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
        self._takes.add(new)
        self.endInsertRows()
        self.takes_changed.emit()

    def _on_rows_came(self, entries: Sequence[JobEntry]) -> None:
        super()._on_rows_came(entries)
        # The take after the last of them did not know until now what had changed in it.
        keys = [self._takes.rows[each.key] + 1 for each in entries if each.key in self._takes.rows]
        after = [self._takes.keys[row] for row in keys if row < len(self._takes.keys)]
        self._tell_anew(self._rows.among(after))

    def _on_announcement(self, announcement: Announcement) -> None:
        super()._on_announcement(announcement)
        if isinstance(announcement, LibraryCameBack | MediaAway | MediaBack):
            self._rows.clear()
            self._load()
        elif isinstance(announcement, MarksChanged):
            self._note_trash(announcement.marks)

    def _note_trash(self, marks: Mapping[int, Marks]) -> None:
        """Leave out what went into the trash, and look whether anything came out of it."""
        for key, each in marks.items():
            if each.is_trashed and key in self._takes.rows:
                row = self._takes.rows[key]
                self.beginRemoveRows(QModelIndex(), row, row)
                self._takes.remove(row)
                self.endRemoveRows()
                self.takes_changed.emit()
        may_be_back = any(
            not each.is_trashed and key not in self._takes.rows for key, each in marks.items()
        )
        if may_be_back and self._library is not None and self._tasks is not None and self.shot_id:
            work = self._look_again(self._library, self.shot_id, self._generation)
            self._tasks.spawn(work, "takes out of the trash")

    async def _look_again(self, library: "Library", shot_id: str, generation: int) -> None:
        found = await library.takes(shot_id)
        if generation == self._generation and list(found.keys) != self._takes.keys:
            self._show(_Takes(found.keys, found.ids))
