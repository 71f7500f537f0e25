"""What the Viewer shows for the current job: its clip, its answers, or how it stands."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from rushes.domain.error_words import words_for
from rushes.domain.errors import RushesError
from rushes.domain.job import Clip, Job
from rushes.domain.states import FileState
from rushes.engine.events import EngineEvent
from rushes.engine.tasks import Tasks
from rushes.library.announcements import Announcement, JobEntry
from rushes.library.library import Library
from rushes.media.decoder_watch import trust
from rushes.ui.answers.answer_page import Asked
from rushes.ui.answers.page_choice import PageKind, page_of
from rushes.ui.answers.service_page import open_service_page
from rushes.ui.answers.told import told
from rushes.ui.job_faces.away import what_is_away
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents
from rushes.ui.job_faces.reasons import SENT_AGAIN
from rushes.ui.job_faces.state_face import counts_time, state_face
from rushes.ui.job_faces.titles import job_title
from rushes.ui.take_info.take_info import TakeInfo
from rushes.ui.translation import translated_words
from rushes.ui.viewer.panel import ViewerPanel
from rushes.ui.window.successors import Successors

_SOON_MILLISECONDS = 100


class ShownJob:
    """Keeps Viewer and take info true to the current job as it changes.

    Of the answers that a person gives, those that concern nobody but the window are carried out
    here: the service's page is opened, and a changed file is shown as it is.

    Args:
        tasks: holds what is looked up in the library and on its disk; failures are shown.

    Attributes:
        entry: the current job, or None.
    """

    def __init__(
        self,
        library: Library,
        viewer: ViewerPanel,
        take_info: TakeInfo,
        circumstances: Circumstances,
        tasks: Tasks | None = None,
    ) -> None:
        self.entry: JobEntry | None = None
        self._library = library
        self._viewer = viewer
        self._take_info = take_info
        self._circumstances = circumstances
        self._tasks = tasks if tasks is not None else Tasks()
        self._successors = Successors(library, self._tasks, self._refresh)
        self._shown: object = None
        self._is_opening = False
        self._plays_when_open = False
        self._taken_as_they_are: set[tuple[str, str]] = set()
        self._subscriptions: list[Callable[[], None]] = []
        self._soon = QTimer(viewer)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MILLISECONDS)
        self._soon.timeout.connect(self._on_soon)
        self._seconds = QTimer(viewer)
        self._seconds.setInterval(1_000)
        self._seconds.timeout.connect(self._count)
        wishes = viewer.answers.wishes
        wishes.open_page_requested.connect(self._on_open_page_requested)
        wishes.show_anyway_requested.connect(self._on_show_anyway_requested)
        viewer.failure_page.trust_requested.connect(self._on_trust_requested)

    def follow(self, engine: EngineEvents) -> None:
        """Keep what is said true to network, pause, line and progress, until `detach`."""
        self._subscriptions = [
            self._library.subscribe(self._on_announcement),
            engine.subscribe(self._on_engine_event),
        ]
        self._viewer.answers.prepare()

    def detach(self) -> None:
        """Hear nothing any more; before the library is closed."""
        self._soon.stop()
        for end in self._subscriptions:
            end()
        self._subscriptions = []

    def show(self, entry: JobEntry | None) -> None:
        """Turn to another job, to none, or to the same as it is now."""
        self.entry = entry
        self._refresh()

    def play(self, entry: JobEntry) -> None:
        """Turn to a job and play its clip, as soon as it is there."""
        self.show(entry)
        if self._is_opening:
            self._plays_when_open = True
        else:
            self._viewer.play()

    def _on_announcement(self, announcement: Announcement) -> None:
        self._circumstances.note_announcement(announcement)
        self._refresh_soon()

    def _on_engine_event(self, event: EngineEvent) -> None:
        self._circumstances.note_event(event)
        self._refresh_soon()

    def _refresh_soon(self) -> None:
        """Look a little later whether anything else is to be said: much may come at once."""
        if self.entry is not None and not self._soon.isActive():
            self._soon.start()

    def _on_soon(self) -> None:
        entry = self.entry
        if entry is None or self._viewer.is_comparing:
            return
        if self._clip_to_show(entry.job) is None:
            self._refresh()

    def _refresh(self) -> None:
        entry = self.entry
        clip = self._clip_to_show(entry.job) if entry is not None else None
        kind = page_of(entry.job) if entry is not None and clip is None else None
        # A page tells the request itself, and offers what can be done with it.
        self._take_info.show_job(entry.job if entry is not None and kind is None else None)
        counts = entry is not None and counts_time(entry.job)
        if counts != self._seconds.isActive():
            self._seconds.start() if counts else self._seconds.stop()
        if entry is not None and kind is not None:
            self._shown, self._is_opening = kind, False
            self._viewer.show_answers(self._asked(entry.job, kind))
            return
        wanted = self._wanted(entry, clip)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._is_opening = self._plays_when_open = False
        if entry is None:
            self._viewer.show_empty()
        elif clip is not None and clip.path is not None:
            self._is_opening = True
            self._tasks.spawn(self._open(entry.job, clip.path, wanted), f"show {entry.job.id}")
        else:
            self._show_state(entry)

    async def _open(self, job: Job, path: str, wanted: object) -> None:
        """Show a clip once the disk has told where it lies, if it is still the one to show."""
        try:
            place = await self._library.place_of(path)
        except RushesError as error:
            if self._shown is wanted:
                # Tried again as soon as anything is told of the job.
                self._shown, self._is_opening = object(), False
                self._show_error(error)
            return
        if self._shown is wanted:
            self._is_opening = False
            title = job_title(job, has_siblings=False).text
            self._viewer.show_clip(place, title=title, job_id=job.id)
            if self._plays_when_open:
                self._viewer.play()

    def _show_error(self, error: RushesError) -> None:
        words = translated_words(words_for(error))
        self._viewer.show_message("warn", words.happened, f"{words.kept}\n{words.todo}".strip())

    def _clip_to_show(self, job: Job) -> Clip | None:
        """The first clip that can be looked at; a changed one only once a person wants to."""
        for clip in job.clips:
            taken = (job.id, clip.path or "") in self._taken_as_they_are
            is_fit = clip.state is FileState.PRESENT or (clip.state is FileState.CHANGED and taken)
            if clip.path and is_fit:
                return clip
        return None

    def _asked(self, job: Job, kind: PageKind) -> Asked:
        successor = self._successors.of(job) if job.answer == SENT_AGAIN else None
        path = self._place_of(job) if kind is PageKind.FILE else ""
        return Asked(job, path, successor, what_is_away(self._circumstances))

    def _place_of(self, job: Job) -> str:
        """Where the file that is not right belongs; nothing is asked of the disk."""
        wrong = (FileState.MISSING, FileState.CHANGED)
        path = next((clip.path for clip in job.clips if clip.path and clip.state in wrong), "")
        return str(self._library.layout.media / path) if path else ""

    def _count(self) -> None:
        """The time that the current job takes is another one every second."""
        is_seen = self._viewer.isVisible() and not self._viewer.is_comparing
        if self.entry is not None and is_seen:
            self._show_state(self.entry)

    def _wanted(self, entry: JobEntry | None, clip: Clip | None) -> object:
        """Return what decides what is shown: the same value means the same picture or message."""
        if entry is None:
            return None
        if clip is not None:
            return (entry.key, clip.path)
        face = state_face(entry, self._circumstances, time.time())
        return (entry.key, face, told(entry, self._circumstances))

    def _show_state(self, entry: JobEntry) -> None:
        face = state_face(entry, self._circumstances, time.time())
        said = told(entry, self._circumstances)
        self._viewer.show_message(
            face.icon,
            face.word,
            said.text or face.detail,
            detail=said.detail,
            offers_settings=said.offers_settings,
        )

    def _on_trust_requested(self, path: Path) -> None:
        self._tasks.spawn(self._trust(path, self._shown), f"trust {path.name}")

    async def _trust(self, path: Path, wanted: object) -> None:
        """Open a file once more that ended the program before; if it is still the one to show."""
        await asyncio.to_thread(trust, path)
        if self._shown is wanted:
            self._shown = None
            self._refresh()

    def _on_open_page_requested(self, job_id: str) -> None:
        if not open_service_page():
            self._viewer.answers.show_no_browser(job_id)

    def _on_show_anyway_requested(self, job_id: str) -> None:
        entry = self.entry
        if entry is None or entry.job.id != job_id:
            return
        changed = [clip for clip in entry.job.clips if clip.state is FileState.CHANGED]
        self._taken_as_they_are.update((job_id, clip.path) for clip in changed if clip.path)
        self._refresh()
