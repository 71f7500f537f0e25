"""How pictures are looked at, for one view or for several that go together."""

from PySide6.QtCore import QObject, Signal

from rushes.ui.viewer.zoom.places import MIDDLE, Shares
from rushes.ui.viewer.zoom.steps import allowed_scale, stepped_scale


class ViewZoom(QObject):
    """Fit, or a scale and the place that is looked at; all views that are given it follow.

    Attributes:
        fit_scale: the scale at which the picture fits, as a view that shows one last told.

    Signals:
        changed: the scale, the place or the grid is another.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fit_scale = 1.0
        self._scale: float | None = None
        self._centre = MIDDLE
        self._before: tuple[float, Shares] = (1.0, MIDDLE)
        self._shows_grid = True

    @property
    def scale(self) -> float | None:
        """Pixels of the screen for each pixel of the picture; None where it fits."""
        return self._scale

    @property
    def is_fit(self) -> bool:
        """Whether each picture is as large as its view allows."""
        return self._scale is None

    @property
    def centre(self) -> Shares:
        """What lies in the middle of the view, as shares of the picture's size."""
        return self._centre

    @property
    def shown_scale(self) -> float:
        """The scale that is seen, that of the fitted picture included."""
        return self.fit_scale if self._scale is None else self._scale

    @property
    def shows_grid(self) -> bool:
        """Whether the borders of greatly enlarged pixels are drawn."""
        return self._shows_grid

    def set_shows_grid(self, shows: bool) -> None:
        """Draw the borders of greatly enlarged pixels, or do not."""
        if shows != self._shows_grid:
            self._shows_grid = shows
            self.changed.emit()

    def fit(self) -> None:
        """Show all of the picture, as large as the view allows."""
        self._look(None, MIDDLE)

    def toggle_fit(self) -> None:
        """Fit the picture; if it does, go back to where one was, at first to 100 %."""
        if self._scale is None:
            self._look(*self._before)
        else:
            self.fit()

    def set_scale(self, scale: float, centre: Shares | None = None) -> None:
        """Look at the picture at a scale, and at another place where one is named."""
        self._look(allowed_scale(scale), self._centre if centre is None else centre)

    def set_centre(self, centre: Shares) -> None:
        """Look at another place; the fitted picture stays as it is."""
        if self._scale is not None:
            self._look(self._scale, centre)

    def step(self, steps: int) -> None:
        """Go in by some steps, or out where `steps` is negative; the place stays."""
        scale = self.stepped(steps)
        if scale is None:
            self.fit()
        else:
            self.set_scale(scale)

    def stepped(self, steps: int) -> float | None:
        """The scale after some steps; None where the picture fits."""
        return stepped_scale(self._scale, self.fit_scale, steps)

    def _look(self, scale: float | None, centre: Shares) -> None:
        if (scale, centre) == (self._scale, self._centre):
            return
        if self._scale is not None:
            self._before = (self._scale, self._centre)
        self._scale, self._centre = scale, centre
        self.changed.emit()
