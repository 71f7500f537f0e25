"""The player as one piece: picture, transport and timeline, and the keys that act on them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from rushes.ui.marks.mark_keys import MarkKeys
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.keys import ViewerCommand, ViewerKeys
from rushes.ui.viewer.picture_area import PictureArea
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

_TAB_KEYS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class ViewerStage(QWidget):
    """Moves as a whole between its panel and the full screen.

    What stands over the transport is the picture, or a board of several; what stands under it
    is the timeline, or what goes with the board.

    Attributes:
        area: what is looked at; it may be lent to another window.
        picture, transport, timeline: its parts.
        board_keys: acts on a pressed key before the stage does; tells whether it has a use for
            it. None where there is no board, or where it has no keys of its own.

    Signals:
        command_requested: the `ViewerCommand` of a key or a button.
        mark_requested: the `MarkWish` of a key or of the timeline, for the take that is looked at.
    """

    command_requested = Signal(object)
    mark_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = PictureArea(self)
        self.picture = self.area.picture
        self.transport = TransportBar(self)
        self.timeline = Timeline(self)
        self._keys = ViewerKeys()
        self._mark_keys = MarkKeys()
        self._full = False
        self._board: QWidget | None = None
        self.board_keys: Callable[[QKeyEvent], bool] | None = None
        self._stand_in: QWidget | None = None
        self._above = QStackedLayout()
        self._lanes: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._above, 1)
        self._above.addWidget(self.area)
        layout.addWidget(self.transport)
        layout.addWidget(self.timeline)
        # A click on any part that does not take the keyboard gives it to the picture.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lead_focus()
        self.setTabOrder(self.transport.full_screen, self.timeline)
        self.transport.command_requested.connect(self.command_requested)
        self.timeline.mark_requested.connect(self.mark_requested)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        for part in (self.area, self.transport, self.timeline):
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
        self.area.show_board(board)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(lanes)
        self.timeline.hide()
        lanes.show()
        self._lead_focus()
        self.setTabOrder(self.transport.full_screen, lanes)
        if had_focus:
            board.setFocus()

    def show_picture(self) -> None:
        """Show the one picture and its timeline; board and lanes are given back, hidden."""
        if self._board is None or self._lanes is None:
            return
        lanes = self._lanes
        self._board = self._lanes = None
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.area.show_picture()
        self._lead_focus()
        layout = self.layout()
        if layout is not None:
            layout.removeWidget(lanes)
        lanes.hide()
        self.timeline.show()
        if had_focus:
            self.picture.setFocus()

    @property
    def is_area_away(self) -> bool:
        """Whether the picture's place is lent to another window."""
        return self._stand_in is not None

    def lend_area(self, stand_in: QWidget) -> PictureArea:
        """Give the picture's place away for a while, with `stand_in` where it was."""
        self._stand_in = stand_in
        self._above.addWidget(stand_in)
        self._above.setCurrentWidget(stand_in)
        self._above.removeWidget(self.area)
        self._lead_focus()
        return self.area

    def take_area_back(self) -> None:
        """Have the picture's place here again; what stood in for it is given back, hidden."""
        stand_in, self._stand_in = self._stand_in, None
        if stand_in is None:
            return
        self._above.addWidget(self.area)
        self._above.setCurrentWidget(self.area)
        self._above.removeWidget(stand_in)
        stand_in.hide()
        self._lead_focus()

    def _lead_focus(self) -> None:
        """Have the keyboard go to what is looked at, if it is here, and in the order of reading."""
        if self._stand_in is not None:
            # Keys come to the stage itself: what is looked at is in another window.
            self.setFocusProxy(None)  # type: ignore[arg-type]
            return
        self.setTabOrder(self.area.shown, self.transport.position)
        self.setFocusProxy(self.area.shown)

    @property
    def bars(self) -> tuple[QWidget, ...]:
        """What lies under the picture now."""
        return (self.transport, self.timeline if self._lanes is None else self._lanes)

    def bars_rect(self) -> QRect:
        """Where all of them lie together."""
        return self.rect().adjusted(0, self.transport.y(), 0, 0)

    def measure(self) -> None:
        """Give the parts their places now, though the stage may be hidden."""
        self._choose_form()
        layout = self.layout()
        if layout is not None:
            layout.activate()
            # A hidden widget hears of its size only when it is shown.
            layout.setGeometry(self.rect())
        self.area.measure()
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
        if isinstance(event, QKeyEvent) and self._is_for_board_away(event):
            # Qt takes these keys for the focus before keyPressEvent could see them.
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def _is_for_board_away(self, event: QKeyEvent) -> bool:
        """Whether a board in another window would act on a key that otherwise moves the focus."""
        moves = event.type() == QEvent.Type.KeyPress and event.key() in _TAB_KEYS
        return moves and not _with_control(event) and self.is_comparing and self.is_area_away

    def claim_key(self, event: QKeyEvent) -> None:
        """Let the Viewer's keys go before the window's while the Viewer has the keyboard."""
        meaning = self._keys.meaning(event)
        has_use = meaning is not None and self._has_a_use(meaning)
        has_use = has_use or (self.board_keys is not None and self.board_keys(event))
        event.setAccepted(has_use or self._mark_keys.meaning(event) is not None)

    def _has_a_use(self, command: ViewerCommand) -> bool:
        """Whether a command does anything now; keys without a use go on to the window."""
        if command is ViewerCommand.LEAVE:
            return self._full or self.is_comparing
        return self.is_comparing or command not in _OF_COMPARE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.board_keys is not None and self.board_keys(event):
            event.accept()
            return
        self.claim_key(event)
        command = self._keys.pressed(event)
        if command is not None and event.isAccepted():
            self.command_requested.emit(command)
        wish = self._mark_keys.pressed(event)
        if wish is not None:
            self.mark_requested.emit(wish)

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


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
