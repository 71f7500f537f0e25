"""The whole screen for the picture and its keys."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.ui.components.empty_state import EmptyState
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.screens.quiet import Quiet
from rushes.ui.viewer.stage import ViewerStage


class _FullScreenWindow(QWidget):
    """Holds the stage while it fills the screen."""

    leave_requested = Signal()

    def __init__(self, stage: QWidget, title: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(stage)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.leave_requested.emit()


class FullScreen(QObject):
    """Moves a stage between its panel and a window of its own that fills the screen.

    While the clip plays and the hand is still, pointer, transport and timeline are out of sight.

    Attributes:
        placeholder: stands in the panel meanwhile.
        quiet: hides what is in the way of looking.

    Signals:
        entered: the stage has gone.
        left: the stage is free again, for the panel to take back.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, stage: ViewerStage, playback: Playback, panel: QWidget) -> None:
        super().__init__(panel)
        self._stage = stage
        self._panel = panel
        self._window: _FullScreenWindow | None = None
        self.quiet = Quiet(playback, stage, self)
        self.placeholder = EmptyState(
            "full_screen",
            self.tr("In full screen"),
            self.tr("The picture fills a screen of its own."),
            panel,
            act=self.tr("Bring it back"),
        )
        self.placeholder.act_requested.connect(self.leave)

    @property
    def is_full(self) -> bool:
        """Whether the stage fills the screen."""
        return self._window is not None

    def toggle(self) -> None:
        """Fill the screen, or come back."""
        if self.is_full:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Let the stage fill the screen that its panel is on, if it can be seen there."""
        if self.is_full or not self._stage.isVisible():
            return
        self._window = _FullScreenWindow(self._stage, self.tr("Viewer"))
        self._window.leave_requested.connect(self.leave)
        self.entered.emit()
        self._stage.show_full_screen(True)
        screen = self._panel.screen()
        self._window.setScreen(screen)
        # As large at once as it will be, so that no picture is made for a size between.
        self._window.setGeometry(screen.geometry())
        self._stage.show()
        self._window.showFullScreen()
        self._stage.setFocus()
        self.quiet.watch(self._window)

    def leave(self) -> None:
        """Bring the stage back."""
        if self._window is None:
            return
        self.quiet.leave()
        window, self._window = self._window, None
        self._stage.setParent(self._panel)
        self._stage.show_full_screen(False)
        window.hide()
        window.deleteLater()
        self.left.emit()
        self._panel.activateWindow()
