"""The player as one piece: picture, transport and timeline, and the keys that act on them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.keys import ViewerCommand, ViewerKeys
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.timeline import Timeline
from rushes.ui.viewer.timeline_places import LARGE, LOW, SMALL
from rushes.ui.viewer.transport import TransportBar

_WIDE = 900
_HIGH = 600
_LOW = 420


class ViewerStage(QWidget):
    """Moves as a whole between its panel and the full screen.

    Attributes:
        picture, transport, timeline: its parts.

    Signals:
        command_requested: the `ViewerCommand` of a key or a button.
    """

    command_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureView(self)
        self.transport = TransportBar(self)
        self.timeline = Timeline(self)
        self._keys = ViewerKeys()
        self._full = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.picture, 1)
        layout.addWidget(self.transport)
        layout.addWidget(self.timeline)
        # A click on any part that does not take the keyboard gives it to the picture.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.picture)
        self.setTabOrder(self.picture, self.transport.position)
        self.setTabOrder(self.transport.full_screen, self.timeline)
        self.transport.command_requested.connect(self.command_requested)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        for part in (self.picture, self.transport, self.timeline):
            # So that the parts have their places before the stage is first seen.
            part.setVisible(True)

    def measure(self) -> None:
        """Give the parts their places now, though the stage may be hidden."""
        self._choose_form()
        layout = self.layout()
        if layout is not None:
            layout.activate()
            # A hidden widget hears of its size only when it is shown.
            layout.setGeometry(self.rect())
        self.picture.measure()
        self.timeline.measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_form()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._choose_form()

    def _choose_form(self) -> None:
        px = current_theme().px
        if self.height() < px(_LOW):
            self.timeline.set_form(LOW)
        elif self.width() >= px(_WIDE) and self.height() >= px(_HIGH):
            self.timeline.set_form(LARGE)
        else:
            self.timeline.set_form(SMALL)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self.claim_key(event)
            return event.isAccepted()
        return super().event(event)

    def claim_key(self, event: QKeyEvent) -> None:
        """Let the Viewer's keys go before the window's while the Viewer has the keyboard."""
        meaning = self._keys.meaning(event)
        leaves_what_is_not = meaning is ViewerCommand.LEAVE_FULL_SCREEN and not self._full
        event.setAccepted(meaning is not None and not leaves_what_is_not)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.claim_key(event)
        command = self._keys.pressed(event)
        if command is not None and event.isAccepted():
            self.command_requested.emit(command)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._keys.released(event)
        self.claim_key(event)

    def show_full_screen(self, full: bool) -> None:
        """Know whether it fills the screen now."""
        self._full = full
        self.transport.show_full_screen(full)

    def _on_focus_changed(self) -> None:
        # The release of a key that was held may go to another widget.
        self._keys.forget_held()
