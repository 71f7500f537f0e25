"""Two takes in one place: wiped, overlaid, or their difference."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.compare.caption import CAPTION_HEIGHT, Caption
from rushes.ui.compare.glass_view import GlassView, WipeKind
from rushes.ui.compare.kinds import CompareKind
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.zoom.view_zoom import ViewZoom

_MARGIN = 8
_BETWEEN = 16


class _Beneath(PictureView):
    margin = _MARGIN


class _Glass(GlassView):
    margin = _MARGIN


class PairView(QWidget):
    """The reference beneath, the chosen take over it, and a line under each half.

    Attributes:
        reference: shows the reference, or the difference of both.
        other: shows the chosen take over it.
        captions: the lines under them, that of the reference first.
    """

    def __init__(self, zoom: ViewZoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reference = _Beneath(self, zoom)
        self.other = _Glass(self, zoom)
        for view in (self.reference, self.other):
            view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.captions = (Caption(self), Caption(self))
        self._kind = CompareKind.WIPE

    def show_kind(self, kind: CompareKind, opacity: float) -> None:
        """Put the two together in another way; `opacity` is that of the overlay, 0 to 1."""
        self._kind = kind
        self.other.setVisible(kind is not CompareKind.DIFFERENCE)
        if kind is CompareKind.OVERLAY:
            self.other.set_opacity(opacity)
        elif kind is CompareKind.WIPE:
            self.other.set_wipe(self.other.wipe_kind)

    def turn_wipe(self) -> None:
        """Let the line of the wipe lie, or stand upright again."""
        upright = self.other.wipe_kind is WipeKind.UPRIGHT
        self.other.set_wipe(WipeKind.LYING if upright else WipeKind.UPRIGHT)

    def clear(self) -> None:
        """Show neither picture."""
        self.reference.clear()
        self.other.clear()

    def sizeHint(self) -> QSize:
        return self.reference.sizeHint()

    def arrange(self) -> None:
        """Give the parts their places."""
        px = current_theme().px
        foot, margin, between = px(CAPTION_HEIGHT), px(_MARGIN), px(_BETWEEN)
        above = QRect(0, 0, self.width(), max(self.height() - foot, 0))
        self.reference.setGeometry(above)
        self.other.setGeometry(above)
        self.other.raise_()
        half = max((self.width() - 2 * margin - between) // 2, 0)
        top = above.bottom() + 1
        self.captions[0].setGeometry(margin, top, half, foot)
        self.captions[1].setGeometry(self.width() - margin - half, top, half, foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), current_theme().color(Role.SURROUND))
