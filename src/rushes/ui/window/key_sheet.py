"""The keys in force, on one sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rushes.ui.components.key_cap import KeyCap, key_text
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle
from rushes.ui.window.key_lines import Line, key_groups
from rushes.ui.window.sheet import Sheet

_BETWEEN_COLUMNS = 40
_BETWEEN_GROUPS = 16
_MOST_COLUMNS = 4
_AROUND = 24
"""Least room between the sheet and the edges of the window."""

_HEAD = 76
"""Room that the sheet's title and margins take."""


def key_sheet(window: QWidget) -> Sheet:
    """Make the sheet of keys for a window: as many columns as fit; what is too high scrolls."""
    px = current_theme().px
    sheet = Sheet(QCoreApplication.translate("KeySheet", "Keys"), window)
    groups = [_group(title, lines, sheet) for title, lines in key_groups()]
    room_wide = window.width() - 2 * px(_AROUND) - 2 * px(20)
    room_high = window.height() - 2 * px(_AROUND) - px(_HEAD)
    page = QWidget(sheet)
    columns = QHBoxLayout(page)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setSpacing(px(_BETWEEN_COLUMNS))
    for parts in _shared_out(groups, _columns_for(groups, room_wide)):
        column = QVBoxLayout()
        column.setSpacing(px(_BETWEEN_GROUPS))
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        columns.addLayout(column, 1)
    area = KeyArea(page, sheet)
    wanted = page.sizeHint()
    bar = area.verticalScrollBar().sizeHint().width() + px(8)
    is_too_high = wanted.height() > room_high
    if not is_too_high:
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    width = min(wanted.width() + (bar if is_too_high else 0), room_wide)
    area.setFixedSize(width, min(wanted.height(), room_high))
    sheet.body.addWidget(area)
    area.setFocus()
    return sheet


class KeyArea(QScrollArea):
    """What scrolls, by wheel and by the keys of a page."""

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self.viewport(), page):
            part.setAutoFillBackground(False)
        self.setAccessibleName(QCoreApplication.translate("KeySheet", "Keys"))


def _columns_for(groups: Sequence[QWidget], room: int) -> int:
    gap = current_theme().px(_BETWEEN_COLUMNS)
    widest = max(group.sizeHint().width() for group in groups)
    return max(1, min(_MOST_COLUMNS, (room + gap) // (widest + gap)))


def _shared_out(groups: Sequence[QWidget], columns: int) -> list[list[QWidget]]:
    """Put groups, in their order, into columns, so that the highest column is as low as it can."""
    gap = current_theme().px(_BETWEEN_GROUPS)
    heights = [group.sizeHint().height() + gap for group in groups]
    most = max(heights)
    while (parted := _parted(heights, most)) is None or len(parted) > columns:
        most += 1
    ends = iter(groups)
    return [[next(ends) for _ in range(length)] for length in parted]


def _parted(heights: Sequence[int], most: int) -> list[int] | None:
    """How many groups each column holds when none may be higher than *most*."""
    lengths, used = [0], 0
    for height in heights:
        if used + height > most:
            if not lengths[-1]:
                return None
            lengths.append(0)
            used = 0
        lengths[-1] += 1
        used += height
    return lengths


def _group(title: str, lines: Sequence[Line], parent: QWidget) -> QWidget:
    theme = current_theme()
    group = QWidget(parent)
    group.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(8))
    column.addWidget(TextLabel(title, TextStyle.CONTROL, Role.STRONG, group, weight=SEMIBOLD))
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(24))
    grid.setVerticalSpacing(theme.px(6))
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(0, 1)
    for row, (words, keys) in enumerate(lines):
        if not keys:
            grid.addWidget(TextLabel(words, TextStyle.CAPTION, Role.MUTED, group), row, 0, 1, 2)
            continue
        grid.addWidget(TextLabel(words, TextStyle.CONTROL, Role.TEXT, group), row, 0)
        caps = QHBoxLayout()
        caps.setSpacing(theme.px(4))
        caps.addStretch(1)
        for key in keys:
            caps.addWidget(KeyCap(key_text(key), group))
        grid.addLayout(caps, row, 1)
    column.addLayout(grid)
    return group
