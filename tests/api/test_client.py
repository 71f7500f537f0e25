import asyncio
import gc
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import Any

import pytest

from rushes.api import client as client_module
from rushes.api.client import ServiceClient
from rushes.domain.errors import (
    BalanceEmpty,
    ConnectionLost,
    InputsRefusedByService,
    NotFound,
    NotReachable,
    OutcomeUnknown,
    ReplyMalformed,
    RequestGone,
    ResultNotReady,
    ServiceDown,
    ServiceError,
    TokenMissing,
    TokenRefused,
    TooManyCalls,
)
from rushes.domain.replies import Phase
from rushes.domain.request import GenerationRequest
from tests.api.scripted_server import Answer, Request, ScriptedServer, raw, reply

REQUEST = GenerationRequest("maker/model/kind", {"prompt": "Caffè", "seed": 7})


@asynccontextmanager
async def service(answer: Answer, token: str = "secret") -> AsyncIterator[Any]:
    server = ScriptedServer(answer)
    await server.start()
    client = ServiceClient(server.url, lambda: token)
    try:
        yield client, server
    finally:
        await client.close()
        await server.stop()


async def submit(answer: Answer) -> str:
    async with service(answer) as (client, _):
        return str((await client.submit(REQUEST)).remote_id)


def ok(values: object) -> Answer:
    return reply("200 OK", json.dumps(values).encode())


async def test_a_submit_is_one_post_of_the_very_body_on_a_fresh_connection() -> None:
    async with service(ok({"request_id": "r-1"})) as (client, server):
        assert (await client.submit(REQUEST)).remote_id == "r-1"
        assert (await client.submit(REQUEST)).remote_id == "r-1"
    first = server.requests[0]
    assert (first.method, first.target) == ("POST", "/v1/models/maker/model/kind")
    assert first.body == REQUEST.body
    assert first.headers["authorization"] == "Bearer secret"
    assert server.connections == 2


@pytest.mark.parametrize("status", ["200 OK", "201 Created", "202 Accepted"])
async def test_any_2xx_with_an_id_is_acceptance(status: str) -> None:
    assert await submit(reply(status, b'{"request_id": "A-b_9"}')) == "A-b_9"


REFUSALS = [
    ("400 Bad Request", {"error_code": 400001, "message": "no model"}, NotFound),
    ("400 Bad Request", {"error_code": 400002}, BalanceEmpty),
    ("400 Bad Request", {"error_code": 400004}, TokenRefused),
    ("400 Bad Request", {"detail": [{"loc": ["prompt"]}]}, InputsRefusedByService),
    ("401 Unauthorized", {"error": "bad token"}, TokenRefused),
    ("402 Payment Required", {"message": "pay"}, BalanceEmpty),
    ("404 Not Found", {"error_code": "404001"}, NotFound),
    ("422 Unprocessable", {"error": {"message": "rate"}}, InputsRefusedByService),
    ("429 Too Many", {"error": "slow down"}, TooManyCalls),
    ("200 OK", {"error_code": 400002, "message": "no balance"}, BalanceEmpty),
]


@pytest.mark.parametrize(("status", "values", "kind"), REFUSALS)
async def test_a_sure_no_is_told_as_one(
    status: str, values: dict[str, object], kind: type[ServiceError]
) -> None:
    with pytest.raises(kind):
        await submit(reply(status, json.dumps(values).encode()))


