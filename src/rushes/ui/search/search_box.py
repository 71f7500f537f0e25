"""All that searching takes above the list: field, explanation, facets."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.domain.search.query import Problem
from rushes.engine.tasks import Tasks
from rushes.library.announcements import Announcement, MediaAway, MediaBack
from rushes.ui.components.announcement import announce
from rushes.ui.search.albums_watch import TRASH, AlbumsWatch
from rushes.ui.search.completer import Completer
from rushes.ui.search.explanation import Explanation
from rushes.ui.search.facet_counts import FacetCounts
from rushes.ui.search.facets import PARTS, FacetRow
from rushes.ui.search.query_text import (
    as_begun,
    has_part,
    know_inputs,
    read,
    understood_text,
    with_part,
    without_part,
)
from rushes.ui.search.search_field import SearchField
from rushes.ui.search.typed_part import is_typed_at
from rushes.ui.theme.theme import current_theme

if TYPE_CHECKING:
    from rushes.library.library import Library

_UNFINISHED_MILLISECONDS = 900
_TOLD_MILLISECONDS = 900


class SearchBox(QWidget):
    """One query, written, explained and narrowed.

    What is wrong is told, and the takes of all that was understood are shown meanwhile. What one
    is still typing is told of after a rest, and is no error before one has left it.

    Attributes:
        field, explanation, facets: its parts.

    Signals:
        query_changed: the takes of this query are to be shown; it can always be read.
        left_downwards, left_by_escape: see `SearchField`.
        save_requested: the search is to be kept under a name.
    """

    query_changed = Signal(str)
    left_downwards = Signal()
    left_by_escape = Signal()
    save_requested = Signal()

    def __init__(self, albums: AlbumsWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._albums = albums
        self._query = ""
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self.field = SearchField(self)
        self.explanation = Explanation(self)
        self.facets = FacetRow(self)
        self._completer = Completer(self.field)
        self._counts = FacetCounts(self._queries, self.facets.show_counts)
        self._unfinished = QTimer(self)
        self._told = QTimer(self)
        for timer, pause in (
            (self._unfinished, _UNFINISHED_MILLISECONDS),
            (self._told, _TOLD_MILLISECONDS),
        ):
            timer.setSingleShot(True)
            timer.setInterval(pause)
        self._layout = QVBoxLayout(self)
        for part in (self.field, self.explanation, self.facets):
            self._layout.addWidget(part)
        self.setFocusProxy(self.field)
        self.field.text_changed.connect(self._on_text_changed)
        self.field.state_changed.connect(self._on_state_changed)
        self.field.left_downwards.connect(self._on_left_downwards)
        self.field.left_by_escape.connect(self.left_by_escape)
        self.field.editor.focus_changed.connect(self._explain)
        self.field.editor.cursorPositionChanged.connect(self._on_caret_moved)
        self.explanation.save_requested.connect(self.save_requested)
        self.explanation.fix_requested.connect(self._fix)
        self.facets.toggled.connect(self._on_facet)
        self.facets.all_requested.connect(self._on_all)
        self._unfinished.timeout.connect(self._explain)
        self._told.timeout.connect(self._speak)
        albums.changed.connect(self._explain)
        self._apply_theme()

    # From outside

    def attach(self, library: "Library", tasks: Tasks) -> None:
        """Count and complete in this library."""
        self._library, self._tasks = library, tasks
        self._completer.follow(library, tasks)
        self._counts.follow(library, tasks)

    def detach(self) -> None:
        """Let go of the library."""
        self._library = self._tasks = None
        self._completer.let_go()
        self._counts.let_go()
        self.facets.show_counts({})

    def note_announcement(self, announcement: Announcement) -> None:
        """Follow what the library says of itself."""
        self._counts.note_announcement(announcement)
        if isinstance(announcement, MediaAway | MediaBack):
            self._explain()

    @property
    def query(self) -> str:
        """The query whose takes are to be shown: what was understood of the text."""
        return self._query

    def text(self) -> str:
        """The query as it is written."""
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Have another query; undo in the field brings the one before back."""
        self.field.set_text(text)

    def clear(self) -> None:
        """Show all takes."""
        self.field.clear()

    def show_found(self, count: int) -> None:
        """Tell how many takes were found."""
        self.explanation.show_count(count)
        self.field.describe(self._spoken())
        if self.field.editor.hasFocus() and self._query:
            self._told.start()

    # What happens

    def _on_text_changed(self, text: str) -> None:
        problem = read(text).problem
        if problem is not None and self._is_typed_at(problem):
            self._unfinished.start()
        else:
            self._unfinished.stop()
        self._ask()
        if problem is not None and problem.code == "unknown_field":
            self._learn_inputs()

    def _asked(self) -> str:
        """What is understood of the text as it stands."""
        text = self.field.text()
        return understood_text(as_begun(text) if self.field.state.rest.strip() else text)

    def _ask(self) -> None:
        """Have the takes shown of what is understood."""
        self._query, before = self._asked(), self._query
        self._explain()
        self.facets.show_on(frozenset(part for part in PARTS if has_part(self._query, part)))
        if self._query != before:
            self.query_changed.emit(self._query)
            self._counts.query_changed()

    def _learn_inputs(self) -> None:
        """The library may know an input of this name from a model that is new."""
        if self._library is not None and self._tasks is not None:
            self._tasks.spawn(self._ask_inputs(self._library), "names of inputs")

    async def _ask_inputs(self, library: "Library") -> None:
        if know_inputs(await library.input_names()):
            self._on_text_changed(self.field.text())

    def _on_state_changed(self) -> None:
        if self._unfinished.isActive() and self.field.state.rest.endswith(" "):
            self._unfinished.stop()
            self._explain()
        # A name may be whole now, or be typed again, though the text is the same.
        if self._asked() != self._query:
            self._ask()

    def _on_caret_moved(self) -> None:
        """What one has left is told of at once, and what one comes back to is no error."""
        problem = read(self.field.text()).problem
        if problem is None:
            return
        if not self._is_typed_at(problem):
            self._unfinished.stop()
        self._explain()

    def _is_typed_at(self, problem: Problem) -> bool:
        editor = self.field.editor
        is_typing = editor.hasFocus() and editor.isModified()
        return is_typing and is_typed_at(self.field.text(), self.field.caret, problem)

    def _problem(self) -> Problem | None:
        """What is wrong; nothing while it may only be unfinished."""
        return None if self._unfinished.isActive() else read(self.field.text()).problem

    def _explain(self) -> None:
        if not self.field.editor.hasFocus():
            self._unfinished.stop()
        problem = self._problem()
        self.field.set_refused(problem is not None and not self._is_typed_at(problem))
        is_away = self._library is not None and self._library.media.is_away
        self.explanation.show_query(self._query, problem, is_media_away=is_away)
        self.explanation.set_can_save(self._can_save())
        words = self._spoken()
        if problem is not None and words != self.field.editor.accessibleDescription():
            announce(self.field.editor, words)
        self.field.describe(words)

    def _spoken(self) -> str:
        """What the query comes to, for a screen reader; "" while there is none."""
        return self.explanation.sentence() if self.field.text() else ""

    def _can_save(self) -> bool:
        if read(self.field.text()).problem is not None:
            return False
        return self._query != TRASH and self._albums.album_of(self._query) is None

    def _speak(self) -> None:
        announce(self.field.editor, self.explanation.sentence())

    def _on_left_downwards(self) -> None:
        self._unfinished.stop()
        self._explain()
        self.left_downwards.emit()

    def _fix(self) -> None:
        problem = read(self.field.text()).problem
        if problem is not None:
            text = self.field.text()
            self.field.set_text(text[: problem.start] + problem.suggestion + text[problem.end :])
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_facet(self, part: str, comes: bool) -> None:
        text = self.field.text()
        self.field.set_text(with_part(text, part) if comes else without_part(text, part))

    def _on_all(self) -> None:
        text = self.field.text()
        for part in PARTS:
            text = without_part(text, part)
        self.field.set_text(text)

    def _queries(self) -> dict[str, str]:
        return {part: with_part(self._query, part) for part in PARTS}

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._layout.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(7))
        self._layout.setSpacing(theme.px(7))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
