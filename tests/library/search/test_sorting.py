"""Orders of one's own choice: by each key, both ways, with stacks, while a library lives on."""

import dataclasses
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rushes.domain.ids import new_job_id
from rushes.domain.job import Job
from rushes.domain.job_sort import JobSort, SortKey
from rushes.domain.mark_changes import MarkChange, MarkStep, TrashChange
from rushes.domain.marks import Mark, Marks
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.domain.titles import model_title, shot_name, sorting_text
from rushes.library.job_rows import insert_job
from rushes.library.library import Library
from rushes.library.schema import MIGRATIONS
from rushes.library.search.searching import Searching
from rushes.library.traits import traits_of

SORTS = [JobSort(key, is_reversed) for key in SortKey for is_reversed in (False, True)]
MODELS = ("wan-ai/wan-2-1/text-to-video", "wan-ai/wan-2-1/pro", "kling/kling-3.0/pro", "ada/Ädelta")
PROMPTS = ("A cabin, snow", "the Cabin", "Éclair over a lake", "eclair", "", "... ", "Zebra", "zoo")


def _job(prompt: str, at: float, *, shot: str = "", **values: Any) -> Job:
    job_id = new_job_id()
    model = values.pop("model", MODELS[0])
    inputs = {"prompt": prompt, **values.pop("inputs", {})}
    state = values.pop("state", JobState.READY)
    request = GenerationRequest(model, inputs)
    return Job(job_id, shot or job_id, 1, request, state, at, **values)


@st.composite
def _jobs(draw: st.DrawFn) -> Job:
    seconds = draw(st.sampled_from((None, 2, 5, 5.5, "6s")))
    return _job(
        draw(st.sampled_from(PROMPTS)),
        float(draw(st.integers(0, 5))),
        shot=draw(st.sampled_from(("one", "two", ""))),
        model=draw(st.sampled_from(MODELS)),
        inputs={} if seconds is None else {"duration": seconds},
        marks=Marks(
            rating=draw(st.integers(0, 5)),
            trashed_at=draw(st.sampled_from((None, None, None, 1.0))),
        ),
    )


def _value(job: Job, key: SortKey) -> Any:
    """What a job is sorted by; None or nothing where it has no such value."""
    match key:
        case SortKey.RATING:
            return job.marks.rating or None
        case SortKey.LENGTH:
            return traits_of(job).seconds
        case SortKey.MODEL:
            return sorting_text(model_title(job.request.model_id))
    return sorting_text(shot_name(job.prompt)) or None


def _sorted(jobs: dict[int, Job], keys: Sequence[int], sort: JobSort) -> list[int]:
    """Some keys in an order, by the plainest reading of what orders are."""
    newest = sorted(keys, key=lambda key: (jobs[key].created_at, key), reverse=True)
    if sort.is_by_date:
        return newest[::-1] if sort.is_reversed else newest
    values = {key: _value(jobs[key], sort.key) for key in keys}
    known = [key for key in newest if values[key] is not None]
    # A sort keeps those of one value as they stood, from either end.
    known.sort(key=lambda key: values[key], reverse=sort.falls)
    return [*known, *(key for key in newest if values[key] is None)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_jobs(), max_size=14))
def test_every_order_is_that_of_a_plain_sort(jobs: list[Job]) -> None:
    connection = apsw.Connection(":memory:")
    for migration in MIGRATIONS:
        migration(connection)
    known = {insert_job(connection, job): job for job in jobs}
    shown = [key for key, job in known.items() if not job.marks.is_trashed]
    searching = Searching()
    for sort in SORTS:
        for text, keys in (("", shown), ("rating:2..4", _rated(known, shown, 2, 4))):
            order = searching.order(connection, text, sort=sort)
            assert order.keys.tolist() == _sorted(known, keys, sort), sort
            assert order.times.tolist() == [known[key].created_at for key in order.keys]
            _check_stacks(searching, connection, text, known, keys, sort)
        few = searching.order(connection, "", 3, sort=sort)
        assert few.keys.tolist() == _sorted(known, shown, sort)[:3]
    connection.close()


