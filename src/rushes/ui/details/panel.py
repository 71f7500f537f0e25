"""The Details panel: all that is known of the current take, or of those that are chosen."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.ui.components.announcement import announce
from rushes.ui.components.empty_state import EmptyState
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.panel_head import PanelHead
from rushes.ui.details.followed_takes import FollowedTakes
from rushes.ui.details.input_facts import Models
from rushes.ui.details.job_facts import counts_time
from rushes.ui.details.page import DetailsPage
from rushes.ui.details.settings_text import settings_text
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents
from rushes.ui.marks.mark_keys import MarkCommand, MarkKeyFilter, NoteWish
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

if TYPE_CHECKING:
    from rushes.domain.model_spec import ModelSpec
    from rushes.library.library import Library
    from rushes.ui.marks.mark_keys import MarkWish

_USUALLY_FOLDED = frozenset({"sent"})


class MarkedByKey(QObject):
    """The keys that mark while Details has the keyboard.

    Signals:
        mark_requested: a `MarkWish`, and the keys of all takes it is for.
    """

    mark_requested = Signal(object, object)

    def __init__(self, panel: "DetailsPanel") -> None:
        super().__init__(panel)
        self._panel = panel
        MarkKeyFilter(panel).wished.connect(
            lambda wish: self.mark_requested.emit(wish, list(panel.takes.told.keys))
        )

    @property
    def current(self) -> JobEntry | None:
        """The take that is told of."""
        return self._panel.current


class DetailsPanel(QWidget):
    """Tells of takes, and asks others to act on them. What nobody sees is not written out.

    Args:
        models: tells what is known of models now, by their ids.
        clock: seconds since the epoch.

    Attributes:
        head, copy, more: its title, and the buttons there.
        page: what is told.
        takes: which takes that is about.
        by_key: what keys ask of marks, apart from what buttons ask.

    Signals:
        menu_requested: the JobEntry, the keys of all takes it is for, a place on the screen.
        mark_requested: a `MarkWish` of a control, and the keys of all takes it is for.
        place_requested: show the frame at this index.
        activated: the JobEntry that is to be played.
        told: what was copied, in words.
        reveal_requested, use_all_requested, remix_requested, use_prompt_requested,
        use_seed_requested: id of the job that a person wants this for.
    """

    menu_requested = Signal(object, object, QPoint)
    mark_requested = Signal(object, object)
    place_requested = Signal(int)
    activated = Signal(object)
    told = Signal(str)
    reveal_requested = Signal(str)
    use_all_requested = Signal(str)
    remix_requested = Signal(str)
    use_prompt_requested = Signal(str)
    use_seed_requested = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        models: Callable[[], Models] = dict,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._folded = set(_USUALLY_FOLDED)
        self._is_late = True
        self.takes = FollowedTakes(self)
        self.by_key = MarkedByKey(self)
        self.head = PanelHead("", self)
        self.copy = IconButton("copy", "", self)
        self.more = IconButton("more", "", self)
        self.head.add_widget(self.copy)
        self.head.add_widget(self.more)
        self._empty = EmptyState("info", "", "", self)
        self.page = DetailsPage(self.takes, models, self, clock=clock)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(self._pages, 1)
        self._seconds = QTimer(self)
        self._seconds.setInterval(1_000)
        self._seconds.timeout.connect(self._count)
        self._connect()
        self._retranslate()
        self._apply_theme()
        self._show_takes()

    def _connect(self) -> None:
        page = self.page
        self.takes.changed.connect(self._show_takes)
        self.copy.clicked.connect(self._copy)
        self.more.clicked.connect(self._open_menu)
        page.folded.connect(self._on_folded)
        page.copied.connect(self._tell_copied)
        page.take.use_all_requested.connect(self.use_all_requested)
        page.take.remix_requested.connect(self.remix_requested)
        page.take.use_prompt_requested.connect(self.use_prompt_requested)
        page.take.use_seed_requested.connect(self.use_seed_requested)
        page.marks.mark_requested.connect(self._mark)
        page.marks.tags_requested.connect(lambda: self._mark(MarkCommand.TAGS))
        page.notes.mark_requested.connect(self._mark)
        page.notes.place_requested.connect(self.place_requested)
        page.notes.note_requested.connect(lambda frame: self._mark(NoteWish(frame)))
        page.job.reveal_requested.connect(self._reveal)

    # From outside

    def attach(self, library: "Library", circumstances: Circumstances | None, tasks: Tasks) -> None:
        """Tell of takes of an open library; `circumstances` may be shared with other panels."""
        self.takes.open(library, circumstances, tasks)

    def follow(self, engine: EngineEvents) -> None:
        """Show what an engine tells: progress, network, pause."""
        self.takes.follow(engine)

    def detach(self) -> None:
        """Let go of library and engine; before the library is closed."""
        self.takes.close()

    def show_current(self, entry: JobEntry | None) -> None:
        """Tell of one take, or of none."""
        if entry is None:
            self.takes.show_none()
        else:
            self.takes.show_one(entry)

    def show_chosen(self, keys: Sequence[int]) -> None:
        """Tell of several takes at once; marks go to all of them."""
        self.takes.show_many(keys)

    @property
    def current(self) -> JobEntry | None:
        """The take that is told of, where it is one; of several, the first."""
        entries = self.takes.told.entries
        return entries[0] if entries else None

    def shape(self) -> list[str]:
        """Which sections are folded away, as plain values."""
        return sorted(self._folded)

    def restore_shape(self, values: object) -> None:
        """Fold what was folded; what cannot be read is left as it is."""
        if isinstance(values, list):
            self._folded = {each for each in values if isinstance(each, str)}
            self._fold()

    # What is told

    def _show_takes(self) -> None:
        told = self.takes.told
        self.copy.setEnabled(told.single is not None)
        self.more.setEnabled(bool(told.entries))
        self._is_late = not self.isVisible()
        if self._is_late:
            return
        if told.entries:
            self.page.show_all()
            self._fold()
        self._pages.setCurrentWidget(self.page if told.entries else self._empty)
        counts = told.single is not None and counts_time(told.single.job)
        if counts != self._seconds.isActive():
            self._seconds.start() if counts else self._seconds.stop()

    def _count(self) -> None:
        single = self.takes.told.single
        if single is not None:
            self.page.show_time(single)

    def _fold(self) -> None:
        for section in self.page.sections:
            section.set_folded(section.name in self._folded)

    def _on_folded(self, name: str, is_folded: bool) -> None:
        (self._folded.add if is_folded else self._folded.discard)(name)

    # What a person wants

    def _mark(self, wish: "MarkWish") -> None:
        self.mark_requested.emit(wish, list(self.takes.told.keys))

    def _copy(self) -> None:
        single = self.takes.told.single
        if single is not None:
            spec = self._models().get(single.job.request.model_id)
            QGuiApplication.clipboard().setText(settings_text(single.job, spec))
            self._tell(self.tr("Settings copied"))

    def _tell_copied(self, label: str) -> None:
        self._tell(self.tr("Copied: %1").replace("%1", label))

    def _tell(self, words: str) -> None:
        self.told.emit(words)
        announce(self, words)

    def _reveal(self) -> None:
        single = self.takes.told.single
        if single is not None:
            self.reveal_requested.emit(single.job.id)

    def _open_menu(self) -> None:
        entry = self.current
        if entry is not None:
            place = self.more.mapToGlobal(self.more.rect().bottomLeft())
            self.menu_requested.emit(entry, list(self.takes.told.keys), place)

    # Look

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Details"))
        self.head.set_title(self.tr("Details"))
        self.copy.set_words(self.tr("Copy all settings"))
        self.more.set_words(self.tr("More"))
        title = self.tr("No take chosen")
        text = self.tr("Choose a take to see its inputs, its marks, and what was sent.")
        self._empty.set_words("info", title, text)

    def _apply_theme(self) -> None:
        self.setMinimumWidth(current_theme().px(300))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_late:
            self._show_takes()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._is_late = True
        self._seconds.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().color(Role.PANEL))


def by_id(models: "Iterable[ModelSpec]") -> Models:
    """Models by their ids."""
    return {spec.model_id: spec for spec in models}
