"""A bounded number: a slider for the hand, a field for the exact value."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.ui.components.slider import Slider
from rushes.ui.components.spin_field import SpinField
from rushes.ui.theme.theme import current_theme

_GAP = 12
_MOST_STEPS = 10_000


class SliderSpin(QWidget):
    """A number between `minimum` and `maximum` in steps of `step`.

    `default` puts a tick under the value that it starts with; double-click returns to it. Typing
    may leave the bounds, which shows the slider at its end and is for the owner to refuse.

    Signals:
        value_edited: a person changed the number; setters do not emit it.
    """

    value_edited = Signal(float)

    def __init__(
        self,
        minimum: float,
        maximum: float,
        parent: QWidget | None = None,
        *,
        step: float = 1,
        default: float | None = None,
        decimals: int = 0,
        unit: str = "",
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._minimum = minimum
        self._maximum = maximum
        self._step = step
        steps = max(round((maximum - minimum) / step), 1)
        # A range with very many steps moves in larger ones; the field stays exact.
        self._slider_step = step * max(1, -(-steps // _MOST_STEPS))
        self.slider = Slider(0, round((maximum - minimum) / self._slider_step), self, name=name)
        self.spin = SpinField(
            minimum, maximum, self, step=step, decimals=decimals, unit=unit, name=name
        )
        if default is not None:
            self.slider.set_default(self._position_of(default))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.slider, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.spin, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setFocusProxy(self.spin)
        self.slider.value_edited.connect(self._on_slider_edited)
        self.spin.value_edited.connect(self._on_spin_edited)
        self.set_value(minimum if default is None else default)
        self._apply_theme()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.slider.setAccessibleName(name)
        self.spin.setAccessibleName(name)

    def _position_of(self, value: float) -> int:
        clamped = max(self._minimum, min(value, self._maximum))
        return round((clamped - self._minimum) / self._slider_step)

    def value(self) -> float:
        """The number as it stands in the field."""
        return self.spin.value()

    def set_value(self, value: float) -> None:
        """Show a number."""
        self.spin.set_value(value)
        self.slider.set_value(self._position_of(value))

    def set_refused(self, refused: bool) -> None:
        """Show that the number cannot be sent."""
        self.spin.set_refused(refused)

    def _on_slider_edited(self, position: int) -> None:
        value = min(self._minimum + position * self._slider_step, self._maximum)
        self.spin.set_value(value)
        self.value_edited.emit(self.spin.value())

    def _on_spin_edited(self, value: float) -> None:
        self.slider.set_value(self._position_of(value))
        self.value_edited.emit(value)

    def _apply_theme(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(current_theme().px(_GAP))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
