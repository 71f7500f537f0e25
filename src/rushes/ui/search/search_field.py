"""The field whose text is the query: finished parts as chips, and what is being typed."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.key_cap import key_cap_size, key_text, paint_key_cap
from rushes.ui.components.painting import mirrored_rect, paint_box, place_line_edit
from rushes.ui.search.chip_field import ChipField
from rushes.ui.search.field_layout import lay_out
from rushes.ui.search.query_chips import chip_label
from rushes.ui.search.query_words import part_words
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_HEIGHT = 30
_ICON = 14
_SIDE = 8
_INSET = 6
_SHORT = 240


class SearchField(ChipField):
    """A query, 30 px high and higher where its chips need more lines.

    Empty and at rest it names its key; with the keyboard it offers what can be searched by; with
    a query it offers a cross.

    Signals:
        offers_requested: a person asks what can be searched by.
    """

    offers_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_refused = False
        self._clear = IconButton("close", "", self, small=True, icon_size=12)
        self._offer = IconButton("filter", "", self, small=True, icon_size=14)
        for button in (self._clear, self._offer):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._clear.clicked.connect(self.clear)
        self._offer.clicked.connect(self.offers_requested)
        self.state_changed.connect(self._on_state_changed)
        self.editor.font_changed.connect(self._on_state_changed)
        self._retranslate()
        self._on_state_changed()

    def set_refused(self, refused: bool) -> None:
        """Show that the query is not understood as a whole."""
        if refused != self._is_refused:
            self._is_refused = refused
            self.update()

    def describe(self, words: str) -> None:
        """Tell a screen reader what the query comes to, or with "" how one is written."""
        usual = self.tr("Words, and fields such as rating:>=3. Ctrl+Space tells all fields.")
        self.editor.setAccessibleDescription(words or usual)

    def _on_state_changed(self) -> None:
        self._show_buttons()
        self._lay_out()
        self._fit_placeholder()
        self.update()

    def _retranslate(self) -> None:
        words = self.tr("Search prompts, tags, notes")
        self.setAccessibleName(words)
        self.editor.setAccessibleName(words)
        self.describe("")
        self._clear.set_words(self.tr("Clear the search"), key_text("Esc"))
        self._offer.set_words(self.tr("What can be searched by"), key_text("Ctrl+Space"))
        for chip in self._chips:
            chip.setText(chip_label(chip.source))
            chip.setAccessibleName(part_words(chip.source))
        self._fit_placeholder()

    def _fit_placeholder(self) -> None:
        """Say what is searched, or only that it can be, where the field is too narrow for it."""
        room = self.editor.width() - 4
        metrics = self.editor.fontMetrics()
        wordings = (
            self.tr("Search prompts, tags, notes"),
            self.tr("Search prompts"),
            self.tr("Search"),
        )
        fitting = (words for words in wordings if metrics.horizontalAdvance(words) <= room)
        self.editor.setPlaceholderText("" if self._chips else next(fitting, wordings[-1]))

    def _show_buttons(self) -> None:
        has_text = bool(self._history.now.text)
        self._clear.setVisible(has_text)
        self._offer.setVisible(not has_text and self.editor.hasFocus())

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _lay_out(self) -> None:
        theme, mirrored = current_theme(), self._is_mirrored()
        button = self._clear.sizeHint()
        inset = (theme.px(_HEIGHT) - button.height()) // 2
        widths = [chip.sizeHint().width() for chip in self._chips]
        text = self.editor.fontMetrics().horizontalAdvance(self.editor.text())
        end = self._key_width() or button.width() + inset
        places, line, height = lay_out(theme, self.width(), widths, text, end)
        outer = QRectF(self.rect())
        for chip, place in zip(self._chips, places, strict=True):
            chip.setGeometry(mirrored_rect(QRectF(place), outer, mirrored).toRect())
        line = mirrored_rect(QRectF(line), outer, mirrored).toRect()
        place_line_edit(self.editor, line.left(), line.width(), line.height())
        self.editor.move(line.left(), line.top() + self.editor.y())
        left = inset if mirrored else self.width() - inset - button.width()
        for each in (self._clear, self._offer):
            each.setGeometry(left, inset, button.width(), button.height())
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(_SHORT), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._fit_placeholder()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._lay_out()
            self._fit_placeholder()
        elif event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)
        self.editor.setCursorPosition(len(self.editor.text()))
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        well, has_focus = theme.color(Role.WELL), self.editor.hasFocus()
        if self._is_refused:
            line, width = theme.color(Role.BAD), theme.focus_width
        elif has_focus:
            line, width = theme.color(Role.ACCENT), theme.focus_width
        else:
            line, width = theme.color(Role.RIM), 1
        paint_box(painter, area, Radius.CONTROL, well, line, width)
        side, mirrored = theme.px(_ICON), self._is_mirrored()
        box = QRectF(theme.px(_SIDE), (theme.px(_HEIGHT) - side) / 2, side, side)
        placed = mirrored_rect(box, area, mirrored)
        paint_icon(painter, "search", placed, theme.color(Role.MUTED), mirrored=mirrored)
        if self._key_width():
            self._paint_key(painter, area)

    def _key_width(self) -> int:
        """How much of the end the name of the key takes; 0 where it is not shown."""
        if self._history.now.text or self.editor.hasFocus():
            return 0
        theme = current_theme()
        size = key_cap_size(theme, _find_key())
        is_roomy = self.width() >= size.width() + theme.px(150)
        return size.width() + 2 * theme.px(_INSET) if is_roomy else 0

    def _paint_key(self, painter: QPainter, area: QRectF) -> None:
        theme, text = current_theme(), _find_key()
        size = key_cap_size(theme, text)
        left = area.right() - theme.px(_INSET) - size.width()
        box = QRectF(left, (area.height() - size.height()) / 2, size.width(), size.height())
        box = mirrored_rect(box, area, self._is_mirrored())
        edge, ink = theme.color(Role.EDGE), theme.color(Role.MUTED)
        paint_key_cap(painter, theme, box, text, edge, ink)


def _find_key() -> str:
    return key_text(QKeySequence(QKeySequence.StandardKey.Find))
