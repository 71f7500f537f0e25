"""A running simulator with small models, and a client of it."""

from collections.abc import AsyncIterator

import pytest

from rushes.simulator.server import Simulator
from tests.simulator.small_models import SMALL_MODELS, Caller


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    """A simulator that is as fast as it can be."""
    async with Simulator(models=SMALL_MODELS, pace_seconds=0) as simulator:
        yield simulator


@pytest.fixture
async def caller(simulator: Simulator) -> AsyncIterator[Caller]:
    """A client of `simulator`."""
    caller = Caller(simulator.url)
    yield caller
    await caller.http.aclose()
