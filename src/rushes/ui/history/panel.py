"""The History panel: a search field, and every job as a card beneath it."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from rushes.domain.errors import JobNotFound
from rushes.engine.tasks import Tasks
from rushes.library.announcements import (
    Announcement,
    JobEntry,
    LibraryCameBack,
    MediaAway,
    MediaBack,
)
from rushes.ui.components.empty_state import EmptyState
from rushes.ui.components.hairline import Hairline
from rushes.ui.components.panel_head import PanelHead
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.history.history_grid import HistoryGrid
from rushes.ui.history.job_list_model import JobListModel
from rushes.ui.history.job_menu import open_job_menu
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.kept_selection import KeptSelection
from rushes.ui.history.library_notice import LibraryNotice
from rushes.ui.history.search_field import SearchField
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents
from rushes.ui.job_faces.measures import count_text
from rushes.ui.marks.mark_keys import MarkKeyFilter
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

if TYPE_CHECKING:
    from rushes.library.library import Library

_Command = QItemSelectionModel.SelectionFlag


class HistoryPanel(QWidget):
    """Shows, finds and chooses jobs; asks others to act on them.

    Signals:
        current_changed: the JobEntry that is chosen now, or None.
        current_updated: the chosen job's JobEntry after it changed.
        activated: the JobEntry of a double click, or of Enter.
        cancel_requested, reveal_requested, use_all_requested, remix_requested,
        use_prompt_requested, use_seed_requested: id of the job that a person wants this for.
        mark_requested: a `MarkWish`, and the keys of all chosen jobs.
    """

    current_changed = Signal(object)
    current_updated = Signal(object)
    activated = Signal(object)
    cancel_requested = Signal(str)
    reveal_requested = Signal(str)
    use_all_requested = Signal(str)
    remix_requested = Signal(str)
    use_prompt_requested = Signal(str)
    use_seed_requested = Signal(str)
    mark_requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None, *, model: JobListModel | None = None) -> None:
        super().__init__(parent)
        self.model = model or JobListModel(self)
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._current: JobEntry | None = None
        self._wanted: JobEntry | None = None
        self.head = PanelHead("", self)
        self.notice = LibraryNotice(self)
        self.search = SearchField(self)
        self.grid = HistoryGrid(self.model, self)
        self._blank = QWidget(self)
        self._none_yet = EmptyState("film", "", "", self)
        self._no_match = EmptyState("search", "", "", self)
        self._kept = KeptSelection(self.grid, self.model)
        self._pages = QStackedLayout()
        for page in (self._blank, self.grid, self._none_yet, self._no_match):
            self._pages.addWidget(page)
        self._search_row = QHBoxLayout()
        self._search_row.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.notice)
        layout.addLayout(self._search_row)
        layout.addWidget(Hairline(parent=self))
        layout.addLayout(self._pages, 1)
        self.setFocusProxy(self.grid)
        self._connect()
        self._retranslate()
        self._apply_theme()

    def _connect(self) -> None:
        self.model.loaded.connect(self._on_loaded)
        self.model.total_changed.connect(self._show_facts)
        self.model.rowsInserted.connect(self._show_facts)
        self.model.modelReset.connect(self._show_facts)
        self.model.job_updated.connect(self._on_job_updated)
        self.model.marks_updated.connect(self._on_marks_updated)
        self.model.dataChanged.connect(self._on_data_changed)
        self.search.words_changed.connect(self.model.set_words)
        self.search.left_downwards.connect(self._enter_grid)
        self.search.left_by_escape.connect(self.grid.setFocus)
        self._no_match.act_requested.connect(self.search.clear_words)
        self.grid.selectionModel().currentChanged.connect(self._on_current_changed)
        self.grid.activated.connect(self._on_activated)
        self.grid.menu_requested.connect(self._open_menu)
        MarkKeyFilter(self.grid).wished.connect(
            lambda wish: self.mark_requested.emit(wish, self._kept.chosen_keys())
        )

    # From outside

    def attach(self, library: "Library", circumstances: Circumstances | None, tasks: Tasks) -> None:
        """Show an open library; `circumstances` may be shared with other panels."""
        self._library, self._tasks = library, tasks
        self.model.open(library, tasks, circumstances)
        self.notice.follow(library)
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
        self.model.close()
        self._kept.forget()
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
        self.search.selectAll()

    def select_newest(self) -> None:
        """Choose the newest job that is shown."""
        if self.model.rowCount():
            self._choose(self.model.index(0))

    def select_job(self, job_id: str) -> None:
        """Choose a job and show where it lies; the search gives way if it hides it."""
        if self._library is not None and self._tasks is not None:
            self._tasks.spawn(self._select(self._library, job_id), f"select job {job_id}")

    async def _select(self, library: "Library", job_id: str) -> None:
        try:
            entry = await library.job(job_id)
        except JobNotFound:
            return
        row = self.model.row_of(entry)
        if row >= 0:
            self._choose(self.model.index(row))
            return
        self._wanted = entry
        self.search.clear_words()

    def choose(self, entry: JobEntry, *, keep_chosen: bool = False) -> bool:
        """Choose a job where the list shows it; tells whether it does.

        With `keep_chosen` others stay chosen if it is one of them.
        """
        row = self.model.row_of(entry)
        if row < 0:
            return False
        index, selection = self.model.index(row), self.grid.selectionModel()
        if keep_chosen and selection.isSelected(index):
            selection.setCurrentIndex(index, _Command.NoUpdate)
            self.grid.scrollTo(index)
        else:
            self._choose(index)
        return True

    @property
    def chosen_keys(self) -> list[int]:
        """The keys of all chosen jobs in the order of the list."""
        return self._kept.chosen_keys()

    def _choose(self, index: QModelIndex) -> None:
        self.grid.selectionModel().setCurrentIndex(index, _Command.ClearAndSelect)
        self.grid.scrollTo(index)

    # What the list tells

    def _on_loaded(self) -> None:
        self._show_facts()
        wanted, self._wanted = self._wanted, None
        row = -1 if wanted is None else self.model.row_of(wanted)
        if row >= 0:
            self._choose(self.model.index(row))

    def _show_facts(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if not self.model.is_loaded:
            self._pages.setCurrentWidget(self._blank)
            self.head.set_remark("")
        elif shown:
            self._pages.setCurrentWidget(self.grid)
            self._show_count(shown, total)
        elif self.model.words:
            text = self.tr("No prompt holds all of “{words}”.").format(words=self.model.words)
            self._no_match.set_words("search", self.tr("Nothing matches"), text)
            self._pages.setCurrentWidget(self._no_match)
            self._show_count(0, total)
        else:
            self._pages.setCurrentWidget(self._none_yet)
            self.head.set_remark("")

    def _show_count(self, shown: int, total: int | None) -> None:
        words = self._count_words(shown, total)
        self.head.set_remark(words)
        # The title stays whole where both have no room.
        is_narrow = self.head.sizeHint().width() > self.width()
        if is_narrow:
            self.head.set_remark(count_text(shown))
        set_tool_tip(self.head.remark, words if is_narrow else "")

    def _count_words(self, shown: int, total: int | None) -> str:
        if self.model.words and total is not None:
            words = self.tr("{shown} of {total} takes")
        else:
            words = self.tr("1 take") if shown == 1 else self.tr("{shown} takes")
        return words.format(shown=count_text(shown), total=count_text(total or 0))

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
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

    def _on_activated(self, index: QModelIndex) -> None:
        entry = self.model.data(index, JobRole.ENTRY)
        if entry is not None:
            self.activated.emit(entry)

    def _on_announcement(self, announcement: Announcement) -> None:
        self.notice.note_announcement(announcement)
        if isinstance(announcement, LibraryCameBack | MediaAway | MediaBack):
            self.model.read_again()
            if self._library is not None and self._tasks is not None and self._current is not None:
                self._tasks.spawn(self._read_current(self._library, self._current), "read current")

    async def _read_current(self, library: "Library", entry: JobEntry) -> None:
        for read in await library.jobs([entry.key]):
            self._on_job_updated(read)

    # Keys, mouse, look

    def _enter_grid(self) -> None:
        self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_menu(self, position: QPoint) -> None:
        entry = self.model.data(self.grid.currentIndex(), JobRole.ENTRY)
        if entry is not None:
            open_job_menu(entry.job, self, position)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("History"))
        self.head.set_title(self.tr("History"))
        self._none_yet.set_words(
            "film",
            self.tr("No takes yet"),
            self.tr("Write a prompt and press Generate. Every take stays here, with its settings."),
        )
        self._no_match.set_act(self.tr("Clear the search"))
        self._show_facts()

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._search_row.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(8))
        # The remark ends where the field below it ends.
        self.head.remark.setContentsMargins(0, 0, theme.px(4), 0)
        self.setMinimumWidth(theme.px(152))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_facts()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
        elif event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().color(Role.PANEL))
