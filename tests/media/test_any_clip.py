"""Every kind of clip that the service may return: each frame is the one of straight decoding."""

import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import pytest

from rushes.domain.errors import MediaUnreadable
from rushes.media.frame_source import FrameSource
from rushes.media.probe import probe
from tests.media.clips import read_number, write_clip
from tests.media.long_4k import write_4k
from tests.media.straight import is_same, straight_frames

B_FRAMES = {"preset": "veryfast", "g": "8", "bf": "3", "b_strategy": "0", "sc_threshold": "0"}
OPEN = {"preset": "veryfast", "x264-params": "keyint=8:open-gop=1:bframes=3:b-adapt=0:scenecut=0"}
X265 = "log-level=none:keyint=8:min-keyint=8:scenecut=0:bframes=3:b-adapt=0"
VP9 = {"deadline": "good", "cpu-used": "5", "g": "8", "lag-in-frames": "12", "auto-alt-ref": "1"}
AV1 = {"preset": "10", "g": "8", "crf": "20"}
FILM, NTSC = Fraction(24000, 1001), Fraction(30000, 1001)


def h264(layout: str, **changes: Any) -> dict[str, Any]:
    return {"pixel_format": layout, "options": B_FRAMES, **changes}


def h265(layout: str, extra: str = "", **changes: Any) -> dict[str, Any]:
    options = {"preset": "ultrafast", "x265-params": X265 + extra}
    return {"codec": "libx265", "pixel_format": layout, "options": options, **changes}


def vp9(layout: str, **changes: Any) -> dict[str, Any]:
    return {"codec": "libvpx-vp9", "pixel_format": layout, "options": VP9, **changes}


def av1(layout: str, extra: str = "", **changes: Any) -> dict[str, Any]:
    options = {**AV1, "svtav1-params": f"pred-struct=2{extra}"}
    return {"codec": "libsvtav1", "pixel_format": layout, "options": options, **changes}


def muxed(flags: str) -> dict[str, Any]:
    return {"container_options": {"movflags": flags}}


UNEVEN = [index * 40 + index * index % 37 for index in range(20)]
TICKS = Fraction(1, 1000)

CLIPS: dict[str, tuple[str, dict[str, Any]]] = {
    **{
        f"h264 {layout}": ("mp4", h264(layout))
        for layout in ("yuv420p", "yuv422p", "yuv444p", "yuv420p10le", "yuv422p10le", "gray")
    },
    "h264 yuv444p10le, one key frame": (
        "mp4",
        h264("yuv444p10le", options={"preset": "veryfast", "g": "500", "bf": "3"}),
    ),
    "h264 open groups, 23.976": ("mp4", h264("yuv420p", options=OPEN, rate=FILM)),
    "h264 10 bit, open groups, 29.97, matroska": (
        "mkv",
        h264("yuv420p10le", options=OPEN, rate=NTSC),
    ),
    "h264 variable rate with B-frames": ("mp4", h264("yuv420p", times=UNEVEN, time_base=TICKS)),
    "h264 begins late": (
        "mp4",
        h264("yuv420p", times=[index + 9 for index in range(20)]),
    ),
    "h264 begins late, matroska": (
        "mkv",
        h264("yuv420p", times=[400 + 40 * index for index in range(20)], time_base=TICKS),
    ),
    "h264 with sound that begins before": ("mp4", h264("yuv420p", sound=True)),
    "h264 without edit lists": (
        "mp4",
        h264("yuv420p", container_options={"use_editlist": "0"}),
    ),
    "h264 with negative offsets": ("mp4", h264("yuv420p", **muxed("negative_cts_offsets"))),
    "h264 in fragments": ("mp4", h264("yuv420p", **muxed("frag_keyframe+empty_moov"))),
    "h264 in fragments, with sound": (
        "mp4",
        h264("yuv420p", sound=True, **muxed("frag_keyframe+empty_moov+default_base_moof")),
    ),
    "h264 in fragments of one frame": (
        "mp4",
        h264("yuv420p", **muxed("frag_every_frame+empty_moov+default_base_moof")),
    ),
    "h264 faststart": ("mp4", h264("yuv420p", **muxed("faststart"))),
    "h264 turned by 90": ("mp4", h264("yuv420p", width=96, height=272, rotation=90)),
    "h264 turned by 180": ("mp4", h264("yuv420p", rotation=180)),
    "h264 turned by 270": ("mp4", h264("yuv420p", width=96, height=272, rotation=270)),
    "h264 oblong pixels": ("mp4", h264("yuv420p", pixel_aspect=Fraction(32, 27))),
    "h264 size off the grid": ("mp4", h264("yuv420p", width=278, height=98)),
    "h264 odd size": ("mp4", h264("yuv444p", width=273, height=97)),
    "h264 one frame": ("mp4", h264("yuv420p", frames=1)),
    **{
        f"h265 {layout}": ("mp4", h265(layout))
        for layout in (
            *("yuv420p", "yuv422p", "yuv444p", "yuv420p10le", "yuv422p10le", "yuv444p10le"),
            *("yuv420p12le", "gbrp"),
        )
    },
    "h265 open groups, 23.976": ("mp4", h265("yuv420p10le", ":open-gop=1", rate=FILM)),
    "h265 turned by 90": ("mp4", h265("yuv420p", width=96, height=272, rotation=90)),
    "h265 variable rate": ("mp4", h265("yuv420p", times=UNEVEN, time_base=TICKS)),
    "h265 one frame": ("mp4", h265("yuv420p10le", frames=1)),
    **{
        f"vp9 {layout}": ("webm", vp9(layout))
        for layout in ("yuv420p", "yuv422p", "yuv440p", "yuv444p", "gbrp")
    },
    "vp9 odd size, mp4, 29.97": ("mp4", vp9("yuv420p", width=273, height=97, rate=NTSC)),
    "vp9 variable rate": ("webm", vp9("yuv420p", times=UNEVEN, time_base=TICKS)),
    "vp9 one frame": ("webm", vp9("yuv420p", frames=1)),
    "av1": ("mp4", av1("yuv420p")),
    "av1 10 bit, webm, 23.976": ("webm", av1("yuv420p10le", rate=FILM)),
    "av1 one key frame": ("mp4", av1("yuv420p", options={"preset": "10", "g": "500"})),
    "av1 variable rate": ("webm", av1("yuv420p", times=UNEVEN, time_base=TICKS)),
    "av1 odd size": ("mp4", av1("yuv420p", width=273, height=97)),
    "av1 in fragments": ("mp4", av1("yuv420p", **muxed("frag_keyframe+empty_moov"))),
    "av1 one frame": ("mp4", av1("yuv420p", frames=1)),
}


