"""The real client against a simulator whose calls go wrong."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rushes.api.client import ServiceClient
from rushes.domain.request import GenerationRequest
from rushes.simulator.server import Simulator
from tests.simulator.small_models import SMALL_MODELS, VIDEO_ID, Caller

TOKEN = "a-token-of-some-length"
REQUEST = GenerationRequest(VIDEO_ID, {"prompt": "sea", "seed": 7})


@asynccontextmanager
async def service(
    *presets: str, pace_seconds: float = 0.0
) -> AsyncIterator[tuple[ServiceClient, Simulator]]:
    """A simulator that plays presets, and a client of it."""
    async with Simulator(models=SMALL_MODELS, pace_seconds=pace_seconds) as simulator:
        client = ServiceClient(simulator.url, lambda: TOKEN)
        try:
            simulator.faults.add(*presets)
            yield client, simulator
        finally:
            await client.close()


async def finished_job(simulator: Simulator) -> tuple[str, str]:
    """Have a clip made rightly; return its request id and its link."""
    caller = Caller(simulator.url, TOKEN)
    request_id = await caller.accepted()
    result = await caller.finished(request_id)
    await caller.http.aclose()
    return request_id, str(result["output"]["video"])