def _rated(jobs: dict[int, Job], keys: Sequence[int], low: int, high: int) -> list[int]:
    return [key for key in keys if low <= jobs[key].marks.rating <= high]


def _check_stacks(
    searching: Searching,
    connection: apsw.Connection,
    text: str,
    jobs: dict[int, Job],
    keys: Sequence[int],
    sort: JobSort,
) -> None:
    """The newest take that is found stands for its shot, in its own place."""
    shots: dict[str, list[int]] = {}
    for key in _sorted(jobs, keys, JobSort()):
        shots.setdefault(jobs[key].shot_id, []).append(key)
    heads = _sorted(jobs, [takes[0] for takes in shots.values()], sort)
    order = searching.order(connection, text, is_stacked=True, sort=sort)
    assert order.keys.tolist() == heads, sort
    assert order.counts is not None
    assert order.counts.tolist() == [len(shots[jobs[key].shot_id]) for key in heads]


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    library = Library(tmp_path)
    await library.open()
    yield library
    await library.close()


async def _add(library: Library, *jobs: Job) -> list[int]:
    return [entry.key for entry in await library.add(jobs)]


async def _found(library: Library, key: SortKey, **how: Any) -> list[int]:
    return (await library.order("", sort=JobSort(key), **how)).keys.tolist()


async def test_a_job_that_is_rated_stands_elsewhere_in_the_next_order(library: Library) -> None:
    keys = await _add(library, *(_job(f"Shot {n}", float(n)) for n in range(4)))
    assert await _found(library, SortKey.RATING) == keys[::-1]
    await library.mark_steps([MarkStep((keys[1],), MarkChange(Mark.RATING, 3))])
    assert await _found(library, SortKey.RATING) == [keys[1], keys[3], keys[2], keys[0]]
    await library.mark_steps([MarkStep((keys[0],), MarkChange(Mark.RATING, 5))])
    assert await _found(library, SortKey.RATING) == [keys[0], keys[1], keys[3], keys[2]]
    await library.mark_steps([MarkStep((keys[0],), TrashChange(1.0))])
    assert await _found(library, SortKey.RATING) == [keys[1], keys[3], keys[2]]


async def test_titles_follow_what_is_added_edited_and_removed(library: Library) -> None:
    assert await _found(library, SortKey.TITLE) == []
    waiting = _job("Tram", 1.0, state=JobState.WAITING)
    tram, cabin = await _add(library, waiting, _job("Cabin", 2.0))
    assert await _found(library, SortKey.TITLE) == [cabin, tram]
    (lake,) = await _add(library, _job("A lake", 3.0))
    assert await _found(library, SortKey.TITLE) == [cabin, lake, tram]
    request = GenerationRequest(MODELS[0], {"prompt": "Aurora"})
    await library.change(waiting.id, lambda job: dataclasses.replace(job, request=request))
    assert await _found(library, SortKey.TITLE) == [tram, cabin, lake]
    sent = dataclasses.replace
    await library.change(waiting.id, lambda job: sent(job, state=JobState.SENDING, sent_at=4.0))
    assert await _found(library, SortKey.TITLE) == [tram, cabin, lake]
    (twin,) = await _add(library, _job("The cabin", 4.0))
    assert await _found(library, SortKey.TITLE) == [tram, twin, cabin, lake]


async def test_a_length_that_comes_later_counts(library: Library) -> None:
    late = _job("Late", 1.0, state=JobState.WAITING)
    first, second = await _add(library, late, _job("Long", 2.0, inputs={"duration": 4}))
    assert await _found(library, SortKey.LENGTH) == [second, first]
    request = GenerationRequest(MODELS[0], {"prompt": "Late", "duration": 9})
    await library.change(late.id, lambda job: dataclasses.replace(job, request=request))
    assert await _found(library, SortKey.LENGTH) == [first, second]


async def test_what_is_returned_may_be_changed(library: Library) -> None:
    await _add(library, _job("a", 1.0), _job("b", 2.0))
    for sort in SORTS:
        before = await library.order("", sort=sort)
        kept = before.keys.tolist()
        before.keys.append(99)
        before.times.pop()
        assert (await library.order("", sort=sort)).keys.tolist() == kept
