"""The rows of a menu that change how the picture is looked at."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from rushes.ui.components.key_cap import key_text
from rushes.ui.components.menu import Menu
from rushes.ui.viewer.keys import DEFAULT_KEYS, ViewerCommand
from rushes.ui.viewer.zoom.view_zoom import ViewZoom
from rushes.ui.viewer.zoom.words import fit_words, percent_words

_KEYS = {1.0: ViewerCommand.FULL_SIZE, 2.0: ViewerCommand.DOUBLE_SIZE}


class ZoomRows(QObject):
    """Rows of a menu, the scale in force ticked; they live as long as the menu.

    Signals:
        fit_requested: all of the picture.
        scale_requested: a scale, 1 for 100 %.
        grid_requested: whether to draw the borders of greatly enlarged pixels.
    """

    fit_requested = Signal()
    scale_requested = Signal(float)
    grid_requested = Signal(bool)

    def __init__(self, menu: Menu, zoom: ViewZoom, scales: tuple[float, ...]) -> None:
        super().__init__(menu)
        self._menu = menu
        self._group = QActionGroup(self)
        fit = self._add(fit_words(), ViewerCommand.FIT, ticked=zoom.is_fit)
        fit.triggered.connect(self.fit_requested)
        for scale in scales:
            ticked = zoom.scale is not None and abs(zoom.scale - scale) < scale / 1000
            row = self._add(percent_words(scale), _KEYS.get(scale), ticked=ticked)
            row.setData(scale)
        self._group.triggered.connect(self._on_chosen)

    def add_grid(self, zoom: ViewZoom) -> None:
        """Add the switch of the pixel grid."""
        action = self._menu.addAction(with_key(self.tr("Pixel grid"), ViewerCommand.PIXEL_GRID))
        action.setCheckable(True)
        action.setChecked(zoom.shows_grid)
        action.triggered.connect(self.grid_requested)

    def _add(self, words: str, command: ViewerCommand | None, *, ticked: bool) -> QAction:
        action = self._menu.addAction(with_key(words, command))
        action.setCheckable(True)
        self._group.addAction(action)
        action.setChecked(ticked)
        return action

    def _on_chosen(self, action: QAction) -> None:
        scale = action.data()
        if isinstance(scale, float):
            self.scale_requested.emit(scale)


def with_key(words: str, command: ViewerCommand | None) -> str:
    """The text of a row with its key, which is the Viewer's own and here only told."""
    if command is None:
        return words
    return f"{words}\t{key_text(DEFAULT_KEYS[command])}"
