"""The line in which the unfinished part of a query is written."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPalette,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from rushes.ui.components.key_cap import key_text
from rushes.ui.components.menu import Menu
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_Standard = QKeySequence.StandardKey
_OWN_KEYS = (_Standard.Undo, _Standard.Redo)
_LONGEST = 2_000


class SearchText(QLineEdit):
    """A bare line edit: its frame, its undo and its chips belong to the field around it.

    Attributes:
        takers: asked in turn, with every key (QKeyEvent), whether it is theirs; they tell
            whether they took it.
        whole: tells the whole query if all of it is chosen, the chips too; else "".
        can_choose: tells whether there is anything to choose.

    Signals:
        focus_changed: it got the keyboard, or lost it.
        font_changed: its letters have another size.
        undo_requested, redo_requested: by key or menu.
        all_requested: the whole query is to be chosen; by the menu.
        removal_requested: the whole query, which is chosen, is to go.
        pressed: a button of the mouse, which chooses anew.
    """

    focus_changed = Signal()
    font_changed = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    all_requested = Signal()
    removal_requested = Signal()
    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.takers: list[Callable[[QKeyEvent], bool]] = []
        self.can_undo: Callable[[], bool] = bool
        self.can_redo: Callable[[], bool] = bool
        self.can_choose: Callable[[], bool] = bool
        self.whole: Callable[[], str] = str
        self.setFrame(False)
        self.setMaxLength(_LONGEST)
        self.setProperty("ownFocusRing", True)
        self.apply_theme()

    def apply_theme(self) -> None:
        """Take font and colours from the theme in force."""
        theme = current_theme()
        self.setFont(theme.font(TextStyle.CONTROL))
        palette = QPalette(theme.palette)
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, theme.color(Role.STRONG))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color(Role.FAINT))
        self.setPalette(palette)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_own(event):
                # Before any shortcut of the window may take it.
                event.accept()
                return True
            tab = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if (
                event.type() == QEvent.Type.KeyPress
                and event.key() in tab
                and self._is_taken(event)
            ):
                event.accept()
                return True
        return super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape or any(event.matches(key) for key in _OWN_KEYS)

    def _is_taken(self, event: QKeyEvent) -> bool:
        return any(taker(event) for taker in self.takers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_Standard.Undo):
            self.undo_requested.emit()
        elif event.matches(_Standard.Redo):
            self.redo_requested.emit()
        elif not self._is_taken(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = Menu("", self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_chosen = self.hasSelectedText() or bool(self.whole())
        for words, standard, act, possible in (
            (self.tr("Undo"), _Standard.Undo, self.undo_requested.emit, self.can_undo()),
            (self.tr("Redo"), _Standard.Redo, self.redo_requested.emit, self.can_redo()),
            (self.tr("Cut"), _Standard.Cut, self.cut, is_chosen),
            (self.tr("Copy"), _Standard.Copy, self.copy, is_chosen),
            (self.tr("Paste"), _Standard.Paste, self.paste, True),
            (
                self.tr("Select all"),
                _Standard.SelectAll,
                self.all_requested.emit,
                self.can_choose(),
            ),
        ):
            action = menu.add_action(f"{words}\t{key_text(QKeySequence(standard))}")
            action.setEnabled(possible)
            action.triggered.connect(act)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu.popup(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())
        event.accept()

    def copy(self) -> None:
        """Copy what is chosen, be it the whole query."""
        if self.whole():
            QGuiApplication.clipboard().setText(self.whole())
        else:
            super().copy()

    def cut(self) -> None:
        """Copy what is chosen and remove it, be it the whole query."""
        if self.whole():
            self.copy()
            self.removal_requested.emit()
        else:
            super().cut()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.apply_theme()
        elif event.type() == QEvent.Type.FontChange:
            self.font_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()
