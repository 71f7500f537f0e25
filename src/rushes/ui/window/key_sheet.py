"""The keys in force, on one sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from rushes.ui.components.key_cap import KeyCap, key_text
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle
from rushes.ui.viewer.keys import DEFAULT_KEYS, ViewerCommand
from rushes.ui.window.sheet import Sheet

Line = tuple[str, tuple[str, ...]]


def key_sheet(window: QWidget) -> Sheet:
    """Make the sheet of keys for a window."""
    sheet = Sheet(_tr("Keys"), window)
    columns = QHBoxLayout()
    columns.setSpacing(current_theme().px(40))
    left, right = QVBoxLayout(), QVBoxLayout()
    _add_group(left, sheet, _tr("Viewer"), _viewer_lines())
    _add_group(right, sheet, _tr("Anywhere"), _window_lines())
    _add_group(right, sheet, _tr("Compose"), [(_tr("Generate"), ("Ctrl+Return",))])
    for column in (left, right):
        # A layout inside another takes over its spacing unless it has one of its own.
        column.setSpacing(current_theme().px(6))
        column.addStretch(1)
        columns.addLayout(column)
    sheet.body.addLayout(columns)
    return sheet


def _viewer_lines() -> list[Line]:
    key = DEFAULT_KEYS
    command = ViewerCommand
    stop, back, on = key[command.SHUTTLE_STOP], key[command.SHUTTLE_BACK], key[command.SHUTTLE_ON]
    return [
        (_tr("Play or pause"), (key[command.PLAY_OR_PAUSE],)),
        (_tr("Back, stop, forward; again is faster"), (back, stop, on)),
        (_tr("One frame"), (key[command.FRAME_BACK], key[command.FRAME_ON])),
        (_tr("Ten frames"), (key[command.TEN_BACK], key[command.TEN_ON])),
        (_tr("First and last frame"), (key[command.FIRST], key[command.LAST])),
        (_tr("In and Out here"), (key[command.SET_IN], key[command.SET_OUT])),
        (_tr("Clear In and Out"), (key[command.CLEAR_IN], key[command.CLEAR_OUT])),
        (_tr("Loop, once, ping-pong"), (key[command.NEXT_LOOP_KIND],)),
        (_tr("Slower and faster"), (key[command.SLOWER], key[command.FASTER])),
        (_tr("Full screen"), (key[command.FULL_SCREEN],)),
    ]


def _window_lines() -> list[Line]:
    return [
        (_tr("Create, Review"), ("Ctrl+1", "Ctrl+2")),
        (_tr("Activity"), ("Ctrl+3",)),
        (_tr("Find in History"), ("Ctrl+F",)),
        (_tr("Settings"), ("Ctrl+,",)),
        (_tr("Text size"), ("Ctrl++", "Ctrl+-", "Ctrl+0")),
        (_tr("These keys"), ("F1",)),
    ]


def _add_group(column: QVBoxLayout, sheet: QWidget, title: str, lines: Sequence[Line]) -> None:
    theme = current_theme()
    column.addWidget(TextLabel(title, TextStyle.CONTROL, Role.STRONG, sheet, weight=SEMIBOLD))
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(24))
    grid.setVerticalSpacing(theme.px(6))
    grid.setContentsMargins(0, theme.px(2), 0, theme.px(12))
    for row, (words, keys) in enumerate(lines):
        grid.addWidget(TextLabel(words, TextStyle.CONTROL, Role.TEXT, sheet), row, 0)
        caps = QHBoxLayout()
        caps.setSpacing(theme.px(4))
        caps.addStretch(1)
        for key in keys:
            caps.addWidget(KeyCap(key_text(key), sheet))
        grid.addLayout(caps, row, 1)
    column.addLayout(grid)


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeySheet", text)
