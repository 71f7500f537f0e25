"""A line of text whose finished parts are chips before it: the mechanism of the search field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from rushes.ui.search.field_chip import FieldChip
from rushes.ui.search.field_history import Change, FieldHistory, FieldState
from rushes.ui.search.query_chips import chip_label, chips_of, finish_parts
from rushes.ui.search.query_words import part_words
from rushes.ui.search.search_text import SearchText
from rushes.ui.search.whole_query import WholeQuery

_Key = Qt.Key


class ChipField(QWidget):
    """Holds a query: chips, the text that is being typed after them, and what undo leads to.

    Attributes:
        editor: the line one types in.

    Signals:
        text_changed: another query stands in it; told with every key.
        state_changed: chips, text or cursor are other ones.
        left_downwards: a person goes on to what was found: Enter or the down arrow.
        left_by_escape: a person is done: Escape in the empty field.
    """

    text_changed = Signal(str)
    state_changed = Signal()
    left_downwards = Signal()
    left_by_escape = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = SearchText(self)
        self.editor.takers.append(self._take_key)
        self._chips: list[FieldChip] = []
        self._history = FieldHistory()
        self._told = ""
        self._whole = WholeQuery(self.editor, lambda: self._chips, self.text)
        self._whole.removal_requested.connect(self.clear)
        self._whole.chips_removal_requested.connect(self._remove_chips)
        self.setFocusProxy(self.editor)
        self.editor.textEdited.connect(self._on_edited)
        self.editor.cursorPositionChanged.connect(self._on_cursor_moved)
        self.editor.focus_changed.connect(self._on_focus_changed)
        self.editor.undo_requested.connect(lambda: self._go_to(self._history.undo()))
        self.editor.redo_requested.connect(lambda: self._go_to(self._history.redo()))
        self.editor.can_undo = lambda: self._history.can_undo
        self.editor.can_redo = lambda: self._history.can_redo

    # The query

    def text(self) -> str:
        """The query as it stands, chips and all, without spaces at its ends."""
        return self._history.now.text.strip()

    def set_text(self, text: str) -> None:
        """Have another query; Ctrl+Z brings the one before back."""
        chips, rest = chips_of(" ".join(text.split()) if '"' not in text else text.strip())
        self._become(FieldState(chips, rest, len(rest)), Change.OTHER)

    def clear(self) -> None:
        """Look for nothing in particular, at once."""
        self.set_text("")

    @property
    def chips(self) -> list[FieldChip]:
        """The finished parts, in their order."""
        return list(self._chips)

    @property
    def state(self) -> FieldState:
        """What stands in the field, parted into chips and the rest."""
        return self._history.now

    @property
    def caret(self) -> int:
        """Where in the query one types, counted from its beginning."""
        state, cursor = self._history.now, self.editor.cursorPosition()
        if not state.chips:
            return cursor - (len(state.rest) - len(state.rest.lstrip()))
        return len(" ".join(state.chips)) + 1 + cursor

    def select_all(self) -> None:
        """Choose the text, so that typing replaces it; chips stay."""
        self.editor.selectAll()

    def replace_rest(self, rest: str, cursor: int, *, finish: bool) -> None:
        """Write something else in place of what is being typed; `finish` makes chips of it."""
        chips = tuple(chip.source for chip in self._chips)
        if finish:
            chips, rest, cursor = finish_parts(chips, rest, cursor, all_of_them=True)
        self._become(FieldState(chips, rest, cursor), Change.OTHER)

    def _become(self, state: FieldState, change: Change) -> None:
        self._history.note(state, change)
        self._show(state)
        text = self.text()
        if text != self._told:
            self._told = text
            self.text_changed.emit(text)

    def _go_to(self, state: FieldState | None) -> None:
        if state is not None:
            self._become(state, Change.OTHER)

    def _show(self, state: FieldState) -> None:
        if self.editor.text() != state.rest:
            self.editor.setText(state.rest)
        if self.editor.cursorPosition() != state.cursor:
            self.editor.setCursorPosition(state.cursor)
        if tuple(chip.source for chip in self._chips) != state.chips:
            self._show_chips(state.chips)
        self.state_changed.emit()

    def _show_chips(self, sources: tuple[str, ...]) -> None:
        before, chips = list(self._chips), []
        for source in sources:
            kept = next((chip for chip in before if chip.source == source), None)
            if kept is not None:
                before.remove(kept)
            chips.append(kept or self._new_chip(source))
        for gone in before:
            if gone.hasFocus():
                self.editor.setFocus()
            gone.hide()
            gone.deleteLater()
        self._chips = chips

    def _new_chip(self, source: str) -> FieldChip:
        chip = FieldChip(source, chip_label(source), part_words(source), self)
        chip.remove_requested.connect(lambda: self._remove(chip))
        chip.clicked.connect(lambda: chip.setFocus(Qt.FocusReason.ShortcutFocusReason))
        chip.text_requested.connect(lambda: self._write_out(chip))
        chip.step_requested.connect(lambda by: self._step_from(chip, by))
        chip.typed.connect(self._on_typed_at_chip)
        chip.show()
        return chip

    # Keys

    def _on_edited(self, text: str) -> None:
        state = self._history.now
        change = Change.TYPED if len(text) > len(state.rest) else Change.DELETED
        cursor = self.editor.cursorPosition()
        chips, rest, cursor = finish_parts(state.chips, text, cursor)
        if change is Change.TYPED and len(text) - len(state.rest) > 1:
            change = Change.OTHER
        self._become(FieldState(chips, rest, cursor), change)

    def _on_cursor_moved(self, before: int, now: int) -> None:
        if self.editor.text() == self._history.now.rest:
            self._history.note_cursor(now)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at_start = self.editor.cursorPosition() == 0 and not self.editor.hasSelectedText()
        back = _Key.Key_Right if is_mirrored else _Key.Key_Left
        if self._whole.take_key(event):
            return True
        if key == _Key.Key_Escape:
            if self._history.now.text:
                self.clear()
            else:
                self.left_by_escape.emit()
        elif key in (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Down):
            self.finish()
            self.left_downwards.emit()
        elif key == _Key.Key_Backspace and at_start and self._chips:
            self._write_out(self._chips[-1])
        elif key == back and at_start and self._chips and not event.modifiers():
            self._chips[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            return False
        return True

    def finish(self) -> None:
        """Nothing is being typed any more: every part that can be a chip becomes one."""
        state = self._history.now
        chips, rest, cursor = finish_parts(state.chips, state.rest, state.cursor, all_of_them=True)
        if chips != state.chips:
            self._become(FieldState(chips, rest, cursor), Change.TYPED)

    def _remove_chips(self) -> None:
        self._become(
            FieldState((), self._history.now.rest, self.editor.cursorPosition()), Change.OTHER
        )

    def _remove(self, chip: FieldChip) -> None:
        at, state = self._chips.index(chip), self._history.now
        had_focus = chip.hasFocus()
        chips = (*state.chips[:at], *state.chips[at + 1 :])
        self._become(FieldState(chips, state.rest, state.cursor), Change.OTHER)
        if had_focus and at < len(self._chips):
            self._chips[at].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif had_focus:
            self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _write_out(self, chip: FieldChip) -> None:
        """Turn a chip back into text, before all other text."""
        at, state = self._chips.index(chip), self._history.now
        rest = f"{chip.source} {state.rest}" if state.rest.strip() else chip.source
        chips = (*state.chips[:at], *state.chips[at + 1 :])
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._become(FieldState(chips, rest, len(chip.source)), Change.OTHER)
        self.editor.deselect()
        self.editor.setCursorPosition(len(chip.source))

    def _step_from(self, chip: FieldChip, by: int) -> None:
        at = self._chips.index(chip) + by
        if at < len(self._chips):
            self._chips[max(at, 0)].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.editor.deselect()
            self.editor.setCursorPosition(0)

    def _on_typed_at_chip(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._whole.choose()
        elif event.key() == _Key.Key_Escape or event.text().isprintable():
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if event.text():
                QApplication.sendEvent(self.editor, event)
        else:
            event.ignore()

    def _on_focus_changed(self) -> None:
        if not self.editor.hasFocus() and not any(chip.hasFocus() for chip in self._chips):
            self.finish()
        self.state_changed.emit()
