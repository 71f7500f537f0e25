"""Every kind of still image that the service may return is shown as it was made."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest

from rushes.media.frame_source import FrameSource
from rushes.media.picture import Converter, Quality
from rushes.media.probe import probe
from tests.media.clips import Image, numbered_image, read_number, write_still
from tests.media.straight import is_same, straight_frames

STILLS = {
    **{f"png {layout}": ("still.png", "png", layout) for layout in ("rgb24", "gray", "rgb48be")},
    **{f"png {layout}": ("still.png", "png", layout) for layout in ("ya8", "rgba", "rgba64be")},
    **{f"jpeg {layout}": ("still.jpg", "mjpeg", layout) for layout in ("yuvj420p", "yuvj422p")},
    "jpeg yuvj444p": ("still.jpg", "mjpeg", "yuvj444p"),
    "webp": ("still.webp", "libwebp", "yuv420p"),
    "webp without loss": ("still.webp", "libwebp", "bgra"),
    "webp with alpha": ("still.webp", "libwebp", "yuva420p"),
}


@pytest.mark.parametrize("name", STILLS)
def test_a_still_is_that_of_straight_decoding(name: str, tmp_path: Path) -> None:
    file_name, codec, layout = STILLS[name]
    path = write_still(tmp_path / file_name, numbered_image(77), codec, layout)
    straight = straight_frames(path)
    assert len(straight) == 1
    with FrameSource(path) as source:
        assert len(source) == 1
        assert is_same(source.decode(0), straight[0])
        assert [frame.index for frame in source.decode_run(0, 9)] == [0]
        picture = Converter().picture(source.decode(0), quality=Quality.FINE)
    assert read_number(picture.array()) == 77
    assert probe(path).kind == "image"


@pytest.mark.parametrize(
    ("name", "codec", "layout"),
    [
        ("still.png", "png", "rgba"),
        ("still.png", "png", "rgba64be"),
        ("still.webp", "libwebp", "bgra"),
        ("still.webp", "libwebp", "yuva420p"),
    ],
)
def test_transparency_is_kept(name: str, codec: str, layout: str, tmp_path: Path) -> None:
    alpha = np.full((96, 272), 255, np.uint8)
    alpha[:48] = 128
    image = np.dstack([numbered_image(5), alpha])
    path = write_still(tmp_path / name, image, codec, layout)
    with FrameSource(path) as source:
        picture = Converter().picture(source.decode(0), quality=Quality.FINE)
    assert picture.has_alpha
    assert np.abs(picture.array()[:, :, 3].astype(int) - alpha).max() <= 1


QUARTERS = {
    1: [[0, 1], [2, 3]],
    2: [[1, 0], [3, 2]],
    3: [[3, 2], [1, 0]],
    4: [[2, 3], [0, 1]],
    5: [[0, 2], [1, 3]],
    6: [[2, 0], [3, 1]],
    7: [[3, 1], [2, 0]],
    8: [[1, 3], [0, 2]],
}
"""Where the quarters of a picture are to be seen, by its EXIF orientation."""


@pytest.mark.parametrize("exif", QUARTERS)
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_a_photograph_is_turned_as_its_camera_was_held(
    suffix: str, exif: int, tmp_path: Path
) -> None:
    quarters = np.kron(np.array([[40, 100], [160, 220]]), np.ones((32, 48)))
    image = np.repeat(quarters[:, :, None], 3, axis=2).astype(np.uint8)
    path = write_turned(tmp_path / f"still.{suffix}", image, exif)
    with FrameSource(path) as source:
        picture = Converter().picture(source.decode(0))
        height, width = (96, 64) if exif > 4 else (64, 96)
        assert (source.facts.width, source.facts.height) == (width, height)
    shown = picture.array()[height // 4 :: height // 2, width // 4 :: width // 2, 1]
    assert ((shown.astype(int) - 10) // 60).tolist() == QUARTERS[exif]


def write_turned(path: Path, image: Image, exif: int) -> Path:
    """A still image whose EXIF data tells the orientation *exif*."""
    tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0" + bytes([exif]) + bytes(7)
    if path.suffix == ".jpg":
        data = write_still(path, image, "mjpeg", "yuvj444p").read_bytes()
        segment = b"Exif\0\0" + tiff
        length = struct.pack(">H", len(segment) + 2)
        path.write_bytes(data[:2] + b"\xff\xe1" + length + segment + data[2:])
    elif path.suffix == ".png":
        data = write_still(path, image, "png", "rgb24").read_bytes()
        chunk = struct.pack(">I", len(tiff)) + b"eXIf" + tiff
        chunk += struct.pack(">I", zlib.crc32(b"eXIf" + tiff))
        # Behind the header, which is always as long.
        path.write_bytes(data[:33] + chunk + data[33:])
    else:
        data = write_still(path, image, "libwebp", "bgra").read_bytes()
        height, width = image.shape[:2]
        size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        parts = riff(b"VP8X", b"\x08\0\0\0" + size) + data[12:] + riff(b"EXIF", tiff)
        path.write_bytes(b"RIFF" + struct.pack("<I", 4 + len(parts)) + b"WEBP" + parts)
    return path


def riff(name: bytes, body: bytes) -> bytes:
    """A chunk of the WebP container."""
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)
