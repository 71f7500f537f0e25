"""Words beside the prompt: a line, a few lines, a list, or JSON as it is."""

import json

from PySide6.QtWidgets import QWidget

from rushes.domain.model_spec import ABSENT, InputField
from rushes.domain.request import JsonValue, canonical_json
from rushes.ui.components.line_field import LineField
from rushes.ui.compose.input_control import LabelledControl
from rushes.ui.compose.schema_words import field_title, number_text
from rushes.ui.compose.text_area import TextArea

_LONGEST_LINE = 80


class TextControl(LabelledControl):
    """Plain text: one line where the schema allows only a few characters, else several."""

    def __init__(self, field: InputField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        name = field_title(field)
        self._text: LineField | TextArea
        if field.max_length is not None and field.max_length <= _LONGEST_LINE:
            self._text = LineField(name=name)
            self._text.textEdited.connect(self.edited)
        else:
            self._text = TextArea(name=name)
            self._text.edited.connect(self.edited)
        self.put(self._text)
        self.show_value(ABSENT)

    def value(self) -> JsonValue:
        # An emptied text says "none"; without a default to replace, that is nothing at all.
        text = self._text.text()
        return text if text or self.field.has_default else ABSENT

    def show_value(self, value: JsonValue) -> None:
        if not isinstance(value, str):
            value = self.field.default if isinstance(self.field.default, str) else ""
        if isinstance(self._text, TextArea):
            self._text.show_text(value)
        else:
            self._text.setText(value)


class ListControl(LabelledControl):
    """A list of words or numbers, one to a line."""

    def __init__(self, field: InputField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._text = TextArea(self.tr("One per line"), name=field_title(field))
        self.put(self._text)
        self._text.edited.connect(self.edited)
        items = field.schema.get("items")
        self._item_type = str(items.get("type")) if isinstance(items, dict) else "string"
        self.show_value(ABSENT)

    def _lines(self) -> list[str]:
        return [line.strip() for line in self._text.text().splitlines() if line.strip()]

    def _read(self, line: str) -> JsonValue:
        if self._item_type == "string":
            return line
        number = float(line.replace(",", "."))
        if self._item_type == "integer" and not number.is_integer():
            raise ValueError(line)
        return int(number) if number.is_integer() else number

    def value(self) -> JsonValue:
        lines = self._lines()
        if self.unreadable():
            return ABSENT
        return [self._read(line) for line in lines] if lines else ABSENT

    def show_value(self, value: JsonValue) -> None:
        if not isinstance(value, list):
            value = self.field.default if isinstance(self.field.default, list) else []
        self._text.show_text("\n".join(self._word(each) for each in value))

    def _word(self, item: JsonValue) -> str:
        if isinstance(item, int | float) and not isinstance(item, bool):
            return number_text(item)
        return str(item)

    def unreadable(self) -> str:
        for line in self._lines():
            try:
                self._read(line)
            except (ValueError, OverflowError):
                whole = self._item_type == "integer"
                words = (
                    self.tr("“{line}” is not a whole number.")
                    if whole
                    else self.tr("“{line}” is not a number.")
                )
                return words.format(line=line)
        return ""


class JsonControl(LabelledControl):
    """An input of a shape of its own, written as JSON; empty is nothing at all."""

    def __init__(self, field: InputField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._text = TextArea(self.tr("JSON, as the service’s page describes it"))
        self._text.editor.setAccessibleName(field_title(field))
        self.put(self._text)
        self._text.edited.connect(self.edited)
        self.show_value(ABSENT)

    def value(self) -> JsonValue:
        text = self._text.text()
        if not text.strip() or self.unreadable():
            return ABSENT
        return json.loads(text)

    def show_value(self, value: JsonValue) -> None:
        if value is ABSENT:
            value = self.field.default
        self._text.show_text("" if value is ABSENT or value is None else canonical_json(value))

    def unreadable(self) -> str:
        text = self._text.text()
        if not text.strip():
            return ""
        try:
            canonical_json(json.loads(text))
        except json.JSONDecodeError as error:
            words = self.tr("This is not JSON: see line {line}, column {column}.")
            return words.format(line=error.lineno, column=error.colno)
        except (ValueError, RecursionError):
            return self._refusal("not_json")
        return ""
