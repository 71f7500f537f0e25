"""The acts on chosen jobs, wherever they are chosen: History, filmstrip, and the Viewer's take."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from rushes.domain.selection import Selection, selection_of
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.components.menu import Menu
from rushes.ui.details.panel import DetailsPanel
from rushes.ui.filmstrip.panel import FilmstripPanel
from rushes.ui.history.job_menu import Acts, JobMenu, JobMenuRows
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.job_acts.copying import Copying
from rushes.ui.job_acts.locating import Locating
from rushes.ui.job_acts.long_act import LongAct
from rushes.ui.job_acts.revealing import reveal
from rushes.ui.marks.mark_keys import MarkCommand
from rushes.ui.trash.trash_keys import TrashKeyFilter
from rushes.ui.trash.trash_view import shows_trash
from rushes.ui.trash.trashing import Trashing
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.present_engine import PresentEngine
from rushes.ui.window.reviewing import Reviewing
from rushes.ui.window.workspaces import SidePanel

_Panel = HistoryPanel | FilmstripPanel | DetailsPanel


class JobActs(QObject):
    """Opens the menus of jobs, hears the keys of the trash, and carries out what is chosen.

    Attributes:
        trashing, copying, locating: carry out their part.
    """

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        engine: PresentEngine,
        reviewing: Reviewing,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._engine = engine
        self._reviewing = reviewing
        self._tasks = tasks
        self.trashing = Trashing(library, reviewing.marking, engine.get, tasks, self)
        self.copying = Copying(library, tasks, self)
        self.locating = Locating(library, tasks, self)
        acts = (self.trashing, self.copying, self.locating)
        for told in (*(act.told for act in acts), window.details.told):
            told.connect(lambda words: reviewing.toast.show_message(words))
        # Whoever looks at takes of a shot goes on to its next one, and not to another shot.
        self.trashing.leaving.connect(lambda keys: window.strip.go_on_from(keys))
        # Some systems move no file that somebody has open.
        self.trashing.files_leaving.connect(reviewing.let_go)
        self.trashing.emptied.connect(reviewing.show_again)
        self._connect()

    def _connect(self) -> None:
        window = self._window
        window.history.menu_requested.connect(partial(self._open_menu, window.history))
        for view in (window.history.grid, window.history.views.list):
            self._hear_keys(view, window.history, lambda: window.history.chosen_keys)
        for strip in (window.filmstrip, window.takes):
            strip.menu_requested.connect(partial(self._open_menu, strip))
            self._hear_keys(strip.view, strip, lambda strip=strip: strip.selected_keys)  # type: ignore[misc]
        details = window.details
        details.menu_requested.connect(partial(self._open_menu, details))
        self._hear_keys(details, None, lambda: details.takes.told.keys)
        viewer = window.viewer
        for part in (viewer, viewer.stage):
            self._hear_keys(part, None, self._keys_looked_at)
        viewer.menu_filling.connect(self._fill_viewer_menu)
        viewer.answers.wishes.locate_requested.connect(self._locate)
        bar = window.history.trash_bar
        bar.restore_requested.connect(lambda: self.trashing.restore(None))
        bar.empty_requested.connect(lambda: self.trashing.remove(None, window.history))

    @property
    def _is_in_trash(self) -> bool:
        return shows_trash(self._window.history.model.words)

    # Keys

    def _hear_keys(
        self, watched: QWidget, panel: QWidget | None, keys: Callable[[], Sequence[int]]
    ) -> None:
        filter_ = TrashKeyFilter(watched)
        filter_.delete_requested.connect(lambda: self._on_delete(keys(), panel))
        filter_.restore_requested.connect(lambda: self.trashing.restore(keys(), self._current()))

    def _on_delete(self, keys: Sequence[int], panel: QWidget | None) -> None:
        host = panel if isinstance(panel, HistoryPanel) else self._picture_host()
        if not keys:
            return
        if self._is_in_trash:
            self.trashing.remove(keys, host)
        else:
            self.trashing.trash(keys, self._current(), host)

    def _keys_looked_at(self) -> Sequence[int]:
        entry = self._reviewing.looked_at
        return () if entry is None else (entry.key,)

    def _current(self) -> JobEntry | None:
        return self._reviewing.looked_at

    def _picture_host(self) -> QWidget:
        """Where the picture is: the only panel that is seen in full screen."""
        return self._reviewing.toast.parentWidget() or self._window.viewer

    # Menus

    def _open_menu(
        self, panel: _Panel, entry: JobEntry, keys: Sequence[int], place: QPoint
    ) -> None:
        if len(keys) <= 1:
            self._show_menu(panel, entry, [entry.key], selection_of(entry.job), place)
        else:
            work = self._open_menu_of_many(panel, entry, keys, place)
            self._tasks.spawn(work, "menu of chosen jobs")

    async def _open_menu_of_many(
        self, panel: _Panel, entry: JobEntry, keys: Sequence[int], place: QPoint
    ) -> None:
        chosen = await self._library.selection(keys)
        self._show_menu(panel, entry, keys, chosen, place)

    def _show_menu(
        self,
        panel: _Panel,
        entry: JobEntry,
        keys: Sequence[int],
        chosen: Selection,
        place: QPoint,
    ) -> None:
        menu = JobMenu("", panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        host = panel if isinstance(panel, HistoryPanel) else self._picture_host()
        acts = self._acts(entry, keys, host)
        acts["open"] = lambda: panel.activated.emit(entry)
        acts["tags"] = lambda: panel.mark_requested.emit(MarkCommand.TAGS, list(keys))
        if isinstance(panel, HistoryPanel):
            del acts["show_in_history"]
        albums = self._window.history.album_menus
        acts["albums"] = lambda: albums.open_adding(place, keys)
        self._fill(menu, entry, keys, chosen, acts)
        menu.popup(place)

    def _fill_viewer_menu(self, menu: Menu) -> None:
        """The Viewer's own menu begins with the frame; its take has a submenu."""
        entry = self._reviewing.looked_at
        if entry is None:
            return
        take = menu.add_menu(QCoreApplication.translate("JobMenu", "Take"), "film")
        acts = self._acts(entry, [entry.key], self._picture_host())
        del acts["open"], acts["compare"]
        stage = self._window.viewer.stage
        acts["tags"] = lambda: stage.mark_requested.emit(MarkCommand.TAGS)
        albums, place = self._window.history.album_menus, QCursor.pos()
        acts["albums"] = lambda: albums.open_adding(place, [entry.key])
        self._fill(take, entry, [entry.key], selection_of(entry.job), acts)

    def _fill(
        self,
        menu: Menu,
        entry: JobEntry,
        keys: Sequence[int],
        chosen: Selection,
        acts: Acts,
    ) -> None:
        JobMenuRows(menu, entry.job, chosen, acts).fill(
            lambda change: self._reviewing.marking.mark(keys, change, entry)
        )

    def _acts(
        self, entry: JobEntry, keys: Sequence[int], host: QWidget
    ) -> dict[str, Callable[[], object]]:
        strip, job_id = self._window.strip, entry.job.id
        return {
            "open": lambda: self._reviewing.play(entry),
            "use_all": lambda: strip.use_all_requested.emit(job_id),
            "remix": lambda: strip.remix_requested.emit(job_id),
            "use_prompt": lambda: strip.use_prompt_requested.emit(job_id),
            "use_seed": lambda: strip.use_seed_requested.emit(job_id),
            "compare": lambda: self._reviewing.compared.compare(keys),
            "albums": lambda: self._open_albums(keys, host),
            "show_in_history": lambda: self._show_in_history(job_id),
            "reveal": lambda: self._tasks.spawn(self._reveal(keys), "reveal"),
            "copy_files": lambda: self.copying.copy_files(keys, host),
            "copy_paths": lambda: self.copying.copy_paths(keys, host),
            "copy_prompts": lambda: self.copying.copy_prompts(keys, host),
            "copy_curl": lambda: self.copying.copy_curl(keys, host),
            "locate": lambda: self.locating.ask(keys, host),
            "cancel": lambda: self._tasks.spawn(self._cancel(keys, host), "cancel"),
            "trash": lambda: self.trashing.trash(keys, entry, host),
            "restore": lambda: self.trashing.restore(keys, entry),
            "remove": lambda: self.trashing.remove(keys, host),
        }

    # Acts

    def _show_in_history(self, job_id: str) -> None:
        self._window.docks.show(SidePanel.HISTORY)
        self._window.history.select_job(job_id)
        self._window.history.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_albums(self, keys: Sequence[int], host: QWidget) -> None:
        """Offer the albums where the menu was, or amid what it was about."""
        place = QCursor.pos()
        if not host.rect().contains(host.mapFromGlobal(place)):
            place = host.mapToGlobal(host.rect().center())
        self._window.history.album_menus.open_adding(place, keys)

    def _locate(self, job_id: str) -> None:
        entry = self._reviewing.looked_at
        if entry is not None and entry.job.id == job_id:
            self.locating.ask([entry.key], self._picture_host())

    async def _reveal(self, keys: Sequence[int]) -> None:
        reveal(await self._library.files(keys[:100]))

    async def _cancel(self, keys: Sequence[int], host: QWidget) -> None:
        under_way = await self._library.under_way_among(keys)
        to_cancel = [each.job_id for each in under_way if each.can_cancel]
        engine = await self._engine.get()
        words = QCoreApplication.translate("JobMenu", "Asking to cancel")
        with LongAct(host, words) as act:
            for done, job_id in enumerate(to_cancel):
                if act.stop.is_set():
                    break
                await engine.cancel(job_id)
                act.tell(done + 1, len(to_cancel))
