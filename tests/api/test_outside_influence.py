"""What a server or the surroundings could make of a client: nothing that lasts or leads away."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from rushes.api.client import ServiceClient
from rushes.api.media_download import MediaDownload
from rushes.domain.errors import InputsRefusedByService, OutcomeUnknown, ReplyMalformed
from rushes.domain.request import GenerationRequest
from tests.api.scripted_server import Answer, ScriptedServer, reply

REQUEST = GenerationRequest("maker/model/kind", {"prompt": "a cabin"})
TOKEN = "a-token/that+is-long-enough"
IN_QUEUE = b'{"request_id": "r", "status": "in_queue"}'


@asynccontextmanager
async def service(answer: Answer) -> AsyncIterator[Any]:
    server = ScriptedServer(answer)
    await server.start()
    client = ServiceClient(server.url, lambda: TOKEN)
    try:
        yield client, server
    finally:
        await client.close()
        await server.stop()


@pytest.mark.parametrize("location", ["foo:bar", "http://[", "//", "http://a b/", "http:é", "\x07"])
async def test_a_redirect_to_nowhere_is_a_malformed_reply(location: str) -> None:
    async with service(reply("302 Found", b"{}", f"Location: {location}")) as (client, server):
        with pytest.raises(ReplyMalformed):
            await client.status("r")
        with pytest.raises(OutcomeUnknown):
            await client.submit(REQUEST)
    assert len(server.requests) == 2


@pytest.mark.parametrize("cookie", ["é=1", "a=b", "a=b; domain=.local", "=", "a=\x01"])
async def test_no_cookie_is_kept(cookie: str) -> None:
    async with service(reply("200 OK", IN_QUEUE, f"Set-Cookie: {cookie}")) as (client, server):
        for _ in range(2):
            await client.status("r")
    assert len(server.requests) == 2
    assert not any("cookie" in request.headers for request in server.requests)


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"])
async def test_no_proxy_comes_between_this_machine_and_itself(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = ScriptedServer(reply("200 OK", IN_QUEUE))
    await proxy.start()
    monkeypatch.setenv(name, proxy.url)
    async with service(reply("200 OK", IN_QUEUE)) as (client, server):
        await client.status("r")
        download = MediaDownload(server.url, 10**6)
        async with download.open(f"{server.url}/a.mp4") as transfer:
            assert b"".join([piece async for piece in transfer.pieces]) == IN_QUEUE
        await download.close()
    await proxy.stop()
    assert len(server.requests) == 2
    assert proxy.requests == []


@pytest.mark.parametrize("said", [f"bad {TOKEN}!", TOKEN.replace("/", "\\/")])
async def test_a_reply_that_repeats_the_token_is_read_without_it(said: str) -> None:
    answer = reply("400 Bad Request", f'{{"message": "{said}"}}'.encode())
    async with service(answer) as (client, _):
        with pytest.raises(InputsRefusedByService) as caught:
            await client.submit(REQUEST)
    assert "long-enough" not in caught.value.detail
    assert "[token]" in caught.value.detail
