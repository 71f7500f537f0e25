"""What the encoder writes is read back with the decoder."""

import io
import struct
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from rushes.media.encode import (
    Picture,
    Sound,
    SoundFormat,
    StillFormat,
    encode_mp4,
    encode_sound,
    encode_still,
    enlarge,
)


def sweep(count: int, width: int, height: int) -> Iterator[Picture]:
    """Frames with a ramp that moves to the right, each with its own brightness at one corner."""
    ramp = np.linspace(20, 230, width, dtype=np.uint8)
    for index in range(count):
        picture = np.empty((height, width, 3), np.uint8)
        picture[:] = np.roll(ramp, index * 4)[None, :, None]
        picture[:16, :16] = index * 5
        yield picture


def boxes(path: Path) -> list[str]:
    """Names of the file's outermost boxes, in order."""
    names, file = [], path.read_bytes()
    place = 0
    while place < len(file):
        size, name = struct.unpack(">I4s", file[place : place + 8])
        names.append(name.decode())
        place += size
    return names


def test_every_frame_comes_back_in_order_at_its_time(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    assert encode_mp4(path, sweep(40, 320, 180), rate=Fraction(16)) == 40
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height) == (320, 180)
        assert (stream.codec.name, stream.pix_fmt) == ("h264", "yuv420p")
        assert (stream.frames, stream.average_rate) == (40, 16)
        frames = list(container.decode(stream))
    assert [frame.time for frame in frames] == [index / 16 for index in range(40)]
    corners = [frame.to_ndarray(format="gray")[4:12, 4:12].mean() for frame in frames]
    assert corners == sorted(corners)
    assert corners[-1] - corners[0] > 150


def test_plays_while_it_loads_and_seeks_by_the_second(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    encode_mp4(path, sweep(50, 320, 180), rate=Fraction(12))
    order = boxes(path)
    assert order.index("moov") < order.index("mdat")
    with av.open(str(path)) as container:
        keys = [n for n, frame in enumerate(container.decode(video=0)) if frame.key_frame]
    assert keys[0] == 0
    assert max(np.diff([*keys, 50])) <= 12


@pytest.mark.parametrize(
    ("width", "height", "matrix"), [(1280, 720, 1), (720, 1280, 1), (854, 480, 6)]
)
def test_colours_are_tagged_and_kept(tmp_path: Path, width: int, height: int, matrix: int) -> None:
    path = tmp_path / "clip.mp4"
    picture = np.full((height, width, 3), (200, 40, 90), np.uint8)
    encode_mp4(path, [picture] * 2, rate=Fraction(24))
    with av.open(str(path)) as container:
        context = container.streams.video[0].codec_context
        assert (context.colorspace, context.color_primaries, context.color_trc) == (matrix,) * 3
        frame = next(container.decode(video=0))
        shown = frame.to_ndarray(format="rgb24", src_colorspace="ITU709" if matrix == 1 else None)
    assert np.abs(shown[height // 2, width // 2].astype(int) - (200, 40, 90)).max() <= 4


def test_sound_is_as_long_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    tone = np.sin(np.arange(48_000 * 2) / 20).astype(np.float32) * 0.2
    encode_mp4(
        path, sweep(24, 64, 64), rate=Fraction(12), sound=Sound(np.stack([tone] * 2), 48_000)
    )
    with av.open(str(path)) as container:
        (stream,) = container.streams.audio
        assert (stream.codec.name, stream.rate, stream.channels) == ("aac", 48_000, 2)
        samples = np.concatenate([f.to_ndarray() for f in container.decode(stream)], axis=1)
    assert samples.shape[1] == pytest.approx(96_000, abs=2048)
    assert np.abs(samples).max() > 0.1


def test_what_cannot_be_coded_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    with pytest.raises(ValueError, match="no frames"):
        encode_mp4(path, [], rate=Fraction(24))
    with pytest.raises(ValueError, match="even"):
        encode_mp4(path, sweep(2, 65, 64), rate=Fraction(24))
    with pytest.raises(ValueError, match="one size"):
        encode_mp4(path, [*sweep(1, 64, 64), *sweep(1, 66, 64)], rate=Fraction(24))


@pytest.mark.parametrize(("form", "off"), [("png", 0), ("jpeg", 8), ("webp", 16)])
def test_stills_come_back(form: StillFormat, off: int) -> None:
    (picture,) = sweep(1, 120, 80)
    with av.open(io.BytesIO(encode_still(picture, form))) as container:
        shown = next(container.decode(video=0)).to_ndarray(format="rgb24")
    assert shown.shape == picture.shape
    assert np.abs(shown.astype(int) - picture)[20:].max() <= off


@pytest.mark.parametrize("form", ["wav", "mp3", "ogg_opus"])
@pytest.mark.parametrize("rate", [8_000, 32_000, 44_100])
def test_sound_files_come_back(form: SoundFormat, rate: int) -> None:
    tone = np.sin(np.arange(rate * 2) * 440 * 2 * np.pi / rate).astype(np.float32) * 0.2
    with av.open(io.BytesIO(encode_sound(Sound(tone[None], rate), form))) as container:
        frames = list(container.decode(audio=0))
    assert sum(f.samples / f.sample_rate for f in frames) == pytest.approx(2, abs=0.1)


def test_enlarge_gives_the_size_and_keeps_the_picture() -> None:
    (picture,) = sweep(1, 64, 40)
    large = enlarge(picture, 256, 160)
    assert large.shape == (160, 256, 3)
    assert abs(float(large[80].mean()) - float(picture[20].mean())) < 3
