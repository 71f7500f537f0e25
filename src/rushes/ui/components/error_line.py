"""One sentence that says what is wrong with the control above it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.components.painting import mirrored_rect
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_ICON = 13
_GAP = 6


class ErrorLine(TextLabel):
    """An icon and a sentence, 11 px; it takes no room while there is nothing to say.

    Wrong input has the octagon in the colour of *bad*; `role` and `icon` make it a warning.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: Role = Role.BAD,
        icon: str = "failed",
    ) -> None:
        super().__init__("", TextStyle.CAPTION, role, parent, wrap=True)
        self._icon_name = icon
        self._indent()
        self.set_message(text)

    def set_message(self, text: str, icon: str = "") -> None:
        """Say what is wrong; an empty text hides the line. `icon` takes the present one's place."""
        self._icon_name = icon or self._icon_name
        self.setText(text)
        self.setVisible(bool(text))

    def _indent(self) -> None:
        indent = current_theme().px(_ICON + _GAP)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        above = current_theme().px(4)
        self.setContentsMargins(0 if mirrored else indent, above, indent if mirrored else 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._indent()

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(80), self._line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current_theme()
        side = theme.px(_ICON)
        area = QRectF(self.rect())
        top = self.contentsMargins().top() + (self._line_height() - side) / 2
        box = QRectF(area.left(), top, side, side)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        placed = mirrored_rect(box, area, mirrored)
        paint_icon(QPainter(self), self._icon_name, placed, theme.color(self.role))
