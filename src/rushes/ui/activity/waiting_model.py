"""The jobs that wait for a person's word, grouped, as an item model."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rushes.library.announcements import JobEntry
from rushes.ui.activity.waiting_groups import WaitingGroup, waiting_groups
from rushes.ui.activity.waiting_words import takes_text
from rushes.ui.components.tool_tips import plain_tool_tip
from rushes.ui.job_faces.prices import about_text
from rushes.ui.job_faces.request_words import model_and_settings
from rushes.ui.job_faces.titles import job_title

AnyIndex = QModelIndex | QPersistentModelIndex


class WaitingRole(IntEnum):
    """What a row can be asked for, besides Qt's own text roles."""

    GROUP = Qt.ItemDataRole.UserRole + 1
    """WaitingGroup."""
    SETTINGS = Qt.ItemDataRole.UserRole + 2
    """Model and settings in words."""
    TAKES = Qt.ItemDataRole.UserRole + 3
    """How many jobs, in words."""
    PRICE = Qt.ItemDataRole.UserRole + 4
    """What they will cost, in words."""


class WaitingModel(QAbstractListModel):
    """One row for all jobs of a request that differ in their seeds alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[WaitingGroup] = []

    @property
    def entries(self) -> list[JobEntry]:
        """All jobs of all rows."""
        return [entry for group in self._groups for entry in group.entries]

    def moved(self, group: WaitingGroup, row: int) -> list[str]:
        """The ids of all jobs in the order of sending, as if a group stood before a row."""
        above = [each for each in self._groups[:row] if each.name != group.name]
        below = [each for each in self._groups[row:] if each.name != group.name]
        return [entry.job.id for each in (*above, group, *below) for entry in each.entries]

    def show(self, entries: Sequence[JobEntry]) -> None:
        """Show these jobs, which are in the order of sending; rows that stay keep their place."""
        groups = waiting_groups(entries)
        names = {group.name for group in groups}
        for row in range(len(self._groups) - 1, -1, -1):
            if self._groups[row].name not in names:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._groups[row]
                self.endRemoveRows()
        for row, group in enumerate(groups):
            stands = [each.name for each in self._groups]
            if row < len(stands) and stands[row] == group.name:
                continue
            if group.name in stands:
                # An earlier job of its kind came or went: the order is another one.
                self.beginResetModel()
                self._groups = groups
                self.endResetModel()
                return
            self.beginInsertRows(QModelIndex(), row, row)
            self._groups.insert(row, group)
            self.endInsertRows()
        self._groups = groups
        if groups:
            self.dataChanged.emit(self.index(0), self.index(len(groups) - 1))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._groups)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._groups):
            return None
        group = self._groups[index.row()]
        if role == WaitingRole.GROUP:
            return group
        if role == WaitingRole.SETTINGS:
            return model_and_settings(group.first.request)
        if role == WaitingRole.TAKES:
            return takes_text(len(group.entries))
        if role == WaitingRole.PRICE:
            return about_text(group.price)
        if role == Qt.ItemDataRole.DisplayRole:
            words = " ".join(group.first.prompt.split())
            return words or job_title(group.first, has_siblings=False).name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(group.first.prompt)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            roles = (
                Qt.ItemDataRole.DisplayRole,
                WaitingRole.SETTINGS,
                WaitingRole.TAKES,
                WaitingRole.PRICE,
            )
            return ". ".join(self.data(index, each) for each in roles)
        return None