@pytest.mark.parametrize("name", CLIPS)
def test_every_frame_is_that_of_straight_decoding(name: str, tmp_path: Path) -> None:
    suffix, changes = CLIPS[name]
    changes = {"frames": 20, **changes}
    path = write_clip(tmp_path / f"clip.{suffix}", **changes)
    straight = straight_frames(path)
    assert len(straight) == changes["frames"]
    chance = random.Random(name)
    order = [*range(len(straight)), *range(len(straight))]
    chance.shuffle(order)
    with FrameSource(path) as source:
        assert len(source) == len(straight)
        for index in order:
            frame = source.decode(index)
            assert frame.index == index
            assert is_same(frame, straight[index])
    with FrameSource(path) as source:
        run = list(source.decode_run(0, len(source)))
    assert [frame.index for frame in run] == list(range(len(straight)))
    assert all(is_same(frame, planes) for frame, planes in zip(run, straight, strict=True))
    assert [frame.seconds for frame in run] == list(source.times.starts)


@pytest.mark.parametrize("rate", [FILM, NTSC, Fraction(60000, 1001), Fraction(16), Fraction(50)])
@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_rates_are_exact(rate: Fraction, suffix: str, tmp_path: Path) -> None:
    """Matroska rounds its times to milliseconds; the rate is found all the same."""
    path = write_clip(tmp_path / f"clip.{suffix}", frames=30, rate=rate, options=B_FRAMES)
    with FrameSource(path) as source:
        assert source.facts.rate == rate
        assert not source.times.variable
        assert source.times.starts == tuple(float(index / rate) for index in range(30))


def test_uneven_times_are_those_of_the_file(tmp_path: Path) -> None:
    for suffix in ("mp4", "mkv", "webm"):
        codec = {"codec": "libvpx-vp9"} if suffix == "webm" else {}
        path = write_clip(
            tmp_path / f"clip.{suffix}", frames=20, times=UNEVEN, time_base=TICKS, **codec
        )
        with FrameSource(path) as source:
            assert source.times.variable
            assert source.times.starts == pytest.approx([time / 1000 for time in UNEVEN])


def test_an_empty_edit_moves_no_frame(tmp_path: Path) -> None:
    """A pause before the first frame, as an edit list tells it (ISO/IEC 14496-12, 8.6.6)."""
    path = write_clip(
        tmp_path / "clip.mp4", frames=20, options=B_FRAMES, times=[i + 48 for i in range(20)]
    )
    assert b"elst" in path.read_bytes()
    with FrameSource(path) as source:
        assert len(source) == 20
        assert source.times.starts[0] == 0
        assert [read_number(source.decode(i).planes()[0]) for i in (19, 0, 7)] == [20, 1, 8]


def test_4k_is_exact(tmp_path: Path) -> None:
    path = write_4k(tmp_path / "clip.mp4", 6, group=3)
    facts = probe(path)
    assert (facts.width, facts.height, facts.frames) == (3840, 2160, 6)
    straight = straight_frames(path)
    with FrameSource(path) as source:
        for index in (5, 0, 4, 2, 3, 1):
            frame = source.decode(index)
            assert is_same(frame, straight[index])
            assert read_number(frame.planes()[0], 8.0) == index + 1
            assert frame.nbytes < 1.05 * 3840 * 2160 * 1.5


def test_an_animated_webp_is_refused_in_words(tmp_path: Path) -> None:
    """FFmpeg does not decode these; nothing of it may pass for the whole."""
    path = write_clip(
        tmp_path / "clip.webp",
        codec="libwebp_anim",
        pixel_format="bgra",
        rate=Fraction(10),
        options={"lossless": "1"},
    )
    with pytest.raises(MediaUnreadable):
        probe(path)


def test_an_animated_png_is_its_first_picture(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.apng", codec="apng", pixel_format="rgb24", rate=Fraction(10))
    with av.open(str(path)) as container:
        assert sum(1 for _ in container.decode(video=0)) == 12
    with FrameSource(path.rename(tmp_path / "clip.png")) as source:
        assert len(source) == 1
        assert read_number(source.decode(0).planes()[0]) == 1
