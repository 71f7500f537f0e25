"""Where a model takes a picture: its image inputs, the one that begins the clip first."""

from collections.abc import Sequence

from rushes.domain.model_spec import FieldKind, InputField, ModelSpec

_IMAGE = "image"
_LATER_WORDS = frozenset({"end", "last", "tail"})
_MASK_WORDS = frozenset({"mask"})


def image_inputs(spec: ModelSpec) -> list[InputField]:
    """The inputs of a model that take pictures: those of the beginning, of the end, masks."""
    kinds = (FieldKind.MEDIA, FieldKind.MEDIA_LIST)
    found = [each for each in spec.fields if each.kind in kinds and each.medium == _IMAGE]
    return sorted(found, key=_place)


def models_with_image_inputs(models: Sequence[ModelSpec]) -> list[ModelSpec]:
    """Those of the models that take pictures, in their order.

    First come those that make clips from one picture, then those of clips that look at several.
    """
    found = [spec for spec in models if image_inputs(spec)]
    return sorted(found, key=lambda spec: (spec.output_type != "video", not _begins_with(spec)))


def _begins_with(spec: ModelSpec) -> bool:
    """Whether the model makes a clip that begins with the picture, as far as its inputs tell."""
    first = image_inputs(spec)[0]
    return first.required and first.kind is FieldKind.MEDIA and "reference" not in spec.kind


def _place(field: InputField) -> tuple[int, bool]:
    words = set(field.name.lower().split("_"))
    if words & _MASK_WORDS:
        return 2, False
    return int(bool(words & _LATER_WORDS)), not field.required
