"""A choice among the values that the schema names."""

from PySide6.QtWidgets import QWidget

from rushes.domain.model_spec import ABSENT, InputField
from rushes.domain.request import JsonValue
from rushes.ui.components.choice_field import MOST_SEGMENTS
from rushes.ui.components.combo_box import ComboBox
from rushes.ui.components.option import Option
from rushes.ui.components.segmented import Segmented
from rushes.ui.compose.input_control import LabelledControl
from rushes.ui.compose.schema_words import choice_text, field_title
from rushes.ui.theme.theme import current_theme

FULL_WIDTH = 256
"""Pixels at 100 % that a control has in the narrowest panel."""
# A segment's padding can give way by this much before its words do.
_SPARE = 12


class ChoiceControl(LabelledControl):
    """Segments while there are few and they fit into `room` pixels, a list beyond.

    An optional choice without a default can be left open.
    """

    def __init__(
        self, field: InputField, parent: QWidget | None = None, *, room: int = FULL_WIDTH
    ) -> None:
        super().__init__(field, parent)
        options = [Option(value, choice_text(field, value)) for value in field.choices]
        if not field.required and not field.has_default:
            options.insert(0, Option(ABSENT, self.tr("Not set")))
        name = field_title(field)
        self._choice: Segmented | ComboBox
        if _fits(options, room):
            self._choice = Segmented(options, name=name)
        else:
            self._choice = ComboBox(options, name=name)
        self.put(self._choice)
        self._choice.value_edited.connect(self.edited)
        self.show_value(ABSENT)

    def value(self) -> JsonValue:
        return self._choice.value()

    def show_value(self, value: JsonValue) -> None:
        offered = [option.value for option in self._choice.options()]
        if not _holds(offered, value):
            value = self.field.default if self.field.has_default else offered[0]
        if not _holds(offered, value):
            value = offered[0]
        self._choice.set_value(value)


def _holds(offered: list[JsonValue], value: JsonValue) -> bool:
    # True equals 1 in Python, but not in JSON.
    return any(type(each) is type(value) and each == value for each in offered)


def _fits(options: list[Option], room: int) -> bool:
    if len(options) > MOST_SEGMENTS:
        return False
    trial = Segmented(options)
    least = trial.natural_width() - len(options) * current_theme().px(_SPARE)
    trial.deleteLater()
    return least <= current_theme().px(room)
