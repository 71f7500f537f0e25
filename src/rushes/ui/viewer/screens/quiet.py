"""While a clip plays and the hand is still: pointer and bars of a full screen go out of sight."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.screens.bars_cover import BarsCover
from rushes.ui.viewer.stage import ViewerStage

STILL_MILLISECONDS = 2500

_WAKING = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Leave,
        QEvent.Type.FocusOut,
    }
)
_MOVES = frozenset({QEvent.Type.MouseMove, QEvent.Type.TabletMove, QEvent.Type.HoverMove})
_FOCUS_KEYS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class Quiet(QObject):
    """Watches one window that fills a screen.

    Args:
        playback: nothing is hidden while it stands.
        stage: its bars are hidden too; None where there are none in the window.

    Attributes:
        still: runs while the hand is still.
    """

    def __init__(
        self, playback: Playback, stage: ViewerStage | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._playback = playback
        self._stage = stage
        self._cover = None if stage is None else BarsCover(stage)
        self._window: QWindow | None = None
        self._is_quiet = False
        self._pointer = QPointF()
        self.still = QTimer(self)
        self.still.setSingleShot(True)
        self.still.setInterval(STILL_MILLISECONDS)
        self.still.timeout.connect(self._on_still)
        if self._cover is not None:
            self._cover.pressed.connect(self.wake)
        playback.playing_changed.connect(self.wake)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def is_quiet(self) -> bool:
        """Whether pointer and bars are out of sight."""
        return self._is_quiet

    def watch(self, window: QWidget) -> None:
        """Begin with a window that has just been shown."""
        self.leave()
        self._window = window.windowHandle()
        if self._window is not None:
            self._window.installEventFilter(self)
            self.still.start()

    def leave(self) -> None:
        """Watch no more; everything is to be seen."""
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None
        self._show_all(at_once=True)
        self.still.stop()

    def wake(self) -> None:
        """Show everything, and wait anew until the hand is still."""
        self._show_all()
        if self._window is not None:
            self.still.start()

    def _show_all(self, *, at_once: bool = False) -> None:
        if self._cover is not None:
            self._cover.uncover(at_once=at_once)
        if self._is_quiet:
            self._is_quiet = False
            QGuiApplication.restoreOverrideCursor()

    def _on_still(self) -> None:
        if not self._may_be_quiet():
            if self._playback.is_playing:
                self.still.start()
            return
        self._is_quiet = True
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
        if self._cover is not None:
            self._cover.cover()

    def _may_be_quiet(self) -> bool:
        return (
            self._window is not None
            and self._playback.is_playing
            and not self._playback.is_held
            and QApplication.activePopupWidget() is None
            and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
            and not self._bars_have_focus(QApplication.focusWidget())
        )

    def _bars_have_focus(self, focused: QWidget | None) -> bool:
        if focused is None or self._stage is None:
            return False
        return any(bar is focused or bar.isAncestorOf(focused) for bar in self._stage.bars)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._is_quiet and self._bars_have_focus(now):
            self.wake()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _MOVES and isinstance(event, QMouseEvent):
            # Qt tells a move as well when what lies under the pointer has changed.
            if event.globalPosition() != self._pointer:
                self._pointer = event.globalPosition()
                self.wake()
        elif kind in _WAKING or (
            kind == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _FOCUS_KEYS
        ):
            self.wake()
        return False
