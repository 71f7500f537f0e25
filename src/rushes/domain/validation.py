"""Check inputs against a model's schema, before anything is sent."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from rushes.domain.model_spec import FieldKind, InputField, ModelSpec
from rushes.domain.request import JsonValue

PROBLEM_WORDS: dict[str, str] = {
    "missing": "{title} is needed.",
    "unknown": "This model has no input called {title}.",
    "not_text": "{title} must be text.",
    "not_integer": "{title} must be a whole number.",
    "not_number": "{title} must be a number.",
    "not_boolean": "{title} must be on or off.",
    "not_list": "{title} must be a list.",
    "not_json": "{title} cannot be sent as it is.",
    "not_offered": "{title} must be one of {choices}.",
    "too_small": "{title} starts at {minimum}.",
    "too_large": "{title} goes up to {maximum}.",
    "too_long": "{title} holds {maximum} characters; it has {length}.",
    "too_few": "{title} needs at least {minimum}.",
    "too_many": "{title} takes at most {maximum}.",
    "not_a_link": "{title} must be an https link or a data link.",
    "file_missing": "{title}: its file is not there any more.",
    "file_unfit": "{title} must be a picture (PNG, JPEG or WebP).",
    "files_too_large": "{title}: files of this computer may come to {most} MiB in all.",
}
"""One sentence for each kind of problem; also the key of its translation (``Problem``)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a field is refused.

    Attributes:
        field: the input's name.
        code: key of `PROBLEM_WORDS`.
        values: what the sentence names.
    """

    field: str
    code: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The problem in English."""
        return PROBLEM_WORDS[self.code].format_map({"title": self.field, **self.values})


def resolve_inputs(spec: ModelSpec, given: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Return what would be sent: the given inputs, and the schema's defaults for the rest.

    A default of "" is left out, for it says nothing. Optional texts given as "" are left out too.
    The seed is not drawn here.
    """
    resolved: dict[str, JsonValue] = {}
    for each in spec.fields:
        if each.name in given:
            if given[each.name] != "" or each.required:
                resolved[each.name] = given[each.name]
        elif each.has_default and each.kind is not FieldKind.SEED:
            resolved[each.name] = each.default
    known = {each.name for each in spec.fields}
    return resolved | {name: value for name, value in given.items() if name not in known}


def check_inputs(spec: ModelSpec, inputs: Mapping[str, JsonValue]) -> list[Problem]:
    """Return every problem of the inputs, in the schema's order; empty when they may be sent."""
    problems: list[Problem] = []
    for each in spec.fields:
        if each.name in inputs:
            problem = _check(each, inputs[each.name])
            if problem is not None:
                problems.append(problem)
        elif each.required and not each.has_default:
            problems.append(_problem(each, "missing"))
    problems += [
        Problem(name, "unknown", {"title": name}) for name in inputs if spec.field(name) is None
    ]
    return problems


def _problem(each: InputField, code: str, **values: object) -> Problem:
    return Problem(each.name, code, {"title": each.title, **values})


def _check(each: InputField, value: JsonValue) -> Problem | None:
    wrong_type = _check_type(each, value)
    if wrong_type is not None:
        return _problem(each, wrong_type)
    if each.choices and not any(_same(value, choice) for choice in each.choices):
        return _problem(each, "not_offered", choices=", ".join(map(str, each.choices)))
    if isinstance(value, str):
        return _check_text(each, value)
    if isinstance(value, list):
        return _check_list(each, value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if each.minimum is not None and value < each.minimum:
            return _problem(each, "too_small", minimum=_plain(each.minimum))
        if each.maximum is not None and value > each.maximum:
            return _problem(each, "too_large", maximum=_plain(each.maximum))
    return None


def _check_type(each: InputField, value: JsonValue) -> str | None:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    match each.json_type:
        case "string":
            return None if isinstance(value, str) else "not_text"
        case "integer":
            whole = isinstance(value, int) and not isinstance(value, bool)
            return None if whole else "not_integer"
        case "number":
            return None if number else "not_number"
        case "boolean":
            return None if isinstance(value, bool) else "not_boolean"
        case "array":
            return None if isinstance(value, list) else "not_list"
    return None


def _check_text(each: InputField, value: str) -> Problem | None:
    if each.required and not value.strip():
        return _problem(each, "missing")
    if each.max_length is not None and len(value) > each.max_length:
        return _problem(each, "too_long", maximum=each.max_length, length=len(value))
    if each.kind is FieldKind.MEDIA and not _is_link(value):
        return _problem(each, "not_a_link")
    return None


def _check_list(each: InputField, value: list[JsonValue]) -> Problem | None:
    least = each.min_items if each.min_items is not None else int(each.required)
    if len(value) < least:
        return _problem(each, "too_few", minimum=least)
    if each.max_items is not None and len(value) > each.max_items:
        return _problem(each, "too_many", maximum=each.max_items)
    if each.kind is FieldKind.MEDIA_LIST and not all(map(_is_link, value)):
        return _problem(each, "not_a_link")
    return None


def _is_link(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("https://", "data:"))


def _same(value: JsonValue, choice: JsonValue) -> bool:
    return type(value) is type(choice) and bool(value == choice)


def _plain(number: float) -> str:
    return f"{number:g}" if abs(number) < 1e6 else str(int(number))
