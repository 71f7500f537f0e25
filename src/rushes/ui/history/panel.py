"""The History panel: a search, and beneath it every job that it finds."""

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.domain.errors import JobNotFound
from rushes.engine.tasks import Tasks
from rushes.library.announcements import (
    Announcement,
    JobEntry,
    LibraryCameBack,
    MediaAway,
    MediaBack,
)
from rushes.ui.components.hairline import Hairline
from rushes.ui.components.toast import Toast
from rushes.ui.history.history_head import HistoryHead
from rushes.ui.history.history_pages import HistoryPages
from rushes.ui.history.history_views import HistoryViews
from rushes.ui.history.job_list_model import JobListModel
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.library_notice import LibraryNotice
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents
from rushes.ui.marks.mark_keys import MarkKeyFilter
from rushes.ui.search.album_acts import AlbumActs
from rushes.ui.search.album_drop import AlbumDrop
from rushes.ui.search.album_menus import AlbumMenus
from rushes.ui.search.albums_watch import TRASH, AlbumsWatch
from rushes.ui.search.search_box import SearchBox
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.trash.trash_bar import TrashBar

if TYPE_CHECKING:
    from rushes.library.library import Library


class HistoryPanel(QWidget):
    """Shows, finds and chooses jobs; asks others to act on them.

    Signals:
        current_changed: the JobEntry that is chosen now, or None.
        current_updated: the chosen job's JobEntry after it changed.
        chosen_changed: other jobs are chosen than before.
        activated: the JobEntry of a double click, or of Enter.
        play_requested, full_screen_requested: the JobEntry of Space, and of F11.
        cancel_requested, reveal_requested, use_all_requested, remix_requested,
        use_prompt_requested, use_seed_requested: id of the job that a person wants this for.
        menu_requested: the current JobEntry, the keys of all chosen jobs, a place on the screen.
        mark_requested: a `MarkWish`, and the keys of all chosen jobs.
    """

    current_changed = Signal(object)
    current_updated = Signal(object)
    chosen_changed = Signal()
    activated = Signal(object)
    play_requested = Signal(object)
    full_screen_requested = Signal(object)
    cancel_requested = Signal(str)
    reveal_requested = Signal(str)
    use_all_requested = Signal(str)
    remix_requested = Signal(str)
    use_prompt_requested = Signal(str)
    use_seed_requested = Signal(str)
    menu_requested = Signal(object, object, QPoint)
    mark_requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None, *, model: JobListModel | None = None) -> None:
        super().__init__(parent)
        self.model = model or JobListModel(self)
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._current: JobEntry | None = None
        self._wanted: JobEntry | None = None
        self.albums = AlbumsWatch(self)
        self.notice = LibraryNotice(self)
        self.search = SearchBox(self.albums, self)
        self.trash_bar = TrashBar(self)
        self.views = HistoryViews(self.model, self)
        self.grid = self.views.grid
        self.head = HistoryHead(self.views, self)
        self.pages = HistoryPages(self.views, self)
        self.album_acts = AlbumActs(Toast(self), self)
        self.album_menus = AlbumMenus(
            self.albums,
            self.album_acts,
            self.head.source,
            self.search.text,
            self.views.chosen_keys,
        )
        drags = (self.grid.drag, self.views.list.drag)
        parts = (self.albums, self.album_acts, self.album_menus, self.views.chosen_keys)
        self.album_drop = AlbumDrop(drags, self.search, *parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.notice)
        layout.addWidget(self.search)
        layout.addWidget(self.trash_bar)
        layout.addWidget(Hairline(parent=self))
        layout.addWidget(self.pages, 1)
        self.setFocusProxy(self.views)
        self._connect()
        self._retranslate()
        self._apply_theme()

    def _connect(self) -> None:
        self.model.loaded.connect(self._on_loaded)
        for entered in (self.model.rowsInserted, self.model.order_changed):
            entered.connect(self._choose_wanted)
        self.model.total_changed.connect(self._show_facts)
        self.model.counts_changed.connect(self._show_facts)
        self.model.modelReset.connect(self._show_facts)
        self.model.job_updated.connect(self._on_job_updated)
        self.model.marks_updated.connect(self._on_marks_updated)
        self.model.dataChanged.connect(self._on_data_changed)
        self.search.query_changed.connect(self.model.set_words)
        self.search.query_changed.connect(self._show_facts)
        self.search.save_requested.connect(
            lambda: self.album_menus.ask_name_of_search(self.search.field)
        )
        self.albums.changed.connect(self._show_facts)
        self.album_menus.query_requested.connect(self.search.set_text)
        self.head.source.clicked.connect(self.album_menus.open_sources)
        self.search.left_downwards.connect(
            lambda: self.views.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        )
        self.search.left_by_escape.connect(self.views.setFocus)
        self.pages.clear_requested.connect(self.search.clear)
        self.grid.selectionModel().currentChanged.connect(self._on_current_changed)
        self.grid.selectionModel().selectionChanged.connect(self.chosen_changed)
        for asked, wish in (
            (self.views.activated, self.activated),
            (self.views.play_requested, self.play_requested),
            (self.views.full_screen_requested, self.full_screen_requested),
        ):
            asked.connect(partial(self._ask_for, wish))
        self.views.menu_requested.connect(self._open_menu)
        for view in (self.grid, self.views.list):
            MarkKeyFilter(view).wished.connect(
                lambda wish: self.mark_requested.emit(wish, self.views.chosen_keys())
            )

    # From outside

    def attach(self, library: "Library", circumstances: Circumstances | None, tasks: Tasks) -> None:
        """Show an open library; `circumstances` may be shared with other panels."""
        self._library, self._tasks = library, tasks
        self.model.open(library, tasks, circumstances)
        self.views.attach(library, tasks)
        self.notice.follow(library)
        self.trash_bar.attach(library, tasks)
        for part in (self.albums, self.album_acts):
            part.follow(library, tasks)
        self.search.attach(library, tasks)
        self._unsubscribe = library.subscribe(self._on_announcement)

    def follow(self, engine: EngineEvents) -> None:
        """Show what an engine tells: progress, network, pause."""
        self.model.follow(engine)

    def detach(self) -> None:
        """Let go of library and engine; before the library is closed."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._library = self._tasks = None
        self._wanted = None
        self.trash_bar.detach()
        self.search.detach()
        self.album_acts.let_go()
        self.albums.let_go()
        self.model.close()
        self.views.detach()
        if self._current is not None:
            self._current = None
            self.current_changed.emit(None)

    @property
    def current(self) -> JobEntry | None:
        """The chosen job as it is now."""
        return self._current

    def focus_search(self) -> None:
        """Go to the search field, with its words chosen so that typing replaces them."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.field.select_all()

    def select_newest(self) -> None:
        """Choose the newest job that is shown."""
        if self.model.rowCount():
            self.views.choose_row(self.model.newest_row())

    def select_job(self, job_id: str) -> None:
        """Choose a job and show where it lies; the search gives way if it hides it."""
        if self._library is not None and self._tasks is not None:
            self._tasks.spawn(self._select(self._library, job_id), f"select job {job_id}")

    async def _select(self, library: "Library", job_id: str) -> None:
        try:
            entry = await library.job(job_id)
        except JobNotFound:
            return
        if self.views.choose(entry):
            return
        self._wanted = entry
        self.search.clear()

    def choose(self, entry: JobEntry, *, keep_chosen: bool = False) -> bool:
        """Choose a job where the list shows it; tells whether it does.

        With `keep_chosen` others stay chosen if it is one of them.
        """
        return self.views.choose(entry, keep_chosen=keep_chosen)

    def show_next(self) -> None:
        """Choose the job behind the current one, as a person does; at the end, nothing."""
        row = self.grid.currentIndex().row() + 1
        if 0 < row < self.model.rowCount():
            self.views.choose_row(row)

    @property
    def chosen_keys(self) -> list[int]:
        """The keys of all chosen jobs in the order of the list."""
        return self.views.chosen_keys()

    # What the list tells

    def _on_loaded(self) -> None:
        self._show_facts()
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        """Choose the job that was asked for before the list knew of it."""
        if self._wanted is not None and self.views.choose(self._wanted):
            self._wanted = None

    def _show_facts(self) -> None:
        query = self.model.words
        self.trash_bar.show_query(query)
        album = self.albums.album_of(self.search.text())
        self._show_title(None if album is None else album.name)
        if not self.model.is_loaded:
            self.pages.show_blank()
            self.head.set_count(None)
            return
        found = self.model.job_count
        if found:
            self.pages.show_takes()
        else:
            self.pages.show_none(query, album)
        self.head.set_count(self.model.total or None)
        # Until the answer has come, the number is another query's.
        if query == self.search.query.strip():
            self.search.show_found(found)

    def _show_title(self, album: str | None) -> None:
        """All takes need no name of their own: they are the history."""
        title, shown = self.tr("History"), self.tr("All takes")
        if album is not None:
            title = shown = album
        elif self.search.text() == TRASH:
            title = shown = self.tr("Trash")
        elif self.search.text():
            shown = self.tr("A search")
        self.head.set_title(title, self.tr("Shown: {source}").format(source=shown))

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self._wanted = None
            self._tell_current(self.model.data(index, JobRole.ENTRY))

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """The chosen job may have been on its way until now."""
        index = self.grid.currentIndex()
        if first.row() <= index.row() <= last.row():
            self._tell_current(self.model.data(index, JobRole.ENTRY))

    def _tell_current(self, entry: JobEntry | None) -> None:
        if entry is None:
            return
        before = self._current
        self._current = entry
        if before is None or before.key != entry.key:
            self.current_changed.emit(entry)

    def _on_job_updated(self, entry: JobEntry) -> None:
        if self._current is not None and self._current.key == entry.key:
            self._current = entry
            self.current_updated.emit(entry)

    def _on_marks_updated(self, keys: Collection[int]) -> None:
        current = self._current
        if current is None or current.key not in keys:
            return
        entry = self.model.entry_of(current.key)
        if entry is not None:
            self._on_job_updated(entry)
        elif self._library is not None and self._tasks is not None:
            self._tasks.spawn(self._read_current(self._library, current), "read current")

    def _ask_for(self, wish: SignalInstance, index: QModelIndex) -> None:
        entry = self.model.data(index, JobRole.ENTRY)
        if entry is not None:
            wish.emit(entry)

    def _on_announcement(self, announcement: Announcement) -> None:
        for part in (self.notice, self.albums, self.search):
            part.note_announcement(announcement)
        if isinstance(announcement, LibraryCameBack | MediaAway | MediaBack):
            self.model.read_again()
            if self._library is not None and self._tasks is not None and self._current is not None:
                self._tasks.spawn(self._read_current(self._library, self._current), "read current")

    async def _read_current(self, library: "Library", entry: JobEntry) -> None:
        for read in await library.jobs([entry.key]):
            self._on_job_updated(read)

    # Keys, mouse, look

    def _open_menu(self, position: QPoint) -> None:
        entry = self.model.data(self.grid.currentIndex(), JobRole.ENTRY)
        if entry is not None:
            self.menu_requested.emit(entry, self.chosen_keys, position)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("History"))
        self._show_facts()

    def _apply_theme(self) -> None:
        self.setMinimumWidth(current_theme().px(152))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
        elif event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().color(Role.PANEL))
