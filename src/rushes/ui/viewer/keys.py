"""The Viewer's keys: which command each stands for, and the J, K and L that work together."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class ViewerCommand(Enum):
    """What a key can ask of the Viewer."""

    PLAY_OR_PAUSE = "play_or_pause"
    FRAME_BACK = "frame_back"
    FRAME_ON = "frame_on"
    TEN_BACK = "ten_back"
    TEN_ON = "ten_on"
    FIRST = "first"
    LAST = "last"
    SHUTTLE_BACK = "shuttle_back"
    SHUTTLE_STOP = "shuttle_stop"
    SHUTTLE_ON = "shuttle_on"
    SET_IN = "set_in"
    SET_OUT = "set_out"
    CLEAR_IN = "clear_in"
    CLEAR_OUT = "clear_out"
    NEXT_LOOP_KIND = "next_loop_kind"
    SLOWER = "slower"
    FASTER = "faster"
    GO_TO_FRAME = "go_to_frame"
    PREVIOUS_MARK = "previous_mark"
    NEXT_MARK = "next_mark"
    FIT = "fit"
    FULL_SIZE = "full_size"
    DOUBLE_SIZE = "double_size"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    PIXEL_GRID = "pixel_grid"
    INFORMATION = "information"
    NEXT_SURROUND = "next_surround"
    MUTE = "mute"
    SAVE_FRAME = "save_frame"
    COPY_FRAME = "copy_frame"
    COMPARE = "compare"
    WIPE = "wipe"
    NEXT_CLIP = "next_clip"
    PREVIOUS_CLIP = "previous_clip"
    EARLIER = "earlier"
    LATER = "later"
    SECOND_SCREEN = "second_screen"
    FULL_SCREEN = "full_screen"
    LEAVE = "leave"


DEFAULT_KEYS: Mapping[ViewerCommand, str] = {
    ViewerCommand.PLAY_OR_PAUSE: "Space",
    ViewerCommand.FRAME_BACK: "Left",
    ViewerCommand.FRAME_ON: "Right",
    ViewerCommand.TEN_BACK: "Shift+Left",
    ViewerCommand.TEN_ON: "Shift+Right",
    ViewerCommand.FIRST: "Home",
    ViewerCommand.LAST: "End",
    ViewerCommand.SHUTTLE_BACK: "J",
    ViewerCommand.SHUTTLE_STOP: "K",
    ViewerCommand.SHUTTLE_ON: "L",
    ViewerCommand.SET_IN: "I",
    ViewerCommand.SET_OUT: "O",
    ViewerCommand.CLEAR_IN: "Shift+I",
    ViewerCommand.CLEAR_OUT: "Shift+O",
    ViewerCommand.NEXT_LOOP_KIND: "Ctrl+L",
    ViewerCommand.SLOWER: "[",
    ViewerCommand.FASTER: "]",
    ViewerCommand.GO_TO_FRAME: "Ctrl+G",
    ViewerCommand.PREVIOUS_MARK: "Ctrl+Left",
    ViewerCommand.NEXT_MARK: "Ctrl+Right",
    ViewerCommand.FIT: "Z",
    ViewerCommand.FULL_SIZE: "Shift+Z",
    ViewerCommand.DOUBLE_SIZE: "Alt+Z",
    ViewerCommand.ZOOM_IN: "+",
    ViewerCommand.ZOOM_OUT: "-",
    ViewerCommand.PIXEL_GRID: "#",
    ViewerCommand.INFORMATION: "D",
    ViewerCommand.NEXT_SURROUND: "B",
    ViewerCommand.MUTE: "M",
    ViewerCommand.SAVE_FRAME: "S",
    ViewerCommand.COPY_FRAME: "Ctrl+C",
    ViewerCommand.COMPARE: "C",
    ViewerCommand.WIPE: "W",
    ViewerCommand.NEXT_CLIP: "Tab",
    ViewerCommand.PREVIOUS_CLIP: "Shift+Tab",
    ViewerCommand.EARLIER: "Alt+Left",
    ViewerCommand.LATER: "Alt+Right",
    ViewerCommand.SECOND_SCREEN: "Shift+F11",
    ViewerCommand.FULL_SCREEN: "F11",
    ViewerCommand.LEAVE: "Esc",
}
"""One key for each command."""

_REPEATABLE = frozenset(
    {
        ViewerCommand.FRAME_BACK,
        ViewerCommand.FRAME_ON,
        ViewerCommand.TEN_BACK,
        ViewerCommand.TEN_ON,
        ViewerCommand.PREVIOUS_MARK,
        ViewerCommand.NEXT_MARK,
        ViewerCommand.SLOWER,
        ViewerCommand.FASTER,
        ViewerCommand.ZOOM_IN,
        ViewerCommand.ZOOM_OUT,
        ViewerCommand.EARLIER,
        ViewerCommand.LATER,
        ViewerCommand.NEXT_CLIP,
        ViewerCommand.PREVIOUS_CLIP,
    }
)
_WITH_STOP_HELD = {
    ViewerCommand.SHUTTLE_BACK: ViewerCommand.FRAME_BACK,
    ViewerCommand.SHUTTLE_ON: ViewerCommand.FRAME_ON,
}


_MAY_WRITE = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
)
"""What may be held to write a sign: both are what some systems tell of AltGr."""


class ViewerKeys:
    """Turns presses of keys into commands.

    While the key of `SHUTTLE_STOP` is held, those of the shuttle go by single frames. A key that
    repeats by itself counts once, but for steps.
    """

    def __init__(self, keys: Mapping[ViewerCommand, str] = DEFAULT_KEYS) -> None:
        self._commands = {_first_key(key): command for command, key in keys.items()}
        self._by_text = {key: command for command, key in keys.items() if _is_a_sign(key)}
        self._stop_held = False

    def meaning(self, event: QKeyEvent) -> ViewerCommand | None:
        """The command that the key stands for by itself, or None."""
        # Keys of the number pad count like their twins.
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        found = self._commands.get(QKeyCombination(modifiers, Qt.Key(event.key())))
        held = modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if found is None and held in _MAY_WRITE:
            # Signs that a keyboard gives with AltGr only are known by what they write.
            found = self._by_text.get(event.text())
        return found

    def pressed(self, event: QKeyEvent) -> ViewerCommand | None:
        """The command that a press asks for, or None."""
        command = self.meaning(event)
        if command is None:
            return None
        if command is ViewerCommand.SHUTTLE_STOP:
            self._stop_held = True
        elif self._stop_held:
            command = _WITH_STOP_HELD.get(command, command)
        if event.isAutoRepeat() and command not in _REPEATABLE:
            return None
        return command

    def released(self, event: QKeyEvent) -> None:
        """Hear that a key was let go."""
        if not event.isAutoRepeat() and self.meaning(event) is ViewerCommand.SHUTTLE_STOP:
            self._stop_held = False

    def forget_held(self) -> None:
        """Take no key for held: its release may have gone to another widget."""
        self._stop_held = False


def _is_a_sign(key: str) -> bool:
    return len(key) == 1 and not key.isalnum()


def _first_key(key: str) -> QKeyCombination:
    # The type hints leave out that a sequence is one.
    combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]
    return combination
