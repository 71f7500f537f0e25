"""Keeps painting short while a list is scrolled: what rushes by is a placeholder."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer

if TYPE_CHECKING:
    from rushes.ui.history.job_rows_model import JobRowsModel
    from rushes.ui.history.painted_view import PaintedView

_REST_MILLISECONDS = 60
_SETTLED_SECONDS = 0.5
_PAINT_SECONDS = 0.005


class ScrollRush(QObject):
    """Tells a view what it may paint now, and has it paint the rest as soon as there is time.

    Rows that fly by, a screen or more at a time, are not even fetched until the hand rests. Until
    half a second after the last movement one painting takes 5 ms at most; at rest it takes what
    it takes, so that a picture of the view is whole.
    """

    def __init__(self, view: "PaintedView", model: "JobRowsModel") -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._moved_at = 0.0
        self._deadline = float("inf")
        self._later: list[QRect] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MILLISECONDS)
        self._rest.timeout.connect(self._on_rest)
        self._rest_of_painting = QTimer(self)
        self._rest_of_painting.setSingleShot(True)
        self._rest_of_painting.setInterval(0)
        self._rest_of_painting.timeout.connect(self._paint_later)

    def scrolled(self, pixels: int) -> None:
        """The view was scrolled by so many pixels."""
        self._moved_at = time.perf_counter()
        for place in self._later:
            place.translate(0, pixels)
        if abs(pixels) >= self._view.viewport().height() and self._view.isVisible():
            self._model.set_rushing(True)
            self._rest.start()

    def begin_paint(self) -> None:
        """The view begins to paint."""
        now = time.perf_counter()
        is_moving = now - self._moved_at < _SETTLED_SECONDS
        self._deadline = now + _PAINT_SECONDS if is_moving else float("inf")

    def has_time(self, place: QRect) -> bool:
        """Whether a row may be painted now; if not, it is painted a little later."""
        if time.perf_counter() < self._deadline:
            return True
        self._later.append(QRect(place))
        if not self._rest_of_painting.isActive():
            self._rest_of_painting.start()
        return False

    def _paint_later(self) -> None:
        places, self._later = self._later, []
        for place in places:
            self._view.viewport().update(place)

    def _on_rest(self) -> None:
        self._model.set_rushing(False)
        self._view.viewport().update()
