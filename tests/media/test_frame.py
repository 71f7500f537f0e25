"""Colour, range, orientation and memory of a decoded picture."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from av.video.frame import VideoFrame

from rushes.media.frame import UPRIGHT, ColourMatrix, Frame, Orientation, keep_frame, shown_size
from rushes.media.frame_source import FrameSource
from tests.media.clips import numbered_image, read_number, write_clip


def kept(width: int, height: int, layout: str = "yuv420p", **tags: int) -> Frame:
    picture = VideoFrame(width, height, layout)
    for name, value in tags.items():
        setattr(picture, name, value)
    return keep_frame(picture, 4, 0.5, Fraction(1))


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1280, 720), ColourMatrix.BT709),
        ((1920, 1080), ColourMatrix.BT709),
        ((720, 1280), ColourMatrix.BT709),
        ((832, 480), ColourMatrix.BT601),
        ((480, 832), ColourMatrix.BT601),
        ((1278, 718), ColourMatrix.BT601),
    ],
)
def test_the_matrix_of_an_untagged_picture_follows_its_size(
    size: tuple[int, int], expected: ColourMatrix
) -> None:
    frame = kept(*size)
    assert frame.matrix is expected
    assert not frame.full_range


def test_tags_are_followed() -> None:
    assert kept(64, 64, colorspace=1).matrix is ColourMatrix.BT709
    assert kept(1280, 720, colorspace=5).matrix is ColourMatrix.BT601
    assert kept(1280, 720, colorspace=9).matrix is ColourMatrix.BT2020
    assert kept(64, 64, color_range=2).full_range
    assert not kept(64, 64, color_range=1).full_range
    jpeg = kept(1280, 720, "yuvj420p")
    assert (jpeg.matrix, jpeg.full_range) == (ColourMatrix.BT601, True)
    assert kept(64, 64, "gray").full_range
    assert not kept(64, 64, "gray", color_range=1).full_range


def test_tags_of_a_stream_are_followed(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", tags=(1, 2))
    with FrameSource(path) as source:
        frame = source.decode(0)
        assert (frame.matrix, frame.full_range) == (ColourMatrix.BT709, True)


@pytest.mark.parametrize(
    ("layout", "alpha", "planes"),
    [
        ("yuv420p", False, [(97, 273), (49, 137), (49, 137)]),
        ("yuv422p10le", False, [(97, 273), (97, 137), (97, 137)]),
        ("yuv444p", False, [(97, 273)] * 3),
        ("nv12", False, [(97, 273), (49, 137, 2)]),
        ("rgb24", False, [(97, 273, 3)]),
        ("bgra", True, [(97, 273, 4)]),
        ("gbrp", False, [(97, 273)] * 3),
        ("yuva420p", True, [(97, 273), (49, 137), (49, 137), (97, 273)]),
    ],
)
def test_planes_are_read_only_views_without_padding(
    layout: str, alpha: bool, planes: list[tuple[int, ...]]
) -> None:
    frame = kept(273, 97, layout)
    views = frame.planes()
    assert [view.shape for view in views] == planes
    assert frame.has_alpha is alpha
    assert views[0].dtype == (np.uint16 if "10" in layout else np.uint8)
    with pytest.raises(ValueError, match="read-only"):
        views[0][0, 0] = 1
    assert frame.nbytes >= sum(view.nbytes for view in views)


def test_a_frame_keeps_no_buffer_of_the_decoder() -> None:
    picture = VideoFrame(64, 64, "yuv420p")
    np.frombuffer(memoryview(picture.planes[0]), np.uint8)[:] = 7
    frame = keep_frame(picture, 0, 0.0, Fraction(1))
    np.frombuffer(memoryview(picture.planes[0]), np.uint8)[:] = 9
    assert (frame.planes()[0] == 7).all()


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_turned_clip_says_how(degrees: int, tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", rotation=degrees)
    with FrameSource(path) as source:
        frame = source.decode(3)
        assert frame.orientation.degrees == degrees
        assert frame.orientation.transpose is (degrees % 180 == 90)
        assert frame.shown_size == ((96, 272) if degrees % 180 else (272, 96))


def test_the_size_that_is_shown() -> None:
    turned = Orientation(transpose=True)
    assert shown_size(720, 480, UPRIGHT, Fraction(1)) == (720, 480)
    assert shown_size(720, 480, UPRIGHT, Fraction(32, 27)) == (853, 480)
    assert shown_size(720, 480, UPRIGHT, Fraction(8, 9)) == (720, 540)
    assert shown_size(720, 480, turned, Fraction(2)) == (480, 1440)


def test_a_numbered_image_can_be_read() -> None:
    for number in (1, 2, 97, 4711, 65535):
        assert read_number(numbered_image(number)) == number
