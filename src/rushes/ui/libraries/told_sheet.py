"""A sheet that says why something did not come of a library."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rushes.domain.error_words import words_for
from rushes.domain.errors import NoRoomThere, RushesError
from rushes.ui.components.button import Button
from rushes.ui.components.text_label import TextLabel
from rushes.ui.libraries.errand_words import size_text
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from rushes.ui.translation import translated_words
from rushes.ui.window.sheet import Sheet

_WIDTH = 380


def told_sheet(window: QWidget, title: str, error: RushesError) -> Sheet:
    """Make the sheet for a window: what happened, what was kept, what to do."""
    words = translated_words(words_for(error))
    lines = [words.happened, words.kept, words.todo]
    if error.code == "library_in_use" and error.detail:
        text = QCoreApplication.translate("Libraries", "It is open in: {owner}.")
        lines.insert(1, text.format(owner=error.detail))
    elif isinstance(error, NoRoomThere):
        text = QCoreApplication.translate("Libraries", "{needed} are needed, {free} are free.")
        needed, free = (size_text(each) for each in (error.needed, error.free))
        lines.insert(1, text.format(needed=needed, free=free))
    elif error.code in _NAMED and error.detail:
        lines.insert(1, error.detail)
    return closing_sheet(window, title, lines)


def closing_sheet(window: QWidget, title: str, lines: list[str]) -> Sheet:
    """Make a sheet that only tells: of a title, lines, and the button that closes it."""
    sheet = lines_sheet(window, title, lines)
    close = Button(QCoreApplication.translate("Libraries", "Close"), sheet)
    close.clicked.connect(sheet.close)
    row = QHBoxLayout()
    row.setContentsMargins(0, current_theme().px(8), 0, 0)
    row.addStretch(1)
    row.addWidget(close)
    sheet.body.addLayout(row)
    close.setFocus()
    return sheet


def lines_sheet(window: QWidget, title: str, lines: list[str]) -> Sheet:
    """Make a sheet of a title and lines; empty lines are left out."""
    sheet = Sheet(title, window)
    sheet.setAccessibleDescription(" ".join(line for line in lines if line))
    width = current_theme().px(_WIDTH)
    for number, line in enumerate(line for line in lines if line):
        role = Role.TEXT if number == 0 else Role.MUTED
        label = TextLabel(line, TextStyle.CONTROL, role, sheet, wrap=True)
        label.setFixedWidth(width)
        sheet.body.addWidget(label)
    return sheet


_NAMED = frozenset({"copy_differs", "no_backup_there", "place_taken"})
"""Errors whose detail names what a person can look for."""
