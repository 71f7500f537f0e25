"""A person names the request that a job is to follow, while other jobs have theirs, or get it."""

import asyncio
import time
from pathlib import Path

import pytest

from rushes.domain.errors import RemoteIdTaken, RemoteIdUnsettled
from rushes.domain.states import JobState
from rushes.library.library import Library
from tests.library.lives import go_on, new_job, opened, states

SERVICE = "https://service.example"


async def two_of_one_request(library: Library, fate: str) -> tuple[str, str]:
    """Add an unknown job, and one with the same request that has come to its fate."""
    lost, again = new_job(), new_job()
    await library.add([lost, again])
    await go_on(library, lost.id, "unknown")
    await go_on(library, again.id, fate)
    return lost.id, again.id


async def test_what_is_being_sent_just_now_may_be_what_is_named(tmp_path: Path) -> None:
    library = await opened(tmp_path / "library")
    lost, again = await two_of_one_request(library, "sending")
    with pytest.raises(RemoteIdUnsettled):
        await library.adopt(lost, "r-1", time.time(), SERVICE)
    await library.journal_acceptance(again, "r-1", time.time())
    with pytest.raises(RemoteIdTaken) as taken:
        await library.adopt(lost, "r-1", time.time(), SERVICE)
    assert taken.value.detail == again
    assert await states(library, lost, again) == ["unknown", "in_queue"]
    adopted = await library.adopt(lost, "r-0", time.time(), SERVICE)
    assert (adopted.state, adopted.remote_id) == (JobState.IN_QUEUE, "r-0")
    await library.close()


async def test_of_two_that_want_one_request_one_gets_it(tmp_path: Path) -> None:
    library = await opened(tmp_path / "library")
    both = await two_of_one_request(library, "unknown")
    ends = await asyncio.gather(
        *(library.adopt(each, "r-1", time.time(), SERVICE) for each in both),
        return_exceptions=True,
    )
    assert sorted(await states(library, *both)) == ["in_queue", "unknown"]
    assert sum(isinstance(each, RemoteIdTaken) for each in ends) == 1
    await library.close()


async def test_one_that_was_answered_meanwhile_stays_as_it_is(tmp_path: Path) -> None:
    library = await opened(tmp_path / "library")
    lost, _ = await two_of_one_request(library, "waiting")
    await library.adopt(lost, "r-1", time.time(), SERVICE)
    assert (await library.adopt(lost, "r-2", time.time(), SERVICE)).remote_id == "r-1"
    await library.close()
