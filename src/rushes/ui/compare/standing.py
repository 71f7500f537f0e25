"""Keeps transport, captions and lanes true to the pictures that are compared."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from rushes.ui.compare.board import CompareBoard
from rushes.ui.compare.caption import Caption
from rushes.ui.compare.clip_group import ClipGroup
from rushes.ui.compare.lanes import CompareLanes
from rushes.ui.compare.letters import all_words
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.shown_clip import ShownClip
from rushes.ui.viewer.stage import ViewerStage

if TYPE_CHECKING:
    from rushes.media.frame_times import FrameTimes

_TELL_SECONDS = 1.0


class Standing(QObject):
    """Tells where the pictures stand; it only shows, and asks for nothing.

    Attributes:
        chosen: the place of the take whose frame is told.
        is_blind: whether the moment of the clock is told instead, which is the same for all.
    """

    def __init__(
        self,
        stage: ViewerStage,
        board: CompareBoard,
        lanes: CompareLanes,
        group: ClipGroup,
        playback: Playback,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stage, self._board, self._lanes = stage, board, lanes
        self._group, self._playback = group, playback
        self.chosen = 0
        self.is_blind = False
        self._pair: tuple[int, ...] = ()
        self._told_at = 0.0
        self._told_times: FrameTimes | None = None
        group.frame_shown.connect(self._on_frame_shown)
        group.moment_shown.connect(lambda _moment: self.tell())
        group.frame_lacking.connect(self._on_frame_lacking)
        playback.moved.connect(self._on_moved)
        playback.playing_changed.connect(lambda _playing: self.tell())
        playback.settings_changed.connect(self._on_settings_changed)

    def set_pair(self, pair: tuple[int, ...]) -> None:
        """Know which two takes lie in one place; none where they lie side by side."""
        self._pair = pair
        self.tell()

    @property
    def moment(self) -> int | None:
        """The moment that the chosen take shows, or None while it shows nothing."""
        clip = self._chosen_clip()
        if clip is None or clip.shown is None:
            return None
        due = self._playback.due
        if clip.index_of(due) == clip.shown or clip.places is None:
            return due
        return clip.places.moment_of(clip.shown)

    def let_go(self) -> None:
        """Tell of nothing any more."""
        self._told_times = None
        self._pair = ()
        self._stage.transport.position.set_remark("")

    def tell(self) -> None:
        """Tell all anew."""
        clip, moment = self._chosen_clip(), self.moment
        if clip is None or clip.times is None or clip.shown is None or moment is None:
            return
        tell = self._is_time_to_tell()
        self._tell_place(clip, moment)
        self._lanes.show_moment(moment, tell=tell)
        self._lanes.show_asked(moment if self._playback.is_playing else self._playback.due)
        if tell:
            self._stage.transport.position.tell_accessibility()
        for place in range(len(self._group.clips)):
            self._tell_caption(place)

    def _tell_place(self, clip: ShownClip, moment: int) -> None:
        position, shared = self._stage.transport.position, self._group.shared
        if clip.times is None or clip.shown is None or shared is None:
            return
        if self.is_blind:
            times, index = shared.times, moment
        else:
            times, index = clip.times, clip.shown
        all_of_them = all_words(len(self._seen()))
        position.set_remark(all_of_them if self._all_agree() else "", all_of_them)
        if times is not self._told_times:
            self._told_times = times
            position.set_times(times)
        position.show_place(index, times.frames, times.start_of(index), times.rate)

    def _seen(self) -> list[int]:
        places = self._group.open_places
        return [place for place in places if not self._pair or place in self._pair]

    def _all_agree(self) -> bool:
        """Whether all that is seen shows frames of one number, and each clip runs."""
        clips, due = self._group.clips, self.moment
        seen = [clips[place] for place in self._seen()]
        numbers = {clip.shown for clip in seen}
        running = all(
            clip.places is not None and due is not None and clip.places.runs_at(due)
            for clip in seen
        )
        return len(numbers) == 1 and running and len(seen) > 1

    def _tell_caption(self, place: int) -> None:
        clip = self._group.clips[place]
        number, standing = "", ""
        if clip.shown is not None and clip.places is not None and not self.is_blind:
            if not self._all_agree():
                number = QLocale().toString(clip.shown + 1)
            moment = self.moment
            if moment is not None and moment < clip.places.begins:
                standing = self.tr("not begun")
            elif moment is not None and moment >= clip.places.ends:
                standing = self.tr("ended")
        for caption in self._captions_of(place):
            caption.show_standing(number, standing)

    def _captions_of(self, place: int) -> list[Caption]:
        found = [self._board.cells[place].caption]
        if place in self._pair:
            found.append(self._board.pair.captions[self._pair.index(place)])
        return found

    @property
    def _leader(self) -> int:
        """The place whose frame is told: that of the chosen take, or another if it is not open."""
        places = self._group.open_places
        return self.chosen if self.chosen in places or not places else places[0]

    def _chosen_clip(self) -> ShownClip | None:
        clips = self._group.clips
        return clips[self._leader] if self._leader < len(clips) else None

    def _is_time_to_tell(self) -> bool:
        now = time.monotonic()
        if self._playback.is_playing and now - self._told_at < _TELL_SECONDS:
            return False
        self._told_at = now
        return True

    def _on_frame_shown(self, place: int) -> None:
        if place == self._leader:
            self.tell()
        else:
            self._tell_caption(place)

    def _on_moved(self) -> None:
        if not self._group.is_open:
            return
        if self._playback.is_playing:
            # Where several moments show one frame of the chosen take, the playhead goes on.
            self.tell()
        else:
            self._lanes.show_asked(self._playback.due)

    def _on_frame_lacking(self, place: int, index: int) -> None:
        if place == self._leader and not self.is_blind:
            words = self.tr("Frame %1 is damaged").replace("%1", QLocale().toString(index + 1))
            self._stage.transport.position.show_message(words)

    def _on_settings_changed(self) -> None:
        if self._group.is_open:
            self._lanes.show_range(self._playback.in_index, self._playback.out_index)
