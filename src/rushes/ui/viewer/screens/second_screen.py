"""A window of its own for what is looked at, on another screen where there is one."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.ui.components.empty_state import EmptyState
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.screens.quiet import Quiet
from rushes.ui.viewer.stage import ViewerStage

_SHARE_OF_SCREEN = 0.75


class _PictureWindow(QWidget):
    """Holds the picture's place; its keys are those of the stage."""

    close_requested = Signal()
    full_screen_changed = Signal(bool)

    def __init__(self, stage: ViewerStage, title: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._stage = stage
        self.setWindowTitle(title)
        self.setMinimumSize(240, 160)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._stage.claim_key(event)
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._stage.keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._stage.keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.full_screen_changed.emit(self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.close_requested.emit()


class SecondScreen(QObject):
    """Moves what is looked at between its stage and a window of its own.

    Transport and timeline stay with the stage; the keys work in both windows. The window comes
    back where it was, or on another screen than the stage's.

    Attributes:
        quiet: hides the pointer while the picture fills the screen and plays.

    Signals:
        changed: the picture has gone to its own window, or has come back.
    """

    changed = Signal(bool)

    def __init__(self, stage: ViewerStage, playback: Playback, panel: QWidget) -> None:
        super().__init__(panel)
        self._stage = stage
        self._panel = panel
        self._window: _PictureWindow | None = None
        self._geometry = QByteArray()
        self.quiet = Quiet(playback, None, self)
        self._stand_in = EmptyState(
            "second_screen",
            self.tr("On a second screen"),
            self.tr("The picture has a window of its own. The keys work in both."),
            panel,
            act=self.tr("Bring it back"),
        )
        self._stand_in.hide()
        self._stand_in.act_requested.connect(self.bring_back)

    @property
    def is_away(self) -> bool:
        """Whether the picture has a window of its own."""
        return self._window is not None

    @property
    def is_full(self) -> bool:
        """Whether that window fills its screen."""
        return self._window is not None and self._window.isFullScreen()

    @property
    def window(self) -> QWidget | None:
        """The picture's own window while there is one."""
        return self._window

    @property
    def geometry(self) -> bytes:
        """Where the window is, or was last, in Qt's form; empty when it never was."""
        self._note_geometry()
        return bytes(self._geometry.data())

    @geometry.setter
    def geometry(self, geometry: bytes) -> None:
        self._geometry = QByteArray(geometry)

    def toggle(self) -> None:
        """Give the picture a window of its own, or bring it back."""
        if self.is_away:
            self.bring_back()
        else:
            self.send_away()

    def send_away(self) -> None:
        """Give the picture a window of its own, if the stage can be seen."""
        if self.is_away or not self._stage.isVisible():
            return
        here = self._panel.screen()
        window = _PictureWindow(self._stage, self.tr("Rushes: picture"))
        self._window = window
        window.column.addWidget(self._stage.lend_area(self._stand_in))
        if self._geometry.isEmpty() or not window.restoreGeometry(self._geometry):
            screen = other_screen(here, QGuiApplication.screens())
            window.setScreen(screen)
            window.setGeometry(first_place(screen.availableGeometry()))
        window.close_requested.connect(self.bring_back)
        window.full_screen_changed.connect(self._on_full_screen_changed)
        self._stage.area.show()
        window.show()
        self._stage.area.shown.setFocus()
        if window.isFullScreen():
            self._on_full_screen_changed(True)
        self.changed.emit(True)

    def bring_back(self) -> None:
        """Have the picture in the stage again."""
        if self._window is None:
            return
        self._note_geometry()
        had_keys = self._window.isActiveWindow()
        self._on_full_screen_changed(False)
        window, self._window = self._window, None
        window.full_screen_changed.disconnect(self._on_full_screen_changed)
        self._stage.take_area_back()
        self._stage.area.show()
        window.hide()
        window.deleteLater()
        if had_keys:
            self._panel.activateWindow()
        if had_keys or self._stand_in_had_focus():
            self._stage.setFocus()
        self.changed.emit(False)

    def toggle_full(self) -> None:
        """Fill the screen that the window is on, or be a window again."""
        if self._window is not None:
            if self._window.isFullScreen():
                self._window.showNormal()
            else:
                self._window.showFullScreen()

    def leave_full(self) -> None:
        """Be a window again."""
        if self.is_full:
            self.toggle_full()

    def _stand_in_had_focus(self) -> bool:
        return self._stand_in.isAncestorOf(self._panel.window().focusWidget() or self._panel)

    def _note_geometry(self) -> None:
        if self._window is not None:
            self._geometry = self._window.saveGeometry()

    def _on_full_screen_changed(self, full: bool) -> None:
        if self._window is None:
            return
        self._stage.show_full_screen(full)
        if full:
            self.quiet.watch(self._window)
        else:
            self.quiet.leave()


def other_screen(here: QScreen, screens: Sequence[QScreen]) -> QScreen:
    """The first screen that is not this one; this one where there is no other."""
    return next((screen for screen in screens if screen is not here), here)


def first_place(available: QRect) -> QRect:
    """Where the window is when it is opened for the first time: in the middle, and large."""
    size = available.size() * _SHARE_OF_SCREEN
    place = QRect(available.topLeft(), size)
    place.moveCenter(available.center())
    return place
