"""The letter of a take in a small square."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.painting import paint_box, paint_text
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

BADGE = 20
"""Width and height, in pixels at 100 %."""


def paint_badge(painter: QPainter, box: QRectF, letter: str, *, chosen: bool) -> None:
    """Paint the letter of a take in its square, in the accent's fill where it is chosen."""
    theme = current_theme()
    paint_box(painter, box, Radius.CONTROL, theme.color(Role.FILL if chosen else Role.PRESS))
    ink = theme.color(Role.ON_FILL if chosen else Role.STRONG)
    font = theme.font(TextStyle.CONTROL, SEMIBOLD)
    paint_text(painter, box, letter, font, ink, Qt.AlignmentFlag.AlignHCenter)


class Badge(QWidget):
    """The letter as a widget."""

    def __init__(self, letter: str, parent: QWidget | None = None, *, chosen: bool = False) -> None:
        super().__init__(parent)
        self._letter, self._chosen = letter, chosen
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def letter(self) -> str:
        """What is shown."""
        return self._letter

    def show_letter(self, letter: str, *, chosen: bool) -> None:
        """Show another letter."""
        self._letter, self._chosen = letter, chosen
        self._tell()

    def _tell(self) -> None:
        words = self.tr("%1, chosen") if self._chosen else "%1"
        self.setAccessibleName(words.replace("%1", self._letter))
        self.update()

    def sizeHint(self) -> QSize:
        side = current_theme().px(BADGE)
        return QSize(side + self.contentsMargins().left(), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(self.contentsRect())
        paint_badge(QPainter(self), box, self._letter, chosen=self._chosen)
