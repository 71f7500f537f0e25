"""A reply is never larger in memory than the limit, however it was packed."""

import gzip
import tracemalloc

import pytest

from rushes.api import exchange
from rushes.api.client import ServiceClient
from rushes.domain.errors import ReplyMalformed
from rushes.domain.replies import Phase
from tests.api.scripted_server import Answer, ScriptedServer, reply

STATE = b'{"status": "in_progress"}'


async def phase(answer: Answer) -> Phase:
    server = ScriptedServer(answer)
    await server.start()
    client = ServiceClient(server.url, lambda: "secret")
    try:
        return (await client.status("r-1")).phase
    finally:
        await client.close()
        await server.stop()


def packed(body: bytes, encoding: str = "gzip") -> Answer:
    return reply("200 OK", body, f"Content-Encoding: {encoding}")


async def test_a_packed_reply_is_unpacked() -> None:
    assert await phase(packed(gzip.compress(STATE))) is Phase.RUNNING
    assert await phase(packed(gzip.compress(STATE), "X-GZIP")) is Phase.RUNNING
    assert await phase(packed(STATE, "identity")) is Phase.RUNNING


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(STATE)[:-4], "gzip"),
        (STATE, "gzip"),
        (gzip.compress(STATE), "br"),
        (gzip.compress(gzip.compress(STATE)), "gzip, gzip"),
    ],
    ids=["cut short", "not packed", "packed otherwise", "packed twice"],
)
async def test_what_cannot_be_unpacked_is_malformed(body: bytes, encoding: str) -> None:
    with pytest.raises(ReplyMalformed):
        await phase(packed(body, encoding))


async def test_a_bomb_does_not_go_off() -> None:
    bomb = gzip.compress(b" " * 300_000_000, 1)
    tracemalloc.start()
    try:
        with pytest.raises(ReplyMalformed, match="larger"):
            await phase(packed(bomb))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4 * exchange.LARGEST_REPLY


async def test_the_limit_itself_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    body = STATE[:-1] + b" " * 1_000 + b"}"
    monkeypatch.setattr(exchange, "LARGEST_REPLY", len(body))
    assert await phase(packed(gzip.compress(body))) is Phase.RUNNING
    monkeypatch.setattr(exchange, "LARGEST_REPLY", len(body) - 1)
    with pytest.raises(ReplyMalformed):
        await phase(packed(gzip.compress(body)))
