"""Numbers: a slider within bounds, a spin field without, an open field where none is meant."""

import math

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from rushes.domain.model_spec import ABSENT, FieldKind, InputField
from rushes.domain.request import JsonValue
from rushes.ui.components.line_field import LineField
from rushes.ui.components.slider_spin import SliderSpin
from rushes.ui.components.spin_field import SpinField
from rushes.ui.compose.clip_length import unit_of
from rushes.ui.compose.input_control import LabelledControl
from rushes.ui.compose.schema_words import field_title, number_text
from rushes.ui.compose.tab_order import without_proxy

# Whole numbers beyond this are not exact in the fields that hold them.
_LARGEST = 2**53
_MOST_DECIMALS = 6


def has_slider(field: InputField) -> bool:
    """Tell whether a number can stand on a slider: bounded, with a default between the bounds."""
    low, high = field.minimum, field.maximum
    return (
        low is not None
        and high is not None
        and low < high
        and _is_number(field.default)
        and low <= field.default <= high
        and max(abs(low), abs(high)) <= _LARGEST
    )


class SpinControl(LabelledControl):
    """A number with a default: a slider and a field where it is bounded, else the field alone."""

    def __init__(self, field: InputField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        name, unit = field_title(field), unit_of(field)
        decimals, step = _decimals(field), _step(field)
        self._number: SliderSpin | SpinField
        if has_slider(field):
            self._number = SliderSpin(
                float(field.minimum or 0),
                float(field.maximum or 0),
                step=step,
                default=float(field.default),
                decimals=decimals,
                unit=unit,
                name=name,
            )
        else:
            low = -_LARGEST if field.minimum is None else field.minimum
            high = _LARGEST if field.maximum is None else field.maximum
            self._number = SpinField(low, high, step=step, decimals=decimals, unit=unit, name=name)
        without_proxy(self._number)
        self.put(self._number)
        self._number.value_edited.connect(self.edited)
        self.show_value(ABSENT)

    def value(self) -> JsonValue:
        return _json_number(self._number.value(), self.field)

    def take_keyboard(self) -> None:
        field = self._number.spin if isinstance(self._number, SliderSpin) else self._number
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_value(self, value: JsonValue) -> None:
        self._number.set_value(float(value if _is_number(value) else self.field.default))


class OpenNumberControl(LabelledControl):
    """A number without a default: a field that may stay empty."""

    def __init__(self, field: InputField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        placeholder = "" if field.required else self.tr("Not set")
        self._line = LineField(placeholder, name=field_title(field), tabular=True)
        self.put(self._line)
        self._line.textEdited.connect(self.edited)

    def value(self) -> JsonValue:
        text = self._line.text().strip()
        number = _read(text)
        if not text or number is None:
            return ABSENT
        if self.field.kind is FieldKind.NUMBER or number.is_integer():
            return _json_number(number, self.field)
        return number

    def show_value(self, value: JsonValue) -> None:
        self._line.setText(number_text(value) if _is_number(value) else "")

    def unreadable(self) -> str:
        text = self._line.text().strip()
        if not text or _read(text) is not None:
            return ""
        whole = self.field.kind is FieldKind.INTEGER
        return self._refusal("not_integer" if whole else "not_number")


def _is_number(value: object) -> bool:
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    return plain and math.isfinite(value)  # type: ignore[arg-type]


def _read(text: str) -> float | None:
    number, understood = QLocale().toDouble(text)
    if not understood:
        number, understood = QLocale.c().toDouble(text)
    return number if understood and abs(number) <= _LARGEST else None


def _json_number(number: float, field: InputField) -> int | float:
    """An integer where the schema wants one; 2.0 is written as 2 in any case."""
    if field.kind is FieldKind.INTEGER:
        return round(number)
    number = round(number, _MOST_DECIMALS)
    return int(number) if number.is_integer() else number


def _decimals(field: InputField) -> int:
    if field.kind is FieldKind.INTEGER:
        return 0
    named = [each for each in (field.minimum, field.maximum, field.default) if _is_number(each)]
    needed = [len(f"{each:.{_MOST_DECIMALS}f}".rstrip("0").split(".")[1]) for each in named]
    return max([2, *needed])


def _step(field: InputField) -> float:
    """One step of the arrows: about a hundredth of the range, 1 at most; 1 for whole numbers."""
    if field.kind is FieldKind.INTEGER or field.minimum is None or field.maximum is None:
        return 1
    share = (field.maximum - field.minimum) / 100
    if share <= 0:
        return 1
    power = 10.0 ** math.floor(math.log10(share))
    nice = next(each for each in (5, 2, 1) if each * power <= share * (1 + 1e-9))
    return max(min(nice * power, 1.0), 10.0**-_MOST_DECIMALS)
