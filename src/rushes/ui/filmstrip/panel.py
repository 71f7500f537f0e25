"""The filmstrip: the takes of the current shot, in Review with a switch that goes on by itself."""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.ui.components.card_painter import OVERHANG
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.switch import Switch
from rushes.ui.components.text_label import TextLabel
from rushes.ui.filmstrip.strip_view import StripView
from rushes.ui.filmstrip.take_list_model import TakeListModel
from rushes.ui.history.job_roles import JobRole
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents
from rushes.ui.job_faces.measures import count_text
from rushes.ui.job_faces.titles import job_title
from rushes.ui.marks.mark_keys import MarkKeyFilter
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

if TYPE_CHECKING:
    from rushes.library.library import Library


@dataclass(frozen=True, slots=True)
class _Measures:
    """Sizes in pixels at 100 %: of the head row, of the strip, its gaps and its margins."""

    head: int
    lowest: int
    usual: int
    highest: int
    gap: int
    left: int
    bottom: int
    line: bool


class StripForm(Enum):
    """Where a filmstrip stands: under the Viewer in Review, or under the take info in Create."""

    REVIEW = _Measures(34, 140, 166, 190, gap=2, left=8, bottom=4, line=False)
    CREATE = _Measures(33, 132, 157, 157, gap=4, left=12, bottom=10, line=True)


