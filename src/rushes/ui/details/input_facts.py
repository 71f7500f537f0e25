"""The inputs of takes as facts: by their titles, with units, and with how they were before.

Texts are translated in the context ``Details``.
"""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from rushes.domain.model_spec import FieldKind, InputField, ModelSpec
from rushes.domain.request import GenerationRequest, JsonValue, canonical_json
from rushes.domain.titles import model_title
from rushes.ui.components.long_texts import shown_part
from rushes.ui.compose.clip_length import unit_of
from rushes.ui.compose.schema_words import choice_text, field_title, known, number_text
from rushes.ui.details.fact import Fact
from rushes.ui.job_faces.measures import received_text
from rushes.ui.take_info.summary import grouped

_ABSENT = object()
_EXPANSION = "enable_prompt_expansion"
_PROMPTS = ("prompt", "tags", "text")
_DATA_LINK = "data:"
_UNITS = {"fps": "fps", "frames_per_second": "fps", "frame_rate": "fps"}
_MOST_DIFFERENT = 8
_LONGEST = 400

Models = Mapping[str, ModelSpec]
"""What is known of models, by their ids."""


def input_facts(
    request: GenerationRequest, before: GenerationRequest | None, spec: ModelSpec | None
) -> list[Fact]:
    """The inputs but the prompt; the model only where it is another one than before.

    Args:
        request: of the take.
        before: of the take before it, or None where there is none.
        spec: its model, or None where that is not known: inputs are told by their own names then.
    """
    facts = []
    if before is not None and before.model_id != request.model_id:
        value, was = model_title(request.model_id), was_text(model_title(before.model_id))
        facts.append(Fact(_tr("Model"), value, request.model_id, was, is_changed=True))
    names = _names([request] if before is None else [request, before], spec)
    shown_above = prompt_name(request)
    for name in names:
        if name != shown_above:
            facts.append(_fact(name, request, before, spec))
    return facts


def common_facts(requests: Sequence[GenerationRequest], models: Models) -> list[Fact]:
    """The inputs of several takes: what all of them have, and where they differ."""
    ids = list(dict.fromkeys(request.model_id for request in requests))
    specs = [models.get(each) for each in ids]
    spec = specs[0] if len(ids) == 1 else None
    facts = [_common(_tr("Model"), [model_title(each) for each in ids])]
    prompts = {prompt_name(request) for request in requests}
    for name in _names(requests, spec):
        if name in prompts:
            continue
        field = spec.field(name) if spec is not None else None
        found = [request.inputs.get(name, _ABSENT) for request in requests]
        values = {_key(value): value for value in found}
        texts = [_not_sent() if each is _ABSENT else _text(field, name, each)
                 for each in values.values()]  # fmt: skip
        facts.append(_common(_label(field, name), texts))
    return facts


def prompt_name(request: GenerationRequest) -> str:
    """The name of the input that holds the prompt; empty where none does."""
    for name in _PROMPTS:
        if isinstance(request.inputs.get(name), str):
            return name
    return ""


def was_text(value: str) -> str:
    """How it was in the take before, as "was 16"."""
    return _tr("was %1").replace("%1", value)


def _fact(
    name: str,
    request: GenerationRequest,
    before: GenerationRequest | None,
    spec: ModelSpec | None,
) -> Fact:
    field = spec.field(name) if spec is not None else None
    label = _label(field, name)
    now = request.inputs.get(name, _ABSENT)
    then = _ABSENT if before is None else before.inputs.get(name, _ABSENT)
    # True and 1 are equal to Python, but not to a model.
    is_changed = before is not None and _key(now) != _key(then)
    if now is _ABSENT:
        value, whole = _default_text(field)
    else:
        value = _text(field, name, now)
        whole = now if isinstance(now, str) else ""
    beside = ""
    if is_changed:
        beside = was_text(_not_sent() if then is _ABSENT else _text(field, name, then, bare=True))
    elif now is _ABSENT and value != _not_sent():
        beside = _not_sent()
    # A line that a person sees is short, what is copied is all there is.
    return Fact(
        label,
        value,
        whole if whole != value else "",
        shown_part(beside, _LONGEST),
        is_changed=is_changed,
        is_quiet=now is _ABSENT,
    )


def _default_text(field: InputField | None) -> tuple[str, str]:
    """What an input is that was not sent, in short and in full."""
    if field is None or not field.has_default:
        return _not_sent(), ""
    value = _text(field, field.name, field.default)
    whole = _tr("not sent; the model’s own default is %1").replace("%1", value)
    return value, whole


def _common(label: str, texts: Sequence[str]) -> Fact:
    if len(texts) == 1:
        return Fact(label, texts[0])
    told = ", ".join(texts[:_MOST_DIFFERENT])
    if len(texts) > _MOST_DIFFERENT:
        told += ", …"
    return Fact(label, _tr("differ"), told, is_quiet=True)


def _names(requests: Iterable[GenerationRequest], spec: ModelSpec | None) -> list[str]:
    """The inputs in the schema's order, the seed and what rewrites the prompt at the end."""
    known_names = [field.name for field in spec.fields] if spec is not None else []
    # Of a model that makes no clips without them, prompts that are not sent need no row.
    missing = {name for name in _PROMPTS if spec is not None and spec.prompt_field is not None}
    found = {name for request in requests for name in request.inputs}
    names = [name for name in known_names if name in found or name not in missing]
    names += sorted(found.difference(known_names))
    return sorted(names, key=lambda name: (name == _EXPANSION) * 2 + (name == "seed"))


def _label(field: InputField | None, name: str) -> str:
    if field is not None:
        return field_title(field)
    words = name.replace("_", " ").strip()
    return known(words[:1].upper() + words[1:]) or name


def _text(field: InputField | None, name: str, value: JsonValue, *, bare: bool = False) -> str:
    """A value as it is read; `bare` leaves its unit out."""
    if value is None:
        return _tr("none")
    if isinstance(value, bool):
        return _tr("On") if value else _tr("Off")
    if isinstance(value, int) and name == "seed":
        return grouped(value)
    unit = "" if bare else (unit_of(field) if field is not None else _UNITS.get(name, ""))
    if isinstance(value, int | float):
        return f"{number_text(value)} {unit}".rstrip()
    if isinstance(value, str):
        if value.startswith(_DATA_LINK):
            return _data_text(value)
        if field is not None and field.kind is FieldKind.CHOICE and not bare:
            return choice_text(field, value)
        return shown_part(" ".join(value.split()), _LONGEST) or _tr("empty")
    if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        texts = [_text(None, name, each) for each in value]
        return ", ".join(texts) or _tr("empty")
    return shown_part(canonical_json(value), _LONGEST)


def _data_text(link: str) -> str:
    """A file that was sent within the request: what it is, and how large."""
    kind = link[len(_DATA_LINK) :].split(";")[0].split(",")[0] or _tr("file")
    size = (len(link) - link.find(",") - 1) * 3 // 4
    return f"{kind}, {received_text(size, None)}"


def _key(value: object) -> object:
    return value if value is _ABSENT else (type(value), canonical_json(value))


def _not_sent() -> str:
    return _tr("not sent")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Details", text)
