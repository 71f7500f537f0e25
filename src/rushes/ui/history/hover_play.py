"""Plays a clip in its card while the pointer rests there."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from rushes.domain.errors import MediaError, RushesError
from rushes.domain.states import FileState
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.media.cache_budget import CacheBudget
from rushes.media.picture_ahead import AheadRoom
from rushes.media.play_order import LoopKind
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.clip_feed import ClipFeed

if TYPE_CHECKING:
    from rushes.domain.media_facts import MediaFacts
    from rushes.library.library import Library
    from rushes.media.picture import Picture

REST_MILLISECONDS = 150
_TICK_MILLISECONDS = 10
_BUDGET = 48 * 1024**2
_AHEAD = AheadRoom(nbytes=4 * 1024**2, fewest=3)


class HoverPlay(QObject):
    """Plays one clip at a time, in a loop and at its own rate; having played is not having seen.

    A frame that is not decoded in time is passed over.

    Signals:
        changed: the picture of the job of this key is another one.
    """

    changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._entry: JobEntry | None = None
        self._facts: MediaFacts | None = None
        self._image: QImage | None = None
        self._picture: Picture | None = None
        self._index = 0
        self._begun = 0.0
        self._feed = ClipFeed(CacheBudget(_BUDGET), self)
        self._feed.set_ahead(_AHEAD)
        self._feed.opened.connect(self._on_opened)
        self._feed.picture_came.connect(self._on_picture_came)
        self._feed.failed.connect(self._on_failed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._begin)
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.setInterval(_TICK_MILLISECONDS)
        self._tick.timeout.connect(self._on_tick)

    def open(self, library: "Library", tasks: Tasks) -> None:
        """Play clips of this library from now on."""
        self._library, self._tasks = library, tasks

    def close(self) -> None:
        """Play nothing any more, and wait for the threads."""
        self.stop()
        self._library = self._tasks = None
        self._feed.close()

    @property
    def key(self) -> int | None:
        """The key of the job whose clip plays, or is about to."""
        return None if self._entry is None else self._entry.key

    @property
    def is_playing(self) -> bool:
        """Whether frames are shown."""
        return self._image is not None

    def set_size(self, size: QSize) -> None:
        """Have pictures fit into so many pixels of the screen."""
        self._feed.set_room(size.width(), size.height())

    def rest_on(self, entry: JobEntry | None) -> None:
        """The pointer came to a job, or with None to none; it plays when it rests there."""
        self.stop()
        if entry is not None and not current_theme().reduced_motion and _file_of(entry):
            self._entry = entry
            self._rest.start()

    def toggle(self, entry: JobEntry | None) -> bool:
        """Play a job's clip at once, or stop; tells whether there is anything to play."""
        if entry is None or not _file_of(entry):
            return False
        was = self.key
        self.stop()
        if was != entry.key:
            self._entry = entry
            self._begin()
        return True

    def stop(self) -> None:
        """Show the thumbnail again."""
        self._rest.stop()
        self._tick.stop()
        entry, self._entry = self._entry, None
        self._facts = self._image = self._picture = None
        if entry is not None:
            self._feed.let_go()
            self.changed.emit(entry.key)

    def picture_of(self, key: int) -> tuple[QImage, float] | None:
        """The picture that plays in a job's card, and how far it has come, 0 to 1."""
        if self._image is None or self._facts is None or key != self.key:
            return None
        return self._image, (self._index + 1) / max(self._facts.frames, 1)

    def _begin(self) -> None:
        if self._entry is not None and self._library is not None and self._tasks is not None:
            self._tasks.spawn(self._open(self._library, self._entry), "hover play")

    async def _open(self, library: "Library", entry: JobEntry) -> None:
        try:
            path = await library.place_of(_file_of(entry))
        except RushesError:
            # The card tells what is wrong with the file; there is nothing to play.
            return
        if self._entry is entry:
            self._feed.open(path)

    def _on_opened(self, facts: "MediaFacts", times: object) -> None:
        if facts.frames < 2:
            self.stop()
            return
        self._facts = facts
        self._want(0)

    def _want(self, index: int) -> None:
        assert self._facts is not None
        self._feed.want(index, 1, (0, self._facts.frames), LoopKind.LOOP, at_rest=False)

    def _on_picture_came(self, index: int) -> None:
        if self._facts is not None and not self._tick.isActive() and index == 0:
            self._begun = time.monotonic()
            self._tick.start()
            self._show(0)

    def _on_tick(self) -> None:
        if self._facts is None:
            return
        seconds = time.monotonic() - self._begun
        index = int(seconds * float(self._facts.rate)) % self._facts.frames
        if index != self._index or self._image is None:
            self._want(index)
            self._show(index)

    def _show(self, index: int) -> None:
        picture, entry = self._feed.picture(index), self._entry
        if picture is None or entry is None:
            return
        form = QImage.Format.Format_ARGB32 if picture.has_alpha else QImage.Format.Format_RGB32
        # The image reads the picture's memory, which therefore is held as long.
        self._picture = picture
        self._image = QImage(picture.pixels, picture.width, picture.height, picture.stride, form)
        self._index = index
        self.changed.emit(entry.key)

    def _on_failed(self, error: MediaError) -> None:
        """A damaged frame is passed over; a clip that cannot be opened shows its thumbnail."""
        if self._facts is None:
            self.stop()


def _file_of(entry: JobEntry) -> str:
    """The path of the clip that can be played, or nothing."""
    clips = (clip for clip in entry.job.clips if clip.state is FileState.PRESENT)
    return next((clip.path for clip in clips if clip.path), "")
