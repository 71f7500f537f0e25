"""What is heard is what is seen: the samples that the device plays, against the picture's clock."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from rushes.media.compare_sound import SoundPlace
from rushes.media.frame_times import FrameTimes
from rushes.media.play_order import LoopKind
from rushes.ui.viewer.sound.state import SoundState
from tests.media.clips import write_clip

from .conftest import RATE, Room
from .fake_multimedia import FakeDevice

LOUDEST_STEP = 0.02
"""Between two samples of a ramp at four times its speed lies much less, and a click is far more."""


def test_playing_gives_the_very_samples(room: Room, ramp_clip: Path) -> None:
    room.open(ramp_clip)
    room.act(room.playback.play)
    room.run(0.6)
    assert np.abs(room.differences()).max() <= 1
    # Neither left out nor played twice: each is one further than the one before.
    steps = np.diff(room.played_everything()[5_000:25_000, 0] * 65_536)
    assert np.abs(steps - 1).max() <= 1
    assert steps.mean() == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("speed", [-1.0, 2.0, 4.0, 0.25, 0.1, -0.5, -4.0])
def test_every_speed_and_both_ways(room: Room, ramp_clip: Path, speed: float) -> None:
    room.open(ramp_clip)
    room.act(lambda: room.playback.play(speed))
    room.run(1.2)
    assert np.abs(room.differences()).max() <= 2.5 * abs(speed) + 1


@pytest.mark.parametrize("speed", [1.0, -1.0, 2.0])
def test_the_seam_of_a_loop_has_no_gap_and_no_click(
    room: Room, ramp_clip: Path, speed: float
) -> None:
    room.open(ramp_clip)
    room.playback.set_in(6)
    room.playback.set_out(11)
    room.act(lambda: room.playback.play(speed))
    room.run(1.5)
    assert np.abs(room.differences()).max() <= 2 * abs(speed) + 1
    played = room.played_everything()[:, 0]
    # From Out's -0.13 to In's -0.32 in no less than a fade: six times in a second and a half.
    assert np.abs(np.diff(played[3_000:])).max() < LOUDEST_STEP
    assert played[3_000:].max() < -0.05


def test_to_and_fro(room: Room, ramp_clip: Path) -> None:
    room.open(ramp_clip)
    room.playback.set_loop(LoopKind.PING_PONG)
    room.playback.set_in(3)
    room.playback.set_out(9)
    room.act(room.playback.play)
    room.run(1.5)
    assert np.abs(room.differences()).max() <= 2
    assert np.abs(np.diff(room.played_everything()[3_000:, 0])).max() < LOUDEST_STEP


def test_once_ends_in_silence(room: Room, ramp_clip: Path, qtbot: QtBot) -> None:
    room.open(ramp_clip)
    room.playback.set_loop(LoopKind.ONCE)
    room.playback.seek(12)
    room.act(room.playback.play)
    room.run(0.5)
    assert np.abs(room.differences()).max() <= 1
    room.run(0.05)
    qtbot.waitUntil(lambda: not room.output.is_started)


def test_seeking_while_it_plays(room: Room, ramp_clip: Path) -> None:
    room.open(ramp_clip)
    room.act(room.playback.play)
    for index in (18, 2, 9, 9, 20):
        room.run(0.25)
        room.act(lambda index=index: room.playback.seek(index))
    room.run(0.25)
    assert np.abs(room.differences()).max() <= 1
    assert np.abs(np.diff(room.played_everything()[:, 0])).max() < LOUDEST_STEP


def test_another_speed_loop_and_range_while_it_plays(room: Room, ramp_clip: Path) -> None:
    room.open(ramp_clip)
    playback = room.playback
    room.act(playback.play)
    for wish in (
        lambda: playback.set_speed(2.0),
        lambda: playback.shuttle(-1),
        lambda: playback.set_loop(LoopKind.PING_PONG),
        lambda: playback.set_in(8),
        lambda: playback.set_speed(0.5),
        lambda: playback.set_in(None),
    ):
        room.run(0.3)
        room.act(wish)
    room.run(0.3)
    assert np.abs(room.differences()).max() <= 6


def test_paused_is_silent_at_once(room: Room, ramp_clip: Path, qtbot: QtBot) -> None:
    room.open(ramp_clip)
    room.playback.play()
    room.run(0.2)
    volumes = room.multimedia.sink.volumes
    before = len(volumes)
    room.playback.pause()
    assert volumes[before] < volumes[before - 1]
    qtbot.waitUntil(lambda: not room.output.is_started)
    assert volumes[-1] == 0
    room.act(room.playback.play)
    room.run(0.3)
    assert volumes[-1] == 1
    assert len(room.multimedia.sinks) == 1
    assert np.abs([room.heard_at(room.seconds - 0.05) - room.playback.peek(
        room.seconds - 0.05).position * RATE]).max() <= 1  # fmt: skip


def test_an_offset_is_heard(room: Room, ramp_clip: Path) -> None:
    room.open(ramp_clip)
    room.sound.set_place(SoundPlace(0.125))
    room.act(room.playback.play)
    room.run(0.5)
    assert room.differences() == pytest.approx(0.125 * RATE, abs=1)


def test_beyond_the_sound_it_is_silent(room: Room, ramp_clip: Path) -> None:
    room.open(ramp_clip, frames=FRAMES_TWICE)
    room.playback.seek(30)
    room.playback.play()
    room.run(0.3)
    assert not room.played_everything().any()


FRAMES_TWICE = 48


@pytest.mark.parametrize("lag", [0.02, 0.045, 0.15])
def test_a_device_that_begins_late_is_in_time_soon_and_next_time_at_once(
    room: Room, ramp_clip: Path, qtbot: QtBot, lag: float
) -> None:
    room.multimedia.lag = lag
    room.open(ramp_clip)
    room.playback.play()
    room.run(lag + 0.25)
    room._seen.clear()
    room.run(0.3)
    assert np.abs(room.differences()).max() <= 0.004 * RATE
    room.playback.pause()
    qtbot.waitUntil(lambda: not room.output.is_started)
    room.playback.play()
    room._seen.clear()
    # Sooner than this the device cannot be heard.
    room.run(lag + room.output.behind + 0.005)
    room._seen.clear()
    room.run(0.3)
    assert np.abs(room.differences()).max() <= 0.004 * RATE


@pytest.mark.parametrize("drift", [0.001, -0.001])
def test_a_device_with_a_clock_of_its_own_is_followed(
    room: Room, ramp_clip: Path, drift: float
) -> None:
    room.multimedia.drift = drift
    room.open(ramp_clip)
    room.playback.play()
    room.run(8.0)
    # Alone it would be off by 8 ms now.
    assert abs(room.sound.late_seconds) < 0.004
    steps = np.abs(np.diff(room.played_everything()[:, 0]))
    assert np.sort(steps)[-1] < LOUDEST_STEP


def test_after_the_window_was_busy_it_is_in_time_again(room: Room, ramp_clip: Path) -> None:
    room.open(ramp_clip)
    room.act(room.playback.play)
    room.run(0.2)
    room.seconds += 0.3
    room._acts.append(room.seconds)
    room.run(0.3)
    assert np.abs(room.differences()).max() <= 1


def test_under_a_hand_each_place_is_heard_for_a_moment(
    room: Room, ramp_clip: Path, qtbot: QtBot
) -> None:
    room.open(ramp_clip)
    room.playback.hold()
    room.playback.seek(12)
    room.run(0.4)
    played = room.played_everything()[:, 0]
    heard = np.flatnonzero(played)
    assert 0.075 * RATE < len(heard) <= 0.084 * RATE
    middle = heard[len(heard) // 2]
    place = (played[middle] + 0.5) * 65_536
    assert place == pytest.approx(0.5 * RATE + middle - heard[0], abs=2)
    room.run(0.5)
    qtbot.waitUntil(lambda: not room.output.is_started)
    room.playback.release()
    room.run(0.05)
    assert not room.output.is_started


def test_a_hand_on_the_playhead_stops_what_played_and_lets_it_go_on(
    room: Room, ramp_clip: Path, qtbot: QtBot
) -> None:
    room.open(ramp_clip)
    room.playback.play()
    room.run(0.2)
    room.playback.hold()
    room.run(0.02)
    qtbot.waitUntil(lambda: not room.output.is_started)
    room.playback.release()
    room.act(lambda: None)
    room._seen.clear()
    room.run(0.3)
    assert np.abs(room.differences()).max() <= 1


def test_muted_needs_no_device_and_comes_back_in_time(
    room: Room, ramp_clip: Path, qtbot: QtBot
) -> None:
    room.sound.set_muted(True)
    room.open(ramp_clip)
    room.playback.play()
    room.run(0.2)
    assert room.multimedia.sinks == []
    room.act(lambda: room.sound.set_muted(False))
    room._seen.clear()
    room.run(0.3)
    assert np.abs(room.differences()).max() <= 1
    room.sound.set_muted(True)
    qtbot.waitUntil(lambda: not room.output.is_started)


def test_the_volume_is_that_of_the_ear(room: Room, ramp_clip: Path) -> None:
    room.sound.set_volume(0.8)
    room.open(ramp_clip)
    room.playback.play()
    assert room.multimedia.sink.volumes[-1] == pytest.approx(0.512)
    room.sound.set_volume(0.5)
    assert room.multimedia.sink.volumes[-1] == pytest.approx(0.125)


def test_without_a_device_it_plays_silently_and_says_so_once(
    room: Room, ramp_clip: Path, qtbot: QtBot
) -> None:
    room.multimedia.device = FakeDevice("")
    room.open(ramp_clip)
    assert room.sound.state is SoundState.NO_DEVICE
    assert room.told == []
    room.playback.play()
    room.run(0.2)
    assert room.playback.peek(room.seconds).position == pytest.approx(0.2, abs=1e-6)
    room.playback.pause()
    room.playback.play()
    assert room.told == ["There is no sound device: it plays silently"]
    room.act(lambda: room.multimedia.plug(FakeDevice("headphones")))
    qtbot.waitUntil(lambda: room.sound.state is SoundState.READY)
    room._seen.clear()
    room.run(0.3)
    assert np.abs(room.differences()).max() <= 1


def test_where_sound_cannot_be_loaded_there_is_no_device(room: Room, ramp_clip: Path) -> None:
    def load() -> object:
        raise ImportError("libpulse.so.0: cannot open shared object file")

    room.output._load = load
    room.open(ramp_clip)
    assert room.sound.state is SoundState.NO_DEVICE


def test_a_device_that_is_unplugged_gives_way_to_the_next(room: Room, ramp_clip: Path) -> None:
    room.open(ramp_clip)
    room.playback.play()
    room.run(0.2)
    first = room.multimedia.sink
    first.die()
    room.act(lambda: room.multimedia.plug(FakeDevice("headphones")))
    room._seen.clear()
    room.run(0.3)
    assert room.multimedia.sink.device.id() == b"headphones"
    assert np.abs(room.differences()).max() <= 1
    room.multimedia.sink.die()
    room.multimedia.plug(None)
    room.run(0.05)
    assert room.sound.state is SoundState.NO_DEVICE
    assert len(room.told) == 1
    assert room.playback.is_playing


def test_a_device_that_dies_unsaid_is_started_anew(room: Room, ramp_clip: Path) -> None:
    room.open(ramp_clip)
    room.playback.play()
    room.run(0.2)
    room.multimedia.sink.die()
    room.act(lambda: None)
    room._seen.clear()
    room.run(0.3)
    assert len(room.multimedia.sinks) == 2
    assert np.abs(room.differences()).max() <= 1


def test_another_default_device_is_taken_while_it_plays(room: Room, ramp_clip: Path) -> None:
    room.open(ramp_clip)
    room.playback.play()
    room.run(0.2)
    room.act(lambda: room.multimedia.plug(FakeDevice("headphones", kind="Float")))
    room._seen.clear()
    room.run(0.3)
    assert np.abs(room.differences()).max() <= 1


@pytest.mark.parametrize(
    "device",
    [
        FakeDevice(rate=44_100),
        FakeDevice(rate=96_000, kind="Int32"),
        FakeDevice(channels=1, kind="Float"),
        FakeDevice(rate=44_100, channels=6),
    ],
)
def test_devices_of_other_forms(room: Room, ramp_clip: Path, device: FakeDevice) -> None:
    room.multimedia.device = device
    room.open(ramp_clip)
    room.playback.play()
    room.run(0.5)
    played = room.played_everything()
    form = device.preferredFormat()
    at = round(0.3 * form.sampleRate())
    if form.channelCount() == 1:
        # The two channels of a ramp are opposite, and their mean is nothing.
        assert np.abs(played[at]).max() < 1e-3
        return
    place = (0.3 + room.output.behind) * RATE / 65_536 - 0.5
    assert played[at, 0] == pytest.approx(place, abs=1e-4)
    assert played[at, 1] == pytest.approx(-place, abs=1e-4)
    assert not played[:, 2:].any()


def test_a_device_that_takes_nothing_of_ours_is_none(room: Room, ramp_clip: Path) -> None:
    room.multimedia.device = FakeDevice(kind="UInt8")
    room.open(ramp_clip)
    assert room.sound.state is SoundState.NO_DEVICE


def test_broken_sound_is_told_and_the_picture_plays_on(
    room: Room, tmp_path: Path, qtbot: QtBot
) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=24)
    room.open(path)
    assert room.sound.state is SoundState.BROKEN
    room.playback.play()
    room.run(0.2)
    assert room.playback.is_playing
    assert room.told == ["The sound cannot be read: it plays silently"]


def test_another_clip_takes_the_place(room: Room, ramp_clip: Path, qtbot: QtBot) -> None:
    room.open(ramp_clip)
    room.playback.play()
    room.run(0.2)
    room.playback.unload()
    room.sound.let_go()
    assert room.sound.state is SoundState.NONE
    qtbot.waitUntil(lambda: not room.output.is_started)
    states = []
    room.sound.state_changed.connect(lambda: states.append(room.sound.state))
    room.open(ramp_clip)
    assert states == [SoundState.LOADING, SoundState.READY]
    assert room.loads == 1
    room.act(room.playback.play)
    room._seen.clear()
    room.run(0.3)
    assert np.abs(room.differences()).max() <= 1


def test_what_an_overtaken_clip_tells_is_dropped(room: Room, ramp_clip: Path, qtbot: QtBot) -> None:
    room.sound.open(ramp_clip)
    room.sound.let_go()
    qtbot.wait(100)
    assert room.sound.state is SoundState.NONE
    room.sound.open(ramp_clip)
    room.sound.close()
    qtbot.wait(50)
    assert room.sound.state is SoundState.NONE


def test_a_still_playback_makes_no_sound(room: Room, ramp_clip: Path) -> None:
    room.open(ramp_clip)
    room.playback.load(FrameTimes.constant(1, Fraction(24)))
    room.playback.seek(0)
    room.playback.step(1)
    room.run(0.1)
    assert room.multimedia.sinks == []


def test_a_device_that_stands_still_is_spoken_of_once(room: Room, ramp_clip: Path) -> None:
    room.multimedia.lag = 3.0
    room.open(ramp_clip)
    room.act(room.playback.play)
    room.run(0.9)
    assert room.told == []
    room.run(1.0)
    assert room.told == ["The sound device stands still: it plays silently"]
    # When it comes round it is heard, in time.
    room.run(2.5)
    assert len(room.told) == 1
    assert not np.isnan(room.heard_at(room.seconds - 0.05))


def test_a_device_that_is_slow_to_begin_is_not_spoken_of(room: Room, ramp_clip: Path) -> None:
    room.multimedia.lag = 0.8
    room.open(ramp_clip)
    room.act(room.playback.play)
    room.run(1.5)
    assert room.told == []
