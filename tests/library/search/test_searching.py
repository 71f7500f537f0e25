"""Searches of a library that lives on: orders follow it, and what could be typed is told."""

import dataclasses
import datetime
from pathlib import Path
from typing import Any

import pytest

from rushes.domain.errors import QueryNotUnderstood
from rushes.domain.ids import new_job_id
from rushes.domain.job import Job
from rushes.domain.marks import Flag, Marks
from rushes.domain.request import GenerationRequest
from rushes.domain.search import field_text, parse
from rushes.domain.states import JobState
from rushes.library.library import Library
from rushes.library.removed import delete_jobs


def _job(prompt: str, at: float, *, shot: str = "", **values: Any) -> Job:
    job_id = new_job_id()
    model = values.pop("model", "wan-ai/wan-2-1/text-to-video")
    inputs = {"prompt": prompt, **values.pop("inputs", {})}
    return Job(
        job_id,
        shot or job_id,
        1,
        GenerationRequest(model, inputs),
        values.pop("state", JobState.READY),
        at,
        **values,
    )


@pytest.fixture
async def library(tmp_path: Path) -> Any:
    library = Library(tmp_path)
    await library.open()
    yield library
    await library.close()


async def _add(library: Library, *jobs: Job) -> list[int]:
    return [entry.key for entry in await library.add(jobs)]


async def _found(library: Library, text: str, **how: Any) -> list[int]:
    return (await library.order(text, **how)).keys.tolist()


async def test_the_order_follows_what_is_added_and_removed(library: Library) -> None:
    first, third = await _add(library, _job("storm", 10.0), _job("calm", 30.0))
    assert await _found(library, "") == [third, first]
    (second,) = await _add(library, _job("storm again", 20.0))
    (twin,) = await _add(library, _job("storm twin", 20.0))
    assert await _found(library, "") == [third, twin, second, first]
    assert await _found(library, "storm") == [twin, second, first]
    await library._own.write(lambda c: delete_jobs(c, [second]))
    assert await _found(library, "") == [third, twin, first]
    assert await _found(library, "storm") == [twin, first]
    assert await _found(library, "storm", limit=1) == [twin]


async def test_stacks_follow_what_is_added(library: Library) -> None:
    one, other = await _add(library, _job("a", 1.0, shot="s"), _job("b", 2.0, shot="t"))
    assert await _found(library, "", stacked=True) == [other, one]
    (newer,) = await _add(library, _job("c", 3.0, shot="s"))
    order = await library.order(stacked=True)
    assert order.keys.tolist() == [newer, other]
    assert order.counts is not None
    assert order.counts.tolist() == [2, 1]
    assert order.times.tolist() == [3.0, 2.0]
    limited = await library.order("", 1, stacked=True)
    assert limited.counts is not None
    assert (limited.keys.tolist(), limited.counts.tolist()) == ([newer], [2])


async def test_what_is_returned_may_be_changed(library: Library) -> None:
    await _add(library, _job("a", 1.0))
    order = await library.order()
    order.keys.append(99)
    order.times.append(0.0)
    assert len(await library.order()) == 1


async def test_a_wrong_query_is_refused_with_what_is_wrong(library: Library) -> None:
    for ask in (library.order, lambda text: library.count(["", text])):
        with pytest.raises(QueryNotUnderstood) as caught:
            await ask("storm ratng:3")
        assert caught.value.problem.suggestion == "rating"
    with pytest.raises(QueryNotUnderstood):
        await library.suggestions("tag", "", 5, within="is:nonsense")


async def test_inputs_that_only_this_library_knows_can_be_named(library: Library) -> None:
    with pytest.raises(QueryNotUnderstood):
        await library.order("Motion:>3")
    (key,) = await _add(library, _job("a", 1.0, inputs={"Motion": 4}))
    assert await _found(library, "motion:>3") == [key]
    assert "Motion" in await library.input_names()
    (later,) = await _add(library, _job("b", 2.0, inputs={"sway": "a lot"}))
    assert await _found(library, "sway:LOT") == [later]


async def test_values_never_become_sql(library: Library) -> None:
    (key,) = await _add(library, _job('it\'s 100% "quoted" \\ done; DROP TABLE jobs', 1.0))
    for text in ("it's", "100%", '"""quoted"""', "\\", "-- x", "drop", "%", "_", "'"):
        found = await _found(library, text if text != "-- x" else '"-- x"')
        assert found == ([key] if text not in ("_", "-- x") else [])


