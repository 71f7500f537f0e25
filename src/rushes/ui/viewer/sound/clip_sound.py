"""The sound of one clip, following a playback."""

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from rushes.media.compare_sound import WHOLE_CLIP, SoundPlace
from rushes.media.sound_aim import SoundAim
from rushes.media.sound_mixer import SoundMixer
from rushes.media.sound_path import Run, runs_of_clock, silence, within
from rushes.media.sound_reader import SoundReader
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.sound.output import SoundOutput
from rushes.ui.viewer.sound.state import SoundState

if TYPE_CHECKING:
    from rushes.domain.errors import MediaError
    from rushes.media.sound import SoundTrack

_FEED_MILLISECONDS = 10
_GRAIN_SECONDS = 0.08
_AFTER_GRAIN_SECONDS = 0.5
"""So long the device is kept for the next place under the hand."""

_MOST_LOSSES = 3
"""A device that ended more often than this while it was the default one is not tried again."""

_LONGEST_STALL_SECONDS = 1.0
"""A device that takes nothing for longer while it plays is spoken of."""

_LONGEST_JOIN_SECONDS = 5.0


class ClipSound(QObject):
    """Plays what belongs to the picture; the picture's clock leads, whatever the device does.

    Each sample is picked by the place at which the playback will be when it is heard, so that
    loops, ranges, reverse and all speeds follow by themselves. While a hand has the playhead,
    80 ms are heard of each place under it. Paused or muted is silent, and needs no device.

    Signals:
        state_changed: `state` is another.
        told: a word for the person, such as that there is no device; each only once.
    """

    state_changed = Signal()
    told = Signal(str)

    # The reading thread emits these; the slots run on the GUI thread.
    _track_opened = Signal(int, object)
    _track_failed = Signal(int, object)

    def __init__(
        self,
        playback: Playback,
        parent: QObject | None = None,
        *,
        output: SoundOutput | None = None,
    ) -> None:
        super().__init__(parent)
        self._playback = playback
        self._output = output or SoundOutput(self)
        self._number = 0
        self._reader: SoundReader | None = None
        self._ending: list[SoundReader] = []
        self._track: SoundTrack | None = None
        self._failed = False
        self._state = SoundState.NONE
        self._volume = 1.0
        self._muted = False
        self._place = WHOLE_CLIP
        self._path: Path | None = None
        self._mixer: SoundMixer | None = None
        self._aim: SoundAim | None = None
        self._begun = False
        self._losses = 0
        # Since when the device has taken nothing; None while it takes samples.
        self._stalled: float | None = None
        # Where the sound under the hand goes on, and samples that are left of it; below 0 since.
        self._grain: tuple[float, int] | None = None
        self._said: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_FEED_MILLISECONDS)
        self._timer.timeout.connect(self.feed)
        queued = Qt.ConnectionType.QueuedConnection
        self._track_opened.connect(self._on_track_opened, queued)
        self._track_failed.connect(self._on_track_failed, queued)
        self._output.prepared.connect(self._refresh)
        self._output.device_changed.connect(self._on_device_changed)
        playback.playing_changed.connect(self._on_playing_changed)
        playback.moved.connect(self._on_moved)

    @property
    def state(self) -> SoundState:
        """What can be heard of the clip."""
        return self._state

    @property
    def path(self) -> Path | None:
        """The clip whose sound is open, or None."""
        return self._path

    @property
    def heard_seconds(self) -> float | None:
        """From where on a very long clip is silent; None if all of it is heard."""
        track = self._track
        return None if track is None or track.whole else track.seconds

    @property
    def late_seconds(self) -> float:
        """By how much the device is behind the picture at present, before it is made good."""
        return 0.0 if self._aim is None else self._aim.error

    def open(self, path: Path) -> None:
        """Read the sound of a clip that has one, in place of the clip before."""
        self.let_go()
        self._path = path
        number = self._number
        self._reader = SoundReader(
            path,
            on_opened=partial(self._track_opened.emit, number),
            on_error=partial(self._track_failed.emit, number),
        )
        self._reader.start()
        self._output.prepare()
        self._refresh()

    def let_go(self) -> None:
        """Play no clip's sound any more; its thread ends by itself soon after."""
        self._number += 1
        self._path, self._place = None, WHOLE_CLIP
        self._end_reading()
        self._track, self._failed = None, False
        self._said.discard("broken")
        self._refresh()

    def close(self) -> None:
        """Let go, and wait for the threads, which end at once; for the end."""
        self.let_go()
        self._output.close()
        deadline = time.monotonic() + _LONGEST_JOIN_SECONDS
        for reader in self._ending:
            reader.join(max(deadline - time.monotonic(), 0))
        self._ending = [reader for reader in self._ending if not reader.join(0)]

    def set_volume(self, volume: float) -> None:
        """Set the loudness as a person feels it, from 0 to 1."""
        self._volume = min(max(volume, 0.0), 1.0)
        # The ear hears ratios: with the cube, each tenth of the way sounds like a like step.
        self._output.set_volume(self._volume**3)
        self._refresh()

    def set_muted(self, muted: bool) -> None:
        """Be silent, or not."""
        self._muted = muted
        self._refresh()

    def set_place(self, place: SoundPlace) -> None:
        """Let the sound lie elsewhere on the clock; that of a clip just opened is the clock's."""
        self._place = place

    def feed(self) -> None:
        """Give the device what it has room for; the timer's work."""
        if not self._is_audible:
            return
        playback, output = self._playback, self._output
        if output.is_lost and not self._replace_device():
            return
        now = playback.now()
        if playback.is_held:
            quiet = self._grain is None
        else:
            self._grain = None
            quiet = not playback.peek(now).playing
        if quiet:
            output.hush()
            if not playback.is_playing and not playback.is_held:
                self._timer.stop()
            return
        if (not output.is_started or output.is_fading) and not self._begin(now):
            return
        assert self._mixer is not None
        assert self._aim is not None
        room, waiting = output.room, output.capacity - output.room
        self._begun = self._begun or (room > 0 and waiting > 0)
        if self._begun:
            self._aim.look(now, waiting / output.rate)
        self._watch_flow(now, room)
        if room:
            output.write(self._mixer.mix(self._runs(room)))
            self._aim.wrote(room)

    def _watch_flow(self, now: float, room: int) -> None:
        """Speak of a device that stands still without an error; it may come round yet."""
        if room or self._playback.is_held:
            self._stalled = None
        elif self._stalled is None:
            self._stalled = now
        elif now - self._stalled > _LONGEST_STALL_SECONDS:
            self._say_once("stalled", self.tr("The sound device stands still: it plays silently"))

    def _begin(self, now: float) -> bool:
        """Start the device; what it plays is aimed anew."""
        output = self._output
        if not output.start() and not (self._replace_device() and output.start()):
            output.give_up()
            self._refresh()
            return False
        if self._mixer is None or self._aim is None:
            self._mixer = SoundMixer(output.rate)
            self._aim = SoundAim(output.rate, output.behind)
        self._mixer.track = self._track
        self._mixer.forget()
        self._aim.begin(now)
        self._begun = False
        self._stalled = None
        return True

    def _replace_device(self) -> bool:
        """Take the default device in place of one that ended; False if there is none."""
        self._mixer = self._aim = None
        self._losses += 1
        if self._losses > _MOST_LOSSES or not self._output.restart_device():
            self._output.give_up()
            self._refresh()
            return False
        return True

    def _runs(self, samples: int) -> list[Run]:
        """Where in the clip the next samples are."""
        assert self._aim is not None
        playback = self._playback
        if playback.is_held:
            runs = self._grain_runs(samples)
        else:
            spacing = self._aim.spacing
            runs = list(
                runs_of_clock(playback.peek, playback.speed, self._aim.at, spacing, samples)
            )
        place = self._place
        moved = (
            Run(run.samples, run.position * place.pace + place.offset, run.step * place.pace)
            for run in runs
        )
        return [part for run in moved for part in within(run, place.end) if part.samples]

    def _grain_runs(self, samples: int) -> list[Run]:
        if self._grain is None:
            return [silence(samples)]
        position, left = self._grain
        spacing = 1 / self._output.rate
        heard = min(max(left, 0), samples)
        left -= samples if heard < samples else heard
        over = left < -_AFTER_GRAIN_SECONDS * self._output.rate
        self._grain = None if over else (position + heard * spacing, left)
        return [Run(heard, position, spacing), silence(samples - heard)]

    def _on_playing_changed(self, _playing: bool) -> None:
        self._refresh()

    def _on_moved(self) -> None:
        if self._playback.is_held and self._is_audible:
            reading = self._playback.peek(self._playback.now())
            self._grain = (reading.position, round(_GRAIN_SECONDS * self._output.rate))
            self._refresh()

    def _on_track_opened(self, number: int, track: "SoundTrack") -> None:
        if number == self._number:
            self._track = track
            self._refresh()

    def _on_track_failed(self, number: int, _error: "MediaError") -> None:
        if number == self._number:
            self._failed = True
            self._refresh()

    def _on_device_changed(self) -> None:
        # The new one may take other samples.
        self._mixer = self._aim = None
        self._losses = 0
        self._said.discard("stalled")
        if self._output.is_available:
            self._said.discard("no device")
        self._refresh()

    @property
    def _is_audible(self) -> bool:
        return self._state is SoundState.READY and not self._muted and self._volume > 0

    def _refresh(self) -> None:
        """See how it stands, and begin or cease to play."""
        state = self._told_state()
        changed = state is not self._state
        self._state = state
        playing = self._playback.is_playing or self._playback.is_held
        if self._is_audible and playing:
            if not self._timer.isActive():
                self._timer.start()
                self.feed()
        else:
            self._timer.stop()
            self._grain = None
            self._output.hush()
        if changed:
            self.state_changed.emit()
        if self._playback.is_playing:
            self._say()

    def _told_state(self) -> SoundState:
        if self._reader is None:
            return SoundState.NONE
        if self._failed and self._track is None:
            return SoundState.BROKEN
        if self._output.is_prepared and not self._output.is_available:
            return SoundState.NO_DEVICE
        if self._track is None or not self._output.is_prepared:
            return SoundState.LOADING
        return SoundState.READY

    def _say(self) -> None:
        if self._state is SoundState.NO_DEVICE:
            self._say_once("no device", self.tr("There is no sound device: it plays silently"))
        elif self._state is SoundState.BROKEN:
            self._say_once("broken", self.tr("The sound cannot be read: it plays silently"))
        elif self._failed:
            self._say_once("broken", self.tr("The sound cannot be read to its end"))

    def _say_once(self, what: str, words: str) -> None:
        if what not in self._said and not self._muted:
            self._said.add(what)
            self.told.emit(words)

    def _end_reading(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._ending.append(self._reader)
            self._reader = None
        self._ending = [reader for reader in self._ending if not reader.join(0)]
