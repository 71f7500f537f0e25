"""Clips on their way home, from a server that answers with the very bytes a test wants."""

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from rushes.domain.states import FileState, JobState
from rushes.engine import clip_transfer
from rushes.engine import fetcher as fetcher_module
from rushes.library.library import Library
from rushes.media.settings_box import original_sha256
from tests.api.scripted_server import Request, reply
from tests.engine.media_house import LIMIT, RESULT, MediaHouse, cut, media
from tests.media.clips import write_clip


@pytest.fixture(scope="module")
def medium(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("medium") / "clip.mp4"
    return write_clip(path).read_bytes()


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    opened = Library(tmp_path / "library")
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
async def house(library: Library) -> AsyncIterator[MediaHouse]:
    built = MediaHouse(library)
    await built.start()
    yield built
    await built.finish()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Pauses of a hundredth; the list keeps how many failures each was for."""
    asked: list[int] = []

    def shorter(failures: int, retry_after: float | None, chance: random.Random) -> float:
        asked.append(failures)
        return 0.02

    monkeypatch.setattr(fetcher_module, "backoff_delay", shorter)
    return asked


def files_in(library: Library) -> list[str]:
    return sorted(each.suffix for each in library.layout.media.rglob("*") if each.is_file())


async def test_a_cut_download_goes_on_where_it_broke_off(
    house: MediaHouse, quick: list[int], medium: bytes
) -> None:
    house.answers["/a.mp4"] = [cut(medium, 1000), cut(medium, 1000), media(medium)]
    job = await house.job("/a.mp4")
    house.fetcher.fetch(job, house.stop)
    ready = await house.settled(job, JobState.READY)
    starts = [each.headers.get("range") for each in house.asked("/a.mp4")]
    assert starts == [None, "bytes=1000-", "bytes=2000-"]
    path = house.library.media.absolute(ready.clips[0].path or "")
    assert original_sha256(path) == ready.clips[0].sha256
    assert path.stat().st_size == ready.clips[0].disk_size
    assert path.stat().st_mtime_ns == ready.clips[0].disk_mtime_ns
    assert files_in(house.library) == [".mp4"]
    assert set(quick) == {1}


async def test_a_file_that_changed_on_the_way_begins_anew(
    house: MediaHouse, quick: list[int], medium: bytes
) -> None:
    house.answers["/a.mp4"] = [cut(medium[::-1], 1000, '"old"'), media(medium, '"new"')]
    job = await house.job("/a.mp4")
    house.fetcher.fetch(job, house.stop)
    ready = await house.settled(job, JobState.READY)
    assert original_sha256(house.library.media.absolute(ready.clips[0].path or ""))
    assert ready.clips[0].size == len(medium)


async def test_a_dead_link_is_asked_for_again(
    house: MediaHouse, quick: list[int], medium: bytes
) -> None:
    house.answers["/old.mp4"] = [reply("403 Forbidden", b"expired")]
    house.answers["/new.mp4"] = [media(medium)]
    job = await house.job("/old.mp4")
    house.answers[RESULT] = [house.links("/new.mp4")]
    house.fetcher.fetch(job, house.stop)
    ready = await house.settled(job, JobState.READY)
    assert ready.clips[0].url.endswith("/new.mp4")


async def test_a_slip_of_the_storage_expires_nothing(
    house: MediaHouse, quick: list[int], medium: bytes
) -> None:
    house.answers["/a.mp4"] = [*[reply("403 Forbidden", b"")] * 3, media(medium)]
    job = await house.job("/a.mp4")
    house.answers[RESULT] = [house.links("/a.mp4")]
    house.fetcher.fetch(job, house.stop)
    await house.settled(job, JobState.READY)


@pytest.mark.parametrize("result", ["same link", "request gone"])
async def test_a_link_that_stays_dead_expires_in_the_end(
    house: MediaHouse, quick: list[int], result: str
) -> None:
    house.answers["/a.mp4"] = [reply("403 Forbidden", b"")]
    job = await house.job("/a.mp4")
    gone = reply("404 Not Found", b'{"error_code": 404001}', "Content-Type: application/json")
    house.answers[RESULT] = [house.links("/a.mp4") if result == "same link" else gone]
    house.fetcher.fetch(job, house.stop)
    expired = await house.settled(job, JobState.EXPIRED)
    assert expired.error is not None
    assert expired.error.code == "link_dead"
    assert len(house.asked(RESULT)) == 4


async def test_a_job_does_not_expire_because_nobody_could_be_asked(
    house: MediaHouse, quick: list[int], medium: bytes
) -> None:
    house.answers["/a.mp4"] = [reply("403 Forbidden", b"")]
    house.answers["/b.mp4"] = [media(medium)]
    job = await house.job("/a.mp4")
    down = reply("503 Service Unavailable", b"<html>")
    house.answers[RESULT] = [*[down] * 12, house.links("/b.mp4")]
    house.fetcher.fetch(job, house.stop)
    await house.settled(job, JobState.READY)
    assert len(house.asked(RESULT)) == 13


async def test_fresh_links_that_are_dead_as_well_come_to_an_end(
    house: MediaHouse, quick: list[int]
) -> None:
    job = await house.job("/0.mp4")
    house.answers[RESULT] = [house.links(f"/{number}.mp4") for number in range(1, 40)]
    house.fetcher.fetch(job, house.stop)
    await house.settled(job, JobState.EXPIRED)
    assert len(house.asked(RESULT)) == 8


async def test_what_is_no_clip_is_tried_eight_times_and_not_kept(
    house: MediaHouse, quick: list[int]
) -> None:
    page = reply("200 OK", b"<html>come back later</html>", "Content-Type: video/mp4")
    house.answers["/a.mp4"] = [page]
    job = await house.job("/a.mp4")
    house.answers[RESULT] = [house.links("/a.mp4")]
    house.fetcher.fetch(job, house.stop)
    failed = await house.settled(job, JobState.FAILED)
    assert failed.error is not None
    assert failed.error.code == "not_the_medium"
    assert failed.clips[0].url.endswith("/a.mp4")
    assert len(house.asked("/a.mp4")) == 8
    assert files_in(house.library) == []


async def test_one_file_of_several_that_fails_leaves_the_others_home(
    house: MediaHouse, quick: list[int], medium: bytes
) -> None:
    house.answers["/a.mp4"] = [reply("403 Forbidden", b"")]
    house.answers["/b.mp4"] = [media(medium)]
    job = await house.job("/a.mp4", "/b.mp4")
    house.answers[RESULT] = [house.links("/a.mp4", "/b.mp4")]
    house.fetcher.fetch(job, house.stop)
    expired = await house.settled(job, JobState.EXPIRED)
    assert [clip.state for clip in expired.clips] == [FileState.EXPECTED, FileState.PRESENT]
    assert len(house.asked("/b.mp4")) == 1


async def test_a_network_that_is_gone_is_not_hammered(
    house: MediaHouse, quick: list[int], medium: bytes
) -> None:
    jobs = [await house.job(f"/{number}.mp4") for number in range(9)]
    for number in range(9):
        house.answers[f"/{number}.mp4"] = [media(medium)]
    port = int(house.server.url.rpartition(":")[2])
    house.server._server.close()
    await house.server._server.wait_closed()
    for job in jobs:
        house.fetcher.fetch(job, house.stop)
    for job in jobs:
        away = await house.until(job, lambda each: each.error is not None)
        assert away.state is JobState.FINISHED
        assert away.error is not None
        assert away.error.code == "download_cut"
    async with asyncio.timeout(30):
        while max(quick) <= 2:
            await asyncio.sleep(0.01)
    house.server._server = await asyncio.start_server(house.server._on_connected, "127.0.0.1", port)
    house.fetcher.poke()
    for job in jobs:
        await house.settled(job, JobState.READY)


async def test_a_full_disk_is_told_and_waited_for_without_a_call(
    house: MediaHouse, quick: list[int], medium: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetcher_module, "_ROOM_LOOK", 0.05)
    house.answers["/a.mp4"] = [media(medium)]
    free = [1000]
    monkeypatch.setattr(house.library.media, "free_bytes", lambda: free[0])
    job = await house.job("/a.mp4")
    house.fetcher.fetch(job, house.stop)
    full = await house.until(job, lambda each: each.error is not None)
    assert full.error is not None
    assert (full.state, full.error.code) == (JobState.FINISHED, "disk_full")
    await asyncio.sleep(0.3)
    assert len(house.asked("/a.mp4")) == 1
    free[0] = clip_transfer.SPARE_BYTES + len(medium)
    await house.settled(job, JobState.READY)
    assert len(house.asked("/a.mp4")) == 2


async def test_room_is_looked_for_while_a_length_nobody_told_is_written(
    house: MediaHouse, quick: list[int], medium: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clip_transfer, "_LOOK_EVERY_BYTES", 1 << 20)
    free = [clip_transfer.SPARE_BYTES + 1]
    monkeypatch.setattr(house.library.media, "free_bytes", lambda: free[0])
    sent = 0

    async def endless(_: Request, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n")
        while sent < 200 * 2**20:
            writer.write(bytes(2**20))
            await writer.drain()
            sent += 2**20
            free[0] = clip_transfer.SPARE_BYTES - sent

    house.answers["/a.mp4"] = [endless]
    job = await house.job("/a.mp4")
    house.fetcher.fetch(job, house.stop)
    full = await house.until(job, lambda each: each.error is not None)
    assert full.error is not None
    assert full.error.code == "disk_full"
    assert sent < 50 * 2**20


async def test_a_foreign_host_waits_for_a_word(house: MediaHouse, quick: list[int]) -> None:
    job = await house.job("https://elsewhere.example/a.mp4")
    house.fetcher.fetch(job, house.stop)
    asked = await house.until(job, lambda each: each.error is not None)
    assert asked.error is not None
    assert (asked.state, asked.error.code) == (JobState.FINISHED, "host_not_trusted")
    assert asked.clips[0].url == "https://elsewhere.example/a.mp4"


@pytest.mark.parametrize(
    "url",
    [
        "http://elsewhere.example/a.mp4",
        "https://192.168.1.1/a.mp4",
        "https://localhost/a.mp4",
        "https://printer.local/a.mp4",
        "https://169.254.169.254/a.mp4",
        "https://[::1]/a.mp4",
        "https://2130706433/a.mp4",
    ],
)
async def test_no_word_leads_into_ones_own_network(
    house: MediaHouse, quick: list[int], url: str
) -> None:
    job = await house.job(url)
    house.fetcher.fetch(job, house.stop, anyway=True)
    asked = await house.until(job, lambda each: each.error is not None)
    assert asked.error is not None
    assert asked.error.code == "host_not_trusted"


async def test_a_file_over_the_limit_comes_on_a_persons_word(
    library: Library, quick: list[int], medium: bytes
) -> None:
    house = MediaHouse(library)
    await house.start(largest=100)
    house.answers["/a.mp4"] = [media(medium)]
    job = await house.job("/a.mp4")
    house.fetcher.fetch(job, house.stop)
    asked = await house.until(job, lambda each: each.error is not None)
    assert asked.error is not None
    assert asked.error.code == "file_too_large"
    async with asyncio.timeout(LIMIT):
        while house.fetcher._courses:
            await asyncio.sleep(0.01)
    house.fetcher.fetch(asked, house.stop, anyway=True)
    await house.settled(job, JobState.READY)
    await house.finish()


async def test_a_library_that_goes_away_holds_a_download_up_and_loses_nothing(
    house: MediaHouse, quick: list[int], medium: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetcher_module, "_LIBRARY_LOOK", 0.05)
    house.answers["/a.mp4"] = [media(medium)]
    job = await house.job("/a.mp4")
    root = house.library.layout.root
    root.rename(root.with_name("unplugged"))
    house.fetcher.fetch(job, house.stop)
    await asyncio.sleep(0.2)
    house.library.go_away()
    await asyncio.sleep(0.2)
    assert not root.exists()
    root.with_name("unplugged").rename(root)
    await house.library.come_back()
    await house.settled(job, JobState.READY)
