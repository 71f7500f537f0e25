"""The media origin: ranges, conditions, signatures, and no tokens."""

from collections.abc import AsyncIterator

import httpx
import pytest

from rushes.simulator.server import Simulator
from tests.simulator.small_models import Caller


@pytest.fixture
async def downloads() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient() as client:
        yield client


@pytest.fixture
async def link(caller: Caller) -> str:
    result = await caller.finished(await caller.accepted(seed=1))
    return str(result["output"]["video"])


@pytest.fixture
async def whole(downloads: httpx.AsyncClient, link: str) -> httpx.Response:
    return await downloads.get(link)


async def test_the_whole_file(whole: httpx.Response, link: str, simulator: Simulator) -> None:
    assert whole.status_code == 200
    assert whole.headers["content-type"] == "video/mp4"
    assert whole.headers["accept-ranges"] == "bytes"
    assert int(whole.headers["content-length"]) == len(whole.content) > 1000
    assert whole.content[4:8] == b"ftyp"
    assert httpx.URL(link).port != httpx.URL(simulator.url).port


async def test_head_tells_the_same_without_a_body(
    downloads: httpx.AsyncClient, link: str, whole: httpx.Response
) -> None:
    head = await downloads.head(link)
    assert head.status_code == 200
    assert head.content == b""
    for name in ("content-length", "etag", "content-type", "last-modified"):
        assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-99", 0, 99), ("bytes=100-", 100, None), ("bytes=-50", -50, None),
     ("bytes=0-99999999", 0, None), ("bytes=-99999999", 0, None), ("bytes=7-7", 7, 7)],
)  # fmt: skip
async def test_ranges(
    downloads: httpx.AsyncClient,
    link: str,
    whole: httpx.Response,
    asked: str,
    first: int,
    last: int | None,
) -> None:
    part = await downloads.get(link, headers={"Range": asked})
    wanted = whole.content[first : None if last is None else last + 1]
    assert (part.status_code, part.content) == (206, wanted)
    start = first if first >= 0 else len(whole.content) + first
    end = start + len(wanted) - 1
    assert part.headers["content-range"] == f"bytes {start}-{end}/{len(whole.content)}"
    assert int(part.headers["content-length"]) == len(wanted)


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=9-3", "bytes=-0"])
async def test_ranges_that_cannot_be_had(
    downloads: httpx.AsyncClient, link: str, whole: httpx.Response, asked: str
) -> None:
    reply = await downloads.get(link, headers={"Range": asked})
    assert reply.status_code == 416
    assert reply.headers["content-range"] == f"bytes */{len(whole.content)}"


@pytest.mark.parametrize("asked", ["bytes=0-1,3-4", "lines=0-1", "bytes=-", "bytes=a-b"])
async def test_ranges_of_other_kinds_get_the_whole_file(
    downloads: httpx.AsyncClient, link: str, whole: httpx.Response, asked: str
) -> None:
    reply = await downloads.get(link, headers={"Range": asked})
    assert (reply.status_code, reply.content) == (200, whole.content)


async def test_a_range_counts_only_for_the_file_that_it_was_begun_with(
    downloads: httpx.AsyncClient, link: str, whole: httpx.Response
) -> None:
    for condition, status in (
        (whole.headers["etag"], 206),
        (whole.headers["last-modified"], 206),
        ('"another"', 200),
        ("Sun, 06 Nov 1994 08:49:37 GMT", 200),
        ("not a date", 200),
    ):
        headers = {"Range": "bytes=5-9", "If-Range": condition}
        assert (await downloads.get(link, headers=headers)).status_code == status


async def test_a_link_without_its_signature_is_worth_nothing(
    downloads: httpx.AsyncClient, link: str
) -> None:
    url = httpx.URL(link)
    assert (await downloads.get(url.copy_with(query=None))).status_code == 403
    assert (await downloads.get(url.copy_set_param("X-Signature", "0" * 64))).status_code == 403
    assert (await downloads.get(url.copy_with(path="/other.mp4"))).status_code == 403
    assert (await downloads.post(link)).status_code == 405


async def test_a_token_is_refused_and_remembered(
    downloads: httpx.AsyncClient, link: str, simulator: Simulator
) -> None:
    assert simulator.received_tokens == ()
    reply = await downloads.get(link, headers={"Authorization": "Bearer secret"})
    assert reply.status_code == 400
    (received,) = simulator.received_tokens
    assert received.path == httpx.URL(link).path
    assert received.header == "Bearer secret"
