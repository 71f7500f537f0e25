"""A playback and its sound on a clock in the test's hand; the device keeps what it plays."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from rushes.media.frame_times import FrameTimes
from rushes.media.sound_mixer import FADE_SECONDS
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.sound.clip_sound import ClipSound
from rushes.ui.viewer.sound.output import BUFFER_SECONDS, SoundOutput
from rushes.ui.viewer.sound.state import SoundState
from tests.media.sounding_clips import RATE, place_in_ramp, ramp, write_sounding_clip

from .fake_multimedia import FakeMultimedia

FRAMES = 24
STEP_SECONDS = 0.001
FEED_EVERY = 10
ON_ITS_WAY_SECONDS = BUFFER_SECONDS + FADE_SECONDS + 0.012
"""After an act what was on its way is heard for so long, and for what the device keeps."""


@pytest.fixture(scope="session")
def ramp_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One second at 24 frames; each sample tells its place."""
    path = tmp_path_factory.mktemp("sounding") / "ramp.mov"
    return write_sounding_clip(path, ramp(1.0), codec="pcm_s16le", frames=FRAMES)


class Room:
    """A playback with its sound.

    Attributes:
        now: the time, in seconds.
        told: what was said to the person.
    """

    def __init__(self, qtbot: QtBot, owner: QObject) -> None:
        self.seconds = 1000.0
        self._qtbot = qtbot
        self.playback = Playback(owner, now=lambda: self.seconds)
        self.multimedia = FakeMultimedia(lambda: self.seconds)
        self.loads = 0
        self.output = SoundOutput(owner, load=self._load)
        self.sound = ClipSound(self.playback, owner, output=self.output)
        self.told: list[str] = []
        self.sound.told.connect(self.told.append)
        # What was on the screen at each moment: time, and the place in the clip, or NaN.
        self._seen: list[tuple[float, float]] = []
        self._acts: list[float] = []

    def _load(self) -> object:
        self.loads += 1
        return self.multimedia.module

    def open(self, path: Path, frames: int = FRAMES) -> None:
        """Have a clip with sound, ready to play."""
        self.playback.load(FrameTimes.constant(frames, Fraction(24)))
        self.sound.open(path)
        self._qtbot.waitUntil(lambda: self.sound.state is not SoundState.LOADING)

    def run(self, seconds: float) -> None:
        """Let time pass."""
        for step in range(round(seconds / STEP_SECONDS)):
            if step % FEED_EVERY == 0:
                self.sound.feed()
            reading = self.playback.peek(self.seconds)
            self._seen.append((self.seconds, reading.position if reading.playing else np.nan))
            self.seconds += STEP_SECONDS

    def act(self, wish: Callable[[], object]) -> None:
        """Do something; for a moment what was on its way is heard on."""
        self._acts.append(self.seconds)
        wish()

    def heard_at(self, seconds: float) -> float:
        """The sample of the clip that reaches the ear at a time; NaN in silence."""
        sink = self.multimedia.sink
        assert sink.started is not None
        played = sink.played()
        index = round((seconds - self.output.behind - sink.started - sink.lag) * RATE)
        if not 0 <= index < len(played) or not played[index].any():
            return float("nan")
        return float(place_in_ramp(played[index : index + 1])[0])

    def differences(self) -> NDArray[np.float64]:
        """By how many samples what is heard differs from the place in the clip on the screen.

        Not looked at are the first moments after each act, and those at a jump of the picture,
        where sounds are faded into one another.
        """
        found = []
        settled = ON_ITS_WAY_SECONDS + self.output.behind
        for at, (now, position) in enumerate(self._seen):
            recent = any(0 <= now - act < settled for act in self._acts)
            near = [place for _, place in self._seen[max(0, at - 5) : at + 2]]
            jump = np.abs(np.diff(near)).max(initial=0) > 5 * STEP_SECONDS
            at_end = position > 1 - 0.005
            if recent or jump or at_end or np.isnan(near).any():
                continue
            found.append(self.heard_at(now) - position * RATE)
        assert len(found) > 100
        return np.array(found)

    def played_everything(self) -> NDArray[np.float64]:
        """What the device played since it was started."""
        return self.multimedia.sink.played()


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    owner = QObject()
    made = Room(qtbot, owner)
    yield made
    made.sound.close()
    owner.deleteLater()
