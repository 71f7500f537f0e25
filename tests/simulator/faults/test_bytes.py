"""Each part of a fault, byte by byte on the wire."""

import asyncio
import contextlib
import gc
import gzip
import json
import socket
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from rushes.simulator.server import Simulator
from tests.simulator.faults.raw_client import Heard, get, post, submit, talk
from tests.simulator.small_models import SMALL_MODELS, Caller

BALANCE = get("/prod/v2/balance")


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(models=SMALL_MODELS, pace_seconds=0) as simulator:
        yield simulator


async def balance(simulator: Simulator, within: float = 5.0, **fault: Any) -> Heard:
    simulator.faults.clear()
    simulator.faults.add({"call": "balance", "fault": fault})
    return await talk(simulator.url, BALANCE, within=within)


def without_date(heard: Heard) -> bytes:
    lines = heard.content.split(b"\r\n")
    return b"\r\n".join(line for line in lines if not line.startswith(b"Date: "))


async def finished_link(simulator: Simulator) -> str:
    caller = Caller(simulator.url)
    result = await caller.finished(await caller.accepted())
    await caller.http.aclose()
    return str(result["output"]["video"])


async def test_a_reply_of_ones_own_is_sent_as_it_is(simulator: Simulator) -> None:
    heard = await balance(
        simulator,
        when="after_reading",
        status=599,
        headers={"X-A": ["1", "2"], "Connection": []},
        body={"json": {"says": "ü"}},
    )
    assert without_date(heard) == (
        b"HTTP/1.1 599 Unknown\r\nContent-Type: application/json\r\nContent-Length: 14\r\n"
        b"X-A: 1\r\nX-A: 2\r\n\r\n" + '{"says": "ü"}'.encode()
    )
    assert heard.end == "closed"


async def test_the_right_reply_keeps_what_is_not_changed(simulator: Simulator) -> None:
    heard = await balance(simulator, body={"change": {"currency": "EUR"}, "leave_out": ["x"]})
    assert heard.json() == {
        "balance_usd": 25.0, "balance_microdollars": 25_000_000, "currency": "EUR",
    }  # fmt: skip
    heard = await balance(simulator, body={"leave_out": ["balance_usd"]}, status=203)
    assert (heard.status, "balance_usd" in heard.json()) == (203, False)
    assert b"Content-Type: application/json\r\n" in heard.content


async def test_a_raw_head_is_all_that_comes_before_the_body(simulator: Simulator) -> None:
    heard = await balance(simulator, raw_head="HTTP/0.9 what\r\n\r\n", body={"base64": "AP8="})
    assert heard.content == b"HTTP/0.9 what\r\n\r\n\x00\xff"


@pytest.mark.parametrize(
    ("fault", "body"),
    [
        ({"framing": "no_length"}, b"12345"),
        ({"framing": "chunked"}, b"5\r\n12345\r\n0\r\n\r\n"),
        ({"framing": "bad_chunk"}, b"5\r\n12345\r\nno number\r\n"),
        ({"framing": "chunked", "cut_at": {"body": 3}}, b"3\r\n123\r\n"),
        ({"cut_at": {"body": 3}}, b"123"),
        ({"cut_at": {"body": 0.4}}, b"12"),
        ({"cut_at": {"body": 0}}, b""),
        ({"announced_bytes": 99}, b"12345"),
    ],
)
async def test_framing_and_cuts(simulator: Simulator, fault: Any, body: bytes) -> None:
    heard = await balance(simulator, body={"text": "12345"}, **fault)
    assert heard.body == body
    assert heard.end == "closed"
    length = {"no_length": None, "chunked": None, "bad_chunk": None}.get(
        fault.get("framing"), fault.get("announced_bytes", 5)
    )
    told = [line for line in heard.head.split(b"\r\n") if line.startswith(b"Content-Length")]
    assert told == ([] if length is None else [b"Content-Length: %d" % length])


async def test_a_head_is_cut_at_a_byte_and_then_as_asked(simulator: Simulator) -> None:
    whole = await balance(simulator)
    for then, end in (("close", "closed"), ("reset", "reset"), ("hang", "silent")):
        heard = await balance(simulator, within=0.2, cut_at={"head": 12}, then=then)
        assert (heard.content, heard.end) == (whole.content[:12], end)


async def test_a_random_cut_is_drawn_from_the_seed() -> None:
    async def lengths(seed: int) -> list[int]:
        step = {"call": "balance", "fault": {"cut_at": {"body": "random"}}}
        async with Simulator(models=SMALL_MODELS, faults=[step], faults_seed=seed) as simulator:
            return [len((await talk(simulator.url, BALANCE)).body) for _ in range(8)]

    first = await lengths(1)
    assert await lengths(1) == first
    assert await lengths(2) != first
    assert len(set(first)) > 2


