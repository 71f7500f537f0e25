"""What moves where jobs are shown: bars, and times that count; only while seen."""

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

_STEP_MILLISECONDS = 33
_SECOND_MILLISECONDS = 1_000


class MovingPlaces(QObject):
    """Repaints the places of a widget where something moves, and nothing else.

    The widget names the places while it paints. Hidden, covered or scrolled away it is not
    painted, names none, and so comes to rest by itself.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._quick = _Ticker(widget, _STEP_MILLISECONDS)
        self._slow = _Ticker(widget, _SECOND_MILLISECONDS)

    def moves(self, place: QRect) -> None:
        """Something in this place moves smoothly."""
        self._quick.due(place)

    def counts(self, place: QRect) -> None:
        """Something in this place is another one every second."""
        self._slow.due(place)

    def scrolled(self, pixels: int) -> None:
        """What is painted has moved down by so many pixels, or up if they are negative."""
        self._quick.shift(pixels)
        self._slow.shift(pixels)

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is to be painted again."""
        return not self._quick.isActive() and not self._slow.isActive()


class _Ticker(QTimer):
    def __init__(self, widget: QWidget, milliseconds: int) -> None:
        super().__init__(widget)
        self._widget = widget
        self._places: list[QRect] = []
        self.setSingleShot(True)
        self.setInterval(milliseconds)
        self.timeout.connect(self._repaint)

    def due(self, place: QRect) -> None:
        # A copy: the rectangle of a style option lives no longer than the painting.
        self._places.append(QRect(place))
        if not self.isActive():
            self.start()

    def shift(self, pixels: int) -> None:
        for place in self._places:
            place.translate(0, pixels)

    def _repaint(self) -> None:
        places, self._places = self._places, []
        for place in places:
            self._widget.update(place)
