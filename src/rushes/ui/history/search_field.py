"""The field that finds jobs by words, as one types."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QWidget

from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.key_cap import key_cap_size, key_text, paint_key_cap
from rushes.ui.components.line_field import LineField
from rushes.ui.components.painting import mirrored_rect
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_HEIGHT = 30
_INSET = 6
_PAUSE_MILLISECONDS = 120


class SearchField(LineField):
    """A field with a magnifier; empty and at rest it names its key, with words it offers a cross.

    Signals:
        words_changed: other words are to be looked for, a moment after the last key.
        left_downwards: a person goes on to what was found: Enter or the down arrow.
        left_by_escape: a person is done: Escape in the empty field.
    """

    words_changed = Signal(str)
    left_downwards = Signal()
    left_by_escape = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon="search", height=_HEIGHT)
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._tell)
        self._clear = IconButton("close", "", self, small=True, icon_size=12)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.clear_words)
        self._clear.hide()
        self.textChanged.connect(self._on_text_changed)
        self._retranslate()

    def clear_words(self) -> None:
        """Look for nothing in particular, at once."""
        self.setText("")
        self._tell()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Search prompts"))
        self._fit_placeholder()
        self._clear.set_words(self.tr("Clear the search"), key_text("Esc"))

    def _fit_placeholder(self) -> None:
        """Say what is searched, or only that it can be, where the field is too narrow for it."""
        words = self.tr("Search prompts")
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = (
            self.style()
            .subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
            .marginsRemoved(self.textMargins())
        )
        # Qt keeps two pixels free at each side of the text.
        room = inside.width() - 4
        if self.fontMetrics().horizontalAdvance(words) > room:
            words = self.tr("Search")
        self.setPlaceholderText(words)

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        words = " ".join(self.text().split())
        if words != self._told:
            self._told = words
            self.words_changed.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self.text():
                self.clear_words()
            else:
                self.left_by_escape.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._tell()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Escape clears before any shortcut of the window may take it.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._place_clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_clear()

    def _place_clear(self) -> None:
        size = self._clear.sizeHint()
        inset = (self.height() - size.height()) // 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = inset if mirrored else self.width() - inset - size.width()
        self._clear.setGeometry(left, inset, size.width(), size.height())
        margins = self.textMargins()
        margins.setRight(size.width())
        self.setTextMargins(margins)
        self._fit_placeholder()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text() or self.hasFocus():
            return
        theme = current_theme()
        text = key_text(QKeySequence(QKeySequence.StandardKey.Find))
        size = key_cap_size(theme, text)
        area = QRectF(self.rect())
        if area.width() < size.width() + theme.px(150):
            return
        left = area.right() - theme.px(_INSET) - size.width()
        box = QRectF(left, (area.height() - size.height()) / 2, size.width(), size.height())
        box = mirrored_rect(box, area, self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        edge, ink = theme.color(Role.EDGE), theme.color(Role.MUTED)
        paint_key_cap(QPainter(self), theme, box, text, edge, ink)
