"""What becomes of a download, for every fault that the simulator can play on it."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from rushes.api import media_download
from rushes.api.media_download import MediaDownload
from rushes.domain.errors import (
    DownloadCut,
    DownloadError,
    FileTooLarge,
    HostNotTrusted,
    LinkDead,
)
from rushes.simulator.faults.presets import PRESETS
from rushes.simulator.server import Simulator
from tests.api.faults.asking import finished_job, service

LARGEST = 5_000_000

# What the first try comes to: an error; "whole", the right file; "other", another one.
OUTCOMES = {
    "download_refused_connection": DownloadCut,
    "download_reset_connecting": DownloadCut,
    "download_short": "other",
    "download_closed_at_random": DownloadCut,
    "download_reset_at_random": DownloadCut,
    "download_no_length": "whole",
    "download_no_length_cut": "other",
    "download_chunked": "whole",
    "download_bad_chunk": DownloadCut,
    "download_longer_than_told": "other",
    "download_two_lengths": DownloadCut,
    "download_gzip_bomb": DownloadCut,
    "download_10_gb": FileTooLarge,
    "download_10_gb_no_length": FileTooLarge,
    "download_slow_drip": DownloadCut,
    "download_slow_headers": DownloadCut,
    "download_stall": DownloadCut,
    "download_hangs": DownloadCut,
    "download_endless_headers": DownloadCut,
    "download_endless_interim": DownloadCut,
    "download_wrong_type": DownloadCut,
    "download_no_type": "whole",
    "download_octet_stream": "whole",
    "download_html_as_mp4": "other",
    "download_m3u8_as_mp4": "other",
    "download_ffconcat_as_mp4": "other",
    "download_mpd_as_mp4": "other",
    "download_empty": "other",
    "download_206_unasked": DownloadCut,
    "download_206_wrong_range": DownloadCut,
    "download_206_no_range": DownloadCut,
    "download_200_to_range": DownloadCut,
    "download_416": DownloadCut,
    "download_changed_etag": DownloadCut,
    "download_weak_etag": DownloadCut,
    "download_403_expired": LinkDead,
    "download_404": LinkDead,
    "download_403_once": LinkDead,
    "download_503": DownloadCut,
    "download_redirect_same_host": "whole",
    "download_redirect_loop": DownloadCut,
    "download_redirect_other_host": HostNotTrusted,
    "download_redirect_elsewhere": HostNotTrusted,
    "download_redirect_nowhere": DownloadCut,
    "download_without_moov": "other",
    "download_without_mdat": "other",
    "download_garbage": "other",
}
# What a second try comes to, that goes on where the first one broke off.
SECOND = {
    "download_206_wrong_range": DownloadCut,
    "download_206_no_range": DownloadCut,
    "download_200_to_range": "whole",
    "download_416": DownloadCut,
    "download_changed_etag": "whole",
    "download_weak_etag": "whole",
    "download_stall": "whole",
}


@pytest.fixture(autouse=True)
def short_deadlines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_download, "_RATE_WINDOW", 1.0)
    monkeypatch.setattr(media_download, "_HEAD_SECONDS", 2.0)


@asynccontextmanager
async def media() -> AsyncIterator[tuple[MediaDownload, Simulator, str, bytes]]:
    """A finished clip: what fetches it, who serves it, its link and its bytes."""
    async with service() as (_, simulator):
        # What is tried has no connection open yet.
        right, download = (MediaDownload(simulator.url, LARGEST) for _ in range(2))
        try:
            _, link = await finished_job(simulator)
            found, content, _ = await fetched(right, link)
            assert found is None
            yield download, simulator, link, content
        finally:
            await right.close()
            await download.close()
    # httpx leaves its inner generators to the collector, which closes them on the loop.
    gc.collect()
    await asyncio.sleep(0.01)


async def fetched(
    download: MediaDownload, link: str, had: bytes = b"", etag: str = ""
) -> tuple[type[DownloadError] | None, bytes, str]:
    """Fetch a file to the end, or to where it breaks off; then the error, the bytes, the ETag."""
    got = had
    try:
        async with download.open(link, len(had), etag) as transfer:
            got, etag = got[: transfer.offset], transfer.etag
            async for piece in transfer.pieces:
                got += piece
    except DownloadError as error:
        return type(error), got, etag
    return None, got, etag


def agrees(found: object, content: bytes, right: bytes, expected: object) -> bool:
    told = found or ("whole" if content == right else "other")
    return told in expected if isinstance(expected, tuple) else told == expected


@pytest.mark.parametrize(("name", "expected"), OUTCOMES.items(), ids=OUTCOMES)
async def test_a_download_is_told_as_what_it_is(name: str, expected: object) -> None:
    async with media() as (download, simulator, link, right):
        # The wholesome download before was the first for this request.
        simulator.faults.add(name)
        found, content, etag = await fetched(download, link)
        assert agrees(found, content, right, expected), (found, len(content))
        assert len(content) <= LARGEST
        assert simulator.faults.played
        if name in SECOND:
            found, content, _ = await fetched(download, link, content if etag else b"", etag)
            assert agrees(found, content, right, SECOND[name]), found
        assert simulator.canary.requests == []
        assert simulator.received_tokens == ()


async def test_after_cuts_at_random_a_file_is_put_together() -> None:
    async with media() as (download, simulator, link, right):
        step = {"preset": "download_reset_at_random", "request_count": "every", "chance": 0.8}
        simulator.faults.add(step)
        content, etag = b"", ""
        for _ in range(60):
            found, content, etag = await fetched(download, link, content, etag)
            if found is None:
                break
        assert found is None
        assert content == right


async def test_a_transfer_has_a_last_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_download, "_LONGEST_SECONDS", 0.5)
    monkeypatch.setattr(media_download, "_LEAST_RATE", 1)
    async with media() as (download, simulator, link, right):
        simulator.faults.add({"call": "download", "fault": {"body_rate": 2_000}})
        found, content, _ = await fetched(download, link)
    assert found is DownloadCut
    assert 0 < len(content) < len(right)


def test_no_preset_is_left_out() -> None:
    assert set(OUTCOMES) == {name for name in PRESETS if name.startswith("download_")}
