"""Other libraries and folders of clips come in: once, with all that was known, and sending none."""

import asyncio
import dataclasses
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from rushes.domain.errors import NoLibraryThere, PlaceInside
from rushes.domain.mark_changes import MarkChange, NoteChange, RangesChange, TagChange
from rushes.domain.marks import Flag, GoodRange, Mark
from rushes.domain.progress import LongWork, Progress
from rushes.domain.states import FileState, JobState
from rushes.engine.imports import ImportSummary, import_from
from rushes.library.library import Library
from rushes.media.settings_box import embed_settings, original_sha256
from tests.library.lives import live, new_job, opened
from tests.media.clips import write_clip

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    return tmp_path / "libraries.json"


async def filled(library: Library, number: int) -> list[str]:
    """Fill a library with clips that can be played; returns the ids of the jobs."""
    ids = []
    for each in range(number):
        job_id = await live(library, "ready", f"Clip {each}")
        job = (await library.job(job_id)).job
        path = library.layout.media / str(job.clips[0].path)
        write_clip(path, frames=3 + each)
        embed_settings(path, {"job": job.id, "model": "maker/model/kind",
                              "inputs": {"prompt": job.prompt, "seed": each}})  # fmt: skip
        status = path.stat()
        clip = dataclasses.replace(
            job.clips[0], sha256=original_sha256(path), size=status.st_size,
            disk_size=status.st_size, disk_mtime_ns=status.st_mtime_ns,
        )  # fmt: skip
        await library.change(job_id, lambda job, clip=clip: dataclasses.replace(job, clips=(clip,)))
        ids.append(job_id)
    return ids


async def all_jobs(library: Library) -> dict[str, object]:
    entries = await library.jobs((await library.order()).keys)
    return {entry.job.id: entry.job for entry in entries}


async def test_a_library_comes_in_with_marks_albums_takes_and_clips_and_sends_nothing(
    tmp_path: Path, machine: Path
) -> None:
    other = await opened(tmp_path / "other", machine)
    ids = await filled(other, 3)
    waiting = await live(other, "waiting")
    sending = await live(other, "sending")
    accepted = await live(other, "accepted")
    remix = new_job("Remix", parent_id=ids[0], shot_id=ids[0])
    await other.add([remix])
    keys = await other.keys_of(ids)
    await other.mark([keys[ids[0]]], MarkChange(Mark.RATING, 5))
    await other.mark([keys[ids[0]]], MarkChange(Mark.FLAG, Flag.PICK))
    await other.mark([keys[ids[1]]], TagChange("night"))
    await other.mark([keys[ids[1]]], NoteChange("too dark", 2))
    await other.mark([keys[ids[2]]], RangesChange((GoodRange(1, 2),)))
    album = await other.add_album("Night shots")
    await other.add_to_album(album.key, [keys[ids[1]], keys[ids[2]]])
    await other.add_album("Picks", "is:pick")
    before = await all_jobs(other)

    mine = await opened(tmp_path / "mine", machine)
    own = await live(mine, "refused")
    told: list[Progress] = []
    # The other one is open and owned meanwhile: it is only read.
    summary = await import_from(mine, tmp_path / "other", LongWork(told.append))
    # Two waited: the remix did as well.
    assert summary == ImportSummary(added=7, held=2)
    assert told[-1].total == 7
    after = await all_jobs(mine)
    assert after.keys() == {*before, own}
    for job_id in ids:
        old, new = before[job_id], after[job_id]
        assert new.marks == old.marks
        assert (new.shot_id, new.take, new.request) == (old.shot_id, old.take, old.request)
        place = mine.layout.media / new.clips[0].path
        assert original_sha256(place) == new.clips[0].sha256 == old.clips[0].sha256
    assert (after[remix.id].shot_id, after[remix.id].take) == (ids[0], 2)
    assert after[waiting].state is JobState.HELD
    assert after[remix.id].state is JobState.HELD
    assert after[sending].state is JobState.UNKNOWN
    assert (after[accepted].state, after[accepted].remote_id) == (
        JobState.IN_QUEUE, before[accepted].remote_id
    )  # fmt: skip
    albums = {album.name: album for album in await mine.albums()}
    assert albums["Night shots"].jobs == 2
    assert albums["Picks"].search == "is:pick"
    assert len((await mine.order('album:"Night shots"')).keys) == 2
    assert (await mine.thumbnails([(await mine.keys_of(ids))[ids[0]]])) != {}
    report = await mine.sweep_files()
    assert (report.missing, report.changed) == (0, 0)
    # Again: all are here.
    again = await import_from(mine, tmp_path / "other", LongWork())
    assert again == ImportSummary(here=7)
    assert await all_jobs(other) == before
    await mine.close()
    await other.close()


