"""Movement: short, only while it is seen, and none where none is wanted."""

from itertools import pairwise

from PySide6.QtCore import QAbstractAnimation
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.ui.components.mini_bar import MiniBar
from rushes.ui.components.motion import Transition
from rushes.ui.components.switch import Switch
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, apply_theme, current_theme
from tests.ui.components.conftest import Host


def let_things_move(qapp: QApplication) -> None:
    apply_theme(qapp, Theme(family=current_theme().family))


def test_a_change_takes_a_moment_and_then_nothing_runs(
    qapp: QApplication, qtbot: QtBot, host: Host
) -> None:
    let_things_move(qapp)
    switch = Switch("Magic Prompt")
    host(switch)
    switch.set_value(True)
    assert switch._knob.value < 1.0
    qtbot.waitUntil(lambda: switch._knob.value == 1.0)
    animation = switch._knob._animation
    assert animation is not None
    qtbot.waitUntil(lambda: animation.state() == QAbstractAnimation.State.Stopped)


def test_under_reduced_motion_it_happens_at_once(host: Host) -> None:
    switch = Switch("Magic Prompt")
    host(switch)
    switch.set_value(True)
    assert switch._knob.value == 1.0


def test_what_is_not_seen_does_not_move(qapp: QApplication) -> None:
    let_things_move(qapp)
    switch = Switch("Magic Prompt")
    transition = Transition(switch)
    transition.go_to(1.0)
    assert transition.value == transition.goal == 1.0


def test_a_bar_moves_only_while_it_is_seen(qapp: QApplication, qtbot: QtBot, host: Host) -> None:
    let_things_move(qapp)
    bar = MiniBar(name="Download")
    window = host(bar)
    qtbot.waitUntil(bar.is_moving)
    window.hide()
    qtbot.waitUntil(lambda: not bar.is_moving())
    qtbot.wait(80)
    assert not bar.is_moving()
    window.show()
    qtbot.waitUntil(bar.is_moving)
    bar.set_share(0.5)
    qtbot.waitUntil(lambda: not bar.is_moving())
    assert bar.accessibleDescription() == "50 %"


def test_under_reduced_motion_a_bar_is_dashed_and_still(qtbot: QtBot, host: Host) -> None:
    bar = MiniBar()
    host(bar)
    image = bar.grab().toImage()
    accent = current_theme().color(Role.ACCENT)
    row = [image.pixelColor(x, 1) == accent for x in range(image.width())]
    changes = sum(left != right for left, right in pairwise(row))
    assert changes >= 8
    qtbot.wait(60)
    assert not bar.is_moving()
