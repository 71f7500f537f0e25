from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from rushes.engine.credentials import Credentials
from rushes.engine.engine import Engine
from rushes.library.library import Library
from rushes.simulator.server import Simulator
from tests.engine.tiny_model import ENTRY


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(models=[ENTRY], token="good", pace_seconds=0.2) as started:
        yield started


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    opened = Library(tmp_path / "library")
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
async def make_engine(
    library: Library, simulator: Simulator
) -> AsyncIterator[Callable[..., Awaitable[Engine]]]:
    engines: list[Engine] = []

    async def make(origin: str = "", token: str = "good", **start: bool) -> Engine:
        credentials = Credentials({}, fixed=token)
        engine = Engine.create(library, origin or simulator.url, 10**9, credentials)
        engines.append(engine)
        await engine.start(**start)
        return engine

    yield make
    for engine in engines:
        await engine.stop()