UNKNOWN = [
    ok([]),
    ok({}),
    ok({"request_id": ""}),
    ok({"request_id": "../../etc"}),
    ok({"request_id": "x" * 129}),
    ok({"request_id": "bad id", "error_code": 400001}),
    reply("200 OK", b"<html>hello</html>"),
    reply("200 OK", b'{"request_id": "a", "request_id": "b"}'),
    reply("200 OK", b'{"request_id": "r", "x": NaN}'),
    reply("200 OK", b'{"a":' * 100_000),
    reply("200 OK", b"\xff\xfe"),
    reply("400 Bad Request", b"<html>proxy</html>"),
    reply("400 Bad Request", b"{}"),
    reply("400 Bad Request", b'{"request_id": "r-1", "message": "?"}'),
    reply("408 Timeout", b'{"message": "late"}'),
    reply("409 Conflict", b'{"message": "again"}'),
    reply("429 Too Many", b"<html>proxy</html>"),
    reply("500 Oops", b'{"message": "oops"}'),
    reply("503 Down", b""),
    *(reply(f"{code} Moved", b"", "Location: /elsewhere") for code in (301, 302, 303, 307, 308)),
    raw(b""),
    raw(b"HTTP/1.1 200 OK\r\nContent-Le"),
    raw(b'HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n{"request_id"'),
    raw(b"not http at all\r\n\r\n"),
    raw(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{"request_id":"r"}'),
]


@pytest.mark.parametrize("answer", UNKNOWN)
async def test_everything_else_is_unknown_and_sent_only_once(answer: Answer) -> None:
    async with service(answer) as (client, server):
        with pytest.raises(OutcomeUnknown):
            await client.submit(REQUEST)
    assert len(server.requests) == 1


async def test_a_reply_that_drips_ends_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "_SUBMIT_SECONDS", 0.4)

    async def drip(_: Request, writer: asyncio.StreamWriter) -> None:
        for byte in b'HTTP/1.1 200 OK\r\n\r\n{"request_id": "r-1"}':
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(0.1)

    async with service(drip) as (client, _):
        with pytest.raises(OutcomeUnknown):
            await client.submit(REQUEST)
        # The client goes on working with fresh connections.
        with pytest.raises(OutcomeUnknown):
            await client.submit(REQUEST)


async def test_what_surely_never_left_is_told_apart() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    for origin in (f"http://127.0.0.1:{port}", "https://no-such-host.invalid"):
        client = ServiceClient(origin, lambda: "secret")
        with pytest.raises(NotReachable):
            await client.submit(REQUEST)
        await client.close()


async def test_tls_that_fails_never_left() -> None:
    async def no_tls(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"this is not TLS\r\n")
        writer.close()

    server = await asyncio.start_server(no_tls, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    client = ServiceClient(f"https://127.0.0.1:{port}", lambda: "secret")
    with pytest.raises(NotReachable):
        await client.submit(REQUEST)
    await client.close()
    server.close()
    await server.wait_closed()


@pytest.mark.parametrize("token", ["", "  ", "two words", "line\nbreak", "ünïcode"])
async def test_without_a_usable_token_nothing_is_sent(token: str) -> None:
    async with service(ok({"request_id": "r"}), token) as (client, server):
        with pytest.raises(TokenMissing):
            await client.submit(REQUEST)
    assert server.requests == []


@pytest.mark.parametrize(
    ("values", "phase", "position"),
    [
        ({"status": "in_queue", "queue_position": 3}, Phase.QUEUED, 3),
        ({"status": "in_queue", "queue_position": "3"}, Phase.QUEUED, None),
        ({"status": "in_queue", "queue_position": -1}, Phase.QUEUED, None),
        ({"status": "in_progress", "queue_position": 3}, Phase.RUNNING, None),
        ({"status": "completed"}, Phase.ENDED, None),
        ({"status": "warming_up"}, Phase.UNRECOGNISED, None),
    ],
)
async def test_states(values: dict[str, object], phase: Phase, position: int | None) -> None:
    async with service(ok(values)) as (client, _):
        answer = await client.status("r-1")
    assert (answer.phase, answer.queue_position) == (phase, position)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (ok({}), ReplyMalformed),
        (ok({"status": 3}), ReplyMalformed),
        (reply("200 OK", b"<html>"), ReplyMalformed),
        (reply("404 Not Found", b'{"error_code": 404001}'), RequestGone),
        (reply("400 Bad", b'{"error_code": 400005}'), ResultNotReady),
        (reply("401 No", b""), TokenRefused),
        (reply("500 Oops", b"<html>"), ServiceDown),
        (reply("301 Moved", b"", "Location: https://evil.example/"), ReplyMalformed),
        (raw(b""), ReplyMalformed),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"), ReplyMalformed),
        (reply("200 OK", b'"' + b"x" * 9_000_000 + b'"'), ReplyMalformed),
    ],
)
async def test_malformed_states_are_errors_of_ours(
    answer: Answer, kind: type[ServiceError]
) -> None:
    async with service(answer) as (client, _):
        with pytest.raises(kind):
            await client.status("r-1")


async def test_waiting_is_asked_for_in_seconds() -> None:
    async with service(reply("429 Slow", b"", "Retry-After: 7")) as (client, _):
        with pytest.raises(TooManyCalls) as slow:
            await client.status("r-1")
    assert slow.value.retry_after == 7.0


