"""The player as one piece: picture, transport and timeline, and the keys that act on them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.keys import ViewerCommand, ViewerKeys
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.timeline import Timeline
from rushes.ui.viewer.timeline_places import LARGE, LOW, SMALL
from rushes.ui.viewer.transport import TransportBar

_WIDE = 900
_HIGH = 600
_LOW = 420

_OF_COMPARE = frozenset(
    {
        ViewerCommand.WIPE,
        ViewerCommand.NEXT_CLIP,
        ViewerCommand.PREVIOUS_CLIP,
        ViewerCommand.EARLIER,
        ViewerCommand.LATER,
    }
)


class ViewerStage(QWidget):
    """Moves as a whole between its panel and the full screen.

    What stands over the transport is the picture, or a board of several; what stands under it
    is the timeline, or what goes with the board.

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
        self._board: QWidget | None = None
        self._above = QStackedLayout()
        self._lanes: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._above, 1)
        self._above.addWidget(self.picture)
        layout.addWidget(self.transport)
        layout.addWidget(self.timeline)
        # A click on any part that does not take the keyboard gives it to the picture.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTabOrder(self.picture, self.transport.position)
        self.setTabOrder(self.transport.full_screen, self.timeline)
        self.setFocusProxy(self.picture)
        self.transport.command_requested.connect(self.command_requested)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        for part in (self.picture, self.transport, self.timeline):
            # So that the parts have their places before the stage is first seen.
            part.setVisible(True)

    @property
    def is_comparing(self) -> bool:
        """Whether a board of several pictures is shown."""
        return self._board is not None

    def show_board(self, board: QWidget, lanes: QWidget) -> None:
        """Show a board in the picture's place, and `lanes` in that of the timeline."""
        self.show_picture()
        self._board, self._lanes = board, lanes
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self._above.addWidget(board)
        self._above.setCurrentWidget(board)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(lanes)
        self.timeline.hide()
        lanes.show()
        self.setFocusProxy(board)
        self.setTabOrder(board, self.transport.position)
        self.setTabOrder(self.transport.full_screen, lanes)
        if had_focus:
            board.setFocus()

    def show_picture(self) -> None:
        """Show the one picture and its timeline; board and lanes are given back, hidden."""
        if self._board is None or self._lanes is None:
            return
        board, lanes = self._board, self._lanes
        self._board = self._lanes = None
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.setFocusProxy(self.picture)
        self._above.setCurrentWidget(self.picture)
        self._above.removeWidget(board)
        layout = self.layout()
        if layout is not None:
            layout.removeWidget(lanes)
        board.hide()
        lanes.hide()
        self.timeline.show()
        if had_focus:
            self.picture.setFocus()

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
        event.setAccepted(meaning is not None and self._has_a_use(meaning))

    def _has_a_use(self, command: ViewerCommand) -> bool:
        """Whether a command does anything now; keys without a use go on to the window."""
        if command is ViewerCommand.LEAVE:
            return self._full or self.is_comparing
        return self.is_comparing or command not in _OF_COMPARE

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
