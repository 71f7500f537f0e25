"""What was marked in the last session is taken back by one key in the next one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rushes.domain.marks import Flag, Marks
from rushes.simulator.server import Simulator
from tests.ui.window.opened import Open
from tests.ui.window.shots import filled, press, reviewed, until_marked

K = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(token="good", pace_seconds=0.3) as started:
        yield started


async def test_undo_right_after_a_restart_says_what_it_took_back(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, Tram=2))["Tram"]
    opened = await reviewed(open_window, simulator, takes[0])
    press(opened.window.viewer, K.Key_P, K.Key_4)
    await until_marked(opened, takes[0], Marks(4, Flag.PICK))
    await opened.close()
    # Another take is looked at by then: that of the mark is named all the same.
    opened = await reviewed(open_window, simulator, takes[1])
    window = opened.window
    assert opened.session.reviewing.marking.history.undo_words == "4 stars · Tram, take 1"
    QTest.keyClick(window.viewer, K.Key_Z, CONTROL)
    await until_marked(opened, takes[0], Marks(flag=Flag.PICK))
    await opened.until(lambda: window.toast.text() == "Taken back: 4 stars · Tram, take 1")
    QTest.keyClick(window.viewer, K.Key_Z, CONTROL)
    await until_marked(opened, takes[0], Marks())
    QTest.keyClick(window.viewer, K.Key_Z, CONTROL | SHIFT)
    QTest.keyClick(window.viewer, K.Key_Z, CONTROL | SHIFT)
    await until_marked(opened, takes[0], Marks(4, Flag.PICK))
    await opened.until(lambda: window.toast.text() == "4 stars · Tram, take 1")
