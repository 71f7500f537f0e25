"""What is done with takes that are there: looked at, marked, seen, and saved as frames."""

from collections.abc import Collection

from PySide6.QtCore import QObject

from rushes.domain.settings import Settings
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.components.toast import Toast
from rushes.ui.filmstrip.panel import FilmstripPanel
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.titles import job_title
from rushes.ui.marks.clip_marks import ClipMarks
from rushes.ui.marks.mark_editors import MarkEditors
from rushes.ui.marks.mark_toast import MarkToast
from rushes.ui.marks.mark_wishes import MarkWishes
from rushes.ui.marks.marking import Marking
from rushes.ui.marks.seen_watch import SeenWatch
from rushes.ui.viewer.frames_out.pictures_folder import pictures_folder
from rushes.ui.window.compared_takes import ComparedTakes
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.shown_details import ShownDetails
from rushes.ui.window.shown_job import ShownJob


class Reviewing(QObject):
    """Keeps the filmstrips at the current job, and leads marks and frames to where they belong.

    Attributes:
        marking: carries out marks.
        compared: the takes that are compared.
        editors: where tags and notes are typed.
        wishes: leads what is asked of marks to those who carry it out.
    """

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        circumstances: Circumstances,
        shown: ShownJob,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._circumstances = circumstances
        self._shown = shown
        self._tasks = tasks
        self._was_in_history = False
        self.marking = Marking(library, circumstances.marks_ahead, tasks, self)
        self.compared = ComparedTakes(window, library, circumstances.marks_ahead, tasks, self)
        self._toast = MarkToast(self.marking, window.toast, window.viewer.stage)
        self._seen = SeenWatch(window.viewer, self, compared=self.compared.entry)
        ahead = circumstances.marks_ahead
        self._clip_marks = ClipMarks(window.viewer, self._looked_at, self)
        self.editors = MarkEditors(
            self.marking, library, ahead, tasks, window.viewer, self._clip_marks
        )
        self.wishes = MarkWishes(self.marking, self._looked_at, _StripInSight(window), self.editors)
        self._details = ShownDetails(window, self.wishes)
        self._connect()

    def _connect(self) -> None:
        window, viewer = self._window, self._window.viewer
        wishes = self.wishes
        wishes.take_keys_from(viewer.stage.mark_requested)
        wishes.take_list(window.history, _HistoryOnwards(window))
        for strip in (window.filmstrip, window.takes):
            wishes.take_list(strip)
        window.history.current_changed.connect(self._show)
        window.history.current_updated.connect(self._on_history_updated)
        for strip in (window.takes, window.filmstrip):
            strip.current_changed.connect(self._on_take_chosen)
            strip.activated.connect(self.play)
            strip.model.job_updated.connect(self._on_job_updated)
            strip.model.marks_updated.connect(self._on_marks_updated)
            strip.takes_counted.connect(window.take_info.show_takes)
        window.history.activated.connect(self.play)
        window.history.play_requested.connect(self.play_or_pause)
        window.history.full_screen_requested.connect(self.fill_screen)
        viewer.screens.full.left.connect(self._on_full_screen_left)
        window.details.activated.connect(self.play)
        window.workspace_changed.connect(lambda: self._show_in_strip(self._shown.entry))
        self._seen.seen.connect(self.marking.note_seen)
        wishes.take_jobs_from(viewer.comparing.marks_requested)
        self.compared.left.connect(self._on_comparison_left)

    @property
    def toast(self) -> Toast:
        """The toast that is seen where the picture is now."""
        return self._toast.shown

    def use(self, settings: Settings) -> None:
        """Do as the settings say."""
        folder = pictures_folder(settings.frames_folder)
        self._window.viewer.frames_out.folder = lambda: folder

    def play(self, entry: JobEntry) -> None:
        """Turn to a take and play it."""
        self._window.viewer.setFocus()
        self._shown.play(entry)
        self._after_shown(entry)

    def play_or_pause(self, entry: JobEntry) -> None:
        """Turn to a take and play it, or pause if it plays; the keyboard stays where it is."""
        viewer = self._window.viewer
        if viewer.is_comparing:
            viewer.playback.toggle()
        elif self._is_current(entry) and viewer.is_playing:
            viewer.pause()
        else:
            self._shown.play(entry)
            self._after_shown(entry)

    def fill_screen(self, entry: JobEntry) -> None:
        """Turn to a take and let it fill the screen; then the keyboard is back in History."""
        viewer = self._window.viewer
        if not self._is_current(entry):
            self._show(entry)
        viewer.toggle_full_screen()
        self._was_in_history = viewer.screens.full.is_full

    def _on_full_screen_left(self) -> None:
        if self._was_in_history:
            self._was_in_history = False
            self._window.history.setFocus()

    def detach(self) -> None:
        """Let go of the library; before it is closed."""
        self.editors.close()
        self.compared.detach()
        self._details.forget()

    def attach(self) -> None:
        """Show takes of the library, which is open now."""
        self.compared.attach()
        self.marking.refresh_history()

    def let_go(self, keys: Collection[int]) -> None:
        """Show none of these jobs any more: their files are about to go."""
        comparison = self._window.viewer.comparing.comparison
        if comparison is not None and comparison.is_open:
            compared = [self.compared.entry(take.job_id) for take in comparison.takes]
            if any(entry is not None and entry.key in keys for entry in compared):
                self._window.viewer.comparing.close()
        current = self._shown.entry
        if current is not None and current.key in keys:
            self._show(None)

    def show_again(self) -> None:
        """Show the current job of History, if nothing is shown."""
        if self._shown.entry is None and not self._window.viewer.is_comparing:
            self._show(self._window.history.current)

    @property
    def looked_at(self) -> JobEntry | None:
        """The take that is looked at, and that keys mark."""
        return self._looked_at()

    def _looked_at(self) -> JobEntry | None:
        """The take that keys mark: the current one, in a comparison the chosen one."""
        if self._window.viewer.is_comparing:
            return self.compared.chosen
        return self._shown.entry

    def _show(self, entry: JobEntry | None) -> None:
        if entry is not None and self.compared.holds(entry):
            # It has its place in the comparison, and becomes the current one when that is left.
            if not self._is_current(entry):
                self.compared.choose(entry)
            return
        self._shown.show(entry)
        self._after_shown(entry)

    def _is_current(self, entry: JobEntry) -> bool:
        current = self._shown.entry
        return current is not None and current.key == entry.key

    def _after_shown(self, entry: JobEntry | None) -> None:
        self._seen.show(entry)
        self._clip_marks.show(entry)
        self._details.show(entry)
        self._show_in_strip(entry)

    def _show_in_strip(self, entry: JobEntry | None) -> None:
        self._strip.show_current(entry)
        self._window.arrange_middle()

    @property
    def _strip(self) -> FilmstripPanel:
        return self._window.strip

    def _on_take_chosen(self, entry: JobEntry) -> None:
        """A take was chosen under the Viewer; History goes along where it shows it."""
        if not self._window.history.choose(entry):
            self._show(entry)

    def _on_history_updated(self, entry: JobEntry) -> None:
        """The current job of History is another one now; a take that it hides may be looked at."""
        if self._shown.entry is None or self._is_current(entry) or self.compared.holds(entry):
            self._show(entry)

    def _on_job_updated(self, entry: JobEntry) -> None:
        if self._is_current(entry) and not self.compared.holds(entry):
            self._shown.show(entry)
            self._seen.show(entry)
            self._clip_marks.show(entry)

    def _on_marks_updated(self, keys: Collection[int]) -> None:
        """A mark shows at once, before it is written down."""
        current = self._shown.entry
        if current is not None and current.key in keys:
            entry = self._strip.model.entry_of(current.key)
            if entry is not None:
                self._on_job_updated(entry)

    def _on_comparison_left(self, entry: JobEntry) -> None:
        """The chosen take is alone on the screen: it is the current one from now on."""
        self._window.viewer.clip.title = job_title(entry.job, has_siblings=False).text
        self._window.history.choose(entry, keep_chosen=True)
        self._show(entry)


class _StripInSight:
    """The filmstrip as long as its switch can be seen: elsewhere nothing goes on by itself."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def advances(self) -> bool:
        in_sight = self._window.strip is self._window.filmstrip
        comparing = self._window.viewer.is_comparing
        return in_sight and not comparing and self._window.filmstrip.advances

    @property
    def current(self) -> JobEntry | None:
        return self._window.filmstrip.current

    def show_next(self) -> None:
        self._window.filmstrip.show_next()


class _HistoryOnwards:
    """History, which goes on after a mark that was given there, where the filmstrip does."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def advances(self) -> bool:
        return self._window.filmstrip.advances and not self._window.viewer.is_comparing

    @property
    def current(self) -> JobEntry | None:
        return self._window.history.current

    def show_next(self) -> None:
        self._window.history.show_next()
