"""What lies over transport and timeline while nothing is to be seen but the picture."""

from PySide6.QtCore import QEvent, QObject, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from rushes.ui.components.motion import LEAVING_MILLISECONDS, OPENING_MILLISECONDS
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.picture_painting import count_in_screen_pixels
from rushes.ui.viewer.stage import ViewerStage
from rushes.ui.viewer.surround import paint_surround


class BarsCover(QWidget):
    """Continues the surround over the bars of a stage.

    The bars keep their places, so that the picture neither moves nor changes its size.

    Signals:
        pressed: a click on what cannot be seen.
    """

    pressed = Signal()

    def __init__(self, stage: ViewerStage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._covers = False
        self._density = 0.0
        self._fade = QVariantAnimation(self)
        self._fade.valueChanged.connect(self._on_faded)
        self._fade.finished.connect(self._on_finished)
        self.setObjectName("barsCover")
        stage.installEventFilter(self)
        self.hide()

    @property
    def covers(self) -> bool:
        """Whether the bars are covered, or about to be."""
        return self._covers

    def cover(self) -> None:
        """Cover the bars."""
        if not self._covers:
            self._covers = True
            self._place()
            self.show()
            self.raise_()
            self._fade_to(1.0, OPENING_MILLISECONDS)

    def uncover(self, *, at_once: bool = False) -> None:
        """Show the bars again."""
        if self._covers or at_once:
            self._covers = False
            self._fade_to(0.0, 0 if at_once else LEAVING_MILLISECONDS)

    def _fade_to(self, density: float, usual: int) -> None:
        self._fade.stop()
        duration = current_theme().milliseconds(usual)
        if duration == 0 or not self.isVisible():
            self._density = density
            self._on_finished()
            return
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self._fade.setDuration(duration)
        self._fade.setStartValue(self._density)
        self._fade.setEndValue(density)
        self._fade.start()

    def _on_faded(self, density: object) -> None:
        if isinstance(density, float):
            self._density = density
            self.update()

    def _on_finished(self) -> None:
        self._density = 1.0 if self._covers else 0.0
        # What lies beneath an opaque widget is not painted at all.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, self._covers)
        self.setVisible(self._covers)
        self.update()

    def _place(self) -> None:
        self.setGeometry(self._stage.bars_rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._density)
        ratio = self.devicePixelRatio()
        corner = count_in_screen_pixels(painter, ratio)
        seen = event.rect()
        left, top = int(corner.x() + seen.left() * ratio), int(corner.y() + seen.top() * ratio)
        width, height = int(seen.width() * ratio + 2), int(seen.height() * ratio + 2)
        paint_surround(painter, QRegion(left, top, width, height), current_theme(), ratio)