@pytest.mark.parametrize("when", ["before_reading", "mid_body", "after_reading", "after_accepting"])
@pytest.mark.parametrize(
    ("do", "end"), [("reset", "reset"), ("close", "closed"), ("hang", "silent")]
)
async def test_what_breaks_before_accepting_is_not_billed(
    simulator: Simulator, when: str, do: str, end: str
) -> None:
    simulator.faults.add({"call": "submit", "fault": {"when": when, "do": do}})
    heard = await talk(simulator.url, submit(), within=0.2)
    # An end with bytes unread is a reset, whatever was wanted.
    assert heard.end in ((end, "reset") if do == "close" else (end,))
    assert heard.content == b""
    assert len(simulator.accepted) == (when == "after_accepting")


async def test_a_submit_that_the_service_refuses_is_never_billed(simulator: Simulator) -> None:
    simulator.faults.add({"call": "submit", "fault": {"do": "close"}})
    await talk(simulator.url, submit(seed="wrong"))
    assert simulator.accepted == ()


@pytest.mark.parametrize(
    ("do", "end"), [("reset", "reset"), ("close", "closed"), ("hang", "silent")]
)
async def test_a_connection_that_ends_as_it_opens_counts_as_one_call(
    simulator: Simulator, do: str, end: str
) -> None:
    simulator.faults.add({"call": "submit", "count": 2, "fault": {"when": "connecting", "do": do}})
    assert (await talk(simulator.url, submit())).status == 200
    heard = await talk(simulator.url, submit(), within=0.2)
    assert (heard.content, heard.end in (end, "reset")) == (b"", True)
    assert (await talk(simulator.url, submit())).status == 200
    assert len(simulator.accepted) == 2


async def test_connections_are_refused_for_a_while_and_the_port_stays_ours() -> None:
    step = {"call": "submit", "count": 2, "fault": {"do": "refuse_connections", "seconds": 0.4}}
    async with Simulator(models=SMALL_MODELS, pace_seconds=0, faults=[step]) as simulator:
        assert (await talk(simulator.url, submit())).status == 200
        await asyncio.sleep(0.05)
        assert (await talk(simulator.url, submit())).end == "refused"
        assert (await talk(simulator.url, BALANCE)).end == "refused"
        link = urlsplit(simulator.media_url)
        assert (await talk(link.geturl(), get("/", token=False))).status == 403
        async with asyncio.timeout(5):
            while (heard := await talk(simulator.url, submit())).end == "refused":
                await asyncio.sleep(0.05)
        assert heard.status == 200
        assert len(simulator.accepted) == 2


async def test_refusing_ends_when_the_faults_are_cleared() -> None:
    step = {"call": "balance", "fault": {"do": "refuse_connections"}}
    async with Simulator(models=SMALL_MODELS, faults=[step]) as simulator:
        await asyncio.sleep(0.05)
        assert (await talk(simulator.url, BALANCE)).end == "refused"
        simulator.faults.clear()
        async with asyncio.timeout(5):
            while (heard := await talk(simulator.url, BALANCE)).end == "refused":
                await asyncio.sleep(0.02)
        assert heard.status == 200


async def test_stopping_while_connections_are_refused() -> None:
    step = {"call": "balance", "fault": {"do": "refuse_connections", "seconds": 60}}
    clock = asyncio.get_running_loop().time
    async with Simulator(models=SMALL_MODELS, faults=[step]):
        await asyncio.sleep(0.05)
        began = clock()
    assert clock() - began < 5


@pytest.mark.parametrize("turns", range(6))
async def test_a_connection_that_comes_as_the_port_is_closed_ends_as_well(turns: int) -> None:
    async with Simulator(models=SMALL_MODELS) as simulator:
        place = urlsplit(simulator.url)
        with socket.create_connection((place.hostname, place.port)) as client:
            for _ in range(turns):
                await asyncio.sleep(0)
            simulator.faults.add({"call": "balance", "fault": {"do": "refuse_connections"}})
            client.settimeout(5)
            with contextlib.suppress(ConnectionResetError):
                assert await asyncio.to_thread(client.recv, 1) == b""
    gc.collect()


async def test_time_passes_as_asked(simulator: Simulator) -> None:
    clock = asyncio.get_running_loop().time
    for fault in (
        {"delay_seconds": 0.3},
        {"body": {"text": "x" * 30}, "body_rate": 100},
        {"raw_head": "HTTP/1.1 200 OK\r\nX: 34567890\r\n\r\n", "head_rate": 100},
    ):
        began = clock()
        heard = await balance(simulator, **fault)
        assert 0.25 < clock() - began < 3
        assert heard.status == 200


