"""Rows that another program wrote: their ids and paths name no file outside of the library."""

import dataclasses
from pathlib import Path

import pytest

from rushes.domain.errors import LibraryNotWritable
from rushes.domain.ids import is_job_id, new_job_id
from rushes.domain.job import Clip, Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.library.library import Library


def job(job_id: str, **more: object) -> Job:
    made = Job(job_id, job_id, 1, GenerationRequest("a/b"), JobState.FINISHED, 1_795_000_000.0)
    return dataclasses.replace(made, **more)  # type: ignore[arg-type]


def test_our_own_ids_are_known() -> None:
    assert is_job_id(new_job_id())
    for strange in ("", "../x", new_job_id() + "\n", new_job_id().upper(), None, "a" * 36):
        assert not is_job_id(strange)


@pytest.mark.parametrize(
    "job_id", ["../../escaped", "/tmp/escaped", "..", "", "a\0b", "x" * 400, "a\\b", "NUL"]
)
async def test_a_strange_id_names_no_file(tmp_path: Path, job_id: str) -> None:
    library = Library(tmp_path / "library")
    await library.open(program="test")
    part = library.media.part(job(job_id), 0)
    assert part.parent.parent == library.layout.media
    assert part.resolve().is_relative_to(library.layout.media.resolve())
    assert len(part.name) < 60
    assert part != library.media.part(job(job_id + "x"), 0)
    await library.close()


@pytest.mark.parametrize("moment", [1e300, -1e300, 1e18])
async def test_a_strange_time_has_a_folder(tmp_path: Path, moment: float) -> None:
    library = Library(tmp_path / "library")
    await library.open(program="test")
    part = library.media.part(job(new_job_id(), created_at=moment), 0)
    assert part.parent.parent == library.layout.media
    await library.close()


async def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    library = Library(tmp_path / "library")
    await library.open(program="test")
    made = job(new_job_id())
    month = library.media.part(made, 0).parent
    month.rmdir()
    (tmp_path / "outside").mkdir()
    month.symlink_to(tmp_path / "outside")
    with pytest.raises(LibraryNotWritable):
        library.media.part(made, 0)
    await library.close()


@pytest.mark.parametrize(
    "path", ["../../secret.mp4", "/etc/passwd", "a/../../b", "a\0b", "", "C:\\a", "x" * 2_000]
)
async def test_a_path_that_leads_out_is_no_path(tmp_path: Path, path: str) -> None:
    library = Library(tmp_path / "library")
    await library.open(program="test")
    clip = Clip(0, "https://files/", path, FileState.PRESENT, 9, 9)
    (entry,) = await library.add([job(new_job_id(), clips=(clip,))])
    (read,) = (await library.job(entry.job.id)).job.clips
    assert (read.path, read.state) == (None, FileState.MISSING)
    await library.close()
