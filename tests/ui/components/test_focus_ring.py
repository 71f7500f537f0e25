"""The ring around what has the keyboard."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.components.button import Button
from rushes.ui.components.focus_ring import RingOverlay
from rushes.ui.components.line_field import LineField
from rushes.ui.components.option import Option
from rushes.ui.components.segmented import Segmented
from rushes.ui.components.switch import Switch
from rushes.ui.theme.roles import Role, Scheme
from rushes.ui.theme.theme import Theme, apply_theme, current_theme
from tests.ui.components.conftest import Host

Key = Qt.Key


def ring_of(window: QWidget) -> RingOverlay | None:
    rings = [ring for ring in window.findChildren(RingOverlay) if ring.isVisible()]
    assert len(rings) <= 1
    return rings[0] if rings else None


def test_tab_shows_the_ring_and_it_moves_on(qtbot: QtBot, host: Host) -> None:
    first, second = Button("First"), Button("Second")
    window = host(first, second)
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Tab)
    ring = ring_of(window)
    assert ring is not None
    corner = second.mapTo(window, QPoint(0, 0))
    around = ring.geometry().translated(ring.parentWidget().mapTo(window, QPoint(0, 0)))
    assert around.topLeft() == corner - QPoint(4, 4)
    assert around.size() == second.size() + QSize(8, 8)
    accent = current_theme().color(Role.ACCENT)
    image = window.grab().toImage()
    assert image.pixelColor(corner + QPoint(20, -3)) == accent


def test_the_mouse_shows_no_ring(qtbot: QtBot, host: Host) -> None:
    button, other = Button("Press"), Button("Other")
    window = host(button, other)
    QApplication.focusWidget().clearFocus()
    handle = window.windowHandle()
    place = button.mapTo(window, button.rect().center())
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(button.hasFocus)
    assert ring_of(window) is None
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=place)
    # The first key makes it a matter of the keyboard.
    qtbot.keyPress(button, Key.Key_Shift)
    assert ring_of(window) is not None
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: ring_of(window) is None)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=place)


def test_text_fields_have_their_rim_instead(qtbot: QtBot, host: Host) -> None:
    button, field = Button("Press"), LineField("Search")
    window = host(button, field)
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Tab)
    assert QApplication.focusWidget() is field
    assert ring_of(window) is None


def test_a_segment_has_it_around_its_track_and_a_switch_around_its_knob(
    qtbot: QtBot, host: Host
) -> None:
    track = Segmented([Option(1, "one"), Option(2, "two")])
    switch = Switch("Magic Prompt")
    window = host(track, switch)
    track.setFocus(Qt.FocusReason.TabFocusReason)
    ring = ring_of(window)
    assert ring is not None
    assert ring.width() == track.width() + 8
    switch.setFocus(Qt.FocusReason.TabFocusReason)
    ring = ring_of(window)
    assert ring is not None
    assert (ring.width(), ring.height()) == (32 + 8, 18 + 8)


def test_it_follows_its_widget_and_goes_with_it(qtbot: QtBot, host: Host) -> None:
    button = Button("Press")
    window = host(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = ring_of(window)
    assert ring is not None
    before = ring.pos()
    button.move(button.pos() + QPoint(30, 10))
    assert ring.pos() == before + QPoint(30, 10)
    button.hide()
    assert ring_of(window) is None


def test_it_is_cut_where_its_widget_is_scrolled_away(host: Host) -> None:
    area = QScrollArea()
    content = QWidget()
    column = QVBoxLayout(content)
    buttons = [Button(f"Number {number}") for number in range(30)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(content)
    window = host(area)
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    ring = ring_of(window)
    assert ring is not None
    assert ring.parentWidget() is content


def test_a_splitter_does_not_take_it_for_a_pane(host: Host) -> None:
    splitter = QSplitter()
    button = Button("Pane")
    splitter.addWidget(button)
    splitter.addWidget(QWidget())
    window = host(splitter)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring_of(window) is not None
    assert splitter.count() == 2


def test_it_is_firmer_in_high_contrast(qapp: QApplication, host: Host) -> None:
    apply_theme(qapp, Theme(scheme=Scheme.HIGH_CONTRAST, family=current_theme().family))
    button = Button("Press")
    window = host(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = ring_of(window)
    assert ring is not None
    assert ring.width() == button.width() + 10


def test_the_ring_stays_where_what_holds_the_control_is_taken(qtbot: QtBot, host: Host) -> None:
    window = host(QWidget())
    window.resize(400, 200)
    bar = QWidget(window)
    bar.setGeometry(0, 0, 200, 2)
    button = Button("Close", bar)
    button.move(100, 0)
    bar.show()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = ring_of(window)
    assert ring is not None
    assert ring.parentWidget() is window
    bar.setGeometry(40, 30, 200, 60)
    assert ring.geometry().topLeft() == button.mapTo(window, QPoint(0, 0)) - QPoint(4, 4)
