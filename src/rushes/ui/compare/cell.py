"""One of the takes that are compared: its picture, the line under it, the ring when chosen."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.compare.caption import Caption
from rushes.ui.compare.grid_places import CellPlace
from rushes.ui.components.painting import paint_box
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.zoom.view_zoom import ViewZoom

RING_REACH = 4
"""How far the ring around the chosen picture lies beyond it, in pixels."""

_RING = 2
_USUAL_SHAPE = QSize(16, 9)


class FramelessPicture(PictureView):
    """A picture without surround: its cell is as large as the picture."""

    margin = 0


class CompareCell(QWidget):
    """Shows one take.

    Attributes:
        picture: where its frames are painted.
        caption: the line under it.

    Signals:
        chosen: a person chose it.
        alone_requested: a person wants to see it alone.
        menu_requested: a person asks what can be done with it; a place on the screen.
    """

    chosen = Signal()
    alone_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, zoom: ViewZoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = FramelessPicture(self, zoom)
        # A double click shows this take alone.
        self.picture.zooms_on_double_click = False
        self.picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.picture.menu_requested.connect(self.menu_requested)
        self.caption = Caption(self)
        self.message = TextLabel("", TextStyle.CONTROL, Role.MUTED, self, wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.hide()
        self._shape = _USUAL_SHAPE
        self._chosen = False
        self.picture.installEventFilter(self)

    @property
    def shape(self) -> QSize:
        """Width and height of its picture, or some of the same proportion."""
        return self._shape

    def set_shape(self, shape: QSize) -> None:
        """Know the proportion of the picture that will be shown."""
        self._shape = shape if not shape.isEmpty() else _USUAL_SHAPE

    def show_chosen(self, chosen: bool) -> None:
        """Draw the ring, or do not."""
        self._chosen = chosen
        self.caption.show_chosen(chosen)
        self.update()

    @property
    def is_chosen(self) -> bool:
        """Whether it has the ring."""
        return self._chosen

    def show_message(self, words: str) -> None:
        """Say in the picture's place why there is none; empty shows the picture."""
        self.message.setText(words)
        self.message.setVisible(bool(words))
        self.picture.setVisible(not words)

    def place(self, place: CellPlace) -> None:
        """Lie so that picture and caption have these places in the parent."""
        area = place.picture.united(place.foot)
        self.setGeometry(area.adjusted(-RING_REACH, -RING_REACH, RING_REACH, 0))
        inside = place.picture.translated(-self.pos())
        self.picture.setGeometry(inside)
        self.message.setGeometry(inside.adjusted(12, 8, -12, -8))
        self.caption.setGeometry(place.foot.translated(-self.pos()))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.picture and isinstance(event, QMouseEvent):
            left = event.button() is Qt.MouseButton.LeftButton
            if event.type() == QEvent.Type.MouseButtonPress and left:
                self.chosen.emit()
            elif event.type() == QEvent.Type.MouseButtonDblClick and left:
                self.alone_requested.emit()
                return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit()
        # Who holds the cell gives the keyboard to the board.
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.alone_requested.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._chosen:
            return
        theme = current_theme()
        ring = QRectF(self.picture.geometry())
        ring.adjust(-RING_REACH, -RING_REACH, RING_REACH, RING_REACH)
        accent = theme.color(Role.ACCENT)
        paint_box(QPainter(self), ring, 0, line=accent, line_width=_RING)
