"""A menu that floats with round corners, its keys muted at the far end."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from rushes.ui.components.key_cap import key_text
from rushes.ui.components.painting import mirrored_rect, paint_box, paint_text
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, current_theme
from rushes.ui.theme.typography import TextStyle

_PADDING = 8
_ICON = 14
_GAP = 8
_KEY_GAP = 24


class Menu(QMenu):
    """A menu of the look: rows of 28, key on the right. Open it with `popup`, never with `exec`.

    Actions are Qt's own; an icon is named by `add_action`, so that it follows the theme.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        # Without them the corners show the window behind the round outline.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setToolTipsVisible(True)

    def add_action(self, text: str, icon: str = "") -> QAction:
        """Add a row with an icon of the family, by name."""
        action = self.addAction(text)
        action.setProperty("iconName", icon)
        return action

    def add_menu(self, title: str, icon: str = "") -> "Menu":
        """Add a row that opens another menu."""
        menu = Menu(title, self)
        action = self.addMenu(menu)
        action.setProperty("iconName", icon)
        return menu

    def _has_leading_column(self) -> bool:
        return any(
            action.property("iconName") or action.isCheckable() or not action.icon().isNull()
            for action in self.actions()
        )

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        theme = current_theme()
        metrics = QFontMetricsF(theme.font(TextStyle.CONTROL))
        widest = 0.0
        for action in self.actions():
            width = metrics.horizontalAdvance(_words(action))
            key = _key(action)
            if key or action.menu() is not None:
                width += theme.px(_KEY_GAP) + max(metrics.horizontalAdvance(key), theme.px(12))
            widest = max(widest, width)
        leading = theme.px(_ICON + _GAP) if self._has_leading_column() else 0
        needed = widest + leading + 2 * theme.px(_PADDING) + 2 * (theme.px(4) + 1) + 1
        return QSize(max(int(needed), theme.px(120)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        fill, line = theme.color(Role.POPUP), theme.color(Role.EDGE)
        paint_box(painter, QRectF(self.rect()), Radius.CARD, fill, line)
        inset = theme.px(4) + 1
        for action in self.actions():
            place = self.actionGeometry(action)
            if not action.isVisible() or place.isEmpty():
                continue
            # Qt may make columns wider than they are painted here.
            row = QRectF(inset, place.y(), self.width() - 2 * inset, place.height())
            if action.isSeparator():
                middle = round(row.center().y())
                painter.fillRect(QRectF(1, middle, self.width() - 2, 1), theme.color(Role.LINE))
            else:
                self._paint_row(painter, theme, row, action)

    def _paint_row(self, painter: QPainter, theme: Theme, row: QRectF, action: QAction) -> None:
        enabled = action.isEnabled()
        active = enabled and self.activeAction() is action
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if active:
            paint_box(painter, row, Radius.CONTROL, theme.color(Role.PRESS))
        ink = theme.color(Role.OFF if not enabled else Role.STRONG if active else Role.TEXT)
        quiet = theme.color(Role.MUTED if enabled else Role.OFF)
        padding, side = theme.px(_PADDING), theme.px(_ICON)
        left, right = row.left() + padding, row.right() - padding
        if self._has_leading_column():
            box = QRectF(left, row.center().y() - side / 2, side, side)
            self._paint_sign(painter, mirrored_rect(box, row, mirrored), action, mirrored)
            left += side + theme.px(_GAP)
        font = theme.font(TextStyle.CONTROL)
        end = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        words = QRectF(left, row.top(), right - left, row.height())
        if action.menu() is not None:
            chevron = theme.px(12)
            box = QRectF(right - chevron, row.center().y() - chevron / 2, chevron, chevron)
            placed = mirrored_rect(box, row, mirrored)
            paint_icon(painter, "chevron_right", placed, quiet, mirrored=mirrored)
        else:
            paint_text(painter, mirrored_rect(words, row, mirrored), _key(action), font, quiet, end)
        paint_text(painter, mirrored_rect(words, row, mirrored), _words(action), font, ink, start)

    def _paint_sign(self, painter: QPainter, box: QRectF, action: QAction, mirrored: bool) -> None:
        theme = current_theme()
        color = theme.color(Role.TEXT if action.isEnabled() else Role.OFF)
        name = "check" if action.isChecked() else str(action.property("iconName") or "")
        if name:
            paint_icon(painter, name, box, color, mirrored=mirrored)
        elif not action.icon().isNull():
            mode = QIcon.Mode.Normal if action.isEnabled() else QIcon.Mode.Disabled
            action.icon().paint(painter, box.toRect(), Qt.AlignmentFlag.AlignCenter, mode)


def _words(action: QAction) -> str:
    text = action.text().split("\t")[0]
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _key(action: QAction) -> str:
    if "\t" in action.text():
        return action.text().split("\t", 1)[1]
    return "" if action.shortcut().isEmpty() else key_text(action.shortcut())
