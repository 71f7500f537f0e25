"""From an input of a schema to the control that shows it."""

from PySide6.QtWidgets import QWidget

from rushes.domain.model_spec import FieldKind, InputField
from rushes.ui.compose.choice_control import FULL_WIDTH, ChoiceControl
from rushes.ui.compose.input_control import InputControl
from rushes.ui.compose.media_links import MediaControl
from rushes.ui.compose.number_controls import OpenNumberControl, SpinControl
from rushes.ui.compose.seed_control import SeedControl
from rushes.ui.compose.switch_control import ExpansionControl, SwitchControl
from rushes.ui.compose.text_controls import JsonControl, ListControl, TextControl

EXPANSION_INPUT = "enable_prompt_expansion"
"""The input that lets the service rewrite the prompt (Wan's API pages)."""


def make_control(
    field: InputField, parent: QWidget | None = None, *, room: int = FULL_WIDTH
) -> InputControl:
    """Return a control for any input; `room` is its width in pixels at 100 % at the narrowest."""
    match field.kind:
        case FieldKind.CHOICE:
            return ChoiceControl(field, parent, room=room)
        case FieldKind.INTEGER | FieldKind.NUMBER if _has_number(field):
            return SpinControl(field, parent)
        case FieldKind.INTEGER | FieldKind.NUMBER:
            return OpenNumberControl(field, parent)
        case FieldKind.BOOLEAN if field.name == EXPANSION_INPUT:
            return ExpansionControl(field, parent)
        case FieldKind.BOOLEAN:
            return SwitchControl(field, parent)
        case FieldKind.SEED:
            return SeedControl(field, parent)
        case FieldKind.MEDIA | FieldKind.MEDIA_LIST:
            return MediaControl(field, parent)
        case FieldKind.TEXT:
            return TextControl(field, parent)
        case FieldKind.LIST:
            return ListControl(field, parent)
        case FieldKind.JSON:
            return JsonControl(field, parent)


def _has_number(field: InputField) -> bool:
    return isinstance(field.default, int | float) and not isinstance(field.default, bool)