async def test_a_saved_search_is_an_album(library: Library) -> None:
    one, other = await _add(library, _job("storm", 1.0), _job("calm", 2.0))
    await library.add_album("Rough", "storm")
    await library.add_album("Both", 'album:"rough" OR calm')
    await library.add_album("Itself", "album:itself OR calm")
    await library.add_album("Broken", "ratng:3")
    hand = await library.add_album("By hand")
    await library.add_to_album(hand.key, [one])
    assert await _found(library, "album:rough") == [one]
    assert await _found(library, "album:BOTH") == [other, one]
    assert await _found(library, "album:itself") == [other]
    assert await _found(library, "album:broken") == []
    assert await _found(library, 'album:"by hand"') == [one]
    assert await _found(library, "album:nowhere") == []


async def test_suggestions_tell_what_they_find(library: Library) -> None:
    marks = Marks(rating=3, flag=Flag.PICK, tags=("Night city", "keeper"))
    await _add(
        library,
        _job("a", 1.0, marks=marks, inputs={"seed": 5, "guidance_scale": 5}),
        _job("b", 2.0, marks=dataclasses.replace(marks, tags=("keeper",), trashed_at=9.0)),
        _job("c", 3.0, model="kling/kling-3.0/pro", state=JobState.FAILED),
        _job("d", 4.0, marks=Marks(tags=("keeper",)), inputs={"camera_motion": "static"}),
    )

    async def told(name: str, beginning: str = "", **how: Any) -> list[tuple[str, int]]:
        found = await library.suggestions(name, beginning, 50, **how)
        return [(each.value, each.jobs) for each in found]

    assert await told("tag") == [("keeper", 2), ("Night city", 1)]
    assert await told("tag", "night") == [("Night city", 1)]
    assert await told("tag", "city") == [("Night city", 1)]
    assert await told("tag", within="rating:3") == [("keeper", 1), ("Night city", 1)]
    assert await told("tag", within="is:trashed") == [("keeper", 1)]
    assert await told("model", "kl") == [("kling/kling-3.0/pro", 1)]
    assert await told("seed") == [("5", 1)]
    assert ("pick", 1) in await told("is", "pi")
    assert ("failed", 1) in await told("state")
    assert await told("guidance_scale") == [("5", 1)]
    assert await told("camera_motion", "st") == [("static", 1)]
    assert (await told("", "ra"))[0] == ("rating", 0)
    assert ("camera_motion", 0) in await told("", "cam")
    assert len(await library.suggestions("", "", 3)) == 3


@pytest.mark.parametrize("name", ["is", "rating", "label", "state", "model", "seed", "resolution"])
async def test_each_suggestion_finds_as_many_as_it_tells(library: Library, name: str) -> None:
    await _add(
        library,
        *(
            _job(
                "a",
                float(number),
                state=tuple(JobState)[number % 14],
                marks=Marks(rating=number % 6, label=(0, 6, 7)[number % 3]),
                inputs={"seed": number % 4, "resolution": ("480p", "720p")[number % 2]},
            )
            for number in range(40)
        ),
    )
    for each in await library.suggestions(name, "", 100):
        text = field_text(name, each.value)
        if "trashed" not in text:
            assert await library.count([text]) == [each.jobs], text


async def test_many_terms_are_answered(library: Library) -> None:
    (key,) = await _add(library, _job(" ".join(f"word{number}" for number in range(99)), 1.0))
    long = " ".join(f"word{number}" for number in range(99))
    assert parse(long, datetime.date.today()).problem is None
    assert await _found(library, long) == [key]
    assert await _found(library, long.replace(" ", " OR ")) == [key]
    assert await _found(library, " ".join(f"-x{number}" for number in range(99))) == [key]
    assert await _found(library, " OR ".join(f"-ab seed:{n}" for n in range(49))) == []


@pytest.mark.parametrize("strange", ["\0ab\0\0cd", "a\0b", "\U0010ffff\U0010ffff\U0010ffff"])
async def test_two_letters_are_found_beside_the_strangest_ones(
    library: Library, strange: str
) -> None:
    await _add(library, _job(strange, 1.0))
    (owl,) = await _add(library, _job("An owl", 2.0))
    assert await _found(library, "ow") == [owl]
    assert await _found(library, "zz") == []


async def test_two_letters_are_found_among_thousands_of_different_ones(library: Library) -> None:
    letters = "".join(chr(0x4E00 + number) for number in range(6_000))
    (many,) = await _add(library, _job(letters, 1.0))
    (owl,) = await _add(library, _job("An owl", 2.0))
    assert await _found(library, "ow") == [owl]
    assert await _found(library, letters[4_000:4_002]) == [many]
