"""Colours of clips are those of the standards: by tag, by size where untagged, at every depth."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.frame import VideoFrame

from rushes.media.colour_facts import colour_facts
from rushes.media.frame import ColourMatrix
from rushes.media.frame_source import FrameSource
from rushes.media.picture import Converter, Quality

# Luma weights of red and blue: BT.709 (3.2), BT.601 (2.5.1), BT.2020 (table 4).
BT709, BT601, BT2020 = (0.2126, 0.0722), (0.299, 0.114), (0.2627, 0.0593)
COLOURS = [
    (255, 0, 0),
    (0, 255, 0),
    (0, 0, 255),
    (255, 255, 255),
    (0, 0, 0),
    (128, 128, 128),
    (30, 160, 200),
    (220, 90, 40),
]
UNTOLD = 2


@dataclass(frozen=True)
class Told:
    """The tags of a stream, in numbers of ITU-T H.273."""

    matrix: int = UNTOLD
    primaries: int = UNTOLD
    transfer: int = UNTOLD
    full: bool | None = None


def coded(
    colour: tuple[int, ...], weights: tuple[float, float], full: bool, bits: int
) -> list[int]:
    """Y, Cb and Cr of *colour* by the definitions of the standards (H.273, equations 20 to 40)."""
    red, green, blue = (part / 255 for part in colour)
    of_red, of_blue = weights
    y = of_red * red + (1 - of_red - of_blue) * green + of_blue * blue
    cb, cr = (blue - y) / (2 - 2 * of_blue), (red - y) / (2 - 2 * of_red)
    step, top = 1 << bits - 8, (1 << bits) - 1
    if full:
        half = 1 << bits - 1
        return [round(y * top), *(min(top, round(part * top + half)) for part in (cb, cr))]
    return [round((16 + 219 * y) * step), *(round((128 + 224 * part) * step) for part in (cb, cr))]


def write_bars(
    path: Path,
    size: tuple[int, int],
    layout: str,
    weights: tuple[float, float],
    told: Told,
    full: bool = False,
) -> Path:
    """A clip of two frames without loss: COLOURS from left to right, as bars."""
    width, height = size
    picture = VideoFrame(width, height, layout)
    bits = picture.format.components[0].bits
    for number, plane in enumerate(picture.planes):
        kind = np.uint16 if bits > 8 else np.uint8
        rows = np.frombuffer(memoryview(plane), kind).reshape(plane.height, -1)
        edges = [plane.width * bar // len(COLOURS) for bar in range(len(COLOURS) + 1)]
        for bar, colour in enumerate(COLOURS):
            value = coded(colour, weights, full, bits)[number]
            rows[:, edges[bar] : edges[bar + 1]] = value
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=24)
        stream.width, stream.height, stream.pix_fmt = width, height, layout
        stream.options = {"preset": "ultrafast", "qp": "0"}
        context = stream.codec_context
        context.colorspace = told.matrix
        context.color_primaries, context.color_trc = told.primaries, told.transfer
        if told.full is not None:
            context.color_range = 2 if told.full else 1
        for index in range(2):
            picture.pts, picture.time_base = index, Fraction(1, 24)
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
    return path


def shown_bars(path: Path, quality: Quality, scale: float = 1.0) -> list[tuple[int, ...]]:
    with FrameSource(path) as source:
        frame = source.decode(1)
        size = tuple(round(side * scale) for side in frame.shown_size)
        picture = Converter().picture(frame, (size[0], size[1]), quality).array()
    middle, step = picture.shape[0] // 2, picture.shape[1] / len(COLOURS)
    return [
        tuple(picture[middle, int(step * (bar + 0.5)), 2::-1].tolist())
        for bar in range(len(COLOURS))
    ]


def worst(shown: list[tuple[int, ...]]) -> int:
    return max(
        abs(part - expected)
        for bar, colour in zip(shown, COLOURS, strict=True)
        for part, expected in zip(bar, colour, strict=True)
    )


SD, HD = (256, 64), (1280, 720)
CASES = {
    "untagged SD is BT.601": (SD, "yuv420p", BT601, Told()),
    "untagged HD is BT.709": (HD, "yuv420p", BT709, Told()),
    "untagged HD on its side is BT.709": ((720, 1280), "yuv420p", BT709, Told()),
    "untagged of 10 bits": (SD, "yuv420p10le", BT601, Told()),
    "untagged HD of 10 bits": (HD, "yuv420p10le", BT709, Told()),
    "SD told to be BT.709": (SD, "yuv420p", BT709, Told(matrix=1)),
    "HD told to be BT.601": (HD, "yuv420p", BT601, Told(matrix=6)),
    "PAL": (SD, "yuv422p", BT601, Told(matrix=5)),
    "BT.2020": (SD, "yuv420p10le", BT2020, Told(9, 9, 14)),
    "BT.2020, PQ": (SD, "yuv420p10le", BT2020, Told(9, 9, 16)),
    "BT.2020, HLG": (SD, "yuv420p10le", BT2020, Told(9, 9, 18)),
    "4:4:4 of 10 bits": (SD, "yuv444p10le", BT709, Told(matrix=1)),
    "4:2:2 of 10 bits": (SD, "yuv422p10le", BT709, Told(matrix=1)),
    "told limited": (SD, "yuv420p", BT709, Told(matrix=1, full=False)),
    "full range": (SD, "yuv420p", BT709, Told(matrix=1, full=True)),
    "full range, untagged matrix": (SD, "yuv420p", BT601, Told(full=True)),
    "full range of 10 bits": (SD, "yuv420p10le", BT709, Told(matrix=1, full=True)),
    "full range HD of 10 bits": (HD, "yuv420p10le", BT709, Told(full=True)),
}


@pytest.mark.parametrize("name", CASES)
def test_colours_are_within_two_of_the_formula(name: str, tmp_path: Path) -> None:
    size, layout, weights, told = CASES[name]
    path = write_bars(tmp_path / "clip.mp4", size, layout, weights, told, bool(told.full))
    for scale in (1.0, 0.5):
        assert worst(shown_bars(path, Quality.FINE, scale)) <= 2
        assert worst(shown_bars(path, Quality.QUICK, scale)) <= 3


def test_the_wrong_matrix_would_be_seen(tmp_path: Path) -> None:
    """The colours above tell the matrices apart."""
    path = write_bars(tmp_path / "clip.mp4", SD, "yuv420p", BT709, Told(matrix=6))
    assert worst(shown_bars(path, Quality.FINE)) > 10


@pytest.mark.parametrize(
    ("told", "layout", "expected"),
    [
        (Told(), "yuv420p", (8, ColourMatrix.BT601, False, False, "", "", False)),
        (Told(1, 1, 1, False), "yuv420p", (8, ColourMatrix.BT709, True, True, "", "", False)),
        (
            Told(9, 9, 16, False),
            "yuv420p10le",
            (10, ColourMatrix.BT2020, True, True, "BT.2020", "PQ", True),
        ),
        (
            Told(9, 9, 18),
            "yuv420p10le",
            (10, ColourMatrix.BT2020, True, True, "BT.2020", "HLG", True),
        ),
        (Told(1, 12, 1), "yuv420p", (8, ColourMatrix.BT709, True, True, "P3", "", True)),
        (
            Told(9, 9, 14),
            "yuv420p10le",
            (10, ColourMatrix.BT2020, True, True, "BT.2020", "", True),
        ),
    ],
)
def test_what_is_shown_as_stored_is_told(
    told: Told, layout: str, expected: tuple[object, ...], tmp_path: Path
) -> None:
    path = write_bars(tmp_path / "clip.mp4", SD, layout, BT709, told)
    with FrameSource(path) as source:
        for index in (0, 1):
            facts = colour_facts(source.decode(index))
            assert expected == (
                *(facts.bits, facts.matrix, facts.matrix_told, facts.range_told),
                *(facts.primaries, facts.transfer, facts.is_shown_as_stored),
            )
