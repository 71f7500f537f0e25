"""A control with its label above it and, when it is wrong, a sentence beneath."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from rushes.ui.components.error_line import ErrorLine
from rushes.ui.components.field_label import FieldLabel
from rushes.ui.theme.theme import current_theme


class FormField(QWidget):
    """Puts label, control and error sentence together at the distances of the look.

    Attributes:
        label: the `FieldLabel`; its `set_value` shows what follows from the control.
        control: what was handed in; its `set_refused(bool)`, if it has one, follows the error.
    """

    def __init__(
        self,
        title: str,
        control: QWidget,
        parent: QWidget | None = None,
        *,
        value: str = "",
        help_text: str = "",
    ) -> None:
        super().__init__(parent)
        self.control = control
        self.label = FieldLabel(title, self, value=value, help_text=help_text)
        self._error = ErrorLine("", self)
        if not control.accessibleName():
            control.setAccessibleName(title)
        if help_text and not control.accessibleDescription():
            control.setAccessibleDescription(help_text)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.label)
        self._below_label = QSpacerItem(0, 0)
        self._layout.addItem(self._below_label)
        self._layout.addWidget(control)
        self._layout.addWidget(self._error)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._apply_theme()

    def set_error(self, text: str) -> None:
        """Say what is wrong with the value; an empty text says that all is well."""
        self._error.set_message(text)
        refuse = getattr(self.control, "set_refused", None)
        if callable(refuse):
            refuse(bool(text))

    def error(self) -> str:
        """What is said to be wrong now."""
        return self._error.text()

    def _apply_theme(self) -> None:
        theme = current_theme()
        # The help button is higher than the words, which keep their distance to the control.
        slack = theme.px(4) if self.label.help is not None else 0
        self._layout.setSpacing(0)
        self._below_label.changeSize(0, max(theme.metrics.label_gap - slack, 0))
        self._layout.invalidate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
