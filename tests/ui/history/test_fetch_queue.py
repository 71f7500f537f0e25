import asyncio
from collections.abc import Sequence

import pytest

from rushes.engine.tasks import Tasks
from rushes.ui.history.fetch_queue import FetchQueue


class Fetches:
    """Remembers what was fetched, and lets each fetch end when told."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.under_way = 0
        self.may_end = asyncio.Semaphore(0)

    async def fetch(self, wishes: Sequence[int]) -> None:
        self.under_way += 1
        assert self.under_way == 1
        self.batches.append(list(wishes))
        await self.may_end.acquire()
        self.under_way -= 1


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_the_newest_wish_comes_first_and_one_fetch_at_a_time(tasks: Tasks) -> None:
    fetches = Fetches()
    queue = FetchQueue("rows", fetches.fetch, 1, 10)
    queue.wish(1, tasks)
    await settle()
    for number in (2, 3, 4, 2):
        queue.wish(number, tasks)
    await settle()
    assert fetches.batches == [[1]]
    for _ in range(4):
        fetches.may_end.release()
        await settle()
    assert fetches.batches == [[1], [2], [4], [3]]
    assert len(tasks) == 0


async def test_old_wishes_fall_out(tasks: Tasks) -> None:
    fetches = Fetches()
    queue = FetchQueue("rows", fetches.fetch, 2, 3)
    for number in range(6):
        queue.wish(number, tasks)
    for _ in range(2):
        fetches.may_end.release()
    await settle()
    assert fetches.batches == [[5, 4], [3]]


async def test_cleared_wishes_are_not_fetched(tasks: Tasks) -> None:
    fetches = Fetches()
    queue = FetchQueue("rows", fetches.fetch, 1, 9)
    queue.wish(1, tasks)
    await settle()
    queue.wish(2, tasks)
    queue.clear()
    fetches.may_end.release()
    await settle()
    assert fetches.batches == [[1]]


async def test_a_failed_fetch_does_not_end_all_fetching() -> None:
    failures: list[BaseException] = []
    tasks = Tasks(failures.append)
    tried: list[int] = []

    async def fetch(wishes: Sequence[int]) -> None:
        tried.extend(wishes)
        if len(tried) == 1:
            raise OSError("gone")

    queue = FetchQueue("rows", fetch, 1, 9)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rushes.engine.tasks._log.error", lambda *_, **__: None)
        queue.wish(1, tasks)
        await settle()
    queue.wish(2, tasks)
    await settle()
    assert tried == [1, 2]
    assert [str(each) for each in failures] == ["gone"]


def test_a_wish_before_the_loop_runs_begins_nothing() -> None:
    fetches: list[int] = []

    async def fetch(wishes: Sequence[int]) -> None:
        fetches.extend(wishes)

    queue = FetchQueue("rows", fetch, 4, 9)
    queue.wish(1, Tasks())

    async def later() -> None:
        tasks = Tasks()
        queue.wish(2, tasks)
        await tasks.finish(1.0)

    asyncio.run(later())
    assert fetches == [2, 1]
