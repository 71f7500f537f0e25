"""Notices that takes were looked at: their clips were on a screen for a second."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QObject, QTimer, Signal

from rushes.library.announcements import JobEntry
from rushes.ui.viewer.panel import ViewerPanel

_LOOK_MILLISECONDS = 1_000


class SeenWatch(QObject):
    """Watches a Viewer, on whatever screen its picture is.

    Args:
        compared: tells the job of a compared take by its id, as it is now.

    Signals:
        seen: key of a job whose clip has been on a screen for a second, alone or compared.
    """

    seen = Signal(int)

    def __init__(
        self,
        viewer: ViewerPanel,
        parent: QObject | None = None,
        *,
        compared: Callable[[str], JobEntry | None] = lambda _: None,
    ) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self._compared = compared
        self._entry: JobEntry | None = None
        self._since: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._on_second)
        viewer.clip.shown.connect(self._look)
        viewer.comparing.began.connect(self._look)
        viewer.comparing.ended.connect(self._look)

    def show(self, entry: JobEntry | None) -> None:
        """Know which job the Viewer is to show, as it is now."""
        is_same = entry is not None and self._entry is not None and entry.key == self._entry.key
        self._entry = entry
        if not is_same:
            self._look()

    def _look(self) -> None:
        """Count from now on, if there is anything to count."""
        self._timer.stop()
        self._since = self._on_screen()
        if any(not entry.job.marks.is_seen for entry in self._shown()):
            self._timer.start()

    def _on_second(self) -> None:
        """What is there now and was a second ago has been looked at."""
        before, self._since = self._since, self._on_screen()
        shown = self._shown()
        fresh = [entry.key for entry in shown if not entry.job.marks.is_seen]
        if not fresh:
            self._timer.stop()
        for key in fresh:
            if key in before and key in self._since:
                self.seen.emit(key)

    def _shown(self) -> list[JobEntry]:
        """The jobs that the Viewer is to show."""
        comparison = self._viewer.comparing.comparison
        if comparison is None or not comparison.is_open:
            return [] if self._entry is None else [self._entry]
        entries = [self._compared(take.job_id) for take in comparison.takes]
        return [entry for entry in entries if entry is not None]

    def _on_screen(self) -> set[int]:
        """The keys of those whose pictures are painted where somebody can see them."""
        area = self._viewer.stage.area
        if not area.isVisible() or area.window().isMinimized():
            return set()
        comparison = self._viewer.comparing.comparison
        if comparison is None or not comparison.is_open:
            return {entry.key for entry in self._shown() if self._is_painted(entry)}
        clips, pair = comparison.group.clips, comparison.sight.pair
        places = range(len(clips)) if pair is None else pair
        ids = [comparison.takes[place].job_id for place in places if clips[place].shown is not None]
        entries = [self._compared(job_id) for job_id in ids]
        return {entry.key for entry in entries if entry is not None}

    def _is_painted(self, entry: JobEntry) -> bool:
        """Whether the one picture that is painted is of this very job."""
        path = self._viewer.clip.path
        names = {PurePath(clip.path).name for clip in entry.job.clips if clip.path is not None}
        return path is not None and path.name in names and self._viewer.current_index >= 0
