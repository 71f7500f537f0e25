"""How long the clip of a job will be, as far as its inputs tell."""

import math
from collections.abc import Mapping

from rushes.domain.model_spec import FieldKind, InputField, ModelSpec
from rushes.domain.request import JsonValue

_FRAME_NAMES = ("num_frames", "number_of_frames", "frame_count", "frames")
_RATE_NAMES = ("frames_per_second", "frame_rate", "fps")
_DURATION_NAMES = ("duration", "duration_seconds")
_COUNTED = (FieldKind.INTEGER, FieldKind.NUMBER, FieldKind.CHOICE)


def frames_field(spec: ModelSpec) -> InputField | None:
    """The input that says how many frames are made, or None."""
    return _first(spec, _FRAME_NAMES)


def rate_field(spec: ModelSpec) -> InputField | None:
    """The input that says how many frames a second are shown, or None."""
    return _first(spec, _RATE_NAMES)


def duration_field(spec: ModelSpec) -> InputField | None:
    """The input that says the length in seconds itself, or None."""
    return _first(spec, _DURATION_NAMES)


def unit_of(field: InputField) -> str:
    """The unit that an input's name implies, ``fps`` or ``s``; empty where it does not tell."""
    if field.kind not in _COUNTED:
        return ""
    if field.name in _RATE_NAMES:
        return "fps"
    return "s" if field.name in _DURATION_NAMES else ""


def clip_seconds(spec: ModelSpec, inputs: Mapping[str, JsonValue]) -> float | None:
    """Return the length in seconds, or None where the inputs leave it to the service."""
    frames, rate = frames_field(spec), rate_field(spec)
    if frames is not None and rate is not None:
        count, per_second = _positive(inputs.get(frames.name)), _positive(inputs.get(rate.name))
        return count / per_second if count and per_second else None
    duration = duration_field(spec)
    return None if duration is None else _positive(inputs.get(duration.name))


def _first(spec: ModelSpec, names: tuple[str, ...]) -> InputField | None:
    found = (spec.field(name) for name in names)
    return next((each for each in found if each is not None and each.kind in _COUNTED), None)


def _positive(value: JsonValue) -> float | None:
    # Some models offer seconds as strings, beside words such as "auto".
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if number > 0 and math.isfinite(number) else None
