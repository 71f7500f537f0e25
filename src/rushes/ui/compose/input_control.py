"""What every control of the compose panel can do, whatever it looks like."""

from abc import abstractmethod

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.domain.model_spec import InputField
from rushes.domain.request import JsonValue
from rushes.domain.validation import Problem
from rushes.ui.components.form_field import FormField
from rushes.ui.compose.schema_words import field_help, field_title, refusal
from rushes.ui.compose.tab_order import tab_stops


class InputControl(QWidget):
    """One input of a model on the screen.

    Qt’s metaclass does not refuse to make it; mypy refuses one that lacks its abstract methods.

    Signals:
        edited: a person changed the value; setters do not emit it.
    """

    edited = Signal()

    def __init__(self, field: InputField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field

    @abstractmethod
    def value(self) -> JsonValue:
        """The value to send, of the schema's type, or `ABSENT` for nothing at all."""

    @abstractmethod
    def show_value(self, value: JsonValue) -> None:
        """Show a value; `ABSENT`, or one that it cannot hold, shows the schema's default."""

    def unreadable(self) -> str:
        """Say why what stands here cannot be read as a value; empty if it can."""
        return ""

    @abstractmethod
    def set_error(self, sentence: str) -> None:
        """Say at the control what is wrong; an empty text says that all is well."""

    @abstractmethod
    def error(self) -> str:
        """What is said to be wrong now."""

    def set_note(self, text: str) -> None:
        """Show beside the label what follows from the value."""

    @abstractmethod
    def take_keyboard(self) -> None:
        """Give the keyboard to the part where the value is changed."""

    def _refusal(self, code: str) -> str:
        return refusal(Problem(self.field.name, code), self.field)


class LabelledControl(InputControl):
    """An input whose label stands above it and whose error stands beneath.

    Attributes:
        form_field: label, control and error.
    """

    form_field: FormField

    def put(self, control: QWidget) -> None:
        """Take the widget that shows the value; called once, when it is made."""
        self.form_field = FormField(
            field_title(self.field), control, self, help_text=field_help(self.field)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form_field)

    def take_keyboard(self) -> None:
        # The help beside the label comes before the control itself.
        stops = [each for each in tab_stops(self.form_field.control) if each.isVisibleTo(self)]
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_error(self, sentence: str) -> None:
        self.form_field.set_error(sentence)

    def error(self) -> str:
        return self.form_field.error()

    def set_note(self, text: str) -> None:
        self.form_field.label.set_value(text)
