"""A calm block of words at the top left of a picture's view."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.components.painting import mirrored_rect, paint_box, paint_text
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Surround, Theme, current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle
from rushes.ui.viewer.information.clip_information import Line
from rushes.ui.viewer.picture import PictureView

_INSET, _SMALL_INSET = 12, 4
_LOW = 128
_PADDING = 10
_GAP = 12
_UNDER_TITLE = 4
_WIDEST = 300
_VALUE_WIDTH = 150
_DENSITY = 0.94


class InformationOverlay(QWidget):
    """Lies beside the picture where there is room, else over it; clicks go through."""

    def __init__(self, view: PictureView) -> None:
        super().__init__(view)
        self._view = view
        self._title = ""
        self._lines: Sequence[Line] = ()
        self._has_ground = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("information")
        self.setAccessibleName(self.tr("Information"))
        view.placed.connect(self.place)
        self.hide()

    def move_to(self, view: PictureView) -> None:
        """Lie in another view."""
        if view is not self._view:
            shown = not self.isHidden()
            self._view.placed.disconnect(self.place)
            self._view = view
            self.setParent(view)
            view.placed.connect(self.place)
            self.setVisible(shown)

    def words(self) -> str:
        """All that is told, line by line."""
        lines = [f"{name} {value}" for name, value in self._lines]
        return "\n".join([self._title, *lines] if self._title else lines)

    def show_lines(self, title: str, lines: Sequence[Line]) -> None:
        """Tell something else; all of it is plain text."""
        if (title, lines) == (self._title, self._lines):
            return
        is_alike = title == self._title and len(lines) == len(self._lines)
        self._title, self._lines = title, lines
        # While it plays the block keeps its size, unless the words need more.
        if not is_alike or self.width() < self.sizeHint().width():
            self.place()
        self.update()

    def tell_accessibility(self) -> None:
        """Give the present words to those who listen rather than look."""
        self.setAccessibleDescription(self.words())

    def sizeHint(self) -> QSize:
        theme = current_theme()
        names, values = self._columns(theme)
        title = QFontMetricsF(_title_font(theme)).horizontalAdvance(self._title)
        width = min(max(names + theme.px(_GAP) + values, title), theme.px(_WIDEST))
        rows = len(self._fitting_lines(theme))
        height = rows * theme.line_height(TextStyle.CAPTION) + self._title_height(theme)
        padding = 2 * theme.px(_PADDING)
        most = max(self._view.width() - 2 * self._inset(theme), padding)
        return QSize(min(int(width + padding + 1), most), int(height + padding))

    def _is_low(self, theme: Theme) -> bool:
        """Whether the view is so low that the title, which stands under it too, is left out."""
        return self._view.height() < theme.px(_LOW)

    def _inset(self, theme: Theme) -> int:
        return theme.px(_SMALL_INSET if self._is_low(theme) else _INSET)

    def _title_height(self, theme: Theme) -> float:
        if not self._title or self._is_low(theme):
            return 0
        return theme.line_height(TextStyle.CONTROL) + theme.px(_UNDER_TITLE)

    def _fitting_lines(self, theme: Theme) -> Sequence[Line]:
        """The lines that a low view has room for: the first ones, and the last."""
        spare = 2 * (self._inset(theme) + theme.px(_PADDING)) + self._title_height(theme)
        room = int((self._view.height() - spare) // theme.line_height(TextStyle.CAPTION))
        if room >= len(self._lines):
            return self._lines
        return [*self._lines[: max(room - 1, 0)], *self._lines[-1:]]

    def _columns(self, theme: Theme) -> tuple[float, float]:
        """The widths of the names and of the values, which seldom change while it plays."""
        metrics = QFontMetricsF(_font(theme))
        names = max((metrics.horizontalAdvance(name) for name, _ in self._lines), default=0)
        values = max((metrics.horizontalAdvance(value) for _, value in self._lines), default=0)
        return names, max(values, theme.px(_VALUE_WIDTH))

    def place(self) -> None:
        """Lie at the top left; beside the picture where it fits there."""
        theme, view = current_theme(), self._view
        size, inset = self.sizeHint(), self._inset(theme)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        whole = QRectF(view.rect())
        block = mirrored_rect(QRectF(inset, inset, size.width(), size.height()), whole, mirrored)
        area = view.picture_area()
        touches = area.intersects(block.adjusted(-inset, -inset, inset, inset))
        # The scheme's own surround is the only one that its text colours were made for.
        ground = touches or theme.surround is not Surround.DARK
        rect = block.toRect()
        if ground != self._has_ground or rect != self.geometry():
            self._has_ground = ground
            self.setGeometry(rect)
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.place()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self._has_ground:
            ground = QColor(theme.color(Role.POPUP))
            ground.setAlphaF(_DENSITY)
            paint_box(painter, area, Radius.CARD, ground, theme.color(Role.EDGE))
        padding = theme.px(_PADDING)
        inner = area.adjusted(padding, padding, -padding, -padding)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        top = inner.top()
        if self._title_height(theme):
            row = QRectF(inner.left(), top, inner.width(), theme.line_height(TextStyle.CONTROL))
            strong = theme.color(Role.STRONG)
            paint_text(painter, row, self._title, _title_font(theme), strong, align)
            top += self._title_height(theme)
        names = self._columns(theme)[0] + theme.px(_GAP)
        font, height = _font(theme), theme.line_height(TextStyle.CAPTION)
        for name, value in self._fitting_lines(theme):
            left = QRectF(inner.left(), top, names, height)
            right = QRectF(inner.left() + names, top, inner.width() - names, height)
            muted, text = theme.color(Role.MUTED), theme.color(Role.TEXT)
            paint_text(painter, mirrored_rect(left, inner, mirrored), name, font, muted, align)
            paint_text(painter, mirrored_rect(right, inner, mirrored), value, font, text, align)
            top += height


def _font(theme: Theme) -> QFont:
    return theme.font(TextStyle.CAPTION, tabular=True)


def _title_font(theme: Theme) -> QFont:
    return theme.font(TextStyle.CONTROL, SEMIBOLD)
