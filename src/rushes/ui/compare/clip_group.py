"""Several clips that are shown on one clock, all of them at the same moment."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from rushes.domain.errors import MediaError
from rushes.media.cache_budget import CacheBudget
from rushes.media.compare_times import Lock, SharedTimes, natural_lock, shared_times
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.shown_clip import ShownClip

_SWEEP_MILLISECONDS = 100

Shower = Callable[[int, Sequence[ShownClip]], bool]
"""Puts a moment of some clips on the screen; tells whether that could be done at once."""


class ClipGroup(QObject):
    """Opens clips and shows them together.

    While time stands, all clips that are seen change in the same turn of the event loop, as soon
    as each has its picture, so that they never show different moments. Until then the moment
    before stays; what a hand passes meanwhile is left out. While it plays, each shows the frame
    that is due or keeps the one that it has, which is counted as late.

    Attributes:
        clips: in the order in which they were opened.
        errors: why a clip cannot be opened, by its place.
        shared: the moments of the clock; None until all clips are open or have failed.
        shower: shows a moment, where that is not each clip in its own view.

    Signals:
        clip_opened: the clip at this place is open; its facts are known.
        clip_failed: (place, `MediaError`) the clip at this place cannot be opened.
        opened: the last clip is open, or has failed.
        retimed: lock or offsets are others, and with them the clock.
        frame_shown: the clip at this place shows another frame.
        frame_lacking: (place, index) a frame is damaged and cannot be shown.
        moment_shown: all that is seen shows this moment.
    """

    clip_opened = Signal(int)
    clip_failed = Signal(int, object)
    opened = Signal()
    retimed = Signal()
    frame_shown = Signal(int)
    frame_lacking = Signal(int, int)
    moment_shown = Signal(int)

    def __init__(
        self, playback: Playback, budget: CacheBudget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._playback = playback
        self._budget = budget
        self.clips: list[ShownClip] = []
        self.errors: dict[int, MediaError] = {}
        self.shared: SharedTimes | None = None
        self.shower: Shower | None = None
        self._offsets: list[int] = []
        self._waited_for: set[int] = set()
        self._start = (0, 0)
        self._seen: list[int] = []
        self._target: int | None = None
        self._moment = -1
        self._leaving: list[ShownClip] = []
        self._sweeping = QTimer(self)
        self._sweeping.setSingleShot(True)
        self._sweeping.setInterval(_SWEEP_MILLISECONDS)
        self._sweeping.timeout.connect(self._sweep)
        playback.moved.connect(self._on_moved)
        playback.playing_changed.connect(self._on_playing_changed)
        playback.settings_changed.connect(self._tell_wishes)

    def open(
        self,
        paths: Sequence[Path],
        views: Sequence[PictureView],
        start: tuple[int, int] = (0, 0),
    ) -> None:
        """Open clips, each to be shown in its view, in place of those before.

        At `start`, place and index of a frame, they stand first.
        """
        self.let_go()
        self._start = start
        self._waited_for = set(range(len(paths)))
        self._seen = list(range(len(paths)))
        self._offsets = [0] * len(paths)
        for place, (path, view) in enumerate(zip(paths, views, strict=True)):
            clip = ShownClip(view, self._playback, self._budget, self)
            self.clips.append(clip)
            clip.share_sight(len(paths))
            clip.opened.connect(partial(self._on_clip_opened, place))
            clip.failed.connect(partial(self._on_clip_failed, place))
            clip.picture_came.connect(partial(self._on_picture_came, place))
            clip.frame_shown.connect(partial(self._on_frame_shown, place))
            clip.open(path)

    def let_go(self) -> None:
        """Show no clip any more; the threads end by themselves soon after."""
        if self.shared is not None:
            self._playback.unload()
        self.shared = None
        self._target, self._moment = None, -1
        for clip in self.clips:
            clip.let_go()
        self._leaving += self.clips
        self.clips, self.errors, self._offsets = [], {}, []
        self._seen = []
        self._sweep()

    def close(self) -> None:
        """Let go, and wait for the threads."""
        self.let_go()
        for clip in self._leaving:
            clip.close()
        self._sweep()

    def _sweep(self) -> None:
        """Give up those clips that no thread speaks to any more."""
        leaving, self._leaving = self._leaving, []
        for clip in leaving:
            if clip.has_ended:
                clip.deleteLater()
            else:
                self._leaving.append(clip)
        if self._leaving:
            self._sweeping.start()

    @property
    def open_places(self) -> list[int]:
        """The places of the clips that could be opened."""
        return [place for place, clip in enumerate(self.clips) if clip.times is not None]

    @property
    def is_open(self) -> bool:
        """Whether the clock runs over all clips that can be shown."""
        return self.shared is not None

    @property
    def lock(self) -> Lock:
        """What holds the clips together."""
        return Lock.FRAME if self.shared is None else self.shared.lock

    @property
    def offsets(self) -> list[int]:
        """How many frames each clip is ahead of the clock."""
        return list(self._offsets)

    @property
    def late_frames(self) -> list[int]:
        """How many frames of each clip were not ready when they were due."""
        return [clip.late for clip in self.clips]

    def set_lock(self, lock: Lock, keep: int) -> None:
        """Hold the clips together in another way; that at place `keep` stays where it stands."""
        if self.shared is not None and lock is not self.shared.lock:
            self._retime(lock, keep)

    def set_offset(self, place: int, frames: int, keep: int) -> None:
        """Let a clip be some frames ahead; that at place `keep` stays where it stands."""
        if self.shared is None or self.clips[place].times is None:
            return
        most = self.most_offset
        frames = min(max(frames, -most), most)
        if frames != self._offsets[place]:
            self._offsets[place] = frames
            self._retime(self.shared.lock, keep)

    @property
    def most_offset(self) -> int:
        """The largest offset that there is, in frames."""
        lengths = [clip.times.frames for clip in self.clips if clip.times is not None]
        return max([*lengths, 1]) - 1

    def stepped(self, place: int, frames: int) -> int:
        """The moment that lies so many frames of one clip away from the one that is due."""
        due = self._playback.due
        if self.shared is None:
            return due
        places = self.clips[place].places
        return due + frames if places is None else places.stepped(due, frames)

    def see(self, places: Sequence[int], shower: Shower | None = None) -> None:
        """Have only some clips take part, shown by `shower` where it is not each by itself."""
        self._seen = list(places)
        for place, clip in enumerate(self.clips):
            clip.share_sight(len(self._seen) if place in self._seen else 0)
        self.shower = shower
        self.refresh()

    def refresh(self) -> None:
        """Show the moment that is due anew, in views that may be others than before."""
        self._target, self._moment = None, -1
        if self.shared is not None:
            self._on_moved()

    def _on_clip_opened(self, place: int) -> None:
        self.clip_opened.emit(place)
        self._on_answer(place)

    def _on_clip_failed(self, place: int, error: MediaError) -> None:
        if self.clips[place].times is None:
            self.errors[place] = error
            self.clip_failed.emit(place, error)
            self._on_answer(place)
        else:
            # A frame will never come: nobody needs to wait for it.
            self._arrive()

    def _on_answer(self, place: int) -> None:
        self._waited_for.discard(place)
        if self._waited_for:
            return
        times = [clip.times for clip in self.clips if clip.times is not None]
        if times:
            shared = self._shared_by(natural_lock(times))
            place, index = self._start
            opened = self.open_places
            found = shared.clips[opened.index(place)] if place in opened else None
            self._load(shared, 0 if found is None else found.moment_of(index))
        self.opened.emit()

    def _shared_by(self, lock: Lock) -> SharedTimes:
        times = [times for clip in self.clips if (times := clip.times) is not None]
        return shared_times(times, [self._offsets[place] for place in self.open_places], lock)

    def _load(self, shared: SharedTimes, at: int) -> None:
        self.shared = shared
        for clip_places, place in zip(shared.clips, self.open_places, strict=True):
            self.clips[place].places = clip_places
        self._target, self._moment = None, -1
        self._playback.load(shared.times, at)

    def _retime(self, lock: Lock, keep: int) -> None:
        playback = self._playback
        shared = self._shared_by(lock)
        places = self.open_places
        keep = keep if keep in places else places[0]
        before, after = self.clips[keep].places, shared.clips[places.index(keep)]
        if before is None:
            return
        playing, speed = playback.is_playing, playback.speed
        ends = (playback.in_index, playback.out_index)
        first, last = (None if end is None else before.kept(end, after) for end in ends)
        self._load(shared, before.kept(playback.due, after))
        if first is not None:
            playback.set_in(first)
        if last is not None:
            playback.set_out(last)
        if playing:
            playback.play(speed)
        self.retimed.emit()

    def _taking_part(self) -> list[ShownClip]:
        return [self.clips[place] for place in self._seen if self.clips[place].times is not None]

    @property
    def _runs(self) -> bool:
        return self._playback.is_playing and not self._playback.is_held

    def _on_moved(self) -> None:
        if self.shared is None:
            return
        if self._runs:
            self._follow()
        elif self._target is None:
            self._set_out()

    def _on_playing_changed(self) -> None:
        if self.shared is not None:
            self._tell_wishes()
            self._on_moved()

    def _tell_wishes(self) -> None:
        if self.shared is not None:
            moment = self._playback.due if self._target is None else self._target
            for clip in self._taking_part():
                clip.look_at(moment)

    def _follow(self) -> None:
        """It plays: show what is there of the moment that is due."""
        self._target, self._moment = None, self._playback.due
        self._tell_wishes()
        self._show(self._moment, counts=True)

    def _set_out(self) -> None:
        """Time stands: go to the moment that is due, once all that is seen can."""
        self._target = self._playback.due
        self._tell_wishes()
        self._arrive()

    def _arrive(self) -> None:
        while self._target is not None and not self._runs:
            moment = self._target
            seen = self._taking_part()
            if not all(clip.picture(moment) is not None or clip.lacks(moment) for clip in seen):
                return
            self._target, self._moment = None, moment
            self._show(moment, counts=False)
            self.moment_shown.emit(moment)
            if self._playback.due != moment:
                self._target = self._playback.due
                self._tell_wishes()

    def _show(self, moment: int, *, counts: bool) -> None:
        seen = self._taking_part()
        if self.shower is not None:
            if not self.shower(moment, seen) and counts:
                for clip in seen:
                    clip.late += 1
            return
        for place in self._seen:
            clip = self.clips[place]
            if clip.times is None or clip.show(moment):
                continue
            if counts:
                clip.late += 1
            if clip.lacks(moment):
                self.frame_lacking.emit(place, clip.index_of(moment))

    def _on_picture_came(self, place: int, index: int) -> None:
        if self.shared is None or place not in self._seen:
            return
        clip = self.clips[place]
        if self._target is not None and not self._runs:
            self._arrive()
        elif not self._runs and self._moment != self._playback.due:
            # A hand took hold while it played: not all may have come as far.
            self._set_out()
        elif clip.index_of(self._moment) != index:
            return
        elif self.shower is not None:
            self.shower(self._moment, self._taking_part())
        else:
            clip.show_frame(index)

    def _on_frame_shown(self, place: int, _index: int) -> None:
        self.frame_shown.emit(place)
