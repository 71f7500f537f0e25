"""Whatever is asked, the jobs found are those that fit by the plainest reading of their values."""

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from unittest.mock import patch

import apsw
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rushes.domain.ids import new_job_id
from rushes.domain.job import Clip, Job
from rushes.domain.marks import Flag, GoodRange, Marks, Note, sorted_tags, tidy_tag
from rushes.domain.media_facts import MediaFacts
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.library.job_rows import insert_job
from rushes.library.schema import MIGRATIONS
from rushes.library.search.searching import Searching
from tests.library.search.pieces import ALBUMS, DAY, NOON, TODAY, Case, Piece, queries, texts

_tags = st.lists(texts.map(tidy_tag).filter(bool), max_size=2).map(sorted_tags)
_note_texts = texts.filter(bool)


@st.composite
def _marks(draw: st.DrawFn) -> Marks:
    notes = [Note(text) for text in draw(st.lists(_note_texts, max_size=1))]
    if draw(st.booleans()):
        notes.append(Note(draw(_note_texts), 3))
    return Marks(
        rating=draw(st.integers(0, 5)),
        flag=draw(st.sampled_from(Flag)),
        label=draw(st.sampled_from((0, 6, 7, 8, 9))),
        seen_at=draw(st.sampled_from((None, NOON))),
        tags=draw(_tags),
        notes=tuple(notes),
        ranges=draw(st.sampled_from(((), (GoodRange(1, 5),)))),
        trashed_at=draw(st.sampled_from((None, None, NOON))),
    )


def _optional(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | value


@st.composite
def _cases(draw: st.DrawFn) -> Case:
    inputs = {
        "prompt": draw(texts),
        "seed": draw(_optional(st.integers(0, 5))),
        "num_frames": draw(_optional(st.integers(1, 6))),
        "guidance_scale": draw(_optional(st.sampled_from((1, 2.5, 3, 4)))),
        "negative_prompt": draw(_optional(texts)),
        "resolution": draw(_optional(st.sampled_from(("480p", "720p")))),
        "aspect_ratio": draw(_optional(st.sampled_from(("16:9", "9:16")))),
        "enable_prompt_expansion": draw(_optional(st.booleans())),
    }
    job_id = new_job_id()
    shot = draw(st.sampled_from(("one", "two", "three", job_id)))
    clip_state = draw(st.sampled_from((None, FileState.PRESENT, FileState.MISSING)))
    clips = (Clip(0, "https://example.invalid/1", "a/1.mp4", clip_state),) if clip_state else ()
    job = Job(
        id=job_id,
        shot_id=shot,
        take=draw(st.integers(1, 4)),
        parent_id=draw(st.sampled_from((None, "parent"))),
        request=GenerationRequest(
            draw(st.sampled_from(("wan-ai/wan-2-1/text-to-video", "kling/kling-3.0/pro"))),
            {name: value for name, value in inputs.items() if value is not None},
        ),
        state=draw(st.sampled_from(JobState)),
        created_at=NOON - draw(st.sampled_from((0, 1, 2, 6, 7, 33, 40, 200, 400))) * DAY,
        answer=draw(st.sampled_from((None, "kept", "sent_again"))),
        cost=draw(_optional(st.sampled_from((Decimal("1"), Decimal("2.50"), Decimal(4))))),
        clips=clips,
        marks=draw(_marks()),
    )
    return Case(job, draw(st.frozensets(st.sampled_from(ALBUMS))))


def _filled(cases: list[Case]) -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    for migration in MIGRATIONS:
        migration(connection)
    for name in ALBUMS:
        connection.execute("INSERT INTO albums (name, created_at) VALUES (?, 0.0)", (name,))
    for key, case in enumerate(cases, 1):
        insert_job(connection, case.job, key)
        for name in case.albums:
            connection.execute(
                "INSERT INTO album_jobs SELECT key, ?, 0.0 FROM albums WHERE name = ?", (key, name)
            )
    return connection


def _wanted(cases: list[Case], query: Piece) -> list[int]:
    fitting = [
        (-case.job.created_at, -key, key)
        for key, case in enumerate(cases, 1)
        if query.fits(case) and (query.names_trash or not case.job.marks.is_trashed)
    ]
    return [key for _, _, key in sorted(fitting)]


class _Today(datetime.date):
    @classmethod
    def today(cls) -> "_Today":
        return cls(TODAY.year, TODAY.month, TODAY.day)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_cases(), max_size=7), st.lists(queries, min_size=1, max_size=6))
def test_finds_what_fits_and_nothing_else(cases: list[Case], asked: list[Piece]) -> None:
    connection = _filled(cases)
    searching = Searching()
    with patch("rushes.library.search.searching.datetime.date", _Today):
        for query in asked:
            wanted = _wanted(cases, query)
            order = searching.order(connection, query.text)
            assert order.keys.tolist() == wanted, query.text
            assert searching.count(connection, [query.text]) == [len(wanted)]
            _check_stacks(cases, wanted, searching, connection, query.text)
    connection.close()


def _check_stacks(
    cases: list[Case],
    wanted: list[int],
    searching: Searching,
    connection: apsw.Connection,
    text: str,
) -> None:
    shots: dict[str, list[int]] = {}
    for key in wanted:
        shots.setdefault(cases[key - 1].job.shot_id, []).append(key)
    stacked = searching.order(connection, text, is_stacked=True)
    assert stacked.keys.tolist() == [keys[0] for keys in shots.values()]
    assert stacked.counts is not None
    assert stacked.counts.tolist() == [len(keys) for keys in shots.values()]


def _clip_job(width: int, height: int, rate: Fraction, seconds: float) -> Job:
    facts = MediaFacts("video", "mp4", "h264", width, height, 97, rate, seconds)
    clip = Clip(0, "https://example.invalid/1", "a/1.mp4", FileState.PRESENT, facts=facts)
    request = GenerationRequest("a/b", {"prompt": "x", "num_frames": 81, "frames_per_second": 16})
    return Job(new_job_id(), "s", 1, request, JobState.READY, NOON, clips=(clip,))


def test_the_clip_wins_over_the_request() -> None:
    connection = _filled([Case(_clip_job(832, 480, Fraction(24000, 1001), 4.04))])
    found = {
        text: len(Searching().order(connection, text))
        for text in (
            *("frames:97", "fps:23.98", "fps:23.976", "duration:4", "duration:4.0", "duration:<5"),
            *("resolution:480p", "resolution:832x480", "resolution:<720p", "aspect:16:9"),
            *("aspect:landscape", "frames:81", "fps:16", "fps:24", "duration:5", "resolution:720p"),
        )
    }
    wrong = ("frames:81", "fps:16", "fps:24", "duration:5", "resolution:720p")
    assert {text for text, count in found.items() if not count} == set(wrong)
