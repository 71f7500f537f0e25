"""Does what a monkey has chosen: real keys and a real mouse, at the windows themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from rushes.media.compare_times import Lock
from rushes.ui.compare.kinds import CompareKind
from rushes.ui.viewer.picture import PictureView
from tests.monkey.actions import Action, key_of
from tests.monkey.viewer_window import ViewerWindow
from tests.ui.viewer.wheel import turn_wheel

_BUTTONS = {
    "left": Qt.MouseButton.LeftButton,
    "right": Qt.MouseButton.RightButton,
    "middle": Qt.MouseButton.MiddleButton,
}
_MODIFIERS = {
    "": Qt.KeyboardModifier.NoModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Ctrl+Shift": Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
}
NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """Every method is an action; what there is no place for is not done."""

    def __init__(self, viewer: ViewerWindow) -> None:
        self._viewer = viewer
        self.counts: dict[str, int] = {}

    def do(self, action: Action) -> None:
        """Do one thing."""
        self._count(action.name)
        getattr(self, action.name)(**action.arguments)

    def _count(self, name: str) -> None:
        self.counts[name] = self.counts.get(name, 0) + 1

    # Keys.

    def key(self, key: str, times: int) -> None:
        code, modifiers = key_of(key)
        for _ in range(times):
            self._press(code, modifiers)

    def chord(self, held: str, keys: str) -> None:
        window = self._viewer.active_window.windowHandle()
        QTest.keyPress(window, key_of(held)[0])
        for key in keys:
            self._press(key_of(key)[0])
        QTest.keyRelease(self._viewer.active_window.windowHandle(), key_of(held)[0])

    def number(self, text: str, end: str) -> None:
        self._press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        for sign in text:
            self._press(Qt.Key(ord(sign)))
        self._press(key_of(end)[0])

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self._viewer.active_window.windowHandle(), key, modifiers)

    # The mouse.

    def click(
        self,
        target: str,
        which: int,
        at: Sequence[float],
        modifiers: str,
        button: str,
        double: bool,
    ) -> None:
        widget = self._target(target, which)
        if widget is not None:
            click = QTest.mouseDClick if double else QTest.mouseClick
            place = self._place(widget, at)
            click(widget.window().windowHandle(), _BUTTONS[button], _MODIFIERS[modifiers], place)

    def drag(
        self,
        target: str,
        which: int,
        at: Sequence[float],
        modifiers: str,
        way: Sequence[Sequence[float]],
        button: str,
    ) -> None:
        widget = self._target(target, which)
        if widget is None:
            return
        keys, place = _MODIFIERS[modifiers], self._place(widget, at)
        QTest.mousePress(widget.window().windowHandle(), _BUTTONS[button], keys, place)
        for step in way:
            if not _is_seen(widget):
                break
            place = self._place(widget, step)
            QTest.mouseMove(widget.window().windowHandle(), place)
            QTest.qWait(1)
        self._let_go(widget, button, keys, place)

    def press_and_go(
        self,
        target: str,
        which: int,
        at: Sequence[float],
        modifiers: str,
        way: Sequence[Sequence[float]],
        key: str,
    ) -> None:
        """A key is pressed while the mouse is held."""
        widget = self._target(target, which)
        if widget is None:
            return
        keys, place = _MODIFIERS[modifiers], self._place(widget, at)
        QTest.mousePress(widget.window().windowHandle(), _BUTTONS["left"], keys, place)
        self._press(*key_of(key))
        for step in way:
            if _is_seen(widget):
                place = self._place(widget, step)
                QTest.mouseMove(widget.window().windowHandle(), place)
        self._let_go(widget, "left", keys, place)

    def _let_go(
        self, widget: QWidget, button: str, keys: Qt.KeyboardModifier, place: QPoint
    ) -> None:
        """Release the mouse over a widget, or where it was if that is gone."""
        window = widget.window() if _is_seen(widget) else self._viewer.active_window
        QTest.mouseRelease(window.windowHandle(), _BUTTONS[button], keys, place)

    def wheel(
        self, target: str, which: int, at: Sequence[float], modifiers: str, notches: float
    ) -> None:
        widget = self._target(target, which)
        if widget is not None and QApplication.activePopupWidget() is None:
            place = QPointF(at[0] * widget.width(), at[1] * widget.height())
            turn_wheel(widget, place, notches, _MODIFIERS[modifiers])

    def hover(self, target: str, which: int, at: Sequence[float], modifiers: str) -> None:
        widget = self._target(target, which)
        if widget is not None:
            QTest.mouseMove(widget.window().windowHandle(), self._place(widget, at))

    def menu(
        self, target: str, which: int, at: Sequence[float], modifiers: str, keys: Sequence[str]
    ) -> None:
        self.click(target, which, at, "", "right", False)
        if QApplication.activePopupWidget() is None:
            return
        self._count("menu that opened")
        for key in keys:
            popup = QApplication.activePopupWidget()
            if popup is None:
                return
            QTest.keyClick(popup.windowHandle() or popup, key_of(key)[0])

    # What a session does.

    def open(self, clip: int, plays: bool) -> None:
        viewer = self._viewer
        viewer.open(viewer.clips[clip].path, clip, plays=plays)

    def compare(self, clips: list[int]) -> None:
        self._viewer.compare(clips)

    def compare_by(self, what: str, value: int) -> None:
        panel = self._viewer.panel
        comparison = panel.comparing.comparison
        if comparison is None or not comparison.is_open:
            return
        bar = comparison.board.bar
        if what == "kind":
            bar.kind_requested.emit(list(CompareKind)[value % 4])
        elif what == "lock":
            bar.lock_requested.emit(list(Lock)[value % 2])
        elif what == "blind":
            # An order of its own each time, but the same one when it is done again.
            comparison.set_blind(value % 3 != 0, seed=value)
        elif what == "gain":
            bar.gain.slider.value_edited.emit(value % 16)
        else:
            bar.opacity.slider.value_edited.emit(value)
        self._count(f"compared by {what}")

    def close(self, how: str) -> None:
        panel = self._viewer.panel
        if how == "empty":
            panel.show_empty()
        else:
            panel.show_message("failed", "Not shown", "Something happened.\nNothing is lost.")

    def wait(self, milliseconds: int) -> None:
        QTest.qWait(milliseconds)

    def budget(self, total: int) -> None:
        self._viewer.panel.budget.total_bytes = total

    def resize(self, size: Sequence[int]) -> None:
        for window in self._viewer.picture_windows():
            if not window.isFullScreen():
                window.resize(*size)

    def look(self, scheme: str, text_percent: int, reduced_motion: bool) -> None:
        self._viewer.change_look(scheme, text_percent, reduced_motion)

    def language(self, name: str) -> None:
        self._viewer.speak(name)

    def file_goes(self, clip: int, how: str) -> None:
        viewer = self._viewer
        copy = viewer.leaving.copy(viewer.clips[clip].path)
        if copy is None:
            return
        viewer.numbered[copy] = None
        viewer.open(copy, clip, plays=True)
        viewer.wait_until(lambda: viewer.panel.current_index >= 0, 0.3)
        viewer.leaving.harm(copy, how)

    # Where the hand goes.

    def _target(self, name: str, which: int) -> QWidget | None:
        stage = self._viewer.panel.stage
        comparison = self._viewer.panel.comparing.comparison
        board = comparison.board if comparison is not None and comparison.is_open else None
        found: list[QWidget] = []
        if name == "picture":
            found = list(stage.area.findChildren(PictureView))
        elif name == "timeline":
            found = [stage.timeline]
        elif name == "lanes" and comparison is not None:
            found = [comparison.lanes]
        elif name == "transport":
            found = list(stage.transport.findChildren(QAbstractButton))
        elif name == "bar" and board is not None:
            found = list(board.bar.findChildren(QAbstractButton))
        elif name == "readout":
            found = [stage.transport.position]
        elif name == "anywhere":
            found = self._viewer.picture_windows()
        seen = [widget for widget in found if widget.isVisible() and widget.isEnabled()]
        return seen[which % len(seen)] if seen else None

    @staticmethod
    def _place(widget: QWidget, at: Sequence[float]) -> QPoint:
        """A place in the widget, in units of its window."""
        there = QPoint(int(at[0] * widget.width()), int(at[1] * widget.height()))
        return widget.mapTo(widget.window(), there)


def _is_seen(widget: QWidget) -> bool:
    """Whether a widget is still there: what was done to it may have taken it away."""
    return isValid(widget) and widget.isVisible()
