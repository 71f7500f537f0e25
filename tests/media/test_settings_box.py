"""Settings go into a file and come out again; the file as it came can always be had back."""

import hashlib
import json
import random
import struct
from pathlib import Path

import pytest

from rushes.media import settings_box
from rushes.media.frame_source import FrameSource
from rushes.media.probe import probe
from rushes.media.settings_box import (
    MAX_SETTINGS_BYTES,
    embed_settings,
    original_sha256,
    original_size,
    read_settings,
    strip_settings,
)
from rushes.media.settings_in_mp4 import BOX_ID
from tests.media.clips import numbered_image, read_number, write_clip, write_sound, write_still

SETTINGS = {
    "model": "wan-ai/wan-2-1/text-to-video",
    "inputs": {"prompt": 'Città di notte, 東京 🌃 <b>\u2028"', "seed": 42, "num_frames": 97},
    "job": "0193-0000",
    "ai_generated": True,
}
EMBEDDED = {"rushes_settings": 1, **SETTINGS}


def write_one(tmp_path: Path, suffix: str) -> Path:
    path = tmp_path / f"clip.{suffix}"
    if suffix == "png":
        return write_still(path, numbered_image(8), "png", "rgb24")
    options = {"movflags": "faststart"} if suffix == "fast.mp4" else {}
    return write_clip(path, container_options=options)