async def test_what_comes_before_and_inside_the_head(simulator: Simulator) -> None:
    heard = await balance(simulator, interim_replies=3)
    assert heard.content.count(b"HTTP/1.1 103 Early Hints\r\n") == 3
    assert heard.content.count(b"\r\n\r\n") == 4
    heard = await balance(simulator, header_filler_bytes=1_000_000)
    assert 1_000_000 < len(heard.head) < 1_001_000
    assert heard.json()["currency"] == "USD"


async def test_large_bodies_are_made_while_they_are_sent(simulator: Simulator) -> None:
    fault = {"body": {"repeat": "ab", "bytes": 10**10, "before": "<", "after": ">"}}
    simulator.faults.add({"call": "balance", "fault": fault})
    heard = await talk(simulator.url, BALANCE, enough=3_000_000)
    assert heard.end == "enough"
    assert b"Content-Length: 10000000002\r\n" in heard.content
    assert heard.body.startswith(b"<abab")
    small = {"body": {"repeat": "ab", "bytes": 5, "before": "<", "after": ">"}}
    assert (await balance(simulator, **small)).body == b"<ababa>"


async def test_a_compressed_body_is_what_it_says(simulator: Simulator) -> None:
    heard = await balance(simulator, gzip=True, framing="no_length", body={"text": "x" * 9_999})
    assert b"Content-Encoding: gzip\r\n" in heard.content
    assert gzip.decompress(heard.body) == b"x" * 9_999


async def test_a_file_with_a_fault(simulator: Simulator) -> None:
    link = await finished_link(simulator)
    asked = get(link.removeprefix(simulator.media_url), token=False)
    right = (await talk(link, asked)).body

    async def with_fault(**fault: Any) -> Heard:
        simulator.faults.clear()
        simulator.faults.add({"call": "download", "fault": fault})
        return await talk(link, asked)

    assert (await with_fault(cut_at={"body": 100})).body == right[:100]
    half = await with_fault(body={"beginning": 0.5})
    assert half.body == right[: len(right) // 2]
    assert b"Content-Length: %d\r\n" % (len(right) // 2) in half.content
    without = (await with_fault(body={"without_box": "moov"})).body
    assert b"moov" in right
    assert b"moov" not in without
    assert b"mdat" in without
    assert len(without) < len(right)


async def test_a_range_can_be_ignored(simulator: Simulator) -> None:
    link = await finished_link(simulator)
    asked = get(link.removeprefix(simulator.media_url), "Range: bytes=10-", token=False)
    right = await talk(link, asked)
    assert right.status == 206
    simulator.faults.add({"call": "download", "ranged": True, "fault": {"ignores_range": True}})
    whole = await talk(link, asked)
    assert whole.status == 200
    assert whole.body[10:] == right.body


async def test_placeholders_are_filled_in(simulator: Simulator) -> None:
    text = "$API $MEDIA $CANARY $HERE $LINKS"
    heard = await balance(simulator, body={"text": text}, headers={"X-Here": "$HERE"})
    here = f"{simulator.url}/prod/v2/balance"
    words = [simulator.url, simulator.media_url, simulator.canary.url, here, "$LINKS"]
    assert heard.body.decode().split(" ") == words
    assert f"X-Here: {here}\r\n".encode() in heard.content
    simulator.faults.add({"call": "submit", "fault": {"body": {"json": {"id": "$REQUEST_ID"}}}})
    told = (await talk(simulator.url, submit())).json()
    assert told == {"id": simulator.accepted[0].request_id}


async def test_a_call_can_wait_for_the_end_of_its_job() -> None:
    step = {"call": "cancel", "fault": {"wait_for_end": True}}
    async with Simulator(models=SMALL_MODELS, pace_seconds=0.4, faults=[step]) as simulator:
        request_id = (await talk(simulator.url, submit())).json()["request_id"]
        heard = await talk(simulator.url, post(f"/v1/requests/{request_id}/cancel"))
    assert (heard.status, heard.json()["outcome"]) == (202, "not_cancellable")


async def test_a_connection_goes_on_after_a_whole_reply(simulator: Simulator) -> None:
    simulator.faults.add({"call": "balance", "fault": {"status": 500}})
    asked = BALANCE.replace(b"Connection: close\r\n", b"")
    heard = await talk(simulator.url, asked + asked + BALANCE)
    assert heard.content.count(b"HTTP/1.1 500 ") == 3
    assert heard.end == "closed"


async def test_the_canary_writes_down_who_comes(tmp_path: Any) -> None:
    path = tmp_path / "canary"
    async with Simulator(models=SMALL_MODELS, canary_path=path) as simulator:
        heard = await talk(simulator.canary.url, post("/x?y=1", b"secret"))
        assert heard.status == 404
        (request,) = simulator.canary.requests
    assert (request.method, request.target, request.body) == ("POST", "/x?y=1", "secret")
    assert request.headers["authorization"] == "Bearer secret"
    assert json.loads(path.read_text())["target"] == "/x?y=1"
