"""The sound of a clip lies where its pictures are, whatever container and coder say it with."""

import random
import threading
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from rushes.domain.errors import MediaError, MediaUnreadable
from rushes.media.sound import SOUND_RATE, SoundDecoder, SoundTrack
from rushes.media.sound_reader import SoundReader
from tests.media.clips import write_clip
from tests.media.sounding_clips import (
    CLICK_SAMPLES,
    clicks,
    place_in_ramp,
    ramp,
    write_sounding_clip,
)

FRAME = 13
CLICK = FRAME / 24

FORMS: dict[str, tuple[str, dict[str, Any]]] = {
    "aac, mp4": ("mp4", {}),
    "aac, late pictures": ("mp4", {"first_pts": 7}),
    "aac, no edit list": ("mp4", {"container_options": {"use_editlist": "0"}}),
    "aac, pictures out of order": ("mp4", {"options": {"bf": "3", "g": "12"}}),
    "aac, fragments": ("mp4", {"container_options": {"movflags": "frag_keyframe+empty_moov"}}),
    "aac, 44.1 kHz": ("mp4", {"sample_rate": 44_100}),
    "aac, mono": ("mp4", {"layout": "mono"}),
    "aac, matroska": ("mkv", {}),
    "mp3, mp4": ("mp4", {"codec": "libmp3lame"}),
    "opus, webm": ("webm", {"codec": "libopus", "picture_codec": "libvpx-vp9"}),
    "opus, mp4": ("mp4", {"codec": "libopus"}),
    "ac3, matroska": ("mkv", {"codec": "ac3"}),
    "pcm, mov": ("mov", {"codec": "pcm_s16le"}),
    "flac, matroska": ("mkv", {"codec": "flac"}),
}


def read(path: Path, **options: Any) -> SoundTrack:
    with SoundDecoder(path, **options) as decoder:
        for _ in decoder.decode():
            pass
        return decoder.track


def onset(track: SoundTrack, after: float = 0.0) -> float:
    """The second at which the loud part begins, told by its middle: coders smear the edges."""
    first = round(after * track.rate)
    loud = np.abs(track.samples[first:, 0].astype(np.float64))
    strong = np.flatnonzero(loud > loud.max() / 2) + first
    return float(strong.mean() - (CLICK_SAMPLES - 1) / 2) / track.rate


@pytest.mark.parametrize("form", FORMS)
def test_a_click_is_heard_at_its_frame(form: str, tmp_path: Path) -> None:
    ending, changes = FORMS[form]
    rate = changes.get("sample_rate", SOUND_RATE)
    channels = 1 if changes.get("layout") == "mono" else 2
    wave = clicks([CLICK], 1.0, rate=rate, channels=channels)
    path = write_sounding_clip(tmp_path / f"clip.{ending}", wave, **changes)
    track = read(path)
    assert onset(track) == pytest.approx(CLICK, abs=0.001)
    assert track.samples.shape == (SOUND_RATE, 2)
    assert track.samples.dtype == np.int16
    assert track.whole


def test_sound_that_begins_later_than_the_pictures_comes_late(tmp_path: Path) -> None:
    wave = clicks([0.2], 0.5)
    path = write_sounding_clip(tmp_path / "clip.mp4", wave, sound_late=Fraction(1, 4))
    track = read(path)
    assert onset(track) == pytest.approx(0.45, abs=0.001)
    assert not track.samples[: round(0.24 * SOUND_RATE)].any()


def test_lossless_sound_comes_sample_by_sample(tmp_path: Path) -> None:
    path = write_sounding_clip(tmp_path / "clip.mov", ramp(1.0), codec="pcm_s16le")
    track = read(path)
    assert np.abs(place_in_ramp(track.samples / 32768) - np.arange(SOUND_RATE)).max() <= 1
    assert np.abs(track.samples.sum(axis=1, dtype=np.int64) - 2).max() <= 1


def test_of_sound_longer_than_the_pictures_only_theirs_is_kept(tmp_path: Path) -> None:
    path = write_sounding_clip(tmp_path / "clip.mov", ramp(1.0), codec="pcm_s16le", frames=12)
    track = read(path)
    assert track.seconds == 0.5
    assert place_in_ramp(track.samples[-1:] / 32768) == pytest.approx(23_999, abs=1)


