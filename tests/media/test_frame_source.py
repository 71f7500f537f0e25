"""Every frame that is asked for is the one that comes, whatever the clip and the order."""

import gc
import random
import struct
import zlib
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from av.video.frame import VideoFrame

from rushes.domain.errors import MediaError, MediaTooLarge, MediaUnreadable
from rushes.media.decode_limits import DecodeLimits
from rushes.media.frame_source import FrameSource
from tests.media.clips import numbered_image, read_number, write_clip, write_still

X264 = {"preset": "ultrafast"}
OPEN_GROUPS = {
    "preset": "veryfast",
    "x264-params": "keyint=12:open-gop=1:bframes=3:b-adapt=0:scenecut=0",
}
GRADUAL_REFRESH = {"x264-params": "keyint=12:intra-refresh=1:bframes=0"}
X265 = "log-level=none:keyint=8:min-keyint=8:scenecut=0"
FAST_VP = {"deadline": "realtime", "cpu-used": "8"}
ALT_REF_VP = {"deadline": "good", "cpu-used": "5", "lag-in-frames": "16", "auto-alt-ref": "1"}
AV1 = {"preset": "10", "g": "8", "crf": "8", "svtav1-params": "enable-tf=0:pred-struct=1"}
UNEVEN = [index * 40 + index * index % 37 for index in range(30)]

CLIPS: dict[str, tuple[str, dict[str, Any]]] = {
    "h264": ("mp4", {"frames": 30, "options": {"g": "8", "bf": "2"}}),
    "h264 with one key frame": ("mp4", {"frames": 40}),
    "h264 in open groups": ("mp4", {"frames": 40, "options": OPEN_GROUPS}),
    "h264 in open groups, matroska": ("mkv", {"frames": 40, "options": OPEN_GROUPS}),
    "h264 with gradual refresh": ("mp4", {"frames": 40, "options": GRADUAL_REFRESH}),
    "h264 in fragments": (
        "mp4",
        {
            "frames": 30,
            "options": {"g": "8"},
            "container_options": {"movflags": "frag_keyframe+empty_moov"},
        },
    ),
    "variable rate": ("mp4", {"frames": 30, "times": UNEVEN, "time_base": Fraction(1, 1000)}),
    "variable rate, matroska": (
        "mkv",
        {"frames": 30, "times": UNEVEN, "time_base": Fraction(1, 1000)},
    ),
    "23.976 in milliseconds": ("mkv", {"frames": 30, "rate": Fraction(24000, 1001)}),
    "4:4:4, odd size": ("mp4", {"width": 273, "height": 97, "pixel_format": "yuv444p"}),
    "one frame": ("mp4", {"frames": 1}),
    "with sound": ("mp4", {"frames": 24, "sound": True}),
    "h265 10 bit": (
        "mp4",
        {
            "frames": 24,
            "codec": "libx265",
            "pixel_format": "yuv420p10le",
            "options": {"preset": "ultrafast", "x265-params": X265},
        },
    ),
    "h265 in open groups": (
        "mp4",
        {
            "frames": 24,
            "codec": "libx265",
            "options": {"preset": "fast", "x265-params": X265 + ":open-gop=1:bframes=3"},
        },
    ),
    "vp8 with hidden frames": (
        "webm",
        {"frames": 40, "codec": "libvpx", "options": ALT_REF_VP},
    ),
    "vp9 with hidden frames": (
        "webm",
        {"frames": 40, "codec": "libvpx-vp9", "options": ALT_REF_VP},
    ),
    "vp9 odd size": (
        "webm",
        {"codec": "libvpx-vp9", "width": 273, "height": 97, "options": FAST_VP},
    ),
    "av1": ("mp4", {"frames": 24, "codec": "libsvtav1", "options": AV1}),
    "av1 10 bit, webm": (
        "webm",
        {"frames": 16, "codec": "libsvtav1", "options": AV1, "pixel_format": "yuv420p10le"},
    ),
    "prores": ("mov", {"codec": "prores_ks", "pixel_format": "yuv422p10le"}),
    "mpeg4": ("mp4", {"frames": 30, "codec": "mpeg4", "options": {"bf": "2", "g": "8"}}),
    "gif": ("gif", {"codec": "gif", "pixel_format": "rgb8", "rate": Fraction(10)}),
}


