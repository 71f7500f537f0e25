"""The shape of the frame that a resolution and an aspect ratio come to."""

import re

from rushes.domain.model_spec import FieldKind, InputField, ModelSpec
from rushes.domain.request import JsonValue

_RATIO = re.compile(r"(\d{1,4})\s*[:x/]\s*(\d{1,4})")
_LINES = re.compile(r"(\d{3,4})p", re.IGNORECASE)
_THOUSANDS = re.compile(r"(\d{1,2})k", re.IGNORECASE)
_RATIO_NAMES = ("aspect_ratio", "ratio", "target_aspect_ratio", "size")


def ratio_field(spec: ModelSpec) -> InputField | None:
    """The choice of an aspect ratio, or None: at least one value must be a ratio."""
    found = (spec.field(name) for name in _RATIO_NAMES)
    return next((each for each in found if each is not None and _any(each, ratio_of)), None)


def resolution_field(spec: ModelSpec) -> InputField | None:
    """The choice of a resolution, or None: at least one value must be a size."""
    found = spec.field("resolution")
    return found if found is not None and _any(found, _size_class) else None


def ratio_of(value: JsonValue) -> tuple[int, int] | None:
    """Read "16:9" as (16, 9): width to height. None for words such as "auto"."""
    found = _RATIO.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        return None
    width, height = int(found.group(1)), int(found.group(2))
    return (width, height) if width and height else None


def frame_pixels(resolution: JsonValue, ratio: tuple[int, int]) -> tuple[int, int] | None:
    """The width and height in pixels of a frame of that resolution and shape.

    "720p" names the shorter side, "2k" the longer one in units of 1024. They are what such words
    mean in the field, for a drawing to scale: the service does not document its exact sizes.
    Returns None for other words.
    """
    found = _size_class(resolution)
    if found is None:
        return None
    side, is_longer = found
    width, height = ratio
    unit = side / (max(width, height) if is_longer else min(width, height))
    return round(width * unit), round(height * unit)


def _size_class(value: JsonValue) -> tuple[int, bool] | None:
    """A side in pixels, and whether it is the longer one."""
    text = value.strip() if isinstance(value, str) else ""
    if (lines := _LINES.fullmatch(text)) is not None:
        return int(lines.group(1)), False
    if (thousands := _THOUSANDS.fullmatch(text)) is not None and int(thousands.group(1)):
        return int(thousands.group(1)) * 1024, True
    return None


def _any(field: InputField, reads: object) -> bool:
    return (
        field.kind is FieldKind.CHOICE
        and callable(reads)
        and any(reads(choice) is not None for choice in field.choices)
    )
