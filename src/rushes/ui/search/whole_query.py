"""Choosing the whole query in the search field: its chips and its text together."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from rushes.ui.search.field_chip import FieldChip
from rushes.ui.search.search_text import SearchText

_Key = Qt.Key
_Standard = QKeySequence.StandardKey
_REMOVING = (_Key.Key_Delete, _Key.Key_Backspace)
_HELD = (_Key.Key_Shift, _Key.Key_Control, _Key.Key_Alt, _Key.Key_AltGr, _Key.Key_Meta)


class WholeQuery(QObject):
    """Chips and text are one text to whoever chooses all of it, to copy, remove or replace it.

    The line edit knows its own text alone; where there are chips, this takes the keys that act on
    what is chosen.

    Args:
        editor: the line that holds the text.
        chips: tells the chips.
        text: tells the query.

    Signals:
        removal_requested: all of it is to go.
        chips_removal_requested: the chips are to go; the text is about to be typed over.
    """

    removal_requested = Signal()
    chips_removal_requested = Signal()

    def __init__(
        self,
        editor: SearchText,
        chips: Callable[[], Sequence[FieldChip]],
        text: Callable[[], str],
    ) -> None:
        super().__init__(editor)
        self._editor, self._chips, self._text = editor, chips, text
        self._is_chosen = False
        editor.whole = lambda: text() if self._is_chosen else ""
        editor.can_choose = lambda: bool(text())
        editor.all_requested.connect(self.choose)
        editor.removal_requested.connect(self.removal_requested)
        editor.pressed.connect(self.let_go)
        editor.focus_changed.connect(self.let_go)

    def choose(self) -> None:
        """Choose all there is."""
        self._editor.selectAll()
        self._set(bool(self._chips()))

    def let_go(self) -> None:
        """The chips are chosen no longer."""
        self._set(False)

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key that concerns the whole query; tells whether it is done with."""
        if event.matches(_Standard.SelectAll):
            self.choose()
            return True
        if not self._is_chosen or event.key() in _HELD:
            return False
        if event.matches(_Standard.Copy):
            self._editor.copy()
            return True
        if event.matches(_Standard.Cut):
            self._editor.cut()
        elif event.key() in _REMOVING:
            self.removal_requested.emit()
        else:
            types = bool(event.text()) and event.text().isprintable()
            self.let_go()
            if types or event.matches(_Standard.Paste):
                self.chips_removal_requested.emit()
            return False
        self.let_go()
        return True

    def _set(self, chosen: bool) -> None:
        if chosen != self._is_chosen:
            self._is_chosen = chosen
            for chip in self._chips():
                chip.set_chosen(chosen)
