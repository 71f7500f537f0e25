"""Every error in the service's form."""

from typing import Any

import pytest

from rushes.simulator.server import Simulator
from tests.simulator.small_models import IMAGE_ID, SMALL_MODELS, VIDEO_ID, Caller


def told(reply: Any) -> tuple[int, int | None]:
    """HTTP status and the service's code; there must be words."""
    body = reply.json()
    assert body["error_message"]
    return reply.status_code, body.get("error_code")


async def test_token_missing_wrong_or_somebody_elses() -> None:
    async with Simulator(models=SMALL_MODELS, pace_seconds=0, token="right") as simulator:
        for path in ("/prod/v2/balance", "/v1/models", "/v1/requests/x/status"):
            wrong = Caller(simulator.url, "wrong")
            assert told(await wrong.http.get(path)) == (400, 400004)
            for header in ("", "Basic right", "Bearer"):
                reply = await wrong.http.get(path, headers={"Authorization": header})
                assert told(reply) == (401, None)
            await wrong.http.aclose()
    async with Simulator(models=SMALL_MODELS, pace_seconds=0) as simulator:
        mine, theirs = Caller(simulator.url, "mine"), Caller(simulator.url, "theirs")
        request_id = await mine.accepted()
        for reply in (await theirs.result(request_id), await theirs.cancel(request_id)):
            assert told(reply) == (403, 403001)
        await mine.http.aclose()
        await theirs.http.aclose()


async def test_unknown_ids(caller: Caller) -> None:
    assert told(await caller.submit("no/such/model")) == (400, 400001)
    assert told(await caller.http.get("/v1/models/no/such/model")) == (400, 400001)
    for reply in (
        await caller.http.get("/v1/requests/unknown/status"),
        await caller.result("unknown"),
        await caller.cancel("unknown"),
    ):
        assert told(reply) == (404, 404001)


async def test_no_balance_left(simulator: Simulator, caller: Caller) -> None:
    simulator.balance_usd = 0
    assert told(await caller.submit()) == (402, 400002)
    assert not simulator.accepted


@pytest.mark.parametrize(
    ("inputs", "field"),
    [
        ({"prompt": ""}, "prompt"),
        ({"prompt": 3}, "prompt"),
        ({"seed": 1001}, "seed"),
        ({"seed": 1.5}, "seed"),
        ({"seed": "1"}, "seed"),
        ({"num_frames": 0}, "num_frames"),
        ({"frames_per_second": 25}, "frames_per_second"),
        ({"resolution": "720p"}, "resolution"),
        ({"generate_audio": 1}, "generate_audio"),
        ({"colour": "red"}, "colour"),
    ],
)
async def test_inputs_that_the_schema_refuses(
    simulator: Simulator, caller: Caller, inputs: dict[str, Any], field: str
) -> None:
    reply = await caller.submit(VIDEO_ID, **inputs)
    assert told(reply) == (422, None)
    assert field in reply.json()["error_message"]
    assert not simulator.accepted


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b'{"prompt": NaN}', 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
        (b"[]", 422),
        (b'"prompt"', 422),
        (b"{}", 422),
    ],
)
async def test_bodies_that_are_no_inputs(
    simulator: Simulator, caller: Caller, body: bytes, status: int
) -> None:
    reply = await caller.http.post(f"/v1/models/{IMAGE_ID}", content=body)
    assert told(reply) == (status, None)
    assert not simulator.accepted


async def test_paths_and_methods_that_are_no_calls(caller: Caller) -> None:
    for method, path in (
        ("GET", "/"),
        ("GET", "/v1/requests/x"),
        ("POST", "/v1/requests/x/status"),
        ("DELETE", f"/v1/models/{VIDEO_ID}"),
        ("GET", "/v2/models"),
        ("POST", "/v1/models"),
    ):
        reply = await caller.http.request(method, path)
        assert (reply.status_code, reply.json()) == (404, {"detail": "Not Found"})