def test_shorter_sound_is_followed_by_silence(tmp_path: Path) -> None:
    path = write_sounding_clip(tmp_path / "clip.mov", ramp(0.5), codec="pcm_s16le")
    track = read(path)
    assert track.seconds == 1.0
    assert not track.samples[SOUND_RATE // 2 :].any()


def test_six_channels_become_two(tmp_path: Path) -> None:
    wave = np.zeros((6, SOUND_RATE), np.float32)
    # Front left, right, centre, low, side left, right.
    wave[0, 4800:9600] = 0.5
    wave[2, 14_400:19_200] = 0.5
    wave[5, 24_000:28_800] = 0.5
    path = write_sounding_clip(tmp_path / "clip.mkv", wave, codec="flac", layout="5.1")
    samples = read(path).samples.astype(np.float64) / 32768
    left, centre, right = samples[7200], samples[16_800], samples[26_400]
    assert left[0] > 0.1 > abs(left[1])
    assert centre[0] == pytest.approx(centre[1], abs=1e-3)
    assert centre[0] > 0.1
    assert right[1] > 0.1 > abs(right[0])
    assert np.abs(samples).max() <= 0.5


def test_a_long_sound_is_cut_at_its_limit(tmp_path: Path) -> None:
    path = write_sounding_clip(tmp_path / "clip.mov", ramp(1.0), codec="pcm_s16le")
    track = read(path, max_bytes=40_000)
    assert len(track.samples) == 10_000
    assert not track.whole
    assert track.samples[9_000:].all()


def test_a_clip_without_sound_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MediaUnreadable, match="no sound"):
        SoundDecoder(write_clip(tmp_path / "clip.mp4", frames=3))


def test_damage_is_left_out_and_what_follows_lies_where_it_belongs(tmp_path: Path) -> None:
    """Whole pieces of AAC are overwritten; the click behind them keeps its place."""
    chance = random.Random(4)
    noise = np.array([chance.uniform(-0.1, 0.1) for _ in range(SOUND_RATE)], np.float32)
    wave = np.stack([noise, noise])
    wave += clicks([0.75], 1.0)
    path = write_sounding_clip(tmp_path / "clip.mp4", wave)
    data = bytearray(path.read_bytes())
    for offset, size in _sound_packets(path)[10:14]:
        data[offset : offset + size] = b"\xff" * size
    path.write_bytes(data)
    assert onset(read(path), after=0.5) == pytest.approx(0.75, abs=0.001)


def test_random_damage_ends_in_sound_or_a_media_error(tmp_path: Path) -> None:
    whole = write_sounding_clip(tmp_path / "whole.mp4", clicks([CLICK], 0.5), frames=12)
    data = whole.read_bytes()
    chance = random.Random(11)
    path = tmp_path / "broken.mp4"
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(chance.choice([1, 8, 200])):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        path.write_bytes(broken)
        try:
            track = read(path)
        except MediaError:
            continue
        assert track.samples.nbytes < 64 << 20


def _sound_packets(path: Path) -> list[tuple[int, int]]:
    with av.open(str(path)) as container:
        packets = container.demux(audio=0)
        return [(packet.pos, packet.size) for packet in packets if packet.size and packet.pos]


class Listener:
    """Takes what a reader tells."""

    def __init__(self, path: Path) -> None:
        self.tracks: list[SoundTrack] = []
        self.errors: list[MediaError] = []
        self.told = threading.Event()
        self.reader = SoundReader(path, on_opened=self.on_opened, on_error=self.on_error)

    def on_opened(self, track: SoundTrack) -> None:
        self.tracks.append(track)
        self.told.set()

    def on_error(self, error: MediaError) -> None:
        self.errors.append(error)
        self.told.set()


def test_a_reader_announces_once_and_fills_up(tmp_path: Path) -> None:
    path = write_sounding_clip(
        tmp_path / "clip.mov", np.tile(ramp(1.0), 3), codec="pcm_s16le", frames=72
    )
    listener = Listener(path)
    listener.reader.start()
    assert listener.told.wait(20)
    assert listener.reader.join(20)
    assert len(listener.tracks) == 1
    assert listener.errors == []
    assert np.abs(listener.tracks[0].samples[-1]).max() > 1000


def test_a_reader_tells_what_it_cannot_read(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"\0\0\0\x18ftypisom" + b"x" * 500)
    listener = Listener(path)
    listener.reader.start()
    assert listener.told.wait(20)
    assert listener.reader.join(20)
    assert listener.tracks == []
    assert isinstance(listener.errors[0], MediaError)


def test_a_closed_reader_tells_nothing_and_ends(tmp_path: Path) -> None:
    path = write_sounding_clip(tmp_path / "clip.mp4", clicks([CLICK], 1.0))
    for _ in range(20):
        listener = Listener(path)
        listener.reader.start()
        listener.reader.close()
        was_faster = bool(listener.tracks)
        assert listener.reader.join(20)
        if not was_faster:
            break
    assert listener.tracks == []
    assert listener.errors == []
