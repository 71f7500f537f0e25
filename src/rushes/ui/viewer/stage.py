"""The player as one piece: picture, transport and timeline, and the keys that act on them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.keys import ViewerKeys
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
        event.setAccepted(self._keys.knows(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._keys.knows(event))
        command = self._keys.pressed(event)
        if command is not None:
            self.command_requested.emit(command)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._keys.released(event)
        event.setAccepted(self._keys.knows(event))

    def forget_held_keys(self) -> None:
        """Take no key for held: its release may have gone elsewhere."""
        self._keys.forget_held()
