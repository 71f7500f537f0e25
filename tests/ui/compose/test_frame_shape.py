"""What a resolution and a ratio come to."""

from collections.abc import Callable

import pytest

from rushes.domain.model_spec import ModelSpec
from rushes.ui.compose.frame_shape import frame_pixels, ratio_field, ratio_of, resolution_field


@pytest.mark.parametrize(
    ("text", "ratio"),
    [("16:9", (16, 9)), (" 9:16 ", (9, 16)), ("auto", None), ("0:1", None), (4, None)],
)
def test_ratio(text: object, ratio: tuple[int, int] | None) -> None:
    assert ratio_of(text) == ratio


@pytest.mark.parametrize(
    ("resolution", "ratio", "pixels"),
    [
        ("720p", (16, 9), (1280, 720)),
        ("720P", (9, 16), (720, 1280)),
        ("1080p", (1, 1), (1080, 1080)),
        ("2k", (16, 9), (2048, 1152)),
        ("2K", (9, 16), (1152, 2048)),
        ("best", (16, 9), None),
    ],
)
def test_pixels(resolution: str, ratio: tuple[int, int], pixels: tuple[int, int] | None) -> None:
    assert frame_pixels(resolution, ratio) == pixels


def test_fields_are_known_by_their_values(make_model: Callable[..., ModelSpec]) -> None:
    words = {"type": "string", "enum": ["small", "large"]}
    ratios = {"type": "string", "enum": ["auto", "16:9"]}
    plain = make_model({"resolution": words, "size": words})
    assert resolution_field(plain) is None
    assert ratio_field(plain) is None
    shaped = make_model({"resolution": {"type": "string", "enum": ["1K", "2K"]}, "size": ratios})
    assert resolution_field(shaped) == shaped.field("resolution")
    assert ratio_field(shaped) == shaped.field("size")
