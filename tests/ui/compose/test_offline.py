"""The main button while the service does not answer, and while it wants a token."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rushes.domain.errors import NotReachable, ServiceDown, TokenRefused
from rushes.domain.model_spec import ModelSpec
from rushes.engine.events import Reach
from rushes.engine.generation import GenerationWish
from rushes.ui.compose.panel import ComposePanel

Show = Callable[..., ComposePanel]
Wishes = Callable[[ComposePanel], list[GenerationWish]]
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ready(show: Show, wan: ModelSpec) -> ComposePanel:
    panel = show(wan)
    panel.use_prompt("fog")
    panel.focus_prompt()
    return panel


def send_by_key(panel: ComposePanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.body.prompt.editor, Qt.Key.Key_Return, CTRL)


def test_offline_jobs_are_queued_for_later_and_the_line_says_so(
    ready: ComposePanel, wishes: Wishes, qtbot: QtBot
) -> None:
    asked = wishes(ready)
    foot = ready.foot
    ready.show_reach(Reach.OFFLINE, NotReachable())
    assert foot.button.text() == "Queue for later"
    assert foot.line.text() == "1 job · waits for the network"
    foot.takes.setFocus()
    for _ in range(7):
        qtbot.keyClick(foot.takes, Qt.Key.Key_Up)
    assert foot.button.text() == "Queue 8 for later"
    assert foot.line.text() == "8 jobs · wait for the network"
    assert foot.line.price() == "price not known"
    assert "wait for the network" in foot.button.accessibleDescription()
    send_by_key(ready, qtbot)
    QTest.mouseClick(foot.button, LEFT)
    assert [wish.takes for wish in asked] == [8, 8]
    ready.show_reach(Reach.ONLINE)
    assert foot.button.text() == "Generate 8"
    assert foot.line.text() == "8 jobs · 5.06 s each"


def test_a_service_in_trouble_is_waited_for_too(ready: ComposePanel) -> None:
    ready.show_reach(Reach.OFFLINE, ServiceDown())
    assert ready.foot.button.text() == "Queue for later"
    assert ready.foot.line.text() == "1 job · waits for the service"


def test_what_is_in_the_way_of_a_job_is_in_the_way_of_its_queue(
    ready: ComposePanel, wishes: Wishes, qtbot: QtBot
) -> None:
    asked = wishes(ready)
    ready.show_reach(Reach.OFFLINE, NotReachable())
    ready.use_prompt("")
    assert not ready.foot.button.isEnabled()
    assert ready.foot.line.text() == "Write a prompt first"
    send_by_key(ready, qtbot)
    assert asked == []


def test_without_a_token_the_button_leads_to_one(
    ready: ComposePanel, wishes: Wishes, qtbot: QtBot
) -> None:
    asked = wishes(ready)
    led: list[None] = []
    ready.settings_requested.connect(lambda: led.append(None))
    ready.show_reach(Reach.TOKEN_NEEDED, TokenRefused())
    ready.use_prompt("")
    assert ready.foot.button.text() == "Enter a token…"
    assert ready.foot.line.text() == "The service needs a RunComfy token"
    QTest.mouseClick(ready.foot.button, LEFT)
    send_by_key(ready, qtbot)
    assert (len(led), asked) == (2, [])
    ready.show_reach(Reach.NOT_TRIED)
    ready.use_prompt("fog")
    assert ready.foot.button.text() == "Generate"
    send_by_key(ready, qtbot)
    assert (len(led), len(asked)) == (2, 1)
