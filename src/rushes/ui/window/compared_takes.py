"""Which takes are compared: gathered from what is chosen, and kept true while it lasts."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from rushes.domain.errors import MediaError, MediaMissing, RushesError
from rushes.domain.job import Clip
from rushes.domain.states import FileState
from rushes.engine.tasks import Tasks
from rushes.library.announcements import Announcement, JobEntry, JobsChanged, MarksChanged
from rushes.library.library import Library
from rushes.ui.compare.compared_take import FEWEST_TAKES, MOST_TAKES, ComparedTake
from rushes.ui.job_faces.marks_ahead import MarksAhead
from rushes.ui.job_faces.titles import job_title, take_title
from rushes.ui.viewer.keys import ViewerCommand
from rushes.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from rushes.ui.compare.comparison import Comparison
    from rushes.ui.compare.differs_panel import DiffersPanel


class ComparedTakes(QObject):
    """Compares the takes that are chosen in the filmstrip or in History.

    Attributes:
        chosen: the take of a running comparison that keys act on; None while names are hidden.
        differs: tells of the compared takes in the place of History; None before the first.

    Signals:
        left: the JobEntry of the take that is shown alone again where a comparison was left.
    """

    left = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        ahead: MarksAhead,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.chosen: JobEntry | None = None
        self.differs: DiffersPanel | None = None
        self._window = window
        self._library = library
        self._ahead = ahead
        self._tasks = tasks
        self._entries: dict[str, JobEntry] = {}
        self._unsubscribe: list[Callable[[], None]] = []
        comparing = window.viewer.comparing
        comparing.began.connect(self._on_began)
        comparing.chosen_changed.connect(self._on_chosen_changed)
        comparing.ended.connect(self._on_ended)
        comparing.refused.connect(self._refuse)
        window.viewer.commands.add({ViewerCommand.COMPARE: self.compare}, needs_clip=False)

    def attach(self) -> None:
        """Hear what the library tells, which is open now."""
        self._unsubscribe = [
            self._library.subscribe(self._on_announcement),
            self._ahead.subscribe(lambda _keys: self._show_marks()),
        ]

    def detach(self) -> None:
        """Let go of the library; before it is closed."""
        for each in self._unsubscribe:
            each()
        self._unsubscribe = []
        self._entries = {}

    def entry(self, job_id: str) -> JobEntry | None:
        """The job of a compared take, as it is now."""
        entry = self._entries.get(job_id)
        return None if entry is None else self._ahead.over(entry)

    def holds(self, entry: JobEntry) -> bool:
        """Whether a job is among those that are compared now."""
        return self._window.viewer.is_comparing and entry.job.id in self._compared_ids()

    def choose(self, entry: JobEntry | None) -> None:
        """Have keys and buttons act on a take, if it is compared."""
        comparison, jobs = self._window.viewer.comparing.comparison, self._compared_ids()
        if entry is not None and comparison is not None and entry.job.id in jobs:
            comparison.choose(jobs.index(entry.job.id))

    def _compared_ids(self) -> list[str]:
        comparison = self._window.viewer.comparing.comparison
        return [] if comparison is None else [take.job_id for take in comparison.takes]

    def compare(self, keys: Sequence[int] = ()) -> None:
        """Compare these jobs; again: no more.

        Without `keys` it is what is chosen: in the filmstrip, or else in History.
        """
        if self._window.viewer.is_comparing:
            self._window.viewer.comparing.close()
            return
        self._tasks.spawn(self._compare(keys or self._chosen_keys()), "compare")

    def _chosen_keys(self) -> Sequence[int]:
        """What is chosen where the keyboard is; else, in the strip, or in History beside it."""
        strip, history = self._window.strip, self._window.history
        in_strip, in_history = strip.selected_keys, history.chosen_keys
        focused = QApplication.focusWidget()
        if focused is not None and history.isAncestorOf(focused):
            return in_history if len(in_history) >= FEWEST_TAKES else in_strip
        current = history.current
        is_along = current is not None and [current.key] == in_strip
        return in_history if is_along and len(in_history) >= FEWEST_TAKES else in_strip

    async def _compare(self, keys: Sequence[int]) -> None:
        if not FEWEST_TAKES <= len(keys) <= MOST_TAKES:
            self._refuse(len(keys))
            return
        by_key = {entry.key: entry for entry in await self._library.jobs(keys)}
        entries = [by_key[key] for key in keys if key in by_key]
        is_one_shot = len({entry.job.shot_id for entry in entries}) == 1
        found = [await self._take(entry, is_one_shot=is_one_shot) for entry in entries]
        takes = [take for take in found if take is not None]
        if len(takes) < FEWEST_TAKES:
            self._window.toast.show_message(self.tr("Only takes with a clip can be compared."))
            return
        self._entries = {entry.job.id: entry for entry in entries}
        current = self._window.strip.current
        if self._window.viewer.compare(takes):
            self._window.viewer.setFocus()
            # It begins with the current one, also where its picture was not there yet.
            self.choose(current)
            if len(takes) < len(keys):
                text = self.tr("Takes without a clip are left out.")
                self._window.toast.show_message(text)

    async def _take(self, entry: JobEntry, *, is_one_shot: bool) -> ComparedTake | None:
        """What is compared of a job; None for one without a clip that can be looked at."""
        job = entry.job
        clip = next((clip for clip in job.clips if _is_here(clip)), None)
        if clip is None or clip.path is None:
            return None
        try:
            path = await self._library.place_of(clip.path)
        except RushesError:
            return None
        models = {spec.model_id: spec for spec in self._window.compose.models}
        spec = models.get(job.request.model_id)
        name = job_title(job, has_siblings=True).text
        return ComparedTake(
            job_id=job.id,
            path=path,
            title=take_title(job) if is_one_shot else name,
            name=name,
            inputs=dict(job.request.inputs),
            facts=clip.facts,
            marks=self._ahead.over(entry).job.marks,
            labels={} if spec is None else {field.name: field.title for field in spec.fields},
        )

    def _refuse(self, count: int) -> None:
        if count > MOST_TAKES:
            text = self.tr("At most 9 takes can be compared at once.")
        else:
            text = self.tr("Choose 2 to 9 takes in the filmstrip or in History, then press C.")
        self._window.toast.show_message(text)

    def _on_began(self, comparison: "Comparison") -> None:
        if self.differs is None:
            self.differs = self._made_panel(comparison)
        self._window.show_beside(self.differs)

    def _made_panel(self, comparison: "Comparison") -> "DiffersPanel":
        from rushes.ui.compare.differs_panel import DiffersPanel

        comparison.closed.connect(self._on_closed)
        comparison.group.clip_failed.connect(self._on_clip_failed)
        panel, strip = DiffersPanel(self._window), self._window.filmstrip
        panel.follow(comparison)
        panel.marks_requested.connect(self._window.viewer.comparing.marks_requested)
        # What is asked for a take here is carried out as what is asked for it in the strip.
        panel.use_all_requested.connect(strip.use_all_requested)
        panel.remix_requested.connect(strip.remix_requested)
        panel.use_seed_requested.connect(strip.use_seed_requested)
        return panel

    def _on_chosen_changed(self, job_id: str) -> None:
        self.chosen = self.entry(job_id)

    def _on_clip_failed(self, place: int, error: MediaError) -> None:
        """The cell says why; the library is told where the file is gone."""
        comparison = self._window.viewer.comparing.comparison
        if comparison is not None and comparison.is_open and isinstance(error, MediaMissing):
            job_id = comparison.takes[place].job_id
            self._tasks.spawn(self._library.note_missing(job_id), "note missing")

    def _on_closed(self, take: ComparedTake, _index: int) -> None:
        entry = self.entry(take.job_id)
        if entry is not None:
            self.left.emit(entry)

    def _on_ended(self) -> None:
        self.chosen = None
        self._window.show_beside(None)

    def _on_announcement(self, announcement: Announcement) -> None:
        if isinstance(announcement, JobsChanged):
            for entry in announcement.entries:
                if entry.job.id in self._entries:
                    self._entries[entry.job.id] = entry
        elif isinstance(announcement, MarksChanged):
            for job_id, entry in self._entries.items():
                if entry.key in announcement.marks:
                    self._entries[job_id] = entry.with_marks(announcement.marks[entry.key])
            self._show_marks()

    def _show_marks(self) -> None:
        comparison = self._window.viewer.comparing.comparison
        if comparison is None or not comparison.is_open:
            return
        for take in list(comparison.takes):
            entry = self.entry(take.job_id)
            if entry is not None and entry.job.marks != take.marks:
                comparison.show_marks(take.job_id, entry.job.marks)
        if self.chosen is not None:
            self.chosen = self.entry(self.chosen.job.id)


def _is_here(clip: Clip) -> bool:
    return clip.path is not None and clip.state is FileState.PRESENT
