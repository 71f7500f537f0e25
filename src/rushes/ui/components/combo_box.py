"""A list of values that drops down."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QListView, QSizePolicy, QWidget

from rushes.ui.components.motion import Transition
from rushes.ui.components.option import Option
from rushes.ui.components.painting import mirrored_rect, mix, paint_box, paint_text
from rushes.ui.theme.icons import icon, paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_CHEVRON = 12
_PADDING = 8
_ICON = 14
_GAP = 6


class ComboBox(QComboBox):
    """A drop-down list, 28 px high; the wheel changes it only while it has the keyboard.

    Signals:
        value_edited: a person chose this value; setters do not emit it.
    """

    value_edited = Signal(object)

    def __init__(
        self, options: Sequence[Option] = (), parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._options: list[Option] = []
        self._refused = False
        self._hover = Transition(self)
        view = QListView(self)
        view.setUniformItemSizes(True)
        self.setView(view)
        frame = view.parentWidget()
        if isinstance(frame, QFrame):
            # The list has an outline of its own.
            frame.setFrameShape(QFrame.Shape.NoFrame)
        self.setMaxVisibleItems(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.activated.connect(self._on_activated)
        self.set_options(options)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these values; the first is chosen unless the chosen one is still among them."""
        before = self.value()
        self._options = list(options)
        self.clear()
        for option in options:
            if option.icon:
                self.addItem(icon(option.icon, Role.MUTED, _ICON), option.text)
            else:
                self.addItem(option.text)
        model = self.model()
        if isinstance(model, QStandardItemModel):
            for row, option in enumerate(options):
                model.item(row).setEnabled(option.enabled)
        values = [option.value for option in options]
        self.setCurrentIndex(values.index(before) if before in values else 0 if values else -1)

    def options(self) -> list[Option]:
        """The values that are offered."""
        return list(self._options)

    def value(self) -> Any:
        """The chosen value; None while nothing is chosen."""
        index = self.currentIndex()
        return self._options[index].value if 0 <= index < len(self._options) else None

    def set_value(self, value: Any) -> None:
        """Show `value` as chosen; a value that is not offered leaves nothing chosen."""
        values = [option.value for option in self._options]
        self.setCurrentIndex(values.index(value) if value in values else -1)

    def set_refused(self, refused: bool) -> None:
        """Show that the value cannot be sent."""
        self._refused = refused
        self.update()

    def _on_activated(self, index: int) -> None:
        if 0 <= index < len(self._options):
            self.value_edited.emit(self._options[index].value)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        metrics = QFontMetricsF(theme.font(TextStyle.CONTROL))
        widest = max((metrics.horizontalAdvance(o.text) for o in self._options), default=0.0)
        width = widest + theme.px(2 * _PADDING + _CHEVRON + _GAP) + 2
        if any(option.icon for option in self._options):
            width += theme.px(_ICON + _GAP)
        return QSize(int(width + 1), theme.metrics.control)

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(64), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for row, option in enumerate(self._options):
                if option.icon:
                    self.setItemIcon(row, icon(option.icon, Role.MUTED, _ICON))
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.HoverEnter:
            self._hover.go_to(1.0)
        elif event.type() == QEvent.Type.HoverLeave:
            self._hover.go_to(0.0)
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        enabled = self.isEnabled()
        fill = mix(color(Role.RAISED), color(Role.HOVER), self._hover.value if enabled else 0)
        if not enabled:
            paint_box(painter, area, Radius.CONTROL, None, color(Role.LINE))
        elif self._refused:
            paint_box(painter, area, Radius.CONTROL, fill, color(Role.BAD), 2)
        else:
            paint_box(painter, area, Radius.CONTROL, fill, color(Role.RIM))
        ink = color(Role.TEXT if enabled else Role.OFF)
        left, right = area.left() + theme.px(_PADDING), area.right() - theme.px(_PADDING)
        side = theme.px(_CHEVRON)
        box = QRectF(right - side, area.center().y() - side / 2, side, side)
        quiet = color(Role.MUTED if enabled else Role.OFF)
        paint_icon(painter, "chevron_down", mirrored_rect(box, area, mirrored), quiet)
        index = self.currentIndex()
        name = self._options[index].icon if 0 <= index < len(self._options) else ""
        if name:
            side = theme.px(_ICON)
            icon_box = QRectF(left, area.center().y() - side / 2, side, side)
            paint_icon(painter, name, mirrored_rect(icon_box, area, mirrored), quiet)
            left += side + theme.px(_GAP)
        words = QRectF(left, area.top(), box.left() - theme.px(_GAP) - left, area.height())
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        words = mirrored_rect(words, area, mirrored)
        text, font = self.currentText(), theme.font(TextStyle.CONTROL)
        if not text:
            text, ink = self.placeholderText(), color(Role.FAINT)
        paint_text(painter, words, text, font, ink, align)
