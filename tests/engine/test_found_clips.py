from fractions import Fraction
from pathlib import Path

import pytest

from rushes.domain.job import Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.engine.found_clips import read_clip
from rushes.engine.part_file import embedded_settings
from rushes.library.library import Library
from rushes.library.media_files import digest_of
from rushes.media import decoder_watch
from rushes.media.encode import encode_mp4
from rushes.media.settings_box import embed_settings
from rushes.simulator.output_form import Commission, OutputForm
from rushes.simulator.pictures.clip import clip_frames

JOB = Job(
    id="01a20000-0000-7000-8000-000000000001",
    shot_id="01a20000-0000-7000-8000-000000000001",
    take=2,
    request=GenerationRequest("maker/model/kind", {"prompt": "A cabin", "seed": 7}),
    state=JobState.READY,
    created_at=1_700_000_000.5,
    remote_id="r-1",
)


def write_clip(path: Path) -> tuple[int, str]:
    """Write a small clip with the settings of `JOB`; return what came before them."""
    form = OutputForm("video", "mp4", 64, 48, 2, Fraction(16), 0.125)
    encode_mp4(path, clip_frames(Commission("A cabin", 7, form)), rate=Fraction(16))
    size, sha256 = path.stat().st_size, digest_of(path)
    embed_settings(path, embedded_settings(JOB, 0, sha256))
    return size, sha256


def test_a_clip_tells_its_settings_and_what_came(tmp_path: Path) -> None:
    size, sha256 = write_clip(tmp_path / "clip.mp4")
    found = read_clip(tmp_path / "clip.mp4")
    assert found is not None
    assert (found.original_size, found.original_sha256) == (size, sha256)
    assert (found.facts.width, found.facts.frames) == (64, 2)
    assert found.settings is not None
    assert found.settings["job"] == JOB.id


def test_what_is_no_clip_is_none(tmp_path: Path) -> None:
    (tmp_path / "clip.mp4").write_bytes(b"#EXTM3U\nhttp://a.example/")
    assert read_clip(tmp_path / "clip.mp4") is None
    assert read_clip(tmp_path / "gone.mp4") is None


@pytest.mark.allow_log("the database was made again")
async def test_a_library_of_files_alone_knows_its_jobs_again(tmp_path: Path) -> None:
    media = tmp_path / "media" / "2023-11"
    media.mkdir(parents=True)
    size, sha256 = write_clip(media / "from a friend.mp4")
    library = Library(tmp_path, read_clip=read_clip)
    await library.open()
    job = (await library.job(JOB.id)).job
    assert (job.request, job.remote_id, job.take) == (JOB.request, JOB.remote_id, JOB.take)
    assert (job.state, job.created_at) == (JobState.READY, JOB.created_at)
    (clip,) = job.clips
    assert (clip.size, clip.sha256, clip.path) == (size, sha256, "2023-11/from a friend.mp4")
    assert clip.facts is not None
    assert (await library.sweep_files()).missing == 0
    await library.close()


def test_a_clip_that_may_not_be_looked_into_is_found_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    size, sha256 = write_clip(path)
    decoder_watch.start_watching(tmp_path / "decoder")
    try:
        decoder_watch.suspect(path)
        found = read_clip(path)
    finally:
        decoder_watch.stop_watching()
    assert found is not None
    assert found.facts is None
    assert (found.original_size, found.original_sha256) == (size, sha256)
    assert found.settings is not None
