"""Message bars, toasts, empty states."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedLayout, QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.components.empty_state import EmptyState
from rushes.ui.components.message_bar import MessageBar, MessageKind
from rushes.ui.components.toast import STAY_MILLISECONDS, Toast
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, apply_theme, current_theme
from tests.ui.components.conftest import Host

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        (MessageKind.INFO, Role.ACCENT),
        (MessageKind.OK, Role.OK),
        (MessageKind.WARN, Role.WARN),
        (MessageKind.BAD, Role.BAD),
    ],
)
def test_a_message_has_an_edge_in_the_colour_of_its_kind(
    host: Host, kind: MessageKind, role: Role
) -> None:
    bar = MessageBar(kind, "The disk is full.")
    host(bar)
    assert bar.grab().toImage().pixelColor(1, bar.height() // 2) == current_theme().color(role)
    assert bar.height() >= 36
    assert bar.accessibleName() == "The disk is full."


def test_a_message_offers_one_act_and_can_be_closed(qtbot: QtBot, host: Host) -> None:
    bar = MessageBar(MessageKind.BAD, "The disk is full.", act="Free room", closable=True)
    host(bar)
    with qtbot.waitSignal(bar.act_requested):
        qtbot.mouseClick(bar.button, LEFT)
    with qtbot.waitSignal(bar.close_requested):
        qtbot.mouseClick(bar.close_button, LEFT)
    bar.set_message(MessageKind.OK, "There is room again.")
    assert not bar.button.isVisible()
    assert bar.text.text() == "There is room again."


def test_a_long_message_breaks_into_lines(host: Host) -> None:
    bar = MessageBar(MessageKind.BAD, "The disk is full and " * 12)
    host(bar, width=300)
    assert bar.height() > 60


@pytest.fixture
def panel(host: Host) -> QWidget:
    widget = QWidget()
    widget.setFixedSize(360, 160)
    host(widget)
    return widget


def test_a_toast_stands_at_the_bottom_centre_with_its_way_back(
    qtbot: QtBot, panel: QWidget
) -> None:
    toast = Toast(panel)
    toast.show_message("3 takes moved to Trash", act="Undo", key="Ctrl Z")
    assert toast.isVisible()
    assert abs(toast.geometry().center().x() - panel.rect().center().x()) <= 1
    # Its shadow lies outside the bar itself.
    assert toast.geometry().bottom() - 14 == panel.rect().bottom() - 12
    # Qt may wait five in a hundred longer than it was asked to.
    assert 0 < toast.remaining_milliseconds() <= STAY_MILLISECONDS * 1.05
    with qtbot.waitSignals([toast.undo_requested, toast.closed]):
        qtbot.mouseClick(toast._act, LEFT)
    assert not toast.isVisible()


def test_a_toast_leaves_free_what_a_hand_is_at(panel: QWidget) -> None:
    timeline = QWidget(panel)
    timeline.setGeometry(0, 100, 360, 60)
    timeline.show()
    toast = Toast(panel, above=timeline)
    toast.show_message("5 stars", act="Undo")
    # Its shadow lies outside the bar itself.
    assert toast.geometry().bottom() - 14 == 99 - 12
    timeline.move(0, 120)
    assert toast.geometry().bottom() - 14 == 119 - 12
    timeline.hide()
    assert toast.geometry().bottom() - 14 == panel.rect().bottom() - 12


BACKED_UP = (
    "Backed up: 12 files were new. It is on the same drive as the clips, and would be lost with it."
)


@pytest.mark.parametrize("width", [240, 360, 480, 640])
def test_a_toast_says_all_of_it_and_has_its_act_whole_where_it_is_narrow(
    qtbot: QtBot, panel: QWidget, width: int
) -> None:
    panel.setFixedSize(width, 300)
    toast = Toast(panel)
    toast.show_message(BACKED_UP, act="Show folder", icon="folder")
    toast.layout().activate()
    text, inside = toast._text, toast.rect().adjusted(14, 14, -14, -14)
    assert panel.rect().contains(toast.geometry().adjusted(14, 14, -14, -14))
    for part in (text, toast._act, toast._close):
        assert inside.contains(QRect(part.mapTo(toast, QPoint(0, 0)), part.size())), part
    assert toast._act.width() >= toast._act.sizeHint().width()
    assert text.height() >= text.heightForWidth(text.width())
    assert not text.geometry().intersects(toast._act.geometry())
    # With room again it is one line again.
    panel.setFixedSize(1200, 300)
    assert toast.height() - 28 == 36


def test_a_toast_waits_while_the_pointer_is_over_it(panel: QWidget) -> None:
    toast = Toast(panel)
    toast.show_message("Frame 43 saved to Pictures")
    middle = QPointF(10, 10)
    QApplication.sendEvent(toast, QEnterEvent(middle, middle, middle))
    assert toast.remaining_milliseconds() == -1
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.remaining_milliseconds() > 0


def test_the_newest_toast_replaces_the_one_before(qtbot: QtBot, panel: QWidget) -> None:
    toast = Toast(panel)
    toast.show_message("1 take moved to Trash", act="Undo")
    with qtbot.waitSignal(toast.closed):
        toast.show_message("2 takes moved to Trash", act="Undo")
    assert toast.isVisible()
    assert toast.text() == "2 takes moved to Trash"


def test_a_toast_is_as_wide_as_its_next_words(qtbot: QtBot, panel: QWidget) -> None:
    panel.setFixedSize(1200, 300)
    toast = Toast(panel)
    for words, act in (("Good", "Undo"), (BACKED_UP, ""), ("Good", "Undo"), ("5 stars", "")):
        toast.show_message(words, act=act)
        toast.layout().activate()
        QApplication.sendPostedEvents()
        assert abs(toast._text.width() - toast._text.sizeHint().width()) <= 1
        assert toast.height() - 28 == 36


def test_a_toast_stays_over_the_page_that_is_turned_to(panel: QWidget) -> None:
    pages = QStackedLayout(panel)
    for _ in range(2):
        pages.addWidget(QWidget(panel))
    toast = Toast(panel)
    toast.show_message("The clip is back in the library.")
    for index in (1, 0):
        pages.setCurrentIndex(index)
        on_top = panel.childAt(toast.geometry().center())
        assert on_top is not None
        assert on_top is toast or toast.isAncestorOf(on_top)


def test_a_toast_goes_by_itself(qtbot: QtBot, panel: QWidget) -> None:
    toast = Toast(panel)
    toast._timer.setInterval(30)
    toast.show_message("Frame 43 saved to Pictures")
    with qtbot.waitSignal(toast.closed):
        pass
    assert not toast.isVisible()


def test_a_toast_fades_only_where_things_may_move(
    qapp: QApplication, qtbot: QtBot, panel: QWidget
) -> None:
    apply_theme(qapp, Theme(family=current_theme().family))
    toast = Toast(panel)
    toast.show_message("Frame 43 saved to Pictures")
    assert toast._effect.isEnabled()
    qtbot.waitUntil(lambda: not toast._effect.isEnabled())
    toast.dismiss()
    assert toast.isVisible()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_toast_stays_in_its_place_when_the_panel_grows(panel: QWidget) -> None:
    toast = Toast(panel)
    toast.show_message("Frame 43 saved to Pictures")
    panel.setFixedSize(380, 200)
    panel.resize(380, 200)
    assert abs(toast.geometry().center().x() - panel.rect().center().x()) <= 1


def test_an_empty_state_says_what_to_do_next(qtbot: QtBot, host: Host) -> None:
    state = EmptyState("film", "No takes yet", "Press Generate.", act="Start with an example")
    window = host(state)
    with qtbot.waitSignal(state.act_requested):
        qtbot.mouseClick(state.button, LEFT)
    state.set_act("")
    state.set_words("trash", "Trash is empty", "")
    assert not state.button.isVisible()
    assert state.accessibleName() == "Trash is empty"
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
