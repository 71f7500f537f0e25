"""Which panels stand at the right, side by side or as tabs, and that it is remembered."""

import json

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from rushes.domain.settings import Settings
from rushes.ui.window.main_window import CREATE, REVIEW, MainWindow
from rushes.ui.window.workspaces import SidePanel

HISTORY, DETAILS = SidePanel.HISTORY, SidePanel.DETAILS


def opened(
    qtbot: QtBot, values: dict[str, object] | None = None, size: tuple[int, int] = (1440, 900)
) -> MainWindow:
    window = MainWindow(Settings())
    qtbot.addWidget(window, before_close_func=lambda each: each.close_for_good())
    window.resize(*size)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.furnish()
    window.restore_shape(values or {})
    qtbot.waitUntil(window.updatesEnabled)
    return window


def is_seen(window: MainWindow, panel: QWidget) -> bool:
    corner = panel.mapTo(window, QPoint(0, 0))
    inside = window.rect().intersects(panel.rect().translated(corner))
    return panel.isVisible() and inside


def tabs(window: MainWindow) -> list[str]:
    bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
    return [bar.tabText(place) for bar in bars for place in range(bar.count())]


def test_review_has_details_and_create_has_history(qtbot: QtBot, qapp: QApplication) -> None:
    window = opened(qtbot)
    assert is_seen(window, window.history)
    assert not window.details.isVisible()
    window.show_workspace(REVIEW)
    qtbot.waitUntil(lambda: window.details.width() == 344)
    assert not window.history.isVisible()
    window.show_workspace(CREATE)
    qtbot.waitUntil(lambda: window.history.width() == 428)


@pytest.mark.parametrize(("width", "details"), [(1150, 300), (1280, 312), (2560, 420)])
def test_details_have_the_width_that_suits_the_window(
    qtbot: QtBot, qapp: QApplication, width: int, details: int
) -> None:
    window = opened(qtbot, {"workspace": REVIEW}, (width, 800))
    qtbot.waitUntil(lambda: window.details.width() == details)


def test_both_stand_side_by_side_where_there_is_room(qtbot: QtBot, qapp: QApplication) -> None:
    window = opened(qtbot, {"workspace": REVIEW})
    window.docks.toggle(HISTORY)
    qtbot.waitUntil(lambda: window.history.width() == 428 and window.details.width() == 344)
    assert not tabs(window)
    window.docks.toggle(DETAILS)
    assert not window.details.isVisible()
    assert is_seen(window, window.history)


def test_both_are_tabs_where_the_viewer_would_be_too_narrow(
    qtbot: QtBot, qapp: QApplication
) -> None:
    window = opened(qtbot)
    window.docks.toggle(DETAILS)
    qtbot.waitUntil(lambda: tabs(window) == ["History", "Details"])
    qtbot.waitUntil(lambda: is_seen(window, window.details))
    assert not is_seen(window, window.history)
    assert window.viewer.width() >= 560
    # The key of one that is behind brings it to the front; pressed again, it is away.
    window.docks.toggle(HISTORY)
    qtbot.waitUntil(lambda: is_seen(window, window.history))
    assert window.docks.is_on(DETAILS)
    window.docks.toggle(HISTORY)
    qtbot.waitUntil(lambda: is_seen(window, window.details))
    assert not window.docks.is_on(HISTORY)
    qtbot.waitUntil(lambda: not tabs(window))


def test_tabs_and_neighbours_change_with_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    window = opened(qtbot)
    window.docks.show(DETAILS)
    qtbot.waitUntil(lambda: bool(tabs(window)))
    window.resize(2200, 900)
    qtbot.waitUntil(lambda: not tabs(window))
    qtbot.waitUntil(lambda: is_seen(window, window.history) and is_seen(window, window.details))
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: tabs(window) == ["History", "Details"])


def test_finding_in_history_brings_it_into_sight(qtbot: QtBot, qapp: QApplication) -> None:
    window = opened(qtbot, {"workspace": REVIEW})
    assert not window.history.isVisible()
    window.find_in_history()
    assert is_seen(window, window.history)
    assert is_seen(window, window.details)


def test_what_is_on_and_how_wide_is_remembered(qtbot: QtBot, qapp: QApplication) -> None:
    first = opened(qtbot, {"workspace": REVIEW})
    qtbot.waitUntil(lambda: first.details.width() == 344)
    edge = first.details.mapTo(first, QPoint(0, 0)).x() - 2
    drag(qtbot, first, edge, -60)
    qtbot.waitUntil(lambda: 390 < first.details.width() < 410)
    width = first.details.width()
    first.docks.toggle(HISTORY)
    first.show_workspace(CREATE)
    first.docks.toggle(HISTORY)
    shape = json.loads(json.dumps(first.shape()))
    second = opened(qtbot, shape)
    assert not second.history.isVisible()
    second.show_workspace(REVIEW)
    qtbot.waitUntil(lambda: second.details.width() == width)
    assert is_seen(second, second.history)
    assert is_seen(second, second.details)


def test_what_the_window_squeezes_is_not_taken_for_a_wish(qtbot: QtBot, qapp: QApplication) -> None:
    first = opened(qtbot, size=(1120, 700))
    second = opened(qtbot, first.shape())
    qtbot.waitUntil(lambda: second.history.width() == 428)


def test_a_comparison_has_the_place_of_what_is_at_the_right(
    qtbot: QtBot, qapp: QApplication
) -> None:
    window = opened(qtbot, {"workspace": REVIEW})
    qtbot.waitUntil(lambda: window.details.width() == 344)
    beside = QWidget()
    window.docks.show_beside(beside)
    qtbot.waitUntil(lambda: beside.width() == 344)
    assert not window.details.isVisible()
    window.docks.show_beside(None)
    qtbot.waitUntil(lambda: window.details.width() == 344)
    assert not beside.isVisible()


def test_take_info_gives_way_to_details_in_review_alone(qtbot: QtBot, qapp: QApplication) -> None:
    window = opened(qtbot, {"workspace": REVIEW})
    about = window.take_info.parentWidget()
    assert about is not None
    assert about.isHidden()
    window.docks.toggle(DETAILS)
    assert not about.isHidden()
    window.docks.toggle(DETAILS)
    window.show_workspace(CREATE)
    assert not about.isHidden()


@pytest.mark.parametrize(
    "values", [7, {"on": 3, "widths": []}, {"on": {"review": [4, "x"]}, "widths": {"details": "w"}}]
)
def test_what_cannot_be_read_is_passed_over(
    qtbot: QtBot, qapp: QApplication, values: object
) -> None:
    window = opened(qtbot, {"view": {"docks": values}})
    qtbot.waitUntil(lambda: window.history.width() == 428)


def drag(qtbot: QtBot, window: MainWindow, x: int, by: int) -> None:
    y = window.height() // 2
    for kind, place in (
        (QEvent.Type.MouseButtonPress, x),
        (QEvent.Type.MouseMove, x + by),
        (QEvent.Type.MouseButtonRelease, x + by),
    ):
        button = Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
        at = QPointF(place, y)
        event = QMouseEvent(
            kind, at, window.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(window, event)
        qtbot.wait(50)


def test_the_keyboard_goes_to_the_viewer_when_its_panel_goes(
    qtbot: QtBot, qapp: QApplication
) -> None:
    window = opened(qtbot)
    window.activateWindow()
    window.history.search.setFocus()
    qtbot.waitUntil(lambda: window.history.isAncestorOf(QApplication.focusWidget()))
    window.docks.toggle(HISTORY)
    focused = QApplication.focusWidget()
    assert focused is window.viewer or window.viewer.isAncestorOf(focused)
