"""The bar under the picture: where it stands, the keys of a player, and how it plays."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.key_cap import key_text
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.keys import DEFAULT_KEYS, ViewerCommand
from rushes.ui.viewer.loop_button import LoopButton
from rushes.ui.viewer.position_readout import PositionReadout
from rushes.ui.viewer.speed_button import SpeedButton

_HEIGHT = 44
_BESIDE = 12
_AROUND_PLAY = 4
_APART = 8
_REPEAT_MILLISECONDS = 60
_ARRANGED_AT = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.StyleChange, QEvent.Type.Show})


class TransportBar(QWidget):
    """44 px: the place on the left, the player's keys in the middle, how it plays on the right.

    What is added on the right gives way where there is no room for it, in the order in which it
    was said that it may.

    Attributes:
        position: where the picture stands.
        loop, speed: how it plays.
        compare, save, second_screen, full_screen: what else can be done with the picture.

    Signals:
        command_requested: the `ViewerCommand` of the button that was pressed.
    """

    command_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A player's keys lie the same way in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.position = PositionReadout(self)
        command = ViewerCommand
        self.first = self._button("first_frame", self.tr("First frame"), command.FIRST)
        self.back = self._button("previous_frame", self.tr("One frame back"), command.FRAME_BACK)
        self.play = self._button("play", "", command.PLAY_OR_PAUSE, large=True)
        self.on = self._button("next_frame", self.tr("One frame forward"), command.FRAME_ON)
        self.last = self._button("last_frame", self.tr("Last frame"), command.LAST)
        self.loop = LoopButton(self)
        self.speed = SpeedButton(self)
        self.compare = self._button("compare", self.tr("Compare"), command.COMPARE)
        self.save = self._button("camera", self.tr("Save frame"), command.SAVE_FRAME)
        self.second_screen = self._button(
            "second_screen", self.tr("On a second screen"), command.SECOND_SCREEN
        )
        self.full_screen = self._button("full_screen", "", command.FULL_SCREEN)
        self._middle = (self.first, self.back, self.play, self.on, self.last)
        self._right: list[QWidget] = [
            self.loop, self.speed, self.compare, self.save, self.second_screen, self.full_screen,
        ]  # fmt: skip
        # The first gives way first.
        self._yielding: list[QWidget] = [self.second_screen, self.compare, self.save]
        self._withheld: set[QWidget] = set()
        for button in (self.back, self.on):
            button.setAutoRepeat(True)
            button.setAutoRepeatInterval(_REPEAT_MILLISECONDS)
        for control in (*self._middle, *self._right):
            # A click leaves the keyboard with the picture.
            control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_playing(False)
        self.show_full_screen(False)

    def _button(
        self, icon: str, words: str, command: ViewerCommand, *, large: bool = False
    ) -> IconButton:
        key = key_text(DEFAULT_KEYS[command])
        size = (40, 32) if large else None
        button = IconButton(icon, words, self, key=key, size=size, on_surface=large)
        button.clicked.connect(lambda: self.command_requested.emit(command))
        return button

    def add_control(self, control: QWidget, *, before: QWidget, yields: bool = True) -> None:
        """Take in another control on the right, in front of one that is there.

        `yields` lets it give way before all others where there is no room.
        """
        control.setParent(self)
        control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        place = self._right.index(before)
        self._right.insert(place, control)
        if yields:
            self._yielding.insert(0, control)
        for earlier, later in pairwise(self._right[max(place - 1, 0) : place + 2]):
            self.setTabOrder(earlier, later)
        control.show()
        self.updateGeometry()
        self.arrange()

    def offer(self, control: QWidget, offered: bool) -> None:
        """Have one of the controls on the right there at all, or not."""
        if offered is (control in self._withheld):
            self._withheld.symmetric_difference_update({control})
            self.updateGeometry()
            self.arrange()

    def show_playing(self, playing: bool) -> None:
        """Offer to pause, or to play."""
        self.play.set_icon_name("pause" if playing else "play")
        words = self.tr("Pause") if playing else self.tr("Play")
        self.play.set_words(words, key_text(DEFAULT_KEYS[ViewerCommand.PLAY_OR_PAUSE]))

    def show_speed(self, chosen: float, running: float) -> None:
        """Show the speed that was chosen, and the one that is running."""
        self.speed.show_speed(chosen, running)
        self.arrange()

    def show_full_screen(self, full: bool) -> None:
        """Offer to leave the full screen, or to fill it."""
        words = self.tr("Leave full screen") if full else self.tr("Full screen")
        self.full_screen.set_words(words, key_text(DEFAULT_KEYS[ViewerCommand.FULL_SCREEN]))

    def sizeHint(self) -> QSize:
        px = current_theme().px
        right = _width_of(self._offered())
        width = self.position.sizeHint().width() + self._middle_width() + right
        return QSize(width + px(2 * _BESIDE + 2 * _APART), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        px = current_theme().px
        right = _width_of(each for each in self._offered() if each not in self._yielding)
        width = self.position.brief_size_hint().width() + self._middle_width() + right
        return QSize(width + px(2 * _BESIDE + 2 * _APART), px(_HEIGHT))

    def _middle_width(self) -> int:
        between = 2 * current_theme().px(_AROUND_PLAY)
        return _width_of(self._middle) + between

    def _offered(self) -> list[QWidget]:
        return [control for control in self._right if control not in self._withheld]

    def _fitting(self, room: int) -> list[QWidget]:
        """The controls on the right for which there is room, in pixels."""
        shown = self._offered()
        for control in self._yielding:
            if _width_of(shown) <= room:
                break
            if control in shown:
                shown.remove(control)
        return shown

    def arrange(self) -> None:
        """Place the parts: the middle in the middle, as long as both sides leave it there."""
        px = current_theme().px
        left, right = px(_BESIDE), self.width() - px(_BESIDE)
        middle_width, apart = self._middle_width(), px(_APART)
        free = right - left - middle_width - 2 * apart
        words = self.position.sizeHint()
        shown = self._fitting(free - words.width())
        brief = _width_of(shown) > free - words.width()
        self.position.set_brief(brief)
        if brief:
            words = self.position.brief_size_hint()
            shown = self._fitting(free - words.width())
        place = right
        for control in reversed(shown):
            size = control.sizeHint()
            place -= size.width()
            self._put(control, place, size)
        for control in self._right:
            control.setVisible(control in shown)
        latest = place - apart - middle_width
        self._put(self.position, left, words)
        start = max((self.width() - middle_width) // 2, left + words.width() + apart)
        x = min(start, latest)
        for control in self._middle:
            size = control.sizeHint()
            around = px(_AROUND_PLAY) if control is self.play else 0
            self._put(control, x + around, size)
            x += size.width() + 2 * around

    def _put(self, control: QWidget, x: int, size: QSize) -> None:
        control.setGeometry(QRect(x, (self.height() - size.height()) // 2, *size.toTuple()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        # Without a layout, this is how a child says that it wants another size; to a bar that is
        # out of sight it does not.
        if event.type() in _ARRANGED_AT:
            self.updateGeometry()
            self.arrange()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), current_theme().color(Role.PANEL))


def _width_of(controls: Iterable[QWidget]) -> int:
    """How wide controls are together, in pixels."""
    return sum(control.sizeHint().width() for control in controls)
