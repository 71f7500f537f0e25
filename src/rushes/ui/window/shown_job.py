"""What the Viewer shows for the current job: its clip, or a page that says how it stands."""

import time

from PySide6.QtCore import QTimer

from rushes.domain.error_words import words_for
from rushes.domain.job import Job
from rushes.domain.states import FileState
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.state_face import counts_time, state_face
from rushes.ui.job_faces.titles import job_title
from rushes.ui.take_info.take_info import TakeInfo
from rushes.ui.translation import translated_words
from rushes.ui.viewer.panel import ViewerPanel


class ShownJob:
    """Keeps Viewer and take info true to the current job as it changes.

    Attributes:
        entry: the current job, or None.
    """

    def __init__(
        self,
        library: Library,
        viewer: ViewerPanel,
        take_info: TakeInfo,
        circumstances: Circumstances,
    ) -> None:
        self.entry: JobEntry | None = None
        self._library = library
        self._viewer = viewer
        self._take_info = take_info
        self._circumstances = circumstances
        self._shown: object = None
        self._seconds = QTimer(viewer)
        self._seconds.setInterval(1_000)
        self._seconds.timeout.connect(self._count)

    def show(self, entry: JobEntry | None) -> None:
        """Turn to another job, to none, or to the same as it is now."""
        self.entry = entry
        self._refresh()

    def _refresh(self) -> None:
        entry = self.entry
        self._take_info.show_job(entry.job if entry else None)
        counts = entry is not None and counts_time(entry.job)
        if counts != self._seconds.isActive():
            self._seconds.start() if counts else self._seconds.stop()
        wanted = self._wanted(entry)
        if wanted == self._shown:
            return
        self._shown = wanted
        if entry is None:
            self._viewer.show_empty()
            return
        clip = next((c for c in entry.job.clips if c.state is FileState.PRESENT and c.path), None)
        title = job_title(entry.job, has_siblings=False).text
        if clip is not None and clip.path is not None:
            self._viewer.show_clip(self._library.media.absolute(clip.path), title=title)
        else:
            self._show_state(entry)

    def _count(self) -> None:
        """The time that the current job takes is another one every second."""
        if self.entry is not None and self._viewer.isVisible():
            self._show_state(self.entry)

    def _wanted(self, entry: JobEntry | None) -> object:
        """Return what decides which page is shown: the same value means the same page."""
        if entry is None:
            return None
        job = entry.job
        paths = [clip.path for clip in job.clips if clip.state is FileState.PRESENT]
        if paths:
            return (entry.key, paths)
        return (entry.key, job.state, job.error, job.queue_position, job.service_word)

    def _show_state(self, entry: JobEntry) -> None:
        face = state_face(entry, self._circumstances, time.time())
        told = _told(entry.job)
        self._viewer.show_message(
            face.icon,
            face.word,
            told or face.detail,
            detail=entry.job.error.detail if entry.job.error else "",
        )


def _told(job: Job) -> str:
    """Return what happened, and on a line of its own what was kept and what to do."""
    if job.error is None:
        return ""
    words = translated_words(words_for(job.error))
    return f"{words.happened}\n{words.kept} {words.todo}".strip()
