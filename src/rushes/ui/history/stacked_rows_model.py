"""Jobs of an order as rows, with the takes of one shot listed behind the job that stands for it."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from rushes.library.announcements import JobEntry
from rushes.ui.history.date_groups import DateGroups
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.job_rows_model import AnyIndex, JobRowsModel
from rushes.ui.history.job_windows import RowKeys
from rushes.ui.history.listed_rows import ListedRows, OpenStack
from rushes.ui.history.ordered_jobs import OrderedJobs, unbroken_runs
from rushes.ui.history.row_cache import CachedRow, RowCache
from rushes.ui.history.row_faces import RowFaces
from rushes.ui.history.stack_faces import StackFaces
from rushes.ui.history.take_rows import TakeRows

_ROOT = QModelIndex()


class StackedRowsModel(JobRowsModel):
    """An order of jobs, and one stack that can be open in it; who orders them is not known here.

    The takes of the open stack are the rows behind the job that stands for their shot.

    Signals:
        stack_opened: the takes of a shot are listed now; the row of the job that stands for it.
        stack_closing: they will be no more; that same row.
        order_changing, order_changed: several runs of rows leave or enter in between.
        leaving: the first and the last of rows that are about to leave, before Qt is told.
        moving: the first and the last of rows that are about to stand elsewhere, before Qt is told.
        slipped: the current job stands for its shot no longer; its key, now that of a take.
    """

    stack_opened = Signal(int)
    stack_closing = Signal(int)
    order_changing = Signal()
    order_changed = Signal()
    slipped = Signal(int)
    leaving = Signal(int, int)
    moving = Signal(int, int)

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent, clock=clock, faces=self._faces_of_stacks)
        self._listed = ListedRows(OrderedJobs())
        self._takes = TakeRows(clock)
        self._takes.faces.is_without_picture = self._thumbnails.is_without
        self._groups = DateGroups()

    def _faces_of_stacks(self, rows: RowCache, clock: Callable[[], float]) -> RowFaces:
        faces = StackFaces(rows, clock)
        faces.count_of = self.count_of
        return faces

    @property
    def groups(self) -> DateGroups:
        """The days of the jobs in the order; takes in an open stack are not among them."""
        return self._groups

    @property
    def open_stack(self) -> OpenStack | None:
        """The shot whose takes are listed behind its row."""
        return self._listed.stack

    def count_of(self, entry: JobEntry) -> int:
        """How many takes a job stands for, itself among them."""
        place = self._listed.jobs.find(entry)
        return self._listed.jobs.count_at(place) if place >= 0 else 1

    def count_at(self, row: int) -> int:
        """How many takes the job in a row stands for; 0 in the row of a take."""
        if self.is_take(row):
            return 0
        return self._listed.jobs.count_at(self._listed.place_in_order(row))

    def behind_between(self, first: int, end: int) -> int:
        """How many takes lie in closed stacks in the rows from `first` up to `end`."""
        return self._listed.behind_between(first, end)

    def rows_of_head(self) -> list[int]:
        """The rows of the job that stands for the open stack, which is one of the takes too."""
        return self._listed.rows_of_head()

    def is_take(self, row: int) -> bool:
        """Tell whether a row shows a take of the open stack."""
        return self._listed.place_of_take(row) >= 0

    def row_of(self, entry: JobEntry) -> int:
        """The row of a job, as a take of the open stack if it is one; -1 if it is not listed."""
        return next(iter(self._listed.rows_showing(entry)), -1)

    def row_of_time(self, created_at: float) -> int:
        """The first row behind those of before this moment, where the order is by date."""
        return self._listed.row_of_place(self._listed.jobs.place_of_time(created_at))

    def key_at(self, row: int) -> int:
        return self._listed.key_at(row)

    def keys_between(self, first: int, end: int) -> list[int]:
        """The keys of the rows from `first` up to, not including, `end`."""
        return self._listed.keys_of_rows(first, min(end, self.rowCount()))

    def rows_of(self, keys: Iterable[int]) -> dict[int, int]:
        """Rows by key, for those of the keys that the list shows."""
        return self._listed.rows_of(keys)

    def places_of(self, keys: Iterable[int]) -> dict[int, int]:
        """Rows by key, for those of the keys that stand in the order itself."""
        places = self._listed.jobs.rows_of(keys)
        return {key: self._listed.row_of_place(place) for key, place in places.items()}

    def _row_keys(self) -> RowKeys:
        return self._listed

    def _row_of(self, entry: JobEntry) -> int:
        return self.row_of(entry)

    def _rows_of_entry(self, entry: JobEntry) -> Iterable[int]:
        return self._listed.rows_showing(entry)

    # Qt's contract

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._listed)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not 0 <= row < len(self._listed):
            return None
        is_take = self.is_take(row)
        if role == JobRole.TIME and not is_take:
            return self._listed.jobs.times[self._listed.place_in_order(row)]
        if is_take and role != JobRole.THUMBNAIL:
            key = self._listed.key_at(row)
            answered, value = self._takes.value(key, role, self._rows)
            if not answered and not self._is_rushing:
                self._windows.wish(row, self._listed)
            return value
        return super().data(index, role)

    # Stacks

    def show_stack(self, shot_id: str, row: int, keys: Sequence[int]) -> None:
        """List the takes of a shot behind the row of the job that stands for it."""
        place = self._listed.place_in_order(row)
        self.close_stack()
        row = self._listed.row_of_place(place)
        stack = OpenStack(shot_id, place, keys)
        self.beginInsertRows(_ROOT, row + 1, row + len(keys))
        self._listed.stack = stack
        self._takes.show(stack.keys)
        self.endInsertRows()
        self.stack_opened.emit(row)

    def set_takes(self, keys: Sequence[int]) -> None:
        """Know which takes the open stack has now: some are new, some are gone."""
        stack = self._listed.stack
        if stack is None or stack.keys == list(keys):
            return
        wanted = set(keys)
        for place in reversed(range(len(stack.keys))):
            if stack.keys[place] not in wanted and len(stack.keys) > 1:
                row = stack.row + 1 + place
                self.leaving.emit(row, row)
                self.beginRemoveRows(_ROOT, row, row)
                del stack.keys[place]
                self.endRemoveRows()
        for place, key in enumerate(keys):
            if key not in stack.keys:
                row = stack.row + 1 + place
                self.beginInsertRows(_ROOT, row, row)
                stack.keys.insert(place, key)
                self.endInsertRows()
        self._takes.show(stack.keys)
        self.dataChanged.emit(
            self.index(stack.row + 1), self.index(stack.row + len(stack.keys)), []
        )

    def close_stack(self) -> None:
        """List no takes any more."""
        stack = self._listed.stack
        if stack is None:
            return
        self.stack_closing.emit(stack.row)
        self.beginRemoveRows(_ROOT, stack.row + 1, stack.row + len(stack.keys))
        self._listed.stack = None
        self._takes.clear()
        self.endRemoveRows()

    def tell_slipped(self, key: int) -> None:
        """Tell views that the current job is a take of the open stack now."""
        self.slipped.emit(key)

    def replace_head(self, jobs: OrderedJobs, new_place: int) -> None:
        """Have another job of `jobs` stand for the open stack; its takes go along."""
        stack, mine = self._listed.stack, self._listed.jobs
        if stack is None:
            return
        moment = jobs.times[new_place]
        target = mine.place_from(jobs, new_place)
        row, count = stack.row, 1 + len(stack.keys)
        before = mine.times[row]
        self.order_changing.emit()
        moves = target not in (row, row + 1)
        if moves:
            into = target if target < row else target + len(stack.keys)
            self.beginMoveRows(_ROOT, row, row + count - 1, _ROOT, into)
        mine.remove(row, row + 1)
        stack.row = target if target <= row else target - 1
        mine.insert_from(jobs, new_place, new_place + 1, at=stack.row)
        self._groups = self._groups.without_rows([before]).with_rows([moment])
        if moves:
            self.endMoveRows()
        self.order_changed.emit()
        self.dataChanged.emit(self.index(stack.row), self.index(stack.row), [])

    # Rows of the order

    def _take_out(self, first: int, end: int) -> None:
        stack, jobs = self._listed.stack, self._listed.jobs
        if stack is not None and first <= stack.row < end:
            self.close_stack()
        row = self._listed.row_of_place(first)
        self.leaving.emit(row, row + end - first - 1)
        self.beginRemoveRows(_ROOT, row, row + end - first - 1)
        self._groups = self._groups.without_rows(jobs.times[first:end])
        jobs.remove(first, end)
        if self._listed.stack is not None and self._listed.stack.row >= end:
            self._listed.stack.row -= end - first
        self.endRemoveRows()

    def _move(self, place: int, to: int) -> None:
        """Have a job stand elsewhere in the order, counted without it; an open stack goes along."""
        listed, stack = self._listed, self._listed.stack
        row, is_head = listed.row_of_place(place), stack is not None and place == stack.row
        count = 1 + len(stack.keys) if is_head and stack is not None else 1
        behind = listed.row_of_place(to + 1 if to > place else to)
        self.moving.emit(row, row + count - 1)
        self.beginMoveRows(_ROOT, row, row + count - 1, _ROOT, behind)
        listed.jobs.move(place, to)
        if stack is not None:
            left = stack.row - (1 if place < stack.row else 0)
            stack.row = to if is_head else left + (1 if to <= left else 0)
        self.endMoveRows()

    def _put_in(self, jobs: OrderedJobs, first: int, end: int) -> None:
        self._begin_insert(first, end - first)
        self._listed.jobs.insert_from(jobs, first, end)
        self._groups = self._groups.with_rows(jobs.times[first:end])
        self.endInsertRows()

    def _begin_insert(self, place: int, count: int) -> None:
        stack = self._listed.stack
        # What comes directly behind a shot comes behind its takes.
        row = place if stack is None or place <= stack.row else place + len(stack.keys)
        self.beginInsertRows(_ROOT, row, row + count - 1)
        if stack is not None and place <= stack.row:
            stack.row += count

    def _recount(self, jobs: OrderedJobs) -> None:
        places = self._listed.jobs.take_counts(jobs)
        self._rows.forget_faces(self._listed.jobs.key_at(place) for place in places)
        rows = sorted(self._listed.row_of_place(place) for place in places)
        for first, last in unbroken_runs(rows):
            self.dataChanged.emit(self.index(first), self.index(last), [])

    def _on_rows_came(self, entries: Sequence[JobEntry]) -> None:
        changed = self._takes.put(entries)
        super()._on_rows_came(entries)
        self._tell(changed)

    def _tell_anew(self, rows: Sequence[CachedRow]) -> None:
        self._takes.forget_faces(row.entry.key for row in rows)
        super()._tell_anew(rows)

    def retranslate(self) -> None:
        self._takes.forget_faces()
        super().retranslate()
