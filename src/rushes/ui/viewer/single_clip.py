"""One clip in the stage: opened, shown with its transport, timeline and thumbnails, let go."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from rushes.domain.errors import MediaError
from rushes.domain.media_facts import MediaFacts
from rushes.media.cache_budget import CacheBudget
from rushes.ui.viewer.frame_presenter import FramePresenter
from rushes.ui.viewer.frames_out.shown_frame import ShownFrame
from rushes.ui.viewer.labels import StageLabels
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.stage import ViewerStage
from rushes.ui.viewer.strip_loader import StripLoader

_SLOW_MILLISECONDS = 400


class SingleClip(QObject):
    """Shows one clip at a time.

    Until the first picture of a newly opened clip is there, the one before stays on the screen.

    Attributes:
        presenter: puts its frames on the screen.
        path: the clip that was opened last, or None.
        title: what it is called; may be empty.
        job_id: our id of its job; empty for a clip of none.

    Signals:
        opened: `MediaFacts` of the clip, before its first picture.
        shown: its first picture is on the screen.
        renamed: the clip is another job's now, or has another title; its picture stays.
        opens_slowly: it takes so long that a word is due.
        failed: a `MediaError`, why it cannot be shown.
    """

    opened = Signal(object)
    shown = Signal()
    renamed = Signal()
    opens_slowly = Signal()
    failed = Signal(object)

    def __init__(
        self,
        stage: ViewerStage,
        playback: Playback,
        budget: CacheBudget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.title = ""
        self.job_id = ""
        self._stage = stage
        self._playback = playback
        self._plays_when_shown = False
        self._opens_at = 0
        self.presenter = FramePresenter(stage.picture, playback, budget, self)
        self._strip = StripLoader(self)
        self._labels = StageLabels(stage, playback, self.presenter, self)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MILLISECONDS)
        self._slow.timeout.connect(self.opens_slowly)
        self.presenter.opened.connect(self._on_opened)
        self.presenter.first_shown.connect(self._on_first_shown)
        self.presenter.failed.connect(self._on_failed)
        stage.timeline.strip_changed.connect(self._strip.set_size)
        self._strip.thumbnails_changed.connect(stage.timeline.show_thumbnails)

    @property
    def facts(self) -> MediaFacts | None:
        """The facts of the clip; None until it is open."""
        return self.presenter.facts

    @property
    def is_playing(self) -> bool:
        """Whether the clip plays, or will as soon as its first picture is there."""
        return self._plays_when_shown or (self.path is not None and self._playback.is_playing)

    @property
    def index(self) -> int:
        """Index of the frame on the screen, counted from 0; -1 while there is none."""
        shown = self.presenter.shown
        return -1 if shown is None else shown

    @property
    def frames(self) -> int:
        """Number of frames of the clip on the screen; 0 while there is none."""
        times = self.presenter.times
        return 0 if times is None or self.presenter.shown is None else times.frames

    @property
    def shown_frame(self) -> ShownFrame | None:
        """The frame on the screen, which may be another than the one that is due; or None."""
        index = self.presenter.shown
        if self.path is None or index is None:
            return None
        return ShownFrame(self.path, index, self.frames, self.title, self.job_id)

    def open(self, path: Path, title: str = "", *, at: int = 0) -> None:
        """Open a clip and show the frame at `at`, its first by default."""
        self._playback.unload()
        self.path, self.title = path, title
        self._opens_at = at
        self._plays_when_shown = False
        self._strip.let_go()
        self.presenter.open(path)
        self._slow.start()

    def rename(self, title: str, job_id: str) -> None:
        """Know whose clip it is from now on: several jobs may have the same file."""
        if (title, job_id) == (self.title, self.job_id):
            return
        self.title, self.job_id = title, job_id
        if self.presenter.shown is not None:
            self._labels.show_title(title)
        self.renamed.emit()

    def play(self) -> None:
        """Play on from here; a clip that is still opening plays as soon as it is there."""
        if self.path is not None and self.presenter.shown is None:
            self._plays_when_shown = True
        else:
            self._playback.play()

    def pause(self) -> None:
        """Stand on the present frame."""
        self._plays_when_shown = False
        self._playback.pause()

    def let_go(self) -> None:
        """Show no clip any more; the screen stays as it is."""
        self._slow.stop()
        self.path = None
        self._plays_when_shown = False
        if self.presenter.times is not None:
            self._playback.unload()
        self.presenter.let_go()
        self._strip.let_go()

    def close(self) -> None:
        """Let go, and wait for the threads, which end at once."""
        self.let_go()
        self.presenter.close()
        self._strip.close()

    def _on_opened(self) -> None:
        facts, times = self.presenter.facts, self.presenter.times
        if facts is not None and times is not None:
            self.opened.emit(facts)
            self._playback.load(times, self._opens_at)

    def _on_first_shown(self) -> None:
        self._slow.stop()
        facts = self.presenter.facts
        if self.path is None or facts is None:
            return
        self._labels.show_clip(self.title)
        self._strip.show_clip(self.path, facts.frames, (facts.width, facts.height))
        self.shown.emit()
        if self._plays_when_shown:
            self._plays_when_shown = False
            self._playback.play()

    def _on_failed(self, error: MediaError) -> None:
        self._slow.stop()
        self.failed.emit(error)
