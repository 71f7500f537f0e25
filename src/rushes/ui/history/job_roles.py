"""What a row of the job list can be asked for."""

from enum import IntEnum

from PySide6.QtCore import Qt


class JobRole(IntEnum):
    """Roles of the job list besides Qt's own text roles."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    """JobEntry, or None while it is on its way."""
    FACE = Qt.ItemDataRole.UserRole + 2
    """CardFace without picture, or None while the job is on its way."""
    TITLE = Qt.ItemDataRole.UserRole + 3
    """JobTitle, or None while the job is on its way."""
    THUMBNAIL = Qt.ItemDataRole.UserRole + 4
    """QImage that fits the size asked for, or None."""
    TIME = Qt.ItemDataRole.UserRole + 5
    """When the job was written down, seconds since the epoch; known for every row."""


ROLES_OF_JOBS = frozenset(
    {
        JobRole.ENTRY,
        JobRole.FACE,
        JobRole.TITLE,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
"""Roles that need the job itself, which may have to be fetched."""
