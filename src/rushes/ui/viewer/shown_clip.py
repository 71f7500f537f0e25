"""One open clip and the view that its frames are shown in; when, is for others to decide."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from rushes.domain.errors import MediaError
from rushes.domain.media_facts import MediaFacts
from rushes.media.cache_budget import CacheBudget
from rushes.media.frame_times import FrameTimes
from rushes.media.picture import Picture, fitted_size
from rushes.media.picture_ahead import ahead_room
from rushes.ui.viewer.clip_feed import ClipFeed
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.playback import Playback

if TYPE_CHECKING:
    from rushes.media.compare_times import ClipPlaces

_REST_MILLISECONDS = 150


class ShownClip(QObject):
    """Has the frames ready that a playback wants, and shows those that it is told to show.

    A playback that several clips share counts moments; `places` tells which frame of this clip
    belongs to which. Without them its moments are the clip's own frames.

    Attributes:
        facts, times: of the clip that was opened last; None until it is open.
        shown: index of the frame on the screen, or None while none of this clip is.
        places: where the clip's frames lie among the moments of the playback.
        late: how many frames were not ready when they were due while it played.

    Signals:
        opened: the facts and times of the clip are known.
        picture_came: the picture of the frame at this index is there, or is better than before.
        first_shown: the first picture of the clip is on the screen.
        frame_shown: the frame at this index is on the screen.
        failed: a `MediaError`: the clip cannot be opened or read on, or a frame is damaged.
    """

    opened = Signal()
    picture_came = Signal(int)
    first_shown = Signal()
    frame_shown = Signal(int)
    failed = Signal(object)

    def __init__(
        self,
        view: PictureView,
        playback: Playback,
        budget: CacheBudget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._playback = playback
        self._feed = ClipFeed(budget, self)
        self.facts: MediaFacts | None = None
        self.times: FrameTimes | None = None
        self.shown: int | None = None
        self.places: ClipPlaces | None = None
        self.late = 0
        self._looked_at = 0
        self._fixed_room: QSize | None = None
        # A picture that stays is worth a second, careful conversion; one under a hand is not.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MILLISECONDS)
        self._rest.timeout.connect(self._on_rest)
        self._feed.opened.connect(self._on_opened)
        self._feed.picture_came.connect(self.picture_came)
        self._feed.failed.connect(self._on_failed)
        view.room_changed.connect(self._on_room_changed)
        self._tell_room()

    @property
    def view(self) -> PictureView:
        """Where its frames are shown."""
        return self._view

    def set_view(self, view: PictureView) -> None:
        """Show the frames in another view from now on, at first the one that is shown now.

        While its picture is not there, that view is empty: what it showed before is another frame.
        """
        if view is self._view:
            return
        self._view.room_changed.disconnect(self._on_room_changed)
        self._view = view
        view.room_changed.connect(self._on_room_changed)
        self._tell_room()
        if self.shown is not None and not self.show_frame(self.shown):
            view.clear()

    def set_room(self, room: QSize | None) -> None:
        """Make pictures for so many pixels of the screen; None is for those of the view."""
        self._fixed_room = room
        self._tell_room()

    def share_sight(self, views: int) -> None:
        """Know how many views are seen together, this one among them; 0 when it is out of sight.

        The more there are, the fewer pictures each holds.
        """
        self._feed.set_ahead(ahead_room(views))

    def open(self, path: Path) -> None:
        """Open another clip."""
        self._forget()
        self._feed.open(path)

    def let_go(self) -> None:
        """Show no clip any more; the screen stays as it is."""
        self._forget()
        self._feed.let_go()

    def close(self) -> None:
        """Let go, and wait for the threads."""
        self._forget()
        self._feed.close()

    @property
    def has_ended(self) -> bool:
        """Whether nothing is open any more, and no thread is left of what was."""
        return self._feed.has_ended

    def index_of(self, moment: int) -> int:
        """The clip's frame at a moment of the playback."""
        return moment if self.places is None else self.places.index_of(moment)

    def look_at(self, moment: int, *, at_rest: bool = False) -> None:
        """Have the frame of a moment ready, and those that will be needed next.

        `at_rest` asks for the careful picture at once; else it comes by itself when nobody has
        looked elsewhere for a while.
        """
        if self.times is None:
            return
        self._looked_at = moment
        playback = self._playback
        span = playback.span if self.places is None else self.places.span_of(*playback.span)
        self._feed.want(
            self.index_of(moment), playback.heading, span, playback.loop, at_rest=at_rest
        )
        if playback.is_playing or at_rest:
            self._rest.stop()
        else:
            self._rest.start()

    def picture(self, moment: int) -> Picture | None:
        """The picture for a moment, or None while there is none."""
        return self._feed.picture(self.index_of(moment))

    def is_made_to_fit(self, picture: Picture) -> bool:
        """Whether a picture of this clip has the size that pictures are made at now.

        One of an older size may stand in for it for a while.
        """
        if self.facts is None or self._room.isEmpty():
            return False
        shape, room = (self.facts.width, self.facts.height), self._room
        return (picture.width, picture.height) == fitted_size(shape, (room.width(), room.height()))

    def lacks(self, moment: int) -> bool:
        """Whether the frame of a moment is damaged and will never come."""
        return self._feed.is_missing(self.index_of(moment))

    def show(self, moment: int) -> bool:
        """Put the frame of a moment on the screen; tells whether its picture is there."""
        return self.show_frame(self.index_of(moment))

    def show_frame(self, index: int) -> bool:
        """Put the frame at `index` on the screen; tells whether its picture is there."""
        if self.facts is None:
            return False
        picture = self._feed.picture(index)
        if picture is None and index != self.shown:
            # It stands in until the one of the right size is there.
            picture = self._feed.picture_at_once(index)
        if picture is None:
            return False
        self._view.show_picture(picture, QSize(self.facts.width, self.facts.height))
        self.tell_shown(index)
        return True

    def tell_shown(self, index: int) -> None:
        """Know that the frame at `index` is on the screen, whoever has put it there."""
        first = self.shown is None
        changed = index != self.shown
        self.shown = index
        if first:
            self.first_shown.emit()
        if changed:
            self.frame_shown.emit(index)

    def _forget(self) -> None:
        self._rest.stop()
        self.facts = self.times = self.shown = self.places = None
        self.late = 0

    @property
    def _room(self) -> QSize:
        """The pixels of the screen that pictures are made for."""
        return self._view.room if self._fixed_room is None else self._fixed_room

    def _tell_room(self) -> None:
        room = self._room
        self._feed.set_room(room.width(), room.height())

    def _on_room_changed(self) -> None:
        self._tell_room()

    def _on_opened(self, facts: MediaFacts, times: FrameTimes) -> None:
        self.facts, self.times = facts, times
        self._view.expect(QSize(facts.width, facts.height))
        self.opened.emit()

    def _on_failed(self, error: MediaError) -> None:
        self.failed.emit(error)

    def _on_rest(self) -> None:
        self.look_at(self._looked_at, at_rest=True)
