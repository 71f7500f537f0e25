from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rushes.simulator.server import Simulator
from tests.ui.libraries.turning import Turning

Open = Callable[..., Awaitable[Turning]]


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(token="good", pace_seconds=0.3) as started:
        yield started


@pytest.fixture
async def open_window(
    qapp: QApplication, tmp_path: Path, simulator: Simulator
) -> AsyncIterator[Open]:
    opened: list[Turning] = []

    async def make(library: str = "Northlight") -> Turning:
        made = Turning(tmp_path, simulator.url, library)
        opened.append(made)
        await made.until(lambda: made.session.ready.is_set())
        return made

    yield make
    for each in opened:
        if not each.running.done():
            await each.close()
