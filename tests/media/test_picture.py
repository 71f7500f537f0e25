"""Pictures have the right colours, turn and size, whatever the frame."""

import threading
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from av.video.frame import VideoFrame
from PySide6.QtGui import QImage

from rushes.domain.errors import MediaUnreadable
from rushes.media.frame import UPRIGHT, ColourMatrix, Frame, keep_frame
from rushes.media.frame_source import FrameSource
from rushes.media.picture import Converter, Picture, Quality, fitted_size
from tests.media.clips import numbered_image, read_number, write_clip, write_still

# Luma weights of red and blue: BT.709 (3.2), BT.601 (2.5.1), BT.2020 (table 4).
WEIGHTS = {
    ColourMatrix.BT709: (0.2126, 0.0722),
    ColourMatrix.BT601: (0.299, 0.114),
    ColourMatrix.BT2020: (0.2627, 0.0593),
}
TAGS = {ColourMatrix.BT709: 1, ColourMatrix.BT601: 6, ColourMatrix.BT2020: 9}
COLOURS = [(0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255), (30, 160, 200)]


def coded(colour: tuple[int, ...], matrix: ColourMatrix, full: bool, bits: int) -> list[int]:
    """Y, Cb and Cr of *colour* by the definitions of the standards."""
    red, green, blue = (part / 255 for part in colour)
    of_red, of_blue = WEIGHTS[matrix]
    y = of_red * red + (1 - of_red - of_blue) * green + of_blue * blue
    cb, cr = (blue - y) / (2 - 2 * of_blue), (red - y) / (2 - 2 * of_red)
    step, top = 1 << bits - 8, (1 << bits) - 1
    if full:
        return [
            min(top, round(part * top + half))
            for part, half in zip((y, cb, cr), (0, 1 << bits - 1, 1 << bits - 1), strict=True)
        ]
    return [round((16 + 219 * y) * step), *(round((128 + 224 * c) * step) for c in (cb, cr))]


def flat_frame(colour: tuple[int, ...], layout: str, matrix: ColourMatrix, full: bool) -> Frame:
    picture = VideoFrame(64, 48, layout)
    bits = 10 if "10" in layout else 8
    for plane, value in zip(picture.planes, coded(colour, matrix, full, bits), strict=True):
        kind = np.uint16 if bits > 8 else np.uint8
        np.frombuffer(memoryview(plane), kind)[:] = value
    picture.colorspace, picture.color_range = TAGS[matrix], 2 if full else 1
    return keep_frame(picture, 0, 0.0, Fraction(1))