@pytest.mark.parametrize("name", CLIPS)
def test_frames_are_exact_in_every_order(name: str, tmp_path: Path) -> None:
    suffix, changes = CLIPS[name]
    path = write_clip(tmp_path / f"clip.{suffix}", **changes)
    frames = changes.get("frames", 12)
    with FrameSource(path) as source:
        assert len(source) == frames
        chance = random.Random(7)
        at_random = [chance.randrange(frames) for _ in range(frames)]
        for index in [*range(frames), *reversed(range(frames)), *at_random]:
            frame = source.decode(index)
            assert frame.index == index
            assert read_number(frame.planes()[0]) == index + 1
            assert frame.seconds == source.times.starts[index]


@pytest.mark.parametrize(
    "name", ["h264", "h264 in open groups", "h264 with gradual refresh", "h265 in open groups"]
)
def test_a_frame_is_the_same_however_it_was_reached(name: str, tmp_path: Path) -> None:
    suffix, changes = CLIPS[name]
    path = write_clip(tmp_path / f"clip.{suffix}", **changes)
    with av.open(str(path)) as container:
        plain = [
            [np.array(plane)[: plane.height * plane.line_size] for plane in picture.planes]
            for picture in container.decode(video=0)
        ]
        lines = [[plane.line_size for plane in p.planes] for p in container_frames(path)]
    with FrameSource(path) as source:
        for index in [3, 37, 20, 21, 22, 9, 5, 0, len(source) - 1, 13]:
            if index >= len(source):
                continue
            planes = source.decode(index).planes()
            for plane, expected, line in zip(planes, plain[index], lines[index], strict=True):
                rows = np.frombuffer(expected, np.uint8).reshape(plane.shape[0], line)
                assert np.array_equal(plane, rows[:, : plane.shape[1]])


def container_frames(path: Path) -> list[av.VideoFrame]:
    with av.open(str(path)) as container:
        return list(container.decode(video=0))


def test_a_run_gives_its_frames_in_order(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=30, options={"g": "8", "bf": "2"})
    with FrameSource(path) as source:
        for start, stop in [(0, 30), (5, 9), (20, 99), (7, 8), (3, 3), (-4, 2)]:
            got = [frame.index for frame in source.decode_run(start, stop)]
            assert got == list(range(max(0, start), min(stop, 30)))


def test_decoding_goes_on_where_it_is_instead_of_starting_anew(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=60, options={"g": "20", "bf": "0"})
    with FrameSource(path) as source:
        source.decode(5)
        assert source.position == 6
        assert source.continues_to(6)
        assert source.continues_to(19), "the same group"
        assert not source.continues_to(5), "behind"
        assert not source.continues_to(45), "a key frame lies between"
        assert source.start_for(45) == 40
        assert [source.decode(index).index for index in (45, 46, 49, 58)] == [45, 46, 49, 58]
        assert source.start_for(45) == 40, "a key frame was given up without need"


def test_the_decoders_own_pictures_are_let_go_at_once(tmp_path: Path) -> None:
    """What waits for the garbage collector would hold the decoder's whole memory."""
    path = write_clip(tmp_path / "clip.mp4", frames=40)
    gc.collect()
    gc.disable()
    try:
        with FrameSource(path) as source:
            for _ in source.decode_run(0, 40):
                pass
            alive = sum(isinstance(thing, VideoFrame) for thing in gc.get_objects())
    finally:
        gc.enable()
    assert alive < 15


def test_no_frame_lies_outside_of_the_clip(tmp_path: Path) -> None:
    with FrameSource(write_clip(tmp_path / "clip.mp4", frames=3)) as source:
        for index in (-1, 3, 1000):
            with pytest.raises(IndexError):
                source.decode(index)


