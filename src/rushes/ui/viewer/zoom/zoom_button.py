"""The button that tells how large the picture is shown, and opens the list of scales."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.menu import Menu
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.viewer.zoom.view_zoom import ViewZoom
from rushes.ui.viewer.zoom.words import fit_words, percent_words
from rushes.ui.viewer.zoom.zoom_menu import ZoomRows

_OFFERED = (0.5, 1.0, 2.0, 4.0, 8.0)


class ZoomButton(Button):
    """Follows one zoom and changes it."""

    def __init__(self, zoom: ViewZoom, parent: QWidget | None = None) -> None:
        super().__init__("", parent, kind=ButtonKind.QUIET, drops_down=True)
        self._zoom = zoom
        zoom.changed.connect(self._show_zoom)
        self.clicked.connect(self._open_list)
        set_tool_tip(self, self.tr("Zoom"))
        self._show_zoom()

    def _show_zoom(self) -> None:
        scale = self._zoom.scale
        words = fit_words() if scale is None else percent_words(scale)
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(self.tr("Zoom %1").replace("%1", words))

    def sizeHint(self) -> QSize:
        """Room for the usual scales, so that nothing beside it moves while it changes."""
        hint = super().sizeHint()
        metrics = QFontMetricsF(self.font())
        widest = max(metrics.horizontalAdvance(percent_words(scale)) for scale in (1.0, 8.0))
        spare = widest - metrics.horizontalAdvance(self.text())
        return QSize(hint.width() + max(int(spare + 0.99), 0), hint.height())

    def _open_list(self) -> None:
        menu = Menu("", self)
        rows = ZoomRows(menu, self._zoom, _OFFERED)
        rows.fit_requested.connect(self._zoom.fit)
        rows.scale_requested.connect(self._zoom.set_scale)
        rows.grid_requested.connect(self._zoom.set_shows_grid)
        menu.addSeparator()
        rows.add_grid(self._zoom)
        menu.aboutToHide.connect(menu.deleteLater)
        size = menu.sizeHint()
        # Above the button: below it the timeline would be covered.
        menu.popup(self.mapToGlobal(QPoint(self.width() - size.width(), -size.height() - 2)))
