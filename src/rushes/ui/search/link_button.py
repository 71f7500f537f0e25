"""A button that is no more than its word, flush with what stands above and below it."""

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle


class LinkButton(Button):
    """A small word in the accent's colour; a line is under it while the pointer is over it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent, kind=ButtonKind.QUIET, small=True)

    def _font(self, theme: Theme) -> QFont:
        font = QFont(theme.font(TextStyle.CAPTION, SEMIBOLD))
        font.setUnderline(self.isEnabled() and self.underMouse())
        return font

    def _padding(self) -> int:
        return 0

    def _colors(self, theme: Theme) -> tuple[QColor, QColor, QColor]:
        clear = QColor(0, 0, 0, 0)
        word = Role.ACCENT if self.isEnabled() else Role.OFF
        return clear, clear, theme.color(word)
