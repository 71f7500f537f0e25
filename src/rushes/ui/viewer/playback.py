"""Qt's side of the playback clock: a timer that asks it, and the wishes that set it."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from rushes.media.frame_times import FrameTimes
from rushes.media.play_order import LoopKind
from rushes.media.playback_clock import PlaybackClock, Reading
from rushes.ui.viewer.shuttle import shuttle_speed

_LONGEST_PAUSE_MILLISECONDS = 100


class Playback(QObject):
    """One clock for a group of views.

    The timer only asks: which frame is due follows from the time that has passed, so a late
    timer leaves frames out and never shifts those that follow.

    Attributes:
        now: gives the monotonic time in seconds.

    Signals:
        moved: another frame is due; a `Reading`.
        playing_changed: it plays now, or no longer does.
        settings_changed: speed, loop kind, In or Out are others.
    """

    moved = Signal(object)
    playing_changed = Signal(bool)
    settings_changed = Signal()

    def __init__(
        self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.now = now
        self._clock = PlaybackClock(FrameTimes.still())
        self._frames = 0
        self._loop = LoopKind.LOOP
        self._chosen_speed = 1.0
        self._in: int | None = None
        self._out: int | None = None
        self._due = 0
        self._heading = 1
        self._told_playing = False
        self._held = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)

    @property
    def is_playing(self) -> bool:
        """Whether it plays, or goes on playing once the hand lets go of the playhead."""
        return self._told_playing

    @property
    def frames(self) -> int:
        """Number of frames of the clip; 0 while there is none."""
        return self._frames

    @property
    def due(self) -> int:
        """Index of the frame that is to be on the screen."""
        return self._due

    @property
    def heading(self) -> int:
        """Where the playhead goes: 1 onwards, -1 backwards."""
        return self._heading

    @property
    def loop(self) -> LoopKind:
        """What happens at the end of the range."""
        return self._loop

    @property
    def span(self) -> tuple[int, int]:
        """The first frame that is played, and the one behind the last."""
        return self._clock.range

    @property
    def in_index(self) -> int | None:
        """The first frame of the range, where In is set."""
        return self._in

    @property
    def out_index(self) -> int | None:
        """The last frame of the range, where Out is set."""
        return self._out

    @property
    def chosen_speed(self) -> float:
        """The speed that plain playing has, as a share of the clip's own."""
        return self._chosen_speed

    @property
    def speed(self) -> float:
        """The speed that is running, negative backwards; the chosen one while it stands."""
        return self._clock.speed if self.is_playing else self._chosen_speed

    @property
    def is_held(self) -> bool:
        """Whether a hand has the playhead."""
        return self._held

    def peek(self, at: float) -> Reading:
        """What will be due at the time *at* of `now`, unless somebody acts until then."""
        return self._clock.peek(at)

    def load(self, times: FrameTimes, at: int = 0) -> None:
        """Stand on a frame of another clip, its first by default; In and Out are gone."""
        self._set_playing(False)
        self._clock = PlaybackClock(times, self._loop)
        self._clock.seek(at, self.now())
        self._frames = times.frames
        self._in = self._out = None
        self._held = False
        self._heading = 1
        reading = self._clock.read(self.now())
        self._due = reading.index
        self.settings_changed.emit()
        self.moved.emit(reading)

    def unload(self) -> None:
        """Stand still without a clip."""
        self._set_playing(False)
        self._clock = PlaybackClock(FrameTimes.still(), self._loop)
        self._frames = 0
        self._due = 0
        self._in = self._out = None
        self._held = False

    def play(self, speed: float | None = None) -> None:
        """Play, at `speed` instead of the chosen one; negative is backwards."""
        now = self.now()
        self._clock.set_speed(self._chosen_speed if speed is None else speed, now)
        if not self._held:
            self._clock.play(now)
            self._read()
        elif self._frames > 1:
            self._set_playing(True)
        self.settings_changed.emit()

    def pause(self) -> None:
        """Stand on the frame that is due."""
        self._clock.pause(self.now())
        self._set_playing(False)
        self._read()
        self.settings_changed.emit()

    def toggle(self) -> None:
        """Pause, or play."""
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def step(self, frames: int) -> None:
        """Pause, and go so many frames on, back if negative; the clip's ends stop it."""
        self._clock.step(frames, self.now())
        self._set_playing(False)
        self._read()
        self.settings_changed.emit()

    def seek(self, index: int) -> None:
        """Go to a frame; what played goes on from there."""
        self._clock.seek(index, self.now())
        self._read()

    def shuttle(self, direction: int) -> None:
        """Play that way, faster with each further call.

        What plays the other way is slowed down first, and turns round from the clip's own speed.
        """
        running = self._clock.speed if self.is_playing else 0.0
        self.play(shuttle_speed(running, direction))

    def set_speed(self, speed: float) -> None:
        """Choose a speed, greater than 0; what plays goes on with it, in its own direction."""
        self._chosen_speed = speed
        if self.is_playing:
            running = self._clock.speed
            self._clock.set_speed(math.copysign(speed, running), self.now())
            self._read()
        self.settings_changed.emit()

    def set_loop(self, loop: LoopKind) -> None:
        """Choose what happens at the end of the range."""
        self._loop = loop
        self._clock.set_loop(loop, self.now())
        self._read()
        self.settings_changed.emit()

    def set_in(self, index: int | None) -> None:
        """Let the range begin at a frame, or at the clip's beginning; an Out before it goes."""
        self._in = index
        if index is not None and self._out is not None and self._out < index:
            self._out = None
        self._apply_range()

    def set_out(self, index: int | None) -> None:
        """Let the range end with a frame, or with the clip; an In after it goes."""
        self._out = index
        if index is not None and self._in is not None and self._in > index:
            self._in = None
        self._apply_range()

    def hold(self) -> None:
        """Let time stand while a hand has the playhead; `is_playing` stays as it is."""
        self._held = True
        self._clock.pause(self.now())
        self._timer.stop()

    def release(self) -> None:
        """The hand lets go: what played goes on."""
        self._held = False
        if self.is_playing:
            self._clock.play(self.now())
        self._read()

    def _apply_range(self) -> None:
        first = 0 if self._in is None else self._in
        stop = self._frames if self._out is None else self._out + 1
        self._clock.set_range(first, stop, self.now())
        self._read()
        self.settings_changed.emit()

    def _read(self) -> None:
        """Ask the clock, tell what is due, and come back when that changes."""
        if self._frames == 0:
            return
        reading = self._clock.read(self.now())
        if reading.playing:
            self._heading = reading.direction
            milliseconds = math.ceil((reading.seconds_to_next or 0) * 1000)
            self._timer.start(max(1, min(milliseconds, _LONGEST_PAUSE_MILLISECONDS)))
        else:
            self._timer.stop()
            if reading.index != self._due:
                self._heading = 1 if reading.index > self._due else -1
        if not self._held:
            self._set_playing(reading.playing)
        if reading.index != self._due:
            self._due = reading.index
            self.moved.emit(reading)

    def _set_playing(self, playing: bool) -> None:
        if playing != self._told_playing:
            self._told_playing = playing
            if not playing:
                self._timer.stop()
            self.playing_changed.emit(playing)
