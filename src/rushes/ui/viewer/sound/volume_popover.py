"""The small box above the sound button in which the volume is set."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rushes.ui.components.painting import paint_box
from rushes.ui.components.slider import Slider
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from rushes.ui.viewer.sound.volume_words import percent_words

_STEPS = 100
_STEP = 5
_WIDTH = 216
_GAP = 4


class VolumePopover(QWidget):
    """A slider with its number; it closes on Escape or a click elsewhere.

    Signals:
        volume_requested: a person moved the knob; 0 to 1.
    """

    volume_requested = Signal(float)

    def __init__(self, volume: float, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Volume"))
        theme = current_theme()
        self.slider = Slider(0, _STEPS, self, name=self.tr("Volume"))
        self.slider.setSingleStep(_STEP)
        self.slider.setPageStep(2 * _STEP)
        self._number = TextLabel("", TextStyle.CONTROL, Role.MUTED, self)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.slider, 1)
        layout.addWidget(self._number)
        self._number.setText(percent_words(1.0))
        self._number.setFixedWidth(self._number.sizeHint().width())
        self.setFixedSize(theme.px(_WIDTH), theme.metrics.control + 2 * theme.px(4))
        self.setFocusProxy(self.slider)
        self.slider.value_edited.connect(self._on_edited)
        self.show_volume(volume)

    def show_volume(self, volume: float) -> None:
        """Show a volume from 0 to 1."""
        self._number.setText(percent_words(volume))
        if not self.slider.isSliderDown():
            self.slider.set_value(round(volume * _STEPS))

    def show_above(self, anchor: QWidget) -> None:
        """Open above `anchor`, on its screen: below it the timeline would be covered."""
        place = anchor.mapToGlobal(QPoint((anchor.width() - self.width()) // 2, 0))
        room = anchor.screen().availableGeometry()
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = max(room.top(), place.y() - self.height() - _GAP)
        self.move(x, y)
        self.show()
        self.slider.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_edited(self, value: int) -> None:
        self.volume_requested.emit(value / _STEPS)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        fill, line = theme.color(Role.POPUP), theme.color(Role.EDGE)
        paint_box(QPainter(self), QRectF(self.rect()), Radius.CARD, fill, line)