@pytest.fixture(params=["mp4", "fast.mp4", "mov", "png"])
def media(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return write_one(tmp_path, request.param)


def test_settings_come_back_and_the_picture_is_the_same(media: Path) -> None:
    facts, before = probe(media), media.read_bytes()
    assert read_settings(media) is None
    assert embed_settings(media, SETTINGS)
    assert read_settings(media) == EMBEDDED
    assert probe(media) == facts
    with FrameSource(media) as source:
        expected = 8 if facts.kind == "image" else 1
        assert read_number(source.decode(0).planes()[0]) == expected
    assert original_size(media) == len(before)
    assert original_sha256(media) == hashlib.sha256(before).hexdigest()
    assert strip_settings(media)
    assert media.read_bytes() == before
    assert not strip_settings(media)
    assert [path.name for path in media.parent.iterdir()] == [media.name]


def test_settings_are_replaced_and_not_piled_up(media: Path) -> None:
    before = media.read_bytes()
    for number in range(4):
        assert embed_settings(media, {"inputs": {"seed": number}})
    size = media.stat().st_size
    assert read_settings(media) == {"rushes_settings": 1, "inputs": {"seed": 3}}
    assert embed_settings(media, {"inputs": {"seed": 4}})
    assert media.stat().st_size == size
    assert original_sha256(media) == hashlib.sha256(before).hexdigest()


def test_a_file_without_settings_is_its_own_original(media: Path) -> None:
    assert original_size(media) == media.stat().st_size
    assert original_sha256(media) == hashlib.sha256(media.read_bytes()).hexdigest()


def test_other_formats_carry_none_and_stay_as_they_are(tmp_path: Path) -> None:
    webm = write_clip(tmp_path / "clip.webm", codec="libvpx", options={"deadline": "realtime"})
    for path in (
        webm,
        write_still(tmp_path / "still.jpg", numbered_image(1), "mjpeg", "yuvj420p"),
        write_sound(tmp_path / "sound.wav", "pcm_s16le", 0.1),
    ):
        before = path.read_bytes()
        assert not embed_settings(path, SETTINGS)
        assert read_settings(path) is None
        assert not strip_settings(path)
        assert path.read_bytes() == before
        assert original_size(path) == len(before)


def test_what_json_cannot_hold_or_is_too_large_is_refused(media: Path) -> None:
    before = media.read_bytes()
    with pytest.raises(ValueError, match="JSON"):
        embed_settings(media, {"inputs": float("nan")})
    with pytest.raises(TypeError):
        embed_settings(media, {"inputs": object()})
    assert not embed_settings(media, {"inputs": "x" * MAX_SETTINGS_BYTES})
    assert media.read_bytes() == before


@pytest.mark.parametrize("mark", [b"uuid", b"free"])
def test_a_box_half_written_is_no_settings_and_is_cleared_away(mark: bytes, tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4")
    before = path.read_bytes()
    embed_settings(path, SETTINGS)
    whole = path.read_bytes()
    begun = before + whole[len(before) :].replace(b"uuid", mark, 1)
    for length in [*range(len(before) + 5, len(whole), 7), len(whole) - 1]:
        path.write_bytes(begun[:length])
        assert read_settings(path) is None
        assert original_size(path) == len(before)
        if mark == b"free":
            # The form in which it stands until it is whole: the clip stays playable.
            assert probe(path).frames == 12
        assert embed_settings(path, SETTINGS)
        assert path.read_bytes() == whole


def test_a_full_disk_leaves_the_file_as_it_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_clip(tmp_path / "clip.mp4")
    before = path.read_bytes()

    def full(_file: int) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no room"):
        embed_settings(path, SETTINGS)
    assert path.read_bytes() == before


def own_box(data: bytes, size: int | None = None) -> bytes:
    length = 24 + len(data) if size is None else size
    return struct.pack(">I", length) + b"uuid" + BOX_ID.bytes + data


def test_another_programs_box_behind_ours_is_left_alone(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4")
    embed_settings(path, SETTINGS)
    ours = path.stat().st_size
    foreign = struct.pack(">I", 12) + b"skip" + b"data"
    path.write_bytes(path.read_bytes() + foreign)
    assert read_settings(path) == EMBEDDED
    assert original_size(path) == ours + len(foreign)
    assert embed_settings(path, {"inputs": {}})
    assert read_settings(path) == {"rushes_settings": 1, "inputs": {}}
    assert "東京".encode() not in path.read_bytes()
    assert path.read_bytes()[ours : ours + len(foreign)] == foreign
    assert probe(path).frames == 12


@pytest.mark.parametrize(
    "box",
    [
        own_box(b"not json"),
        own_box(b"\xff\xfe\xff"),
        own_box(b"[1, 2]"),
        own_box(b'"text"'),
        own_box(b'{"other": 1}'),
        own_box(b'{"rushes_settings": NaN}'),
        own_box(b"[" * 100_000),
        own_box(b'{"rushes_settings": ' + b"9" * 10_000 + b"}"),
        own_box(b"", size=23),
        own_box(b"", size=8),
        own_box(b"x", size=0xFFFFFFFF),
        own_box(b'{"rushes_settings": "' + b"x" * MAX_SETTINGS_BYTES + b'"}'),
        struct.pack(">I", 1) + b"uuid" + b"\xff" * 8 + BOX_ID.bytes,
        struct.pack(">I", 0) + b"uuid" + bytes(16),
    ],
)
def test_hostile_boxes_are_no_settings(box: bytes, tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4")
    path.write_bytes(path.read_bytes() + box)
    assert read_settings(path) is None
    assert original_size(path) > 0
    strip_settings(path)
    embed_settings(path, {})
    assert read_settings(path) in (None, {"rushes_settings": 1})


def test_a_file_whose_last_box_has_no_end_carries_none(tmp_path: Path) -> None:
    path = write_one(tmp_path, "fast.mp4")
    data = path.read_bytes()
    at = data.rindex(b"mdat") - 4
    path.write_bytes(data[:at] + bytes(4) + data[at + 4 :])
    before = path.read_bytes()
    assert not embed_settings(path, SETTINGS)
    assert path.read_bytes() == before
    assert probe(path).frames == 12


def test_fragments_with_a_table_at_the_end_are_left_alone(tmp_path: Path) -> None:
    path = write_clip(
        tmp_path / "clip.mp4", container_options={"movflags": "frag_keyframe+empty_moov"}
    )
    before = path.read_bytes()
    assert not embed_settings(path, SETTINGS)
    assert path.read_bytes() == before


def test_random_damage_never_raises_what_is_not_expected(media: Path) -> None:
    embed_settings(media, SETTINGS)
    whole, chance = media.read_bytes(), random.Random(2)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(-400, 0)] = chance.randrange(256)
        media.write_bytes(data[: chance.choice([len(data), chance.randrange(8, len(data))])])
        got = read_settings(media)
        assert got is None or isinstance(got, dict)
        assert 0 <= original_size(media) <= len(data)
        embed_settings(media, {})
        strip_settings(media)


def test_a_text_chunk_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = write_one(tmp_path, "png")
    embed_settings(path, {"inputs": "x" * 1000})
    from rushes.media.settings_in_png import read_chunk

    assert read_chunk(path, 500) is None
    assert read_chunk(path, 5000) is not None


def test_a_png_that_cannot_be_replaced_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_one(tmp_path, "png")
    before = path.read_bytes()

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no room"):
        embed_settings(path, SETTINGS)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_what_is_written_is_plain_json_at_the_end(tmp_path: Path) -> None:
    path = write_one(tmp_path, "mp4")
    start = path.stat().st_size
    embed_settings(path, SETTINGS)
    tail = path.read_bytes()[start:]
    assert tail[:24] == struct.pack(">I", len(tail)) + b"uuid" + BOX_ID.bytes
    assert json.loads(tail[24:]) == EMBEDDED
    assert settings_box.FORM == 1
