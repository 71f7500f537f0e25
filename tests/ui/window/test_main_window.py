from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.domain.settings import Settings
from rushes.ui.window.main_window import REVIEW, MainWindow


def opened(qtbot: QtBot, values: dict[str, object] | None = None) -> MainWindow:
    """Open a window as the program does: shown first, furnished afterwards."""
    window = MainWindow(Settings())
    qtbot.addWidget(window, before_close_func=lambda each: each.close_for_good())
    window.restore_place(None)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.furnish()
    window.restore_shape(values or {})
    qtbot.waitUntil(window.updatesEnabled)
    return window


def sides(window: MainWindow) -> tuple[int, int]:
    return window.compose.width(), window.history.width()


def test_panels_have_their_usual_widths(qtbot: QtBot, qapp: QApplication) -> None:
    window = opened(qtbot)
    qtbot.waitUntil(lambda: sides(window) == (328, 428))


def test_panels_are_as_wide_as_they_were_left(qtbot: QtBot, qapp: QApplication) -> None:
    first = opened(qtbot)
    qtbot.waitUntil(lambda: sides(first) == (328, 428))
    separator_right = first.compose.mapTo(first, first.compose.rect().topRight()).x() + 3
    y = first.height() // 2
    start, end = QPoint(separator_right, y), QPoint(separator_right + 60, y)
    for kind, place in (
        (QEvent.Type.MouseButtonPress, start),
        (QEvent.Type.MouseMove, end),
        (QEvent.Type.MouseButtonRelease, end),
    ):
        _mouse(first, kind, place)
        # Qt moves the panels a moment after the pointer.
        qtbot.wait(50)
    qtbot.waitUntil(lambda: sides(first)[0] > 360)
    left = sides(first)
    second = opened(qtbot, first.shape())
    qtbot.waitUntil(lambda: sides(second) == left)


def test_the_workspace_is_kept(qtbot: QtBot, qapp: QApplication) -> None:
    first = opened(qtbot)
    first.show_workspace(REVIEW)
    second = opened(qtbot, first.shape())
    assert second.workspace == REVIEW
    assert not second.compose.isVisible()
    second.show_workspace("create")
    assert second.compose.isVisible()


def test_what_cannot_be_read_is_passed_over(qtbot: QtBot, qapp: QApplication) -> None:
    window = opened(qtbot, {"docks": "not base64!", "workspace": 7, "geometry": []})
    qtbot.waitUntil(lambda: sides(window) == (328, 428))


def _mouse(window: MainWindow, kind: QEvent.Type, place: QPoint) -> None:
    button = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
    at = QPointF(place)
    event = QMouseEvent(
        kind, at, window.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window, event)
