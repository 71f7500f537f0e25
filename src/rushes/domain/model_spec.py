"""A hosted model and its inputs, read from the service's catalogue entry.

Facts about the schemas come from the catalogue itself: every ``type`` is one plain string, media
inputs carry a ``format`` of ``image_uri``, ``video_uri``, ``audio_uri`` or the plural on arrays,
titles and descriptions may be missing or empty, and nested inputs exist that list no properties.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from rushes.domain.errors import CatalogueEntryUnreadable
from rushes.domain.request import JsonValue

_MODEL_ID = re.compile(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+){1,7}")
_WORDS = re.compile(r"[_\-\s]+")
_MEDIA_FORMAT = re.compile(r"(image|video|audio)_uris?")


class FieldKind(StrEnum):
    """How an input is shown and checked."""

    TEXT = "text"
    CHOICE = "choice"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    SEED = "seed"
    MEDIA = "media"
    MEDIA_LIST = "media_list"
    LIST = "list"
    JSON = "json"


class _Absent:
    """The type of `ABSENT`."""

    def __repr__(self) -> str:
        return "ABSENT"

    def __bool__(self) -> bool:
        return False


ABSENT = _Absent()
"""No default: told apart from a default of null."""


@dataclass(frozen=True, slots=True)
class InputField:
    """One input of a model.

    Attributes:
        name: key in the request.
        title: label; made from the name where the schema has none.
        description: help, possibly empty; text from outside.
        kind: how it is shown and checked.
        json_type: the schema's ``type``.
        required: whether the schema demands it.
        default: the schema's default or `ABSENT`.
        choices: allowed values in the schema's order, empty if free.
        minimum, maximum: inclusive bounds of a number, None if open.
        max_length: characters, None if open.
        min_items, max_items: bounds of a list, None if open.
        medium: ``image``, ``video`` or ``audio`` for media fields, else empty.
        schema: the field's schema as it came; read-only.
    """

    name: str
    title: str
    description: str
    kind: FieldKind
    json_type: str
    required: bool = False
    default: JsonValue = ABSENT
    choices: tuple[JsonValue, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    medium: str = ""
    schema: Mapping[str, JsonValue] = field(default_factory=dict, compare=False)

    @property
    def has_default(self) -> bool:
        """Whether the schema gives a default worth sending: absent, null and "" are not."""
        return self.default is not ABSENT and self.default is not None and self.default != ""


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """One hosted model and its input schema.

    Attributes:
        model_id: the service's name, such as ``wan-ai/wan-2-1/text-to-video``.
        display_name: name for people; the id's own words where the catalogue has none.
        kind: what it does, such as ``text-to-video``; may be empty.
        output_type: ``video``, ``image``, ``audio``; empty where not told.
        fields: the inputs in the schema's order.
        entry: the catalogue entry as it came; read-only.
    """

    model_id: str
    display_name: str
    kind: str
    output_type: str
    fields: tuple[InputField, ...]
    entry: Mapping[str, JsonValue] = field(default_factory=dict, compare=False)

    def field(self, name: str) -> InputField | None:
        """Return the input of that name, or None."""
        return next((each for each in self.fields if each.name == name), None)

    @property
    def prompt_field(self) -> InputField | None:
        """The input that holds the prompt (``tags`` where a music model has no ``prompt``)."""
        return self.field("prompt") or self.field("tags")

    @property
    def seed_field(self) -> InputField | None:
        """The input that holds the seed, or None."""
        return next((each for each in self.fields if each.kind is FieldKind.SEED), None)


def is_model_id(text: str) -> bool:
    """Tell whether the text can be a model's id: two to eight path segments of plain characters."""
    return _MODEL_ID.fullmatch(text) is not None and ".." not in text.split("/")


def read_model(entry: object) -> ModelSpec:
    """Read a catalogue entry.

    Raises CatalogueEntryUnreadable when it has no usable id or its schema is not an object.
    Single fields that cannot be understood become `FieldKind.JSON` rather than being dropped.
    """
    if not isinstance(entry, Mapping):
        raise CatalogueEntryUnreadable("the entry is not an object")
    model_id = entry.get("model_id")
    if not isinstance(model_id, str) or not is_model_id(model_id):
        raise CatalogueEntryUnreadable("the entry has no usable model_id")
    schema = entry.get("input_schema")
    if not isinstance(schema, Mapping):
        raise CatalogueEntryUnreadable(f"{model_id} has no input schema")
    properties = schema.get("properties")
    if not isinstance(properties, Mapping):
        raise CatalogueEntryUnreadable(f"the input schema of {model_id} lists no inputs")
    required = schema.get("required")
    demanded = set(map(str, required)) if isinstance(required, list) else set[str]()
    return ModelSpec(
        model_id=model_id,
        display_name=_text(entry.get("display_name")) or _spoken(model_id.split("/")[1]),
        kind=_text(entry.get("kind")),
        output_type=_text(entry.get("output_type")).lower(),
        fields=tuple(
            _read_field(str(name), each, str(name) in demanded) for name, each in properties.items()
        ),
        entry=MappingProxyType(dict(entry)),
    )


def _read_field(name: str, schema: object, required: bool) -> InputField:
    shape: Mapping[str, JsonValue] = schema if isinstance(schema, Mapping) else {}
    json_type = shape["type"] if isinstance(shape.get("type"), str) else ""
    choices = shape.get("enum")
    found = _MEDIA_FORMAT.fullmatch(_text(shape.get("format")))
    return InputField(
        name=name,
        title=_text(shape.get("title")) or _spoken(name),
        description=_text(shape.get("description")),
        kind=_kind(name, json_type, shape, found is not None),
        json_type=json_type,
        required=required,
        default=shape.get("default", ABSENT),
        choices=tuple(choices) if isinstance(choices, list) else (),
        minimum=_number(shape.get("minimum")),
        maximum=_number(shape.get("maximum")),
        max_length=_count(shape.get("maxLength")),
        min_items=_count(shape.get("minItems")),
        max_items=_count(shape.get("maxItems")),
        medium=found.group(1) if found else "",
        schema=MappingProxyType(dict(shape)),
    )


def _kind(name: str, json_type: str, shape: Mapping[str, JsonValue], is_media: bool) -> FieldKind:
    if is_media:
        return FieldKind.MEDIA_LIST if json_type == "array" else FieldKind.MEDIA
    if isinstance(shape.get("enum"), list) and shape["enum"]:
        return FieldKind.CHOICE
    if json_type == "integer":
        return FieldKind.SEED if name == "seed" else FieldKind.INTEGER
    if json_type == "array":
        items = shape.get("items")
        plain = isinstance(items, Mapping) and items.get("type") in ("string", "integer", "number")
        return FieldKind.LIST if plain else FieldKind.JSON
    simple = {
        "string": FieldKind.TEXT,
        "number": FieldKind.NUMBER,
        "boolean": FieldKind.BOOLEAN,
    }
    return simple.get(json_type, FieldKind.JSON)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _number(value: object) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _spoken(name: str) -> str:
    words = _WORDS.sub(" ", name).strip()
    return words[:1].upper() + words[1:]
