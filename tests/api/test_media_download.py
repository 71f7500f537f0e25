import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from rushes.api import media_download
from rushes.api.media_download import MediaDownload
from rushes.domain.errors import DownloadCut, DownloadError, FileTooLarge, HostNotTrusted, LinkDead
from tests.api.scripted_server import Answer, Request, ScriptedServer, raw

CONTENT = bytes(range(256)) * 40


@asynccontextmanager
async def media(
    answer: Answer, largest: int = 1_000_000
) -> AsyncIterator[tuple[MediaDownload, ScriptedServer]]:
    server = ScriptedServer(answer)
    await server.start()
    download = MediaDownload(server.url, largest)
    try:
        yield download, server
    finally:
        await download.close()
        await server.stop()
        # httpx leaves its inner generators to the collector, which closes them on the loop.
        gc.collect()
        await asyncio.sleep(0.01)


async def fetched(
    answer: Answer, offset: int = 0, etag: str = "", largest: int = 1_000_000
) -> tuple[int, bytes, Request]:
    async with media(answer, largest) as (download, server):
        got = b""
        async with download.open(server.url + "/clip.mp4?sig=1", offset, etag) as transfer:
            async for piece in transfer.pieces:
                got += piece
            return transfer.offset, got, server.requests[0]


def whole(*headers: str, status: str = "200 OK", body: bytes = CONTENT) -> Answer:
    lines = [f"HTTP/1.1 {status}", "Content-Type: video/mp4", *headers, "", ""]
    return raw("\r\n".join(lines).encode() + body)


LENGTH = f"Content-Length: {len(CONTENT)}"


async def test_a_file_comes_whole_and_the_token_stays_home() -> None:
    offset, got, request = await fetched(whole(LENGTH, 'ETag: "one"'))
    assert (offset, got) == (0, CONTENT)
    assert "authorization" not in request.headers
    assert "range" not in request.headers
    assert request.headers["accept-encoding"] == "identity"


async def test_a_file_goes_on_where_it_broke_off() -> None:
    answer = whole(
        f"Content-Length: {len(CONTENT) - 100}",
        f"Content-Range: bytes 100-{len(CONTENT) - 1}/{len(CONTENT)}",
        status="206 Partial Content",
        body=CONTENT[100:],
    )
    offset, got, request = await fetched(answer, 100, '"one"')
    assert (offset, got) == (100, CONTENT[100:])
    assert (request.headers["range"], request.headers["if-range"]) == ("bytes=100-", '"one"')


async def test_a_file_that_changed_meanwhile_begins_anew() -> None:
    offset, got, _ = await fetched(whole(LENGTH), 100, '"one"')
    assert (offset, got) == (0, CONTENT)


async def test_without_a_strong_name_nothing_is_resumed() -> None:
    _, _, request = await fetched(whole(LENGTH), 100, "")
    assert "range" not in request.headers


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (whole(f"Content-Length: {len(CONTENT) + 5}"), DownloadCut),
        (whole("Content-Length: 2000000"), FileTooLarge),
        (whole(LENGTH, "Content-Encoding: gzip"), DownloadCut),
        (whole(LENGTH, status="403 Forbidden"), LinkDead),
        (whole(LENGTH, status="404 Not Found"), LinkDead),
        (whole(LENGTH, status="500 Oops"), DownloadCut),
        (whole(LENGTH, "Location: https://evil.example/x", status="302 Found"), HostNotTrusted),
        (whole(LENGTH, "Location: /clip.mp4", status="302 Found"), DownloadCut),
        (whole(LENGTH, status="302 Found"), DownloadCut),
        (whole(LENGTH, status="206 Partial Content"), DownloadCut),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>"), DownloadCut),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), DownloadCut),
        (raw(b""), DownloadCut),
    ],
)
async def test_what_is_not_the_file_is_refused(answer: Answer, kind: type[DownloadError]) -> None:
    with pytest.raises(kind):
        await fetched(answer)


@pytest.mark.parametrize(
    "content_range", ["bytes 0-9/10", "bytes 99-10239/10240", "bytes */10240", "nonsense"]
)
async def test_another_part_than_the_one_asked_for_is_refused(content_range: str) -> None:
    answer = whole(LENGTH, f"Content-Range: {content_range}", status="206 Partial Content")
    with pytest.raises(DownloadCut):
        await fetched(answer, 100, '"one"')


async def test_a_file_without_length_is_capped() -> None:
    with pytest.raises(FileTooLarge):
        await fetched(whole(), largest=5_000)
    _, got, _ = await fetched(whole())
    assert got == CONTENT


async def test_a_drip_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_download, "_RATE_WINDOW", 0.2)

    async def drip(_: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        for _number in range(40):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)

    with pytest.raises(DownloadCut, match="slower"):
        await fetched(drip)


async def test_other_hosts_are_not_even_asked() -> None:
    async with media(whole(LENGTH)) as (download, server):
        for url in ("https://evil.example/a.mp4", "http://10.0.0.1/a.mp4", "file:///etc/passwd"):
            with pytest.raises(HostNotTrusted):
                async with download.open(url):
                    pass
        assert server.requests == []
