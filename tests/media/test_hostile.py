"""Broken, cut and hostile files end in a MediaError: soon, in little memory, and nothing else."""

import json
import os
import random
import struct
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from rushes.domain.errors import MediaError, MediaMissing, MediaTooLarge, MediaUnreadable
from rushes.media.decode_limits import DEFAULT_LIMITS, DecodeLimits
from rushes.media.frame_source import FrameSource
from rushes.media.probe import probe
from rushes.media.thumbnail import strip, thumbnail
from tests.faults.hostile_files import box, with_box
from tests.media.clips import numbered_image, read_number, write_clip, write_sound, write_still
from tests.media.fuzz import Fuzz, write_good_files
from tests.media.look import look_at

SMALL = {"frames": 6, "width": 272, "height": 64}
STBL = (b"moov", b"trak", b"mdia", b"minf", b"stbl")
MEGABYTE = 1024**2


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Small whole files by their names."""
    files = write_good_files(tmp_path_factory.mktemp("good"))
    return {path.name: path.read_bytes() for path in files}


# Formats without a length of their own: a sound that ends early is a shorter sound.
ENDLESS = {"sound.mp3", "sound.flac", "sound.ogg"}


def test_a_cut_at_every_twentieth_is_told(good: dict[str, bytes], tmp_path: Path) -> None:
    for name, data in good.items():
        path = tmp_path / name
        for twentieth in range(20):
            path.write_bytes(data[: len(data) * twentieth // 20])
            for work in (probe, thumbnail, FrameSource, lambda path: list(strip(path, 3, 20))):
                if name in ENDLESS:
                    with suppress(MediaError):
                        work(path)
                else:
                    with pytest.raises(MediaError):
                        work(path)


def test_flipped_bytes_end_in_a_picture_or_an_error(good: dict[str, bytes], tmp_path: Path) -> None:
    chance = random.Random(20_261_122)
    for name, data in good.items():
        for flips in (1, 3, 30):
            broken = bytearray(data)
            for _ in range(flips):
                broken[chance.randrange(len(broken))] ^= chance.randrange(1, 256)
            path = tmp_path / name
            path.write_bytes(broken)
            look_at(path)


def test_the_fuzz_finds_nothing_in_a_few_seconds(tmp_path: Path) -> None:
    """`python -m tests.media.fuzz SECONDS` is the long form."""
    fuzz = Fuzz(tmp_path, seed=4)
    fuzz.run(4)
    assert fuzz.faults == []
    assert fuzz.outcomes["media_unreadable"] > 5
    assert fuzz.outcomes["opened"] > 0


def full_box(*numbers: int) -> bytes:
    """The body of a box with version and flags of zero, and numbers of 32 bits."""
    return bytes(4) + struct.pack(f">{len(numbers)}I", *numbers)


def with_table(clip: bytes, samples: int) -> bytes:
    """A clip whose table claims *samples* samples of one byte each."""
    clip = with_box(clip, (*STBL, b"stsz"), full_box(1, samples))
    clip = with_box(clip, (*STBL, b"stsc"), full_box(1, 1, samples, 1))
    return with_box(clip, (*STBL, b"stts"), full_box(1, samples, 1))


def with_edits(clip: bytes, edits: int, length: int) -> bytes:
    entry = struct.pack(">IIHH", length, 0, 1, 0)
    body = full_box(edits) + entry * edits
    return with_box(clip, (b"moov", b"trak", b"edts", b"elst"), body)


def with_run(fragments: bytes, samples: int) -> bytes:
    """A fragmented clip whose first run claims *samples* samples of the usual size."""
    at = fragments.index(b"trun") - 4
    length = struct.unpack(">I", fragments[at : at + 4])[0]
    run = box(b"trun", full_box(samples))
    rest = box(b"free", bytes(length - len(run) - 8))
    return fragments[:at] + run + rest + fragments[at + length :]


def png(*chunks: tuple[bytes, bytes], size: tuple[int, int] = (1, 1)) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(bytes(4)))
    whole = b"".join(chunk(*each) for each in chunks)
    return b"\x89PNG\r\n\x1a\n" + head + whole + pixels + chunk(b"IEND", b"")


def packed_zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(megabytes)) + packer.flush()


def element(kind: bytes, body: bytes) -> bytes:
    """A Matroska element with a size of eight bytes."""
    return kind + (1 << 56 | len(body)).to_bytes(8, "big") + body


def with_element(clip: bytes, body: bytes) -> bytes:
    """A Matroska clip with one more element at the start of its segment."""
    at = clip.index(b"\x18\x53\x80\x67") + 4
    length = (1 << 56 | len(clip) - at - 8 + len(body)).to_bytes(8, "big")
    return clip[:at] + length + body + clip[at + 8 :]


TAGS, TAG, CHAPTERS = b"\x12\x54\xc3\x67", b"\x73\x73\x80", b"\x10\x43\xa7\x70"

CLAIMS: dict[str, tuple[str, Callable[[dict[str, bytes]], bytes], type[MediaError]]] = {
    "a thousand million samples": (
        "x.mp4",
        lambda good: with_table(good["plain.mp4"], 10**9),
        MediaTooLarge,
    ),
    "sixty million samples": (
        "x.mp4",
        lambda good: with_table(good["plain.mp4"], 60_000_000),
        MediaTooLarge,
    ),
    "samples of 4 GB": (
        "x.mp4",
        lambda good: with_box(good["plain.mp4"], (*STBL, b"stsz"), full_box(0xFFFFFFFF, 6)),
        MediaError,
    ),
    "fifty million samples in a run": (
        "x.mp4",
        lambda good: with_run(good["fragments.mp4"], 50_000_000),
        MediaTooLarge,
    ),
    "a hundred thousand edits": (
        "x.mp4",
        lambda good: with_edits(good["fast.mp4"], 100_000, 1),
        MediaTooLarge,
    ),
    "a packed table of contents": (
        "x.mov",
        lambda good: good["plain.mp4"] + box(b"moov", box(b"cmov", zlib.compress(bytes(9)))),
        MediaTooLarge,
    ),
    "boxes without end": (
        "x.mp4",
        lambda good: good["plain.mp4"] + box(b"moov", box(b"udta", b"") * 600_000),
        MediaTooLarge,
    ),
    "a picture of 65,535²": (
        "x.png",
        lambda _: png(size=(65_535, 65_535)),
        MediaError,
    ),
    "300 MB of text": (
        "x.png",
        lambda _: png((b"zTXt", b"a\0\0" + packed_zeros(300))),
        MediaTooLarge,
    ),
    "300 MB of international text": (
        "x.png",
        lambda _: png((b"iTXt", b"a\0\1\0\0\0" + packed_zeros(300))),
        MediaTooLarge,
    ),
    "300 MB of colour profile": (
        "x.png",
        lambda _: png((b"iCCP", b"a\0\0" + packed_zeros(300))),
        MediaTooLarge,
    ),
    "chunks without end": (
        "x.png",
        lambda good: good["rgb.png"][:33] + bytes(12) * 200_000 + good["rgb.png"][33:],
        MediaUnreadable,
    ),
    "segments without end": (
        "x.jpg",
        lambda good: good["still.jpg"][:2] + b"\xff\xe1\0\x02" * 200_000 + good["still.jpg"][2:],
        MediaUnreadable,
    ),
    "seven million tags": (
        "x.mkv",
        lambda good: with_element(good["plain.mkv"], element(TAGS, TAG * 7_000_000)),
        MediaTooLarge,
    ),
    "elements without end": (
        "x.mkv",
        lambda good: with_element(
            good["plain.mkv"], b"\x1f\x43\xb6\x75\xff" + b"\xec\x80" * 600_000
        ),
        MediaTooLarge,
    ),
}


@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_is_not_believed(name: str, good: dict[str, bytes], tmp_path: Path) -> None:
    file_name, make, kind = CLAIMS[name]
    path = tmp_path / file_name
    path.write_bytes(make(good))
    figures = looked_at_by_child(path)
    assert figures["outcome"] in ("media_unreadable", "media_too_large")
    assert figures["bytes"] < 400 * MEGABYTE
    assert figures["seconds"] < 15
    with pytest.raises(kind):
        probe(path)


def looked_at_by_child(path: Path) -> dict[str, Any]:
    program = [sys.executable, "-m", "tests.media.look", str(path)]
    done = subprocess.run(program, capture_output=True, text=True, check=True, timeout=60)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


@pytest.mark.parametrize(
    ("name", "seconds"),
    [("plain.mp4", 10**6), ("fragments.mp4", 10**7), ("plain.mkv", 10**6), ("sound.wav", 10**6)],
)
def test_a_claimed_length_of_days_is_refused_or_known_better(
    name: str, seconds: int, good: dict[str, bytes], tmp_path: Path
) -> None:
    data = good[name]
    if name.endswith("mp4"):
        # One frame for all that time (ISO/IEC 14496-12, 8.6.1.2).
        kind = b"trex" if name == "fragments.mp4" else b"stts"
        at = data.index(kind) + 16
        data = data[:at] + struct.pack(">I", 0xFFFFFFFF) + data[at + 4 :]
    elif name == "plain.mkv":
        at = data.index(b"\x44\x89\x88") + 3
        data = data[:at] + struct.pack(">d", seconds * 1000.0) + data[at + 8 :]
    else:
        data = data[:40] + struct.pack("<I", 0x7FFFFFFF) + data[44:]
    path = tmp_path / name
    path.write_bytes(data)
    try:
        facts = probe(path)
    except MediaError:
        return
    assert facts.seconds < DEFAULT_LIMITS.max_seconds


def test_sparse_files_of_a_terabyte_end_soon(good: dict[str, bytes], tmp_path: Path) -> None:
    """A file may have a length that costs nothing to send, and hours to read."""
    limits = DecodeLimits(max_seconds_of_silence=0.5)
    mkv = good["plain.mkv"]
    at = mkv.index(b"\x18\x53\x80\x67") + 4
    endless = mkv[:at] + b"\x01" + b"\xff" * 7 + mkv[at + 8 : mkv.index(b"\x1f\x43\xb6\x75")]
    beginnings = {
        "x.mkv": endless,
        "x.gif": good["gif.gif"][:300],
        "x.png": good["rgb.png"][:-12],
        "x.jpg": good["still.jpg"][:-2],
        "x.mp3": good["sound.mp3"][:100],
        "x.flac": good["sound.flac"][:100],
        "x.ogg": good["sound.ogg"][:100],
        "x.wav": good["sound.wav"][:100],
        "x.mp4": good["plain.mp4"][:100],
    }
    for name, beginning in beginnings.items():
        path = tmp_path / name
        path.write_bytes(beginning)
        os.truncate(path, 10**12)
        begun = time.monotonic()
        with pytest.raises(MediaError):
            probe(path, limits)
        assert time.monotonic() - begun < 10


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "empty.mp4").write_bytes(b"")
    (tmp_path / "text.mp4").write_text("no clip, but words\n" * 99)
    (tmp_path / "loop.mp4").symlink_to(tmp_path / "loop.mp4")
    (tmp_path / "one.mp4").symlink_to(tmp_path / "other.mp4")
    (tmp_path / "other.mp4").symlink_to(tmp_path / "one.mp4")
    (tmp_path / "nowhere.mp4").symlink_to(tmp_path / "gone")
    (tmp_path / "folder.mp4").mkdir()
    os.mkfifo(tmp_path / "pipe.mp4")
    paths = [*tmp_path.iterdir(), tmp_path / ("x" * 300 + ".mp4"), tmp_path / "nul\0.mp4"]
    paths += [Path("/dev/zero"), Path("/dev/null"), tmp_path / "text.mp4" / "below.mp4"]
    for path in paths:
        for work in (probe, thumbnail, FrameSource, lambda path: list(strip(path, 3, 20))):
            begun = time.monotonic()
            with pytest.raises(MediaUnreadable):
                work(path)
            assert time.monotonic() - begun < 5
    with pytest.raises(MediaMissing):
        probe(tmp_path / "nowhere.mp4")


def test_any_name_of_a_file_is_opened(tmp_path: Path) -> None:
    whole = write_clip(tmp_path / "whole.mp4", **SMALL).read_bytes()
    for name in (os.fsdecode(b"\xff\xfe.mp4"), "漢字 größe.mp4", "%20 ?#&'\"\\.mp4", "\n.mp4"):
        path = tmp_path / name
        path.write_bytes(whole)
        assert probe(path).frames == 6
        assert thumbnail(path)


CHANGES: dict[str, Callable[[Path, bytes], object]] = {
    "shrinks to nothing": lambda path, _: os.truncate(path, 0),
    "shrinks": lambda path, data: os.truncate(path, len(data) // 2),
    "grows": lambda path, data: path.write_bytes(data + bytes(5_000)),
    "is deleted": lambda path, _: path.unlink(),
    "becomes another": lambda path, data: path.write_bytes(bytes(len(data))),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("suffix", ["mp4", "mkv", "gif"])
def test_a_file_that_changes_while_it_is_read(name: str, suffix: str, tmp_path: Path) -> None:
    gif = {"codec": "gif", "pixel_format": "rgb8"} if suffix == "gif" else {"options": {"g": "4"}}
    path = write_clip(tmp_path / f"clip.{suffix}", frames=24, **gif)
    data = path.read_bytes()
    chance = random.Random(name)
    with FrameSource(path) as source:
        source.decode(3)
        CHANGES[name](path, data)
        for _ in range(30):
            index = chance.randrange(24)
            try:
                frame = source.decode(index)
            except MediaError:
                continue
            assert frame.index == index
            if name in ("grows", "is deleted"):
                assert read_number(frame.planes()[0]) == index + 1
        for frame in runs_of(source):
            assert 0 <= frame.index < 24


def runs_of(source: FrameSource) -> list[Any]:
    frames = []
    for start in (0, 7, 20):
        try:
            frames += list(source.decode_run(start, 24))
        except MediaError:
            continue
    return frames


def test_a_file_that_is_written_while_it_is_opened(tmp_path: Path) -> None:
    whole = write_clip(tmp_path / "whole.mp4", frames=24, sound=True).read_bytes()
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"")
    stop = threading.Event()

    def write() -> None:
        chance = random.Random(2)
        while not stop.is_set():
            with path.open("r+b") as file:
                file.truncate(chance.randrange(len(whole)))
                file.write(whole[: chance.randrange(len(whole) + 1)])

    writer = threading.Thread(target=write)
    writer.start()
    try:
        end = time.monotonic() + 1.5
        while time.monotonic() < end:
            look_at(path)
    finally:
        stop.set()
        writer.join()


def test_memory_of_a_decoder_is_bounded(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=4)
    picture = 272 * 96 * 3 // 2
    # H.264 may refer back to 16 pictures; one more is decoded into, and one is on its way out.
    with FrameSource(path, DecodeLimits(max_bytes=18 * picture)) as source:
        assert source.decode(3).index == 3
    with pytest.raises(MediaTooLarge):
        FrameSource(path, DecodeLimits(max_bytes=18 * picture - 1))
    still = write_still(tmp_path / "still.png", numbered_image(1), "png", "rgb24")
    with pytest.raises(MediaTooLarge):
        FrameSource(still, DecodeLimits(max_bytes=272 * 96 * 3))


def test_a_larger_picture_than_was_told_is_bounded_too(tmp_path: Path) -> None:
    """The container tells a small picture, the stream inside a large one."""
    path = write_clip(tmp_path / "clip.mp4", width=1280, height=720, frames=2)
    data = path.read_bytes()
    at = data.index(b"avc1", data.index(b"stsd")) + 28
    path.write_bytes(data[:at] + struct.pack(">HH", 16, 16) + data[at + 4 :])
    with pytest.raises(MediaError):
        FrameSource(path, DecodeLimits(max_bytes=10_000_000))


def test_a_decoder_without_an_end_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=30)
    with FrameSource(path, DecodeLimits(max_seconds_of_silence=0.2)) as source:
        source.start_at(20)
        reader = source._reader
        # The seam behind which FFmpeg works: packets that cost time and give nothing.
        packets = [Silent() for _ in range(30)]
        monkeypatch.setattr(reader, "_skip_if_possible", lambda _: time.sleep(0.05))
        source._run = reader._pictures(iter(packets), reader.index.entries[0])  # type: ignore[arg-type]
        begun = time.monotonic()
        with pytest.raises(MediaUnreadable, match="no picture"):
            source.next_frame()
        assert time.monotonic() - begun < 1.2


class Silent:
    """A packet in which there is nothing."""

    def decode(self) -> list[Any]:
        return []


def test_oblong_pixels_make_no_picture_over_the_limits(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=1, pixel_aspect=Fraction(7))
    with FrameSource(path) as source:
        assert source.decode(0).shown_size == (272 * 7, 96)
    with FrameSource(path, DecodeLimits(max_pixels=272 * 96 * 6)) as source:
        assert source.decode(0).shown_size == (272, 96)


def test_an_hour_of_plain_sound_is_no_hostile_table(tmp_path: Path) -> None:
    """Its table counts every single sample, and FFmpeg makes no entry for each."""
    path = write_sound(tmp_path / "sound.mov", "pcm_s16le", seconds=50)
    assert probe(path).seconds == pytest.approx(50, abs=0.1)
