"""Completion of what is typed in the search field: asks for offers, shows them, takes keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from rushes.domain.errors import RushesError
from rushes.engine.tasks import Tasks
from rushes.ui.components.announcement import announce
from rushes.ui.search.completion_popup import CompletionPopup
from rushes.ui.search.offers import Offer, name_offers, value_offers
from rushes.ui.search.popup_rows import PopupRow
from rushes.ui.search.query_text import understood_text
from rushes.ui.search.search_field import SearchField
from rushes.ui.search.typed_part import TypedPart, typed_part

if TYPE_CHECKING:
    from rushes.library.library import Library

_FEWEST_LETTERS = 2
_MOST_VALUES = 8
_Key = Qt.Key
_LEAVING = (
    _Key.Key_Left,
    _Key.Key_Right,
    _Key.Key_Home,
    _Key.Key_End,
    _Key.Key_Return,
    _Key.Key_Enter,
)


class Completer(QObject):
    """Offers names of fields while a word could become one, and values behind a field's colon.

    Down and Up choose, Enter takes what is chosen, Tab takes it or else the first, Escape closes.
    Down behind the last offer leads on to the takes, as it does without a list.

    Attributes:
        popup: the list.
    """

    def __init__(self, field: SearchField) -> None:
        super().__init__(field)
        self._field = field
        self.popup = CompletionPopup(field)
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._generation = 0
        self._part: TypedPart | None = None
        field.editor.takers.insert(0, self._take_key)
        field.editor.textEdited.connect(self._on_edited)
        field.editor.focus_changed.connect(self._on_focus_changed)
        field.text_changed.connect(self._on_text_changed)
        field.offers_requested.connect(self.offer_all)
        self.popup.chosen.connect(self._take)

    def follow(self, library: "Library", tasks: Tasks) -> None:
        """Offer the values of this library."""
        self._library, self._tasks = library, tasks

    def let_go(self) -> None:
        """Offer nothing more."""
        self._library = self._tasks = None
        self._close()

    def offer_all(self) -> None:
        """Offer what there is, even where nothing was typed yet."""
        self._offer(fewest_letters=0)

    def _on_edited(self) -> None:
        self._offer(fewest_letters=_FEWEST_LETTERS)

    def _on_text_changed(self) -> None:
        # A query that came from elsewhere is not being typed.
        if not self._field.editor.isModified():
            self._close()

    def _on_focus_changed(self) -> None:
        if not self._field.editor.hasFocus():
            self._close()

    def _close(self) -> None:
        self._generation += 1
        self._part = None
        self.popup.hide()

    def _offer(self, fewest_letters: int) -> None:
        self._generation += 1
        state = self._field.state
        part = self._part = typed_part(state.rest, self._field.editor.cursorPosition())
        if part is None:
            self._close()
        elif part.name:
            if self._library is not None and self._tasks is not None:
                work = self._ask(self._library, part, self._generation)
                self._tasks.spawn(work, "search suggestions")
        elif len(part.beginning) >= fewest_letters:
            self._show(name_offers(part.beginning))
        else:
            self._close()

    async def _ask(self, library: "Library", part: TypedPart, generation: int) -> None:
        # What else is asked for; values that nothing would be found by are not worth a row.
        within = understood_text(" ".join((*self._field.state.chips, part.rest)))
        try:
            found = await library.suggestions(part.name, part.beginning, _MOST_VALUES, within)
        except RushesError:
            found = []
        if generation == self._generation and self._field.editor.hasFocus():
            self._show(value_offers(part, found))

    def _show(self, rows: list[PopupRow]) -> None:
        was_visible = self.popup.isVisible()
        self.popup.show_rows(rows)
        if rows and not was_visible:
            count = sum(row.wish is not None for row in rows)
            words = self.tr("1 suggestion") if count == 1 else self.tr("{count} suggestions")
            announce(self._field.editor, words.format(count=count))

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == _Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.offer_all()
            return True
        if not self.popup.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        rows = self.popup.list
        if key == _Key.Key_Escape:
            self._close()
        elif key in (_Key.Key_Down, _Key.Key_Up):
            if not rows.step(1 if key == _Key.Key_Down else -1):
                if key == _Key.Key_Down:
                    self._close()
                    return False
                rows.set_current(-1)
            if rows.current is not None:
                announce(self._field.editor, rows.current.words, at_once=True)
        elif key == _Key.Key_Tab:
            if rows.current is None:
                rows.step(1)
            self._take(rows.current)
        elif key in (_Key.Key_Return, _Key.Key_Enter) and rows.current is not None:
            self._take(rows.current)
        elif key in _LEAVING:
            self._close()
            return False
        else:
            return False
        return True

    def _take(self, row: PopupRow | None) -> None:
        part = self._part
        if part is None or row is None or not isinstance(row.wish, Offer):
            return
        offer, rest = row.wish, self._field.state.rest
        text = rest[: part.start] + offer.text + rest[part.end :]
        self._close()
        self._field.replace_rest(text, part.start + len(offer.text), finish=offer.is_finished)
        if not offer.is_finished and offer.text.endswith(":"):
            self._offer(fewest_letters=_FEWEST_LETTERS)
