"""One value out of several: segments while they fit, a drop-down list beyond."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.ui.components.combo_box import ComboBox
from rushes.ui.components.option import Option
from rushes.ui.components.segmented import Segmented, segmented_width
from rushes.ui.theme.theme import current_theme

MOST_SEGMENTS = 5
WIDEST_SEGMENTED = 300
"""Pixels at 100 %; wider ones become a list."""


class ChoiceField(QWidget):
    """Shows a choice as a `Segmented`, or as a `ComboBox` over 5 values or 300 px.

    Signals:
        value_edited: a person chose this value; setters do not emit it.
    """

    value_edited = Signal(object)

    def __init__(
        self,
        options: Sequence[Option] = (),
        parent: QWidget | None = None,
        *,
        equal: bool = True,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._equal = equal
        self._options = list(options)
        self._control: Segmented | ComboBox | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._build()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        if self._control is not None:
            self._control.setAccessibleName(name)

    @property
    def control(self) -> Segmented | ComboBox:
        """The control that shows the choice now."""
        if self._control is None:
            self._build()
        assert self._control is not None
        return self._control

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these values; the first is chosen unless the chosen one is still among them."""
        self._options = list(options)
        self._build()

    def options(self) -> list[Option]:
        """The values that are offered."""
        return list(self._options)

    def value(self) -> Any:
        """The chosen value."""
        return self.control.value()

    def set_value(self, value: Any) -> None:
        """Show `value` as chosen."""
        self.control.set_value(value)

    def set_refused(self, refused: bool) -> None:
        """Show that the value cannot be sent; segments only ever offer values that can."""
        if isinstance(self._control, ComboBox):
            self._control.set_refused(refused)

    def is_segmented(self) -> bool:
        """Tell whether the values stand side by side."""
        return isinstance(self._control, Segmented)

    def _fits_side_by_side(self) -> bool:
        if len(self._options) > MOST_SEGMENTS:
            return False
        width = segmented_width(self._options, equal=self._equal)
        return width <= current_theme().px(WIDEST_SEGMENTED)

    def _build(self) -> None:
        before = None if self._control is None else self._control.value()
        side_by_side = self._fits_side_by_side()
        name = self.accessibleName()
        if self._control is not None and isinstance(self._control, Segmented) == side_by_side:
            self._control.set_options(self._options)
            return
        had_focus = False
        if self._control is not None:
            had_focus = self._control.isAncestorOf(self.focusWidget() or self)
            self._layout.removeWidget(self._control)
            self._control.hide()
            self._control.deleteLater()
        control: Segmented | ComboBox
        if side_by_side:
            control = Segmented(self._options, self, equal=self._equal, name=name)
        else:
            control = ComboBox(self._options, self, name=name)
        if any(option.value == before for option in self._options):
            control.set_value(before)
        control.value_edited.connect(self.value_edited)
        self._control = control
        self._layout.addWidget(control)
        self.setFocusProxy(control)
        if had_focus:
            control.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Letters of another size may make room for segments, or need a list.
        if event.type() == QEvent.Type.StyleChange and self._control is not None:
            self._build()
