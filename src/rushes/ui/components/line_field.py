"""One line of text to type, with an icon where it helps."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from rushes.ui.components.painting import mirrored_rect
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_ICON = 14
_GAP = 6
_PADDING = 8


class LineField(QLineEdit):
    """A text field, 28 px high or as high as `height` says at 100 %.

    `textEdited` is Qt's own signal for what a person typed; `setText` does not emit it.
    """

    def __init__(
        self,
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        name: str = "",
        icon: str = "",
        height: int | None = None,
        tabular: bool = False,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._height = height
        self._tabular = tabular
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("refused", False)
        self._apply_theme()

    def set_refused(self, refused: bool) -> None:
        """Show that the text cannot be used as it is."""
        if bool(self.property("refused")) != refused:
            self.setProperty("refused", refused)
            self.style().unpolish(self)
            self.style().polish(self)

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.setFont(theme.font(TextStyle.CONTROL, tabular=self._tabular))
        height = theme.metrics.control if self._height is None else theme.px(self._height)
        self.setFixedHeight(height)
        icon = theme.px(_ICON + _GAP) if self._icon_name else 0
        self.setTextMargins(icon, 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.height() != 0:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._icon_name:
            return
        theme = current_theme()
        area = QRectF(self.rect())
        side = theme.px(_ICON)
        box = QRectF(theme.px(_PADDING), area.center().y() - side / 2, side, side)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        color = theme.color(Role.MUTED if self.isEnabled() else Role.OFF)
        placed = mirrored_rect(box, area, mirrored)
        paint_icon(QPainter(self), self._icon_name, placed, color, mirrored=mirrored)
