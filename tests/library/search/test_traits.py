"""Figures of jobs, whatever a model calls them; older libraries get them bit by bit."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.domain.ids import new_job_id
from rushes.domain.job import Clip, Job
from rushes.domain.media_facts import MediaFacts
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.library.library import Library
from rushes.library.traits import Traits, traits_of


def _job(inputs: dict[str, Any], facts: MediaFacts | None = None, **values: Any) -> Job:
    job_id = new_job_id()
    clips = (Clip(0, "", "a.mp4", FileState.PRESENT, facts=facts),) if facts else ()
    request = GenerationRequest("a/b", inputs)
    return Job(job_id, job_id, 1, request, JobState.READY, 1.0, clips=clips, **values)


@pytest.mark.parametrize(
    ("inputs", "traits"),
    [
        ({}, Traits()),
        (
            {
                **{"seed": 7, "num_frames": 81, "frames_per_second": 16},
                **{"resolution": "480p", "aspect_ratio": "16:9"},
            },
            Traits(7, 81, 16.0, 81 / 16, None, None, "480p", "16:9"),
        ),
        (
            {"duration": "10", "fps": 25, "resolution": "1080P", "ratio": "9:16"},
            Traits(None, 250, 25.0, 10.0, None, None, "1080p", "9:16"),
        ),
        ({"duration": "auto", "aspect_ratio": "auto"}, Traits()),
        ({"width": 1024, "height": 512}, Traits(width=1024, height=512, aspect="2:1")),
        ({"image_size": "portrait_16_9"}, Traits(aspect="9:16")),
        ({"size": "3:4", "resolution": "2K"}, Traits(resolution="2k", aspect="3:4")),
        ({"size": "1280x720"}, Traits(aspect="16:9")),
        ({"seed": 1 << 63, "num_frames": True, "duration": "nan"}, Traits()),
        ({"resolution": ["x"], "aspect_ratio": "0:0"}, Traits()),
    ],
)
def test_what_the_request_says(inputs: dict[str, Any], traits: Traits) -> None:
    assert traits_of(_job(inputs)) == traits


def test_what_the_file_is_wins() -> None:
    facts = MediaFacts("video", "mp4", "h264", 832, 480, 97, Fraction(24000, 1001), 4.04)
    inputs = {"num_frames": 81, "frames_per_second": 16, "seed": 3}
    assert traits_of(_job(inputs, facts, cost=Decimal("0.25"))) == Traits(
        3, 97, 24000 / 1001, 4.04, 832, 480, "480p", "16:9", 0.25
    )


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=3,
)  # fmt: skip
_names = st.sampled_from(
    ("seed", "num_frames", "fps", "duration", "resolution", "aspect_ratio", "width", "height")
)


@given(st.dictionaries(_names, _json))
def test_no_input_is_too_strange(inputs: dict[str, Any]) -> None:
    traits_of(_job(inputs))


async def _seeds(library: Library) -> list[int]:
    return [len(await library.order(f"seed:{seed}")) for seed in range(5)]


async def test_an_older_library_gets_its_figures_bit_by_bit(tmp_path: Path) -> None:
    library = Library(tmp_path)
    await library.open()
    await library.add([_job({"seed": seed}) for seed in range(5)])
    assert await _seeds(library) == [1] * 5

    await library._own.write(lambda c: c.execute("DELETE FROM traits").fetchall())
    assert await _seeds(library) == [0] * 5
    assert await library.fill_traits(2)
    assert await _seeds(library) == [1, 1, 0, 0, 0]
    await library.close()

    again = Library(tmp_path)
    await again.open()
    assert await again.fill_traits(2)
    assert not await again.fill_traits(2)
    assert await _seeds(again) == [1] * 5
    assert not await again.fill_traits(2)
    await again.close()


async def test_a_job_that_changes_is_found_by_what_it_is_now(tmp_path: Path) -> None:
    library = Library(tmp_path)
    await library.open()
    (entry,) = await library.add([_job({"seed": 1})])
    facts = MediaFacts("video", "mp4", "h264", 832, 480, 97, Fraction(16), 6.06)

    def with_clip(job: Job) -> Job:
        return _with_clips(job, facts)

    await library.change(entry.job.id, with_clip)
    assert len(await library.order("frames:97 duration:6 seed:1")) == 1
    await library.close()


def _with_clips(job: Job, facts: MediaFacts) -> Job:
    from dataclasses import replace

    return replace(job, clips=(Clip(0, "", "a.mp4", FileState.PRESENT, facts=facts),))
