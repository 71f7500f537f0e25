"""The facts of a file, and what is refused before it can do harm."""

import random
import socket
import struct
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import pytest

from rushes.domain.errors import MediaError, MediaTooLarge, MediaUnreadable
from rushes.domain.media_facts import MediaFacts
from rushes.media.decode_limits import DecodeLimits
from rushes.media.probe import probe
from tests.media.clips import numbered_image, write_clip, write_sound, write_still


def test_the_facts_of_a_clip_with_sound(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=48, rate=Fraction(16), sound=True)
    assert probe(path) == MediaFacts(
        kind="video",
        container="mp4",
        codec="h264",
        width=272,
        height=96,
        frames=48,
        rate=Fraction(16),
        seconds=3.0,
        has_sound=True,
    )


@pytest.mark.parametrize(
    ("suffix", "changes", "expected"),
    [
        ("mp4", {"rate": Fraction(24000, 1001)}, {"rate": Fraction(24000, 1001), "codec": "h264"}),
        ("mkv", {"rate": Fraction(30000, 1001)}, {"rate": Fraction(30000, 1001)}),
        ("webm", {"codec": "libvpx-vp9"}, {"codec": "vp9", "container": "webm"}),
        ("webm", {"codec": "libsvtav1", "frames": 4}, {"codec": "av1", "frames": 4}),
        ("mov", {"codec": "libx264"}, {"container": "mov"}),
        ("mkv", {"codec": "ffv1"}, {"codec": "ffv1", "container": "matroska"}),
        ("mp4", {"rotation": 90}, {"width": 96, "height": 272, "rotation": 90}),
        ("mp4", {"rotation": 180}, {"width": 272, "height": 96, "rotation": 180}),
        ("mp4", {"rotation": 270}, {"width": 96, "height": 272, "rotation": 270}),
        ("mp4", {"pixel_aspect": Fraction(4, 3)}, {"width": 363, "height": 96}),
        ("mp4", {"frames": 1}, {"frames": 1, "seconds": 1 / 24}),
        (
            "mp4",
            {"frames": 4, "times": [0, 100, 150, 400], "time_base": Fraction(1, 1000)},
            {"frames": 4},
        ),
    ],
)
def test_the_facts_of_clips(
    suffix: str, changes: dict[str, Any], expected: dict[str, Any], tmp_path: Path
) -> None:
    facts = probe(write_clip(tmp_path / f"clip.{suffix}", **changes))
    assert {name: getattr(facts, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("name", "codec", "container"),
    [
        ("sound.wav", "pcm_s16le", "wav"),
        ("sound.mp3", "libmp3lame", "mp3"),
        ("sound.flac", "flac", "flac"),
        ("sound.ogg", "libopus", "ogg"),
        ("sound.m4a", "aac", "mp4"),
    ],
)
def test_the_facts_of_sounds(name: str, codec: str, container: str, tmp_path: Path) -> None:
    facts = probe(write_sound(tmp_path / name, codec, seconds=1.5))
    assert (facts.kind, facts.container) == ("audio", container)
    assert facts.seconds == pytest.approx(1.5, abs=0.1)
    assert (facts.width, facts.frames, facts.has_sound) == (0, 0, True)


def test_the_facts_of_a_still_image(tmp_path: Path) -> None:
    facts = probe(write_still(tmp_path / "still.png", numbered_image(1), "png", "rgb24"))
    assert (facts.kind, facts.container, facts.frames) == ("image", "png", 1)
    assert (facts.rate, facts.seconds) == (Fraction(0), 0.0)


def write_any(tmp_path: Path, suffix: str) -> Path:
    path = tmp_path / f"whole.{suffix}"
    if suffix == "faststart.mp4":
        return write_clip(path, container_options={"movflags": "faststart"})
    if suffix == "open-ended.mp4":
        # The box of the pictures is the last and says "to the end of the file".
        write_clip(path, container_options={"movflags": "faststart"})
        data = path.read_bytes()
        at = data.rindex(b"mdat") - 4
        path.write_bytes(data[:at] + bytes(4) + data[at + 4 :])
        return path
    if suffix == "fragments.mp4":
        return write_clip(path, container_options={"movflags": "frag_keyframe+empty_moov"})
    if suffix in ("mp4", "mkv"):
        return write_clip(path)
    if suffix == "webm":
        return write_clip(path, codec="libvpx", options={"deadline": "realtime"})
    if suffix == "gif":
        return write_clip(path, codec="gif", pixel_format="rgb8", rate=Fraction(10))
    if suffix == "wav":
        return write_sound(path, "pcm_s16le")
    codec, layout = {
        "png": ("png", "rgb24"),
        "jpg": ("mjpeg", "yuvj420p"),
        "webp": ("libwebp", "bgra"),
    }[suffix]
    return write_still(path, numbered_image(5), codec, layout)


CUTTABLE = ["mp4", "faststart.mp4", "open-ended.mp4", "fragments.mp4", "webm", "mkv", "gif"]


@pytest.mark.parametrize("suffix", [*CUTTABLE, "png", "jpg", "webp", "wav"])
def test_a_file_that_was_cut_anywhere_is_told(suffix: str, tmp_path: Path) -> None:
    whole = write_any(tmp_path, suffix)
    data = whole.read_bytes()
    assert probe(whole)
    cut = tmp_path / f"cut.{suffix}"
    chance = random.Random(5)
    for length in [*(chance.randrange(1, len(data)) for _ in range(12)), 0, 20, len(data) - 1]:
        cut.write_bytes(data[:length])
        with pytest.raises(MediaUnreadable):
            probe(cut)


def test_a_file_that_is_not_there_or_no_file(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.mp4", tmp_path, Path("/dev/null")):
        with pytest.raises(MediaUnreadable):
            probe(path)


@pytest.mark.parametrize(
    "content",
    [
        b"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{url}\n#EXT-X-ENDLIST\n",
        b"ffconcat version 1.0\nfile '{url}'\n",
        b"ffconcat version 1.0\nfile '{file}'\n",
        b"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video {port} RTP/AVP 96\n",
        b'<?xml version="1.0"?><MPD><BaseURL>{url}</BaseURL></MPD>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}"/></svg>',
        b"{url}",
        b"<!doctype html><video src='{url}'></video>",
        b"[Reference]\nRef1={url}\n",
        # FFmpeg looks behind such a tag when it guesses.
        b"ID3\x03\0\0\0\0\0\0ffconcat version 1.0\nfile 'real.mp4'\n",
    ],
)
def test_text_that_poses_as_a_clip_opens_nothing(content: bytes, tmp_path: Path) -> None:
    real = write_clip(tmp_path / "real.mp4")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        url = f"http://127.0.0.1:{port}/clip.mp4"
        text = (
            content.replace(b"{url}", url.encode())
            .replace(b"{file}", str(real).encode())
            .replace(b"{port}", str(port).encode())
        )
        for name in ("clip.mp4", "clip.m3u8", "clip.webm", "clip.png", "clip.sdp"):
            path = tmp_path / name
            path.write_bytes(text)
            with pytest.raises(MediaUnreadable):
                probe(path)
        assert_nobody_called(server)


def test_a_reference_to_a_url_is_not_followed(tmp_path: Path) -> None:
    """A data reference may name a URL that holds the pictures (ISO/IEC 14496-12, 8.7.2)."""
    path = write_clip(tmp_path / "clip.mov")
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/clip.mov"
        path.write_bytes(refer_to(path.read_bytes(), b"url ", url.encode() + b"\0"))
        assert probe(path).frames == 12
        assert_nobody_called(server)


def test_a_reference_to_another_file_is_not_followed(tmp_path: Path) -> None:
    """QuickTime's older form of it, an alias record, names a file on the disk."""
    other = write_clip(tmp_path / "other.mov")
    path = tmp_path / "clip.mov"
    path.write_bytes(refer_to(other.read_bytes(), b"alis", alias_record(other)))
    # Followed, it would lead to pictures that decode.
    with pytest.raises(MediaUnreadable):
        probe(path)


def alias_record(path: Path) -> bytes:
    """A Macintosh alias record for a file beside the clip, as far as FFmpeg reads it."""
    name = path.name.encode()
    full = b"disk:" + name
    return (
        bytes(10)
        + bytes([4])
        + b"disk".ljust(27, b"\0")
        + bytes(12)
        + bytes([len(name)])
        + name.ljust(63, b"\0")
        + bytes(16)
        + struct.pack(">HH", 1, 1)
        + bytes(16)
        + struct.pack(">HH", 2, len(full))
        + full
        + bytes(len(full) % 2)
        + struct.pack(">HH", 0xFFFF, 0)
        + bytes(40)
    )


def test_a_cut_between_two_frames_is_told(tmp_path: Path) -> None:
    path = write_any(tmp_path, "open-ended.mp4")
    with av.open(str(path)) as container:
        ends = [packet.pos + packet.size for packet in container.demux(video=0) if packet.size]
    data = path.read_bytes()
    for end in ends[:-1]:
        path.write_bytes(data[:end])
        with pytest.raises(MediaUnreadable, match="cut"):
            probe(path)


def refer_to(data: bytes, kind: bytes, reference: bytes) -> bytes:
    """Put *reference* into the data reference of the mov file *data*, whose moov is its last."""
    at = data.index(b"dref") - 4
    entry = struct.pack(">I", 12 + len(reference)) + kind + bytes(4) + reference
    old = struct.unpack(">I", data[at : at + 4])[0]
    box = struct.pack(">I", 16 + len(entry)) + data[at + 4 : at + 16] + entry
    grown = len(box) - old
    data = data[:at] + box + data[at + old :]
    for parent in (b"dinf", b"minf", b"mdia", b"trak", b"moov"):
        place = data.rindex(parent, 0, at) - 4
        size = struct.unpack(">I", data[place : place + 4])[0] + grown
        data = data[:place] + struct.pack(">I", size) + data[place + 4 :]
    return data


def assert_nobody_called(server: socket.socket) -> None:
    server.settimeout(0.02)
    with pytest.raises(TimeoutError):
        server.accept()


def test_a_path_is_never_taken_for_a_protocol(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("concat:a.mp4", "data:,x.mp4", "100%d.mp4", "a b#c?d.mp4", "-i.mp4"):
        write_clip(tmp_path / "clip.mp4").rename(tmp_path / name)
        assert probe(Path(name)).frames == 12


def test_a_picture_that_claims_to_be_huge_is_refused(tmp_path: Path) -> None:
    path = write_still(tmp_path / "still.png", numbered_image(1), "png", "rgb24")
    data = path.read_bytes()
    path.write_bytes(data[:16] + struct.pack(">II", 60_000, 60_000) + data[24:])
    with pytest.raises(MediaError):
        probe(path)


def test_sound_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "sound.wav", "pcm_s16le", seconds=2)
    with pytest.raises(MediaTooLarge):
        probe(path, DecodeLimits(max_seconds=1.9))


def test_rubbish_behind_every_known_beginning_is_an_expected_error(tmp_path: Path) -> None:
    chance = random.Random(11)
    beginnings = [
        b"\0\0\0\x18ftypisom",
        b"\x1a\x45\xdf\xa3\x84webm",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"RIFF\x10\0\0\0WEBPVP8 ",
        b"RIFF\x10\0\0\0WAVEfmt ",
        b"fLaC",
        b"OggS",
        b"ID3\x03",
        b"\xff\xfb\x90\x64",
    ]
    path = tmp_path / "rubbish"
    for beginning in beginnings:
        for length in (0, 10, 400, 5000):
            path.write_bytes(beginning + chance.randbytes(length))
            with pytest.raises(MediaError):
                probe(path)
