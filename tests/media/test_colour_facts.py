"""What is told of how colours were stored."""

from pathlib import Path

import pytest

from rushes.media.colour_facts import colour_facts
from rushes.media.frame import ColourMatrix
from rushes.media.frame_source import FrameSource
from rushes.media.picture import Converter
from tests.media.clips import numbered_image, write_clip, write_still


@pytest.mark.parametrize(
    ("changes", "matrix", "matrix_told", "full", "range_told", "bits"),
    [
        ({}, ColourMatrix.BT601, False, False, False, 8),
        ({"tags": (1, 1)}, ColourMatrix.BT709, True, False, True, 8),
        ({"tags": (9, 2)}, ColourMatrix.BT2020, True, True, True, 8),
        ({"pixel_format": "yuv420p10le"}, ColourMatrix.BT601, False, False, False, 10),
    ],
    ids=["untagged", "video", "full", "deep"],
)
def test_of_a_clip(
    tmp_path: Path,
    changes: dict[str, object],
    matrix: ColourMatrix,
    matrix_told: bool,
    full: bool,
    range_told: bool,
    bits: int,
) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=2, **changes)
    with FrameSource(path) as source:
        frame = source.decode(1)
    facts = colour_facts(frame)
    assert (facts.matrix, facts.matrix_told) == (matrix, matrix_told)
    assert (facts.full_range, facts.range_told) == (full, range_told)
    assert facts.bits == bits
    assert facts.pixel_format == frame.pixel_format
    assert Converter().picture(frame).colour == facts


def test_of_a_still_picture(tmp_path: Path) -> None:
    path = write_still(tmp_path / "still.png", numbered_image(1), "png", "rgb24")
    with FrameSource(path) as source:
        facts = colour_facts(source.first_frame)
    assert (facts.matrix, facts.full_range, facts.bits) == (None, True, 8)