@pytest.mark.parametrize(
    ("name", "codec", "pixel_format"),
    [
        ("still.png", "png", "rgb24"),
        ("grey.png", "png", "gray"),
        ("palette.png", "png", "pal8"),
        ("deep.png", "png", "rgb48be"),
        ("still.jpg", "mjpeg", "yuvj444p"),
        ("still.webp", "libwebp", "bgra"),
    ],
)
def test_a_still_image_is_a_source_of_one_frame(
    name: str, codec: str, pixel_format: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if pixel_format == "pal8":
        path.write_bytes(palette_png(numbered_image(77)))
    else:
        write_still(path, numbered_image(77), codec, pixel_format)
    with FrameSource(path) as source:
        assert len(source) == 1
        assert source.facts.kind == "image"
        for _ in range(2):
            assert read_number(source.decode(0).planes()[0]) == 77
        assert [frame.index for frame in source.decode_run(0, 5)] == [0]


def palette_png(image: np.ndarray[Any, Any]) -> bytes:
    """A PNG with a palette of black and white, made by hand: no encoder here writes one."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    bright = (image.mean(axis=2) > 127).astype(np.uint8)
    height, width = bright.shape
    lines = b"".join(b"\0" + bytes(line) for line in bright)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0))
        + chunk(b"PLTE", bytes([0, 0, 0, 255, 255, 255]))
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )


def test_damaged_data_is_an_expected_error_and_never_a_wrong_frame(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=24, options={"g": "8", "bf": "2"})
    whole = path.read_bytes()
    chance = random.Random(3)
    damaged = tmp_path / "damaged.mp4"
    for _ in range(25):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 30)):
            data[chance.randrange(40, len(data))] = chance.randrange(256)
        damaged.write_bytes(data)
        try:
            with FrameSource(damaged) as source:
                for index in chance.sample(range(len(source)), min(8, len(source))):
                    try:
                        assert source.decode(index).index == index
                    except MediaUnreadable:
                        continue
        except MediaError:
            continue


def test_limits_hold_before_anything_is_decoded(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=24)
    for limits in (
        DecodeLimits(max_pixels=272 * 96 - 1),
        DecodeLimits(max_side=271),
        DecodeLimits(max_frames=23),
        DecodeLimits(max_seconds=0.9),
    ):
        with pytest.raises(MediaTooLarge):
            FrameSource(path, limits)
    with FrameSource(path, DecodeLimits(272 * 96, 272, 1.0, 24)) as source:
        assert len(source) == 24


def test_a_picture_larger_than_its_container_says_is_refused(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4")
    data = path.read_bytes()
    # The sample description's width and height (ISO/IEC 14496-12, 12.1.3).
    at = data.index(b"avc1", data.index(b"stsd")) + 28
    assert data[at : at + 4] == (272).to_bytes(2, "big") + (96).to_bytes(2, "big")
    path.write_bytes(data[:at] + (16).to_bytes(2, "big") * 2 + data[at + 4 :])
    with pytest.raises(MediaError):
        FrameSource(path, DecodeLimits(max_pixels=1000))


def test_a_file_given_free_is_opened_again_when_it_is_needed(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=30, options={"g": "10", "bf": "2"})
    with FrameSource(path) as source:
        source.decode(12)
        source.release()
        assert not source.continues_to(13)
        assert source.decode(0).index == 0
        assert [read_number(source.decode(i).planes()[0]) for i in (13, 14, 2, 29)] == [
            *(14, 15, 3, 30)
        ]
        source.release()
        assert [frame.index for frame in source.decode_run(8, 12)] == [8, 9, 10, 11]
        # Settings written behind the pictures change none of them.
        source.release()
        path.write_bytes(path.read_bytes() + b"\0\0\0\x08free")
        assert read_number(source.decode(20).planes()[0]) == 21


@pytest.mark.parametrize("what", ["another clip", "no clip", "nothing"])
def test_a_file_that_became_another_gives_no_wrong_frame(what: str, tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=30)
    with FrameSource(path) as source:
        source.release()
        if what == "another clip":
            write_clip(path, frames=31)
        elif what == "no clip":
            path.write_bytes(b"words")
        else:
            path.unlink()
        for _ in range(2):
            with pytest.raises(MediaUnreadable):
                source.decode(7)
        assert source.decode(0).index == 0
