"""Between the phases of a test with a loop its widgets stand still, for no task can begin there."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


class Tasks:
    """Begins a task with each beat of a timer of Qt's, as widgets do."""

    def __init__(self) -> None:
        self.begun = 0
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._begin)
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        self._timer.start()

    async def stop(self) -> None:
        self._timer.stop()
        await asyncio.gather(*self._tasks)

    def _begin(self) -> None:
        self._tasks.add(asyncio.get_running_loop().create_task(asyncio.sleep(0)))
        self.begun += 1


@pytest.fixture
async def tasks(qapp: QApplication) -> AsyncIterator[Tasks]:
    made = Tasks()
    made.start()
    yield made
    await asyncio.sleep(0.01)
    await made.stop()


async def test_a_timer_that_goes_on_after_the_body_finds_its_loop(tasks: Tasks) -> None:
    await asyncio.sleep(0.01)
    assert tasks.begun
