"""A scroll bar in the margin of what it scrolls, so that nothing moves when it comes."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

_WIDTH = 10


class OverlayScrollBar(QScrollBar):
    """Lies over the end edge of a scroll area and speaks for its own bar, which is hidden."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._area = area
        self._own = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._own.rangeChanged.connect(self._follow)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        self._follow()

    def _follow(self) -> None:
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(self._own.singleStep())
        self.setRange(self._own.minimum(), self._own.maximum())
        self.setVisible(self._own.maximum() > self._own.minimum())
        self._place()

    def _place(self) -> None:
        mirrored = self._area.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = 0 if mirrored else self._area.width() - _WIDTH
        self.setGeometry(left, 0, _WIDTH, self._area.height())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area and event.type() == QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)
