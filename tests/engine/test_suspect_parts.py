"""A clip in whose probing the program died is paid for: it is kept, and not opened unasked."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rushes.domain.errors import MediaKilledDecoder
from rushes.domain.ids import new_job_id
from rushes.domain.job import Clip, Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.engine.part_file import finish_part, thumbnail_of
from rushes.library.library import Library
from rushes.media.decoder_watch import start_watching, stop_watching, suspect, trust
from rushes.media.probe import probe
from tests.media.clips import write_clip


@pytest.fixture(autouse=True)
def watching(tmp_path: Path) -> Iterator[None]:
    start_watching(tmp_path / "state")
    yield
    stop_watching()


def part_of(library: Library, job: Job, number: int) -> Path:
    """The part of a whole clip of its own content."""
    path = library.media.part(job, number)
    return write_clip(path.with_suffix(".mp4"), width=272 + 16 * number).rename(path)


async def test_a_suspect_part_becomes_a_clip_that_is_a_suspect(library: Library) -> None:
    job_id = new_job_id()
    request = GenerationRequest("maker/model/kind", {"prompt": "A cabin"})
    job = Job(job_id, job_id, 1, request, JobState.DOWNLOADING, time.time())
    parts = [part_of(library, job, number) for number in (0, 1)]
    suspect(parts[0])
    # The same bytes fetched once more.
    parts[0].write_bytes(parts[0].read_bytes())
    for number, (part, is_suspect) in enumerate(zip(parts, (True, False), strict=True)):
        in_place = await finish_part(part, job, number, library.media)
        clip = in_place(Clip(number, "https://a.example/x"))
        assert clip.path is not None
        path = library.media.absolute(clip.path)
        assert path.name.endswith(".mp4")
        assert (clip.facts is None) is is_suspect
        assert (await thumbnail_of(path) is None) is is_suspect
        if is_suspect:
            with pytest.raises(MediaKilledDecoder):
                probe(path)
            trust(path)
        assert probe(path).frames == 12
