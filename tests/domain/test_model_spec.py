import json
from typing import Any

import pytest

from rushes.domain.errors import CatalogueEntryUnreadable
from rushes.domain.model_spec import FieldKind, is_model_id, read_model
from rushes.domain.resources import resource_path


def entry(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    schema = {"type": "object", "properties": properties, "required": required or []}
    return {"model_id": "maker/model-1/text-to-video", "input_schema": schema}


def test_the_first_model_is_read_whole() -> None:
    path = resource_path("models", "wan-ai--wan-2-1--text-to-video.json")
    spec = read_model(json.loads(path.read_text("utf-8")))
    kinds = {field.name: field.kind for field in spec.fields}
    assert kinds == {
        "prompt": FieldKind.TEXT,
        "seed": FieldKind.SEED,
        "num_frames": FieldKind.CHOICE,
        "frames_per_second": FieldKind.INTEGER,
        "resolution": FieldKind.CHOICE,
        "aspect_ratio": FieldKind.CHOICE,
        "enable_prompt_expansion": FieldKind.BOOLEAN,
    }
    frames = spec.field("num_frames")
    assert frames is not None
    assert (frames.title, frames.choices, frames.default) == (
        "Number of Frames",
        (81, 85, 89, 93, 97),
        81,
    )
    assert spec.seed_field is not None
    assert not spec.seed_field.has_default


@pytest.mark.parametrize(
    ("schema", "kind", "medium"),
    [
        ({"type": "string", "format": "image_uri"}, FieldKind.MEDIA, "image"),
        ({"type": "array", "format": "video_uris"}, FieldKind.MEDIA_LIST, "video"),
        ({"type": "array", "items": {"type": "string"}}, FieldKind.LIST, ""),
        ({"type": "array"}, FieldKind.JSON, ""),
        ({"type": "object"}, FieldKind.JSON, ""),
        ({"anyOf": [{"type": "string"}]}, FieldKind.JSON, ""),
        ({"type": ["string", "null"]}, FieldKind.JSON, ""),
        ("nonsense", FieldKind.JSON, ""),
        ({"type": "string", "enum": ["auto"]}, FieldKind.CHOICE, ""),
        ({"type": "number"}, FieldKind.NUMBER, ""),
    ],
)
def test_every_shape_of_input_has_a_kind(schema: Any, kind: FieldKind, medium: str) -> None:
    field = read_model(entry({"some_input": schema})).fields[0]
    assert (field.kind, field.medium, field.title) == (kind, medium, "Some input")


@pytest.mark.parametrize(
    "broken",
    [
        None,
        [],
        {},
        {"model_id": "a/b"},
        {"model_id": "a/../b", "input_schema": {"properties": {}}},
        {"model_id": "a/b", "input_schema": {"properties": []}},
    ],
)
def test_entries_that_make_no_sense_are_refused(broken: object) -> None:
    with pytest.raises(CatalogueEntryUnreadable):
        read_model(broken)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("wan-ai/wan-2-1/text-to-video", True),
        ("bytedance/seedance-2.0/pro", True),
        ("maker", False),
        ("a/../b", False),
        ("a/b?c", False),
        ("/a/b", False),
        ("a/b/", False),
        ("a//b", False),
    ],
)
def test_model_ids_can_be_part_of_an_address(text: str, is_one: bool) -> None:
    assert is_model_id(text) is is_one