@pytest.mark.parametrize("matrix", WEIGHTS)
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("layout", ["yuv420p", "yuv444p", "yuv420p10le", "yuv422p10le"])
def test_colours_are_those_of_the_standard(matrix: ColourMatrix, full: bool, layout: str) -> None:
    converter = Converter()
    for colour in COLOURS:
        frame = flat_frame(colour, layout, matrix, full)
        for size in ((64, 48), (32, 24), (100, 75)):
            for quality, off in ((Quality.QUICK, 3), (Quality.FINE, 1)):
                picture = converter.picture(frame, size, quality)
                blue, green, red, alpha = picture.array()[size[1] // 2, size[0] // 2].tolist()
                assert alpha == 255
                worst = max(abs(a - b) for a, b in zip((red, green, blue), colour, strict=True))
                assert worst <= off


def test_grey_and_rgb_pictures_keep_their_values(tmp_path: Path) -> None:
    image = numbered_image(300)
    converter = Converter()
    for layout in ("rgb24", "rgba", "gbrp"):
        picture = VideoFrame.from_ndarray(image, format="rgb24").reformat(format=layout)
        frame = keep_frame(picture, 0, 0.0, Fraction(1))
        assert np.array_equal(converter.picture(frame).array()[:, :, 2::-1], image)
    grey = write_still(tmp_path / "grey.png", image, "png", "gray")
    with FrameSource(grey) as source:
        shown = converter.picture(source.decode(0)).array()
        assert (shown[:, :, 0] == shown[:, :, 2]).all()
        assert np.abs(shown[:, :, 0].astype(int) - source.decode(0).planes()[0]).max() <= 1


def test_transparency_is_kept(tmp_path: Path) -> None:
    image = np.dstack([numbered_image(5), np.full((96, 272), 255, np.uint8)])
    image[:20, :, 3] = 128
    path = write_still(tmp_path / "still.png", image, "png", "rgba")
    with FrameSource(path) as source:
        picture = Converter().picture(source.decode(0))
    assert picture.has_alpha
    assert np.array_equal(picture.array()[:, :, 3], image[:, :, 3])
    assert np.array_equal(picture.array()[:, :, 0], image[:, :, 2])


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_turned_clip_is_shown_upright(degrees: int, scale: float, tmp_path: Path) -> None:
    path = write_clip(
        tmp_path / "clip.mp4", width=288, height=272, rotation=degrees, options={"crf": "10"}
    )
    with FrameSource(path) as source:
        width, height = source.facts.width, source.facts.height
        size = (round(width * scale), round(height * scale))
        for index in (0, 7):
            picture = Converter().picture(source.decode(index), size, Quality.FINE)
            assert (picture.width, picture.height) == size
            assert read_number(picture.array(), scale) == index + 1
            expected = np.kron(
                numbered_image(index + 1, width, height), np.ones((int(scale), int(scale), 1))
            )
            error = np.abs(picture.array()[:, :, 2::-1].astype(int) - expected)
            assert np.median(error) < 12


@pytest.mark.parametrize("size", [(1, 1), (33, 7), (273, 97), (640, 360)])
def test_any_size_can_be_painted_by_qt_without_a_copy(size: tuple[int, int]) -> None:
    source = VideoFrame.from_ndarray(numbered_image(9), format="rgb24").reformat(format="yuv420p")
    picture = Converter().picture(keep_frame(source, 0, 0.0, Fraction(1)), size)
    assert picture.stride % 4 == 0
    assert picture.nbytes >= picture.stride * picture.height
    assert picture.pixels.readonly
    image = QImage(picture.pixels, *size, picture.stride, QImage.Format.Format_RGB32)
    for x, y in ((0, 0), (size[0] - 1, size[1] - 1), (size[0] // 2, size[1] // 2)):
        blue, green, red, alpha = picture.array()[y, x].tolist()
        assert image.pixel(x, y) == alpha << 24 | red << 16 | green << 8 | blue


def test_one_frame_is_converted_alike_in_several_threads() -> None:
    frame = flat_frame((200, 30, 90), "yuv420p", ColourMatrix.BT709, full=False)
    expected = Converter().picture(frame, (31, 17)).array().copy()
    wrong: list[Any] = []

    def convert() -> None:
        converter = Converter()
        for _ in range(100):
            if not np.array_equal(converter.picture(frame, (31, 17)).array(), expected):
                wrong.append(1)

    threads = [threading.Thread(target=convert) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_a_layout_that_cannot_be_converted_is_an_expected_error() -> None:
    class Refusing:
        def reformat(self, *_: object, **__: object) -> None:
            import av

            raise av.error.NotImplementedError(38, "no")

    converter = Converter()
    converter._scaler = Refusing()  # type: ignore[assignment]
    with pytest.raises(MediaUnreadable):
        converter.picture(flat_frame((0, 0, 0), "yuv420p", ColourMatrix.BT601, full=False))


def test_fitting_keeps_the_aspect() -> None:
    assert fitted_size((1280, 720), (640, 640)) == (640, 360)
    assert fitted_size((720, 1280), (640, 640)) == (360, 640)
    assert fitted_size((832, 480), (1664, 2000)) == (1664, 960)
    assert fitted_size((16_000, 2), (100, 100)) == (100, 1)


def test_a_picture_knows_its_memory() -> None:
    frame = flat_frame((1, 2, 3), "yuv420p", ColourMatrix.BT601, full=False)
    picture = Converter().picture(frame, (100, 50))
    assert isinstance(picture, Picture)
    assert picture.nbytes >= 100 * 50 * 4
    assert frame.orientation == UPRIGHT