async def test_a_missing_clip_comes_in_as_missing(tmp_path: Path, machine: Path) -> None:
    other = await opened(tmp_path / "other", machine)
    (job_id,) = await filled(other, 1)
    path = (await other.job(job_id)).job.clips[0].path
    (other.layout.media / str(path)).unlink()
    await other.close()
    mine = await opened(tmp_path / "mine", machine)
    summary = await import_from(mine, tmp_path / "other", LongWork())
    assert summary == ImportSummary(added=1, missing=1)
    assert (await mine.job(job_id)).job.clips[0].state is FileState.MISSING
    await mine.close()


async def test_a_folder_of_clips_comes_in_once_with_what_the_files_say(
    tmp_path: Path, machine: Path
) -> None:
    other = await opened(tmp_path / "other", machine)
    ids = await filled(other, 2)
    folder = tmp_path / "from a friend"
    (folder / "deep").mkdir(parents=True)
    for number, job_id in enumerate(ids):
        path = (await other.job(job_id)).job.clips[0].path
        (other.layout.media / str(path)).rename(folder / "deep" / f"clip {number}.mp4")
    await other.close()
    write_clip(folder / "holiday.mp4", frames=9)
    (folder / "broken.mp4").write_bytes(b"no clip")
    (folder / "letter.txt").write_text("dear", encoding="utf-8")
    mine = await opened(tmp_path / "mine", machine)
    summary = await import_from(mine, folder, LongWork())
    assert summary == ImportSummary(added=3, unread=["broken.mp4"], unknown=1)
    jobs = await all_jobs(mine)
    assert set(ids) < jobs.keys()
    assert {jobs[job_id].prompt for job_id in ids} == {"Clip 0, ready", "Clip 1, ready"}
    stranger = next(job for job_id, job in jobs.items() if job_id not in ids)
    assert stranger.marks.tags == ("imported",)
    assert stranger.marks.note_at(None) == "holiday.mp4"
    assert stranger.clips[0].facts.frames == 9
    assert (await mine.order("tag:imported")).keys
    again = await import_from(mine, folder, LongWork())
    assert again == ImportSummary(here=3, unread=["broken.mp4"])
    assert sorted(each.name for each in folder.rglob("*") if each.is_file()) == [
        "broken.mp4", "clip 0.mp4", "clip 1.mp4", "holiday.mp4", "letter.txt",
    ]  # fmt: skip
    await mine.close()


async def test_what_cannot_be_imported_is_told(tmp_path: Path, machine: Path) -> None:
    mine = await opened(tmp_path / "mine", machine)
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoLibraryThere):
        await import_from(mine, tmp_path / "empty", LongWork())
    for place in (tmp_path / "mine", tmp_path / "mine" / "media", tmp_path):
        with pytest.raises(PlaceInside):
            await import_from(mine, place, LongWork())
    await mine.close()


async def test_a_stopped_import_keeps_what_came_and_goes_on(tmp_path: Path, machine: Path) -> None:
    other = await opened(tmp_path / "other", machine)
    await filled(other, 4)
    await other.close()
    mine = await opened(tmp_path / "mine", machine)
    work = LongWork(lambda progress: work.stop() if progress.done == 2 else None)
    summary = await import_from(mine, tmp_path / "other", work)
    assert summary.is_stopped
    assert 0 < summary.added < 4
    rest = await import_from(mine, tmp_path / "other", LongWork())
    assert (rest.added, rest.here) == (4 - summary.added, summary.added)
    await mine.close()


_CHILD = textwrap.dedent(
    """
    import asyncio, os, signal, sys
    from pathlib import Path
    from rushes.domain.progress import LongWork
    from rushes.engine.imports import import_from
    from rushes.library import media_files
    from rushes.library.library import Library
    from rushes.library.importing import JobImporting

    home, act = Path(sys.argv[1]), int(sys.argv[2])
    left = act

    def deadly(real):
        def dies(*given, **named):
            global left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)
        return dies

    os.fsync = deadly(os.fsync)
    Path.replace = deadly(Path.replace)
    JobImporting.take_in = deadly(JobImporting.take_in)

    async def main():
        mine = Library(home / "mine", machine_file=home / "libraries.json")
        await mine.open(program="child")
        left = act
        await import_from(mine, home / "other", LongWork())
        await mine.close()

    asyncio.run(main())
    """
)


@pytest.mark.parametrize("act", [4, 9, 14, 20])
async def test_an_import_that_was_killed_goes_on(tmp_path: Path, machine: Path, act: int) -> None:
    other = await opened(tmp_path / "other", machine)
    ids = await filled(other, 3)
    await other.close()
    done = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", _CHILD, str(tmp_path), str(act)],
        cwd=ROOT, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
    mine = await opened(tmp_path / "mine", machine)
    summary = await import_from(mine, tmp_path / "other", LongWork())
    assert summary.added + summary.here == 3
    jobs = await all_jobs(mine)
    assert jobs.keys() == set(ids)
    assert all(job.clips[0].state is FileState.PRESENT for job in jobs.values())
    report = await mine.sweep_files()
    assert (report.missing, report.changed) == (0, 0)
    names = [path.suffix for path in (tmp_path / "mine" / "media").rglob("*") if path.is_file()]
    assert set(names) <= {".mp4", ".part", ".unproven"}
    await mine.close()
