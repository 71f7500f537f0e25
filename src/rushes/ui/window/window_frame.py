"""The window before it is furnished: on the screen at once, drawn in the shapes of its panels.

What stands here is imported before the first paint, so it stays small.
"""

import base64

from PySide6.QtCore import QByteArray, QObject, QRect, Signal
from PySide6.QtGui import (
    QBrush,
    QCloseEvent,
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QMainWindow

from rushes.domain.settings import Settings
from rushes.ui.theme.roles import Accent, Role, Scheme, role_table

TOP_BAR_HEIGHT = 40
STRIP_HEIGHT = 28
GAP = 4
USUAL_SIZE = (1440, 900)

SIDES = ((1200, (288, 300)), (1400, (312, 300)), (2000, (328, 428)), (99_999, (400, 704)))
"""Widths of Compose and History for windows up to a width, in pixels at 100 %."""

_DETAILS = ((1200, 300), (1400, 312), (2000, 344), (99_999, 420))


class WindowFrame(QMainWindow):
    """A window that can be shown before its panels are made.

    Attributes:
        is_close_requested: whether a person has closed the window, also before anybody listened.

    Signals:
        first_painted: the window has been on the screen once.
        close_requested: a person closed the window; who made it closes it for good.
    """

    first_painted = Signal()
    close_requested = Signal()

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__()
        self._colors = role_table(_scheme(settings or Settings()), Accent.BLUE)
        self._scale = (settings or Settings()).text_scale / 100
        self._painted = False
        self._furnished = False
        self._may_close = False
        self.is_close_requested = False
        self.setWindowTitle("Rushes")

    def restore_place(self, geometry: object) -> None:
        """Put the window where it was; in its usual size where that is not known."""
        if not self.restoreGeometry(bytes_from(geometry)):
            width, height = USUAL_SIZE
            self.resize(round(width * self._scale), round(height * self._scale))

    def strip_bare(self, cover: QObject | None = None) -> None:
        """Take all panels away but for a cover; `furnish` of the whole window makes new ones.

        What stood here belongs to one library, be it a panel or an object that serves panels.
        """
        from PySide6.QtWidgets import QDockWidget, QToolBar, QWidget
        from shiboken6 import createdByPython

        self._furnished = False
        # Qt's own layout, and what belongs to it, stays.
        mine = [child for child in self.children() if createdByPython(child) and child is not cover]
        self.setMenuWidget(QWidget(self))
        for child in mine:
            if isinstance(child, QDockWidget):
                self.removeDockWidget(child)
            elif isinstance(child, QToolBar):
                self.removeToolBar(child)
            child.deleteLater()

    def close_for_good(self) -> None:
        """Close the window; its session has come to rest."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.is_close_requested = True
        self.close_requested.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._furnished:
            self._paint_outline()
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def _paint_outline(self) -> None:
        """Paint bars and panels without what stands in them."""
        scale = self._scale
        top, strip, gap = (round(each * scale) for each in (TOP_BAR_HEIGHT, STRIP_HEIGHT, GAP))
        left, right = (round(each * scale) for each in usual_sides(self.width() / scale))
        width, height = self.width(), self.height()
        middle = height - top - strip - 2
        painter = QPainter(self)
        # The names of Qt's own enumeration load much that the first paint can do without, and
        # fillRect would ask for them.
        painter.setBackground(_brush(self._colors[Role.GAP]))
        painter.eraseRect(self.rect())
        painter.setBackground(_brush(self._colors[Role.PANEL]))
        for area in (
            QRect(0, 0, width, top),
            QRect(0, top + 1, left, middle),
            QRect(left + gap, top + 1, width - left - right - 2 * gap, middle),
            QRect(width - right, top + 1, right, middle),
            QRect(0, height - strip, width, strip),
        ):
            painter.eraseRect(area)


def usual_sides(width: float) -> tuple[int, int]:
    """Return the widths of Compose and History for a window's width, all at 100 %."""
    return next(sides for widest, sides in SIDES if width <= widest)


def usual_details(width: float) -> int:
    """Return the width of Details for a window's width, both at 100 %."""
    return next(details for widest, details in _DETAILS if width <= widest)


def _brush(color: str) -> QBrush:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(color))
    return palette.window()


def bytes_from(text: object) -> QByteArray:
    """Return what was written down as base64; empty for anything else."""
    try:
        decoded = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except ValueError:
        decoded = b""
    return QByteArray(decoded)


def _scheme(settings: Settings) -> Scheme:
    if settings.theme in set(Scheme):
        return Scheme(settings.theme)
    if settings.theme == "system":
        is_light = QGuiApplication.palette().window().color().lightness() > 127
        return Scheme.LIGHT if is_light else Scheme.DARK
    return Scheme.DARK
