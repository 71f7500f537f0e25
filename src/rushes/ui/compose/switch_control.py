"""On or off."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.domain.model_spec import InputField
from rushes.domain.request import JsonValue
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.error_line import ErrorLine
from rushes.ui.components.field_label import FieldLabel
from rushes.ui.components.switch import Switch
from rushes.ui.compose.input_control import InputControl
from rushes.ui.compose.schema_words import field_help, field_title
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import MEDIUM, TextStyle


class SwitchControl(InputControl):
    """The label on the left, the switch on the right; what it shows is what is sent."""

    def __init__(self, field: InputField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.switch = Switch(field_title(field), self)
        self.switch.setAccessibleDescription(field_help(field))
        self._error = ErrorLine("", self)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._add_label()
        self._row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addLayout(self._row)
        self._layout.addWidget(self._error)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.switch.value_edited.connect(self.edited)
        self.show_value(field.default)
        self._apply_theme()

    def _add_label(self) -> None:
        label = FieldLabel(field_title(self.field), self, help_text=field_help(self.field))
        self._row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> JsonValue:
        return self.switch.value()

    def show_value(self, value: JsonValue) -> None:
        shown = value if isinstance(value, bool) else self.field.default
        self.switch.set_value(shown is True)

    def take_keyboard(self) -> None:
        self.switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_error(self, sentence: str) -> None:
        self._error.set_message(sentence)

    def error(self) -> str:
        return self._error.text()

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._row.setSpacing(theme.px(8))
        self._layout.setSpacing(theme.metrics.label_gap)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()


class ExpansionControl(SwitchControl):
    """Prompt expansion, in plain sight: a wand, its name, and what it does to the prompt."""

    def _add_label(self) -> None:
        theme = current_theme()
        self._wand = IconPicture("wand", 16, Role.MUTED, self)
        self._title = ElidedLabel(
            field_title(self.field), TextStyle.CONTROL, Role.STRONG, self, weight=MEDIUM
        )
        sentence = self.tr("The service rewrites it first.")
        self._sentence = ElidedLabel(sentence, TextStyle.CAPTION, Role.MUTED, self)
        self.switch.setAccessibleDescription(sentence)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        self._row.addWidget(self._wand, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(words, 1)
        self._row.setContentsMargins(0, theme.px(3), 0, theme.px(3))