URL = "https://x.runcomfy.net/a.mp4"


@pytest.mark.parametrize(
    ("values", "phase", "urls"),
    [
        ({"status": "succeeded", "output": {"video": URL}}, Phase.SUCCEEDED, [URL]),
        ({"status": "completed", "output": {"videos": [URL, URL + "2"]}}, Phase.SUCCEEDED, 2),
        ({"status": "completed"}, Phase.ENDED, []),
        ({"status": "succeeded", "output": URL}, Phase.SUCCEEDED, [URL]),
        ({"status": "succeeded", "output": [URL]}, Phase.SUCCEEDED, [URL]),
        ({"status": "succeeded", "output": {"images": [URL], "video": URL}}, Phase.SUCCEEDED, 1),
        ({"status": "succeeded", "output": {"video": "file:///etc/passwd"}}, Phase.SUCCEEDED, []),
        ({"status": "succeeded", "output": 7, "input": {"video": URL}}, Phase.SUCCEEDED, []),
        ({"status": "failed", "error": {"message": "no"}}, Phase.FAILED, []),
        ({"status": "in_progress"}, Phase.RUNNING, []),
    ],
)
async def test_results_in_every_form(values: Any, phase: Phase, urls: Any) -> None:
    async with service(ok({**values, "cost": 0.25})) as (client, server):
        answer = await client.result("r-1")
    assert server.requests[0].target == "/v1/requests/r-1/result?include_cost=true"
    assert answer.phase is phase
    assert answer.cost == Decimal("0.25")
    assert (len(answer.urls) if isinstance(urls, int) else list(answer.urls)) == urls


@pytest.mark.parametrize("said", ["text", {"message": "text"}, ["text"], {"code": "text"}])
async def test_failures_say_what_was_said(said: object) -> None:
    async with service(ok({"status": "failed", "error": said})) as (client, _):
        assert "text" in (await client.result("r-1")).failure


async def test_cancelling_goes_by_the_outcome_alone() -> None:
    async with service(ok({"status": "completed", "outcome": "cancelled"})) as (client, server):
        assert (await client.cancel("r-1")).outcome == "cancelled"
    assert (server.requests[0].method, server.requests[0].target) == (
        "POST",
        "/v1/requests/r-1/cancel",
    )


async def test_balances_may_be_negative() -> None:
    async with service(ok({"balance_usd": -0.5, "currency": "USD"})) as (client, server):
        assert (await client.balance()).amount == Decimal("-0.5")
    assert server.requests[0].target == "/prod/v2/balance"


async def test_the_catalogue_is_read_page_by_page() -> None:
    entries = [{"model_id": f"maker/model-{number}"} for number in range(230)]

    async def pages(request: Request, writer: asyncio.StreamWriter) -> None:
        offset = int(request.target.split("offset=")[1].split("&")[0])
        await ok({"models": entries[offset : offset + 100], "total": 230})(request, writer)

    async with service(pages) as (client, server):
        assert await client.models() == entries
    assert len(server.requests) == 3


async def test_ids_that_could_change_the_address_are_not_sent() -> None:
    async with service(ok({})) as (client, server):
        with pytest.raises(ValueError, match="request id"):
            await client.status("../balance")
        with pytest.raises(ValueError, match="model id"):
            await client.submit(GenerationRequest("//evil.example/x", {}))
    assert server.requests == []


async def test_a_connection_lost_while_reading_may_be_asked_again() -> None:
    async def reset(_: Request, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    async with service(reset) as (client, _):
        with pytest.raises((ConnectionLost, ReplyMalformed)):
            await client.status("r-1")


async def test_a_call_that_nobody_waits_for_any_more_ends_without_a_word() -> None:
    asked, told = asyncio.Event(), list[str]()

    async def says_nothing(_request: Request, _writer: asyncio.StreamWriter) -> None:
        asked.set()
        await asyncio.sleep(60)

    server = ScriptedServer(says_nothing)
    await server.start()
    client = ServiceClient(server.url, lambda: "secret")
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: told.append(str(context["message"])))
    try:
        call = asyncio.ensure_future(client.status("r-1"))
        await asyncio.wait_for(asked.wait(), 5)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        await server.stop()
        await client.close()
        del call
        for _ in range(20):
            await asyncio.sleep(0.01)
            gc.collect()
    finally:
        loop.set_exception_handler(None)
    assert told == []
