"""Five stars for a rating: painted on cards, and as a control."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

MOST_STARS = 5


class StarsPainter:
    """Paints a rating as five stars of `size` pixels, `gap` pixels apart."""

    def __init__(self, size: float, gap: float = 1.0) -> None:
        self._size = size
        self._gap = gap

    @property
    def width(self) -> float:
        """How wide five stars are, in pixels."""
        return MOST_STARS * self._size + (MOST_STARS - 1) * self._gap

    def paint(
        self, painter: QPainter, left_middle: QPointF, rating: int, on: QColor, off: QColor
    ) -> None:
        """Paint from the middle of the left edge; `rating` is 0 to 5."""
        for number in range(MOST_STARS):
            left = left_middle.x() + number * (self._size + self._gap)
            box = QRectF(left, left_middle.y() - self._size / 2, self._size, self._size)
            given = number < rating
            paint_icon(painter, "star" if given else "star_outline", box, on if given else off)

    def star_at(self, distance: float) -> int:
        """The number of the star, from 1, at so many pixels from the left edge."""
        number = int((distance + self._gap / 2) // (self._size + self._gap)) + 1
        return max(1, min(number, MOST_STARS))


class RatingField(QAbstractSlider):
    """Gives 0 to 5 stars: by a click on one, by the arrow keys, or by a digit.

    A click on the last star that is given takes all away.

    Signals:
        value_edited: a person gave so many stars; setters do not emit it.
    """

    value_edited = Signal(int)

    def __init__(
        self, parent: QWidget | None = None, *, star: int = 18, gap: int = 6, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._star = star
        self._gap = gap
        self._pointed_at = 0
        self.setRange(0, MOST_STARS)
        self.setPageStep(1)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.actionTriggered.connect(self._on_action)

    def set_value(self, value: int) -> None:
        """Show a rating."""
        self.setValue(value)

    def star_place(self, number: int) -> QPointF:
        """The middle of a star, counted from 1."""
        theme = current_theme()
        side, gap = theme.px(self._star), theme.px(self._gap)
        x = (number - 1) * (side + gap) + side / 2
        return QPointF(self.width() - x if self._is_mirrored() else x, self.height() / 2)

    def _on_action(self) -> None:
        # Qt announces a key before it takes the new position over.
        if self.sliderPosition() != self.value():
            self.value_edited.emit(self.sliderPosition())

    def _painter(self) -> StarsPainter:
        theme = current_theme()
        return StarsPainter(theme.px(self._star), theme.px(self._gap))

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _star_under(self, event: QMouseEvent) -> int:
        x = event.position().x()
        return self._painter().star_at(self.width() - x if self._is_mirrored() else x)

    def _point_at(self, star: int) -> None:
        if star != self._pointed_at:
            self._pointed_at = star
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._star_under(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        star = self._star_under(event)
        value = 0 if star == self.value() else star
        self._point_at(0)
        self.setValue(value)
        self.value_edited.emit(value)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel that scrolls a panel must not mark what comes under the pointer.
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(self._painter().width), current_theme().px(max(self._star, 24)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        on = theme.color(Role.STRONG if self.isEnabled() else Role.OFF)
        off = theme.color(Role.FAINT if self.isEnabled() else Role.OFF)
        side = theme.px(self._star)
        painter = QPainter(self)
        for number in range(1, MOST_STARS + 1):
            middle = self.star_place(number)
            box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            if number <= self.value():
                paint_icon(painter, "star", box, on)
            elif number <= self._pointed_at:
                paint_icon(painter, "star", box, theme.color(Role.MUTED))
            else:
                paint_icon(painter, "star_outline", box, off)
