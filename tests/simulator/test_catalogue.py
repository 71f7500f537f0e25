"""Listing models, and the models that come with Rushes."""

from typing import Any

import pytest

from rushes.domain.model_spec import read_model
from rushes.simulator.catalogue import bundled_models
from rushes.simulator.server import Simulator
from tests.simulator.small_models import IMAGE_ID, SMALL_MODELS, SOUND_ID, VIDEO, VIDEO_ID, Caller


async def listed(caller: Caller, **query: Any) -> tuple[list[str], int]:
    reply = (await caller.http.get("/v1/models", params=query)).json()
    return [entry["model_id"] for entry in reply["models"]], reply["total"]


async def test_search_and_pages(caller: Caller) -> None:
    everything = [VIDEO_ID, IMAGE_ID, SOUND_ID]
    assert await listed(caller) == (everything, 3)
    assert await listed(caller, limit=2) == (everything[:2], 3)
    assert await listed(caller, limit=2, offset=2) == (everything[2:], 3)
    assert await listed(caller, offset=9) == ([], 3)
    assert await listed(caller, search="MOVES small") == ([VIDEO_ID], 1)
    assert await listed(caller, search="nothing like it") == ([], 0)
    assert await listed(caller, kind="text-to-image") == ([IMAGE_ID], 1)
    assert await listed(caller, category="text-to-audio") == ([SOUND_ID], 1)


@pytest.mark.parametrize(
    "query", [{"limit": 0}, {"limit": 101}, {"limit": "x"}, {"offset": -1}, {"limit": "9" * 30}]
)
async def test_pages_out_of_bounds(caller: Caller, query: dict[str, Any]) -> None:
    reply = await caller.http.get("/v1/models", params=query)
    assert reply.status_code == 422
    assert reply.json()["error_message"]


async def test_an_entry_tells_its_schema_and_price() -> None:
    async with Simulator(models=SMALL_MODELS, price_usd=0.3, price_unit="second") as simulator:
        caller = Caller(simulator.url)
        entry = (await caller.http.get(f"/v1/models/{VIDEO_ID}")).json()
        assert entry["input_schema"] == VIDEO["input_schema"]
        assert (entry["base_price_usd"], entry["price_unit"]) == (0.3, "second")
        query = {"limit": 1, "include_schema": "true"}
        page = (await caller.http.get("/v1/models", params=query)).json()["models"]
        assert page == [entry]
        short = (await caller.http.get("/v1/models", params={"limit": 1})).json()["models"]
        assert "input_schema" not in short[0]
        await caller.http.aclose()


async def test_a_price_that_is_not_known_is_not_named(caller: Caller) -> None:
    entry = (await caller.http.get(f"/v1/models/{VIDEO_ID}")).json()
    assert (entry["base_price_usd"], entry["price_unit"]) == (None, None)


def test_the_models_that_come_along_can_be_read() -> None:
    specs = {spec.model_id: spec for spec in map(read_model, bundled_models())}
    wan = specs["wan-ai/wan-2-1/text-to-video"]
    assert {field.name for field in wan.fields} >= {"prompt", "seed", "num_frames"}
