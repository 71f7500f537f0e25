"""Files that go, and windows that close, while takes are compared."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from rushes.domain.states import FileState
from rushes.library.library import Library
from rushes.library.state_file import read_values
from rushes.simulator.server import Simulator
from rushes.ui.window.main_window import REVIEW
from tests.ui.window.opened import LIMIT, Open
from tests.ui.window.shots import (
    choose_takes,
    compared,
    comparison_of,
    filled,
    is_current,
    press,
    reviewed,
    show,
)

K = Qt.Key
TRAM, HARBOUR = "Night tram", "Harbour"


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(token="good", pace_seconds=0.3) as started:
        yield started


async def test_a_file_that_is_gone_is_said_in_its_place_and_written_down(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    path = takes[1].job.clips[0].path
    assert path is not None
    (opened.session.library.layout.media / path).unlink()
    choose_takes(opened, 0, 2)
    opened.session.reviewing.compared.compare()
    await opened.until(lambda: opened.window.viewer.is_comparing)
    comparison = comparison_of(opened)
    await opened.until(lambda: comparison.group.is_open)
    assert comparison.group.open_places == [0, 2]

    async def state() -> FileState:
        return (await opened.session.library.job(takes[1].job.id)).job.clips[0].state

    async with asyncio.timeout(LIMIT):
        while await state() is not FileState.MISSING:
            await asyncio.sleep(0.02)
    assert comparison.is_open
    comparison.choose(1)
    comparison.close()
    await opened.until(lambda: is_current(opened, takes[1]))
    await opened.until(opened.window.viewer.answers.isVisible)


async def test_the_current_take_keeps_its_place_when_its_file_goes(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    comparison = await compared(opened, 0, 2)
    assert is_current(opened, takes[2])
    path = takes[2].job.clips[0].path
    assert path is not None
    (opened.session.library.layout.media / path).unlink()
    await opened.session.library.note_missing(takes[2].job.id)
    held = opened.session.reviewing.compared

    def is_missing() -> bool:
        entry = held.entry(takes[2].job.id)
        return entry is not None and entry.job.clips[0].state is FileState.MISSING

    await opened.until(is_missing)
    assert comparison.is_open
    assert comparison.chosen == 2
    press(opened.window.viewer.stage.area.shown, K.Key_Escape)
    # Alone, it is told what became of it.
    await opened.until(opened.window.viewer.answers.isVisible)


async def test_a_window_that_closes_meanwhile_opens_as_usual(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    await compared(opened, 0, 2)
    assert await opened.close() == 0
    assert read_values(opened.configuration.state_file)["workspace"] == REVIEW
    again = await open_window(simulator.url)
    await show(again, takes[2])
    window = again.window
    assert window.details.isVisible()
    assert window.filmstrip.isVisible()
    assert not window.viewer.is_comparing
    library = Library(tmp_path / "one")
    await library.open_beside()
    assert len(await library.order()) == 3
    await library.close()