class FilmstripPanel(QWidget):
    """Shows the takes of one shot, and lets a person choose among them.

    It is as high as it is given room: cards grow and shrink with it. In Create a card tells what
    changed from the take before.

    Attributes:
        model, view, switch: its parts; the switch is hidden in Create.
        player: who gets the keys that mean nothing here, so that takes are played from the strip.

    Signals:
        current_changed: the JobEntry that a person chose in the strip.
        selection_changed: other takes are chosen than before.
        activated: the JobEntry of a double click, or of Enter: it is to be played.
        mark_requested: a `MarkWish`, and the keys of all chosen jobs.
        advances_changed: whether it goes on after a mark from now on.
        takes_counted: id of the shot, and how many takes it has.
        cancel_requested, reveal_requested, use_all_requested, remix_requested,
        use_prompt_requested, use_seed_requested: id of the job that a person wants this for.
        menu_requested: the current JobEntry, the keys of all chosen jobs, a place on the screen.
    """

    current_changed = Signal(object)
    selection_changed = Signal()
    activated = Signal(object)
    mark_requested = Signal(object, object)
    advances_changed = Signal(bool)
    takes_counted = Signal(str, int)
    cancel_requested = Signal(str)
    reveal_requested = Signal(str)
    use_all_requested = Signal(str)
    remix_requested = Signal(str)
    use_prompt_requested = Signal(str)
    use_seed_requested = Signal(str)
    menu_requested = Signal(object, object, QPoint)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        form: StripForm = StripForm.REVIEW,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._form = form
        self.player: QWidget | None = None
        is_small = form is StripForm.CREATE
        self.model = TakeListModel(self, shows_changes=is_small, clock=clock)
        self.view = StripView(self.model, self, gap=form.value.gap)
        self.switch = Switch("", self, words=self.tr("Next after a mark"))
        self.switch.setVisible(not is_small)
        self._title = ElidedLabel("", TextStyle.CONTROL, Role.STRONG, self, weight=SEMIBOLD)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._count = TextLabel("", TextStyle.CONTROL, Role.MUTED, self, tabular=True)
        self._entry: JobEntry | None = None
        self._is_showing = False
        self._told_key: int | None = None
        self._head = QWidget(self)
        self._head_row = QHBoxLayout(self._head)
        self._head_row.addWidget(self._title)
        self._head_row.addWidget(self._count)
        self._head_row.addStretch(1)
        self._head_row.addWidget(self.switch)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._head)
        self._strip_row = QHBoxLayout()
        self._strip_row.addWidget(self.view)
        self._layout.addLayout(self._strip_row, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self.view)
        self._connect()
        self._retranslate()
        self._apply_theme()

    def _connect(self) -> None:
        self.model.takes_changed.connect(self._on_takes_changed)
        self.model.dataChanged.connect(self._on_data_changed)
        self.model.job_updated.connect(self._on_job_updated)
        self.model.marks_updated.connect(self._on_marks_updated)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.chosen_changed.connect(self.selection_changed)
        self.view.activated.connect(self._on_activated)
        self.view.menu_requested.connect(self._open_menu)
        self.switch.value_edited.connect(self.advances_changed)
        MarkKeyFilter(self.view).wished.connect(
            lambda wish: self.mark_requested.emit(wish, self.selected_keys)
        )

    # From outside

    def attach(self, library: "Library", circumstances: Circumstances | None, tasks: Tasks) -> None:
        """Show takes of an open library; `circumstances` may be shared with other panels."""
        self.model.open(library, tasks, circumstances)
        if self._entry is not None:
            self.model.show_shot(self._entry.job.shot_id)

    def follow(self, engine: EngineEvents) -> None:
        """Show what an engine tells: progress, network, pause."""
        self.model.follow(engine)

    def detach(self) -> None:
        """Let go of library and engine; before the library is closed."""
        self._entry = self._told_key = None
        self.model.close()

    def show_current(self, entry: JobEntry | None) -> None:
        """Show the shot of the current job, and where in it that stands."""
        self._entry = entry
        self._told_key = None if entry is None else entry.key
        self.model.show_shot("" if entry is None else entry.job.shot_id)
        self._show_row()

    @property
    def current(self) -> JobEntry | None:
        """The current take as it is now."""
        if self._entry is None:
            return None
        return self.model.entry_of(self._entry.key) or self._entry

    @property
    def advances(self) -> bool:
        """Whether the next take is shown after a mark by key."""
        return self.switch.value()

    def set_advances(self, advances: bool) -> None:
        """Go on after a mark, or stay."""
        self.switch.set_value(advances)

    @property
    def selected_keys(self) -> list[int]:
        """The keys of the chosen takes in their order; that of the current one if none is."""
        rows = self.view.chosen_rows or [self.view.currentIndex().row()]
        return [self.model.key_at(row) for row in rows if row >= 0]

    @property
    def selected_ids(self) -> list[str]:
        """The ids of the chosen takes in their order; that of the current one if none is."""
        rows = self.view.chosen_rows or [self.view.currentIndex().row()]
        return [self.model.id_at(row) for row in rows if row >= 0]

    def show_next(self) -> None:
        """Choose the take after the current one, as a person does; at the end, nothing."""
        row = self.view.currentIndex().row() + 1
        if 0 < row < self.model.rowCount():
            self.view.choose_row(row)

    def go_on_from(self, keys: Collection[int]) -> None:
        """Choose the nearest take that is not among jobs which leave, where the current one is."""
        at = self.view.currentIndex().row()
        count = self.model.rowCount()
        if at < 0 or self.model.key_at(at) not in keys:
            return
        for row in (*range(at + 1, count), *range(at - 1, -1, -1)):
            if self.model.key_at(row) not in keys:
                self.view.choose_row(row)
                return

    # What the takes tell

    def _on_takes_changed(self) -> None:
        self._show_row()
        if self.model.rowCount():
            self.takes_counted.emit(self.model.shot_id, self.model.rowCount())

    def _show_row(self) -> None:
        entry = self._entry
        row = -1 if entry is None else self.model.row_of_key(entry.key)
        if row >= 0 and row != self.view.currentIndex().row():
            self._is_showing = True
            self.view.show_row(row)
            self._is_showing = False
        self._show_words()

    def _show_words(self) -> None:
        entry, row = self._entry, self.view.currentIndex().row()
        count = count_text(self.model.rowCount())
        # The strip has the takes that are not in the trash.
        is_trashed = row < 0 and entry is not None and entry.job.marks.is_trashed
        elsewhere = self.tr("in the trash") if is_trashed else ""
        if self._form is StripForm.CREATE:
            self._title.setText(self.tr("Takes of this shot"))
            self._count.setText(count if self.model.rowCount() else elsewhere or count)
        else:
            name = "" if entry is None else job_title(entry.job, has_siblings=False).name
            self._title.setText(name)
            place = self.tr("{number} of {count}").format(number=count_text(row + 1), count=count)
            self._count.setText(place if row >= 0 else elsewhere)
        self.switch.setEnabled(entry is not None)

    def _on_current_changed(self, index: QModelIndex) -> None:
        self._show_words()
        if not self._is_showing and index.isValid():
            self._tell_current(self.model.data(index, JobRole.ENTRY))

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """The chosen take may have been on its way until now."""
        row = self.view.currentIndex().row()
        if first.row() <= row <= last.row():
            entry = self.model.entry_of(self.model.key_at(row))
            if entry is not None and entry.key != self._told_key:
                self._tell_current(entry)

    def _tell_current(self, entry: JobEntry | None) -> None:
        if entry is not None:
            self._entry, self._told_key = entry, entry.key
            self._show_words()
            self.current_changed.emit(entry)

    def _on_job_updated(self, entry: JobEntry) -> None:
        if self._entry is not None and self._entry.key == entry.key:
            self._entry = entry

    def _on_marks_updated(self, keys: Collection[int]) -> None:
        if self._entry is not None and self._entry.key in keys:
            self._entry = self.model.entry_of(self._entry.key) or self._entry

    def _on_activated(self, index: QModelIndex) -> None:
        entry = self.model.data(index, JobRole.ENTRY)
        if entry is not None:
            self.activated.emit(entry)

    def _open_menu(self, position: QPoint) -> None:
        entry = self.model.data(self.view.currentIndex(), JobRole.ENTRY)
        if entry is not None:
            self.menu_requested.emit(entry, self.selected_keys, position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        if self.player is not None:
            self.player.keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        if self.player is not None:
            self.player.keyReleaseEvent(event)

    # Look

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Filmstrip"))
        self.switch.setAccessibleName(self.tr("Next after a mark"))
        self._show_words()

    def _apply_theme(self) -> None:
        px, sizes = current_theme().px, self._form.value
        # The ring around a card reaches into the head row, and into what is left free below.
        self._head.setFixedHeight(px(sizes.head) - OVERHANG)
        self._head_row.setContentsMargins(px(16), OVERHANG, px(12), 0)
        self._head_row.setSpacing(px(8))
        left = max(px(sizes.left) - px(sizes.gap) // 2, 0)
        below = max(px(sizes.bottom) - OVERHANG, 0)
        self._strip_row.setContentsMargins(left, 0, left, below)
        self.setMinimumHeight(px(sizes.lowest))
        self.setMaximumHeight(px(sizes.highest))

    def sizeHint(self) -> QSize:
        px = current_theme().px
        return QSize(px(640), px(self._form.value.usual))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
            self.updateGeometry()
        elif event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(Role.PANEL))
        if self._form.value.line:
            painter.fillRect(0, 0, self.width(), 1, theme.color(Role.LINE))
