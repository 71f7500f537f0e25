"""A sunken place to write in, whose rim tells focus and refusal."""

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.components.painting import paint_box
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_FOCUS_EVENTS = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)


class Well(QWidget):
    """The box around a text field that draws no frame of its own; `radius` rounds it."""

    def __init__(self, parent: QWidget | None = None, *, radius: int = Radius.CONTROL) -> None:
        super().__init__(parent)
        self._radius = radius
        self._refused = False
        self._field: QWidget | None = None

    def hold(self, field: QWidget) -> None:
        """Show the focus of this field as one's own."""
        self._field = field
        field.installEventFilter(self)

    def set_refused(self, refused: bool) -> None:
        """Show that what is written cannot be sent as it is."""
        self._refused = refused
        self.update()

    def is_refused(self) -> bool:
        """Tell whether it shows a refusal."""
        return self._refused

    def line_width(self) -> int:
        """How thick the rim is now, in pixels."""
        focused = self._field is not None and self._field.hasFocus()
        return current_theme().focus_width if self._refused or focused else 1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOCUS_EVENTS:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = current_theme().color
        width = self.line_width()
        line = color(Role.RIM) if width == 1 else color(Role.ACCENT)
        if self._refused:
            line = color(Role.BAD)
        area = QRectF(self.rect())
        paint_box(QPainter(self), area, self._radius, color(Role.WELL), line, width)
