"""A sheet with a few words and the answers to them; closing it leaves things as they are."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.libraries.told_sheet import lines_sheet
from rushes.ui.theme.theme import current_theme
from rushes.ui.window.sheet import Sheet

Answer = tuple[str, Callable[[], object]]
"""An answer's words, and what it does."""


def choice_sheet(window: QWidget, title: str, lines: list[str], answers: Sequence[Answer]) -> Sheet:
    """Make the sheet; the first answer is the usual one, and has the keyboard."""
    sheet = lines_sheet(window, title, lines)
    row = QHBoxLayout()
    row.setContentsMargins(0, current_theme().px(8), 0, 0)
    row.setSpacing(current_theme().px(8))
    row.addStretch(1)
    for number, (text, act) in enumerate(answers):
        kind = ButtonKind.PRIMARY if number == 0 else ButtonKind.NORMAL
        button = Button(text, sheet, kind=kind)
        button.clicked.connect(sheet.close)
        button.clicked.connect(act)
        row.insertWidget(1, button)
        if number == 0:
            button.setFocus()
    sheet.body.addLayout(row)
    return sheet
