"""The Edit menu: what was marked is taken back, and takes are marked, each with its key."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from rushes.ui.components.key_cap import key_text
from rushes.ui.filmstrip.panel import FilmstripPanel
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.marks.mark_keys import DEFAULT_MARK_KEYS, MarkCommand, MarkWish
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.menus import Menus
from rushes.ui.window.reviewing import Reviewing

_Marked = HistoryPanel | FilmstripPanel


class EditMenu(QObject):
    """Acts on what is chosen where the keyboard is, as the keys do that it tells.

    The keys are those of the panels: here they are shown, so that none acts where one types.

    Attributes:
        menu: the menu.
        undo, redo: its first rows.
        advances: whether the next take is shown after a mark by key.
    """

    def __init__(self, menus: Menus, window: MainWindow, reviewing: Reviewing) -> None:
        super().__init__(menus)
        self._window = window
        self._reviewing = reviewing
        self.menu = menus.add_menu(_tr("Edit"))
        self.undo = self._add(_tr("Undo"), MarkCommand.UNDO)
        self.redo = self._add(_tr("Redo"), MarkCommand.REDO)
        self.menu.addSeparator()
        self._about_takes = [
            self._add(_tr("Tags…"), MarkCommand.TAGS),
            self._add(_tr("Note…"), MarkCommand.NOTE),
            self._add(_tr("Good range"), MarkCommand.GOOD_RANGE),
        ]
        self.menu.addSeparator()
        self.advances = self.menu.add_action(_tr("Next after a mark"))
        self.advances.setCheckable(True)
        self.advances.triggered.connect(window.filmstrip.set_advances)
        self.menu.aboutToShow.connect(self._refresh)

    def _add(self, words: str, command: MarkCommand) -> QAction:
        action = self.menu.add_action(_with_key(words, command))
        action.triggered.connect(lambda: self._wish(command))
        return action

    def _wish(self, wish: MarkWish) -> None:
        keys, jobs = self._chosen()
        if jobs is None:
            self._reviewing.wishes.wish(wish, by_key=False)
        else:
            jobs.mark_requested.emit(wish, keys)

    def _chosen(self) -> tuple[Sequence[int], _Marked | None]:
        """What is chosen in the list that has the keyboard, and that list; or no list."""
        window, focused = self._window, QApplication.focusWidget()
        if focused is not None:
            if window.history.isAncestorOf(focused):
                return window.history.chosen_keys, window.history
            for strip in (window.filmstrip, window.takes):
                if strip.isAncestorOf(focused):
                    return strip.selected_keys, strip
        return (), None

    def _refresh(self) -> None:
        history = self._reviewing.marking.history
        for action, words, told, command in (
            (self.undo, history.undo_words, _tr("Undo {mark}"), MarkCommand.UNDO),
            (self.redo, history.redo_words, _tr("Redo {mark}"), MarkCommand.REDO),
        ):
            plain = _tr("Undo") if command is MarkCommand.UNDO else _tr("Redo")
            text = plain if words is None else told.format(mark=words)
            action.setText(_with_key(text.replace("&", "&&"), command))
            action.setEnabled(words is not None)
        is_any = bool(self._chosen()[0]) or self._reviewing.looked_at is not None
        for action in self._about_takes:
            action.setEnabled(is_any)
        self.advances.setChecked(self._window.filmstrip.advances)


def _with_key(words: str, command: MarkCommand) -> str:
    return f"{words}\t{key_text(DEFAULT_MARK_KEYS[command])}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)
