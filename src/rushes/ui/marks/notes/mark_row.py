"""One good range or one note as a row: what it is, where, and in words."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.domain.marks import GoodRange, Note
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.menu import Menu
from rushes.ui.components.painted_button import PaintedButton
from rushes.ui.components.painting import mirrored_rect, mix, paint_box, paint_text
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.job_faces.mark_words import range_numbers
from rushes.ui.job_faces.measures import count_text
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_HEIGHT = 26
_ICON = 13
_GAP = 8
_NUMBERS = 44
_REACH = 6


class MarkRow(PaintedButton):
    """Pressed it leads to the frame; under the pointer it offers to change and to remove.

    Args:
        mark: what it tells of.
        words: what is said of it behind the number.

    Signals:
        edit_requested: a double click, F2, or its button; a range has none.
        remove_requested: Delete, or its button.
    """

    edit_requested = Signal()
    remove_requested = Signal()

    def __init__(self, mark: GoodRange | Note, words: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.mark = mark
        self._is_note = isinstance(mark, Note)
        self._icon = "note" if self._is_note else "check"
        self._role = Role.MUTED if self._is_note else Role.OK
        self._place = _place_words(mark) or self.tr("Take")
        # One line of it; all of it is in the tool tip.
        self._words = " ".join(words.split())
        self._buttons: list[IconButton] = []
        if self._is_note:
            edit = IconButton("note", self.tr("Edit note"), self, key="F2", small=True)
            edit.clicked.connect(self.edit_requested)
            self._buttons.append(edit)
        remove = IconButton("close", self.tr("Remove"), self, key="Del", small=True)
        remove.clicked.connect(self.remove_requested)
        self._buttons.append(remove)
        for button in self._buttons:
            # Keys have their own way: the row itself.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_tool_tip(self, words if self._is_note else "")
        kind = self.tr("Note") if self._is_note else self.tr("Good range")
        self.setAccessibleName(f"{kind} {self._place}, {words}")
        self.setAccessibleDescription(
            self.tr("F2 edits it, Delete removes it")
            if self._is_note
            else self.tr("Delete removes it")
        )

    @property
    def buttons(self) -> list[IconButton]:
        """What is offered under the pointer."""
        return list(self._buttons)

    def sizeHint(self) -> QSize:
        px = current_theme().px
        return QSize(px(200), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        px = current_theme().px
        return QSize(px(_ICON + _GAP + _NUMBERS + _GAP + 40), px(_HEIGHT))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._offer(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._offer(False)

    def _offer(self, offered: bool) -> None:
        for button in self._buttons:
            button.setVisible(offered)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = current_theme().metrics.small_control
        right = float(self.width())
        for button in reversed(self._buttons):
            right -= side
            place = QRectF(right, (self.height() - side) // 2, side, side)
            place = mirrored_rect(place, QRectF(self.rect()), self.is_mirrored())
            button.setGeometry(place.toRect())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._is_note and event.button() is Qt.MouseButton.LeftButton:
            self.edit_requested.emit()
            event.accept()
            return
        super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit()
        elif event.key() == Qt.Key.Key_F2 and self._is_note:
            self.edit_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = Menu("", self)
        go = menu.add_action(self.tr("Go there"))
        go.triggered.connect(lambda: self.click())
        go.setVisible(not self._is_note or self._has_frame)
        if self._is_note:
            menu.add_action(self.tr("Edit note…")).triggered.connect(
                lambda: self.edit_requested.emit()
            )
        menu.add_action(self.tr("Remove")).triggered.connect(lambda: self.remove_requested.emit())
        menu.aboutToHide.connect(menu.deleteLater)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        menu.popup(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    @property
    def _has_frame(self) -> bool:
        return isinstance(self.mark, GoodRange) or self.mark.frame is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area, mirrored = QRectF(self.rect()), self.is_mirrored()
        shade = mix(color(Role.PANEL), color(Role.QUIET_HOVER), self.hover.value)
        if self.hover.value > 0 or self.looks_pressed():
            around = area.adjusted(-theme.px(_REACH), 0, theme.px(_REACH), 0) & area
            paint_box(painter, around, Radius.CONTROL, shade)
        side, gap = theme.px(_ICON), theme.px(_GAP)
        icon = QRectF(0, round(area.center().y() - side / 2), side, side)
        paint_icon(painter, self._icon, mirrored_rect(icon, area, mirrored), color(self._role))
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        bold = theme.font(TextStyle.CONTROL, SEMIBOLD, tabular=True)
        width = max(QFontMetricsF(bold).horizontalAdvance(self._place) + 1, theme.px(_NUMBERS))
        numbers = QRectF(icon.right() + gap, 0, width, area.height())
        placed = mirrored_rect(numbers, area, mirrored)
        paint_text(painter, placed, self._place, bold, color(Role.STRONG), align)
        end = area.right()
        if any(button.isVisible() for button in self._buttons):
            end -= len(self._buttons) * theme.metrics.small_control + theme.px(4)
        left = numbers.right() + gap
        words = mirrored_rect(QRectF(left, 0, max(end - left, 0), area.height()), area, mirrored)
        plain = theme.font(TextStyle.CONTROL, tabular=True)
        paint_text(painter, words, self._words, plain, color(Role.TEXT), align)


def _place_words(mark: GoodRange | Note) -> str:
    """Its frames by number; empty for a note on the take."""
    if isinstance(mark, GoodRange):
        return range_numbers(mark)
    return "" if mark.frame is None else count_text(mark.frame + 1)
