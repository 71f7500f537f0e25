"""A check tells what is wrong without a trace, and mends it without losing anything."""

import json
import os
from fractions import Fraction
from pathlib import Path

import apsw
import pytest

from rushes.domain.check_words import CHECK_WORDS, FindingKind
from rushes.domain.errors import LibraryInUse
from rushes.domain.found_clip import FoundClip
from rushes.domain.media_facts import MediaFacts
from rushes.domain.states import FileState
from rushes.library.check import CheckReport, check_library
from rushes.library.layout import Layout
from tests.library.lives import live, new_job, opened, states

FACTS = MediaFacts("video", "mp4", "h264", 320, 180, 4, Fraction(16), 0.25)
K = FindingKind

pytestmark = pytest.mark.allow_log(
    "the database is damaged", "the database was made again", optional=True
)


def run(root: Path, script: str, *values: str) -> None:
    connection = apsw.Connection(str(Layout(root).database))
    connection.execute(script, values or None).fetchall()
    connection.close()


def kinds(report: CheckReport) -> list[FindingKind]:
    return sorted(finding.kind for finding in report.findings)


def snapshot(root: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file()
    }


def read_clip(path: Path) -> FoundClip | None:
    """Read a file whose content is the settings, or any other file as the clip that came."""
    content = path.read_bytes()
    if content.startswith(b"{"):
        return FoundClip(FACTS, json.loads(content), 3, "cd")
    return FoundClip(FACTS, None, len(content), "ab" if content == b"a clip" else "ee")


async def test_a_sound_library_has_no_findings_in_use_and_at_rest(tmp_path: Path) -> None:
    library = await opened(tmp_path)
    for fate in ("waiting", "returned", "refused", "unknown", "accepted", "ready"):
        await live(library, fate)
    report = check_library(tmp_path, read_clip=read_clip, deep=True)
    assert (report.findings, report.jobs, report.is_sound) == ((), 6, True)
    with pytest.raises(LibraryInUse):
        check_library(tmp_path, repair=True)
    await library.close()
    before = snapshot(tmp_path)
    assert check_library(tmp_path, read_clip=read_clip, deep=True).is_sound
    assert snapshot(tmp_path) == before
    assert check_library(tmp_path, repair=True, read_clip=read_clip).findings == ()


def test_there_is_nothing_to_say_of_an_empty_folder(tmp_path: Path) -> None:
    assert check_library(tmp_path).findings == ()
    assert list(tmp_path.iterdir()) == []


async def test_files_are_told_and_mended(tmp_path: Path) -> None:
    library = await opened(tmp_path)
    gone, changed, touched, back = [await live(library, "ready") for _ in range(4)]
    await library.close()
    month = Layout(tmp_path).media / "2026-11"
    (month / f"{gone}-1.mp4").unlink()
    (month / f"{changed}-1.mp4").write_bytes(b"another")
    (month / f"{touched}-1.mp4").write_bytes(b"A CLIP")
    os.utime(month / f"{touched}-1.mp4", ns=(5, 5))
    run(tmp_path, "UPDATE clips SET state = 'missing' WHERE path LIKE '%' || ? || '%'", back)
    known, told = new_job(), {"model": "maker/model", "inputs": {"prompt": "Lost"}, "clip": 1}
    (month / "friend.mp4").write_text(json.dumps({"job": known.id, **told}))
    (month / "stranger.mov").write_bytes(b"?")
    (month / f"{known.id}-1.part").write_bytes(b"half")
    (month / "x.png.new").write_bytes(b"half")
    (tmp_path / "settings.json.new").write_bytes(b"")
    before = snapshot(tmp_path)
    report = check_library(tmp_path, read_clip=read_clip)
    expected = [
        K.FILE_CHANGED, K.FILE_CHANGED, K.FILE_MISSING, K.FILE_ORPHANED, K.FILE_ORPHANED,
        K.FILE_RETURNED, K.FILE_UNFINISHED, K.LEFTOVER, K.LEFTOVER,
    ]  # fmt: skip
    assert kinds(report) == expected
    assert snapshot(tmp_path) == before
    assert not report.is_sound
    mended = check_library(tmp_path, repair=True, read_clip=read_clip)
    assert kinds(mended) == expected
    assert mended.is_sound
    again = check_library(tmp_path, read_clip=read_clip)
    assert kinds(again) == [K.FILE_CHANGED, K.FILE_CHANGED, K.FILE_MISSING]
    assert again.is_sound
    aside = Layout(tmp_path).set_aside
    assert (aside / "media" / "2026-11" / "stranger.mov").read_bytes() == b"?"
    assert (aside / "media" / "2026-11" / f"{known.id}-1.part").read_bytes() == b"half"
    assert (aside / "media" / "2026-11" / "x.png.new").read_bytes() == b"half"
    library = await opened(tmp_path)
    found = (await library.job(known.id)).job
    assert (found.state.value, found.prompt) == ("ready", "Lost")
    for job_id, state in ((gone, "missing"), (changed, "changed"), (touched, "changed")):
        assert (await library.job(job_id)).job.clips[0].state is FileState(state)
    assert (await library.job(back)).job.clips[0].state is FileState.PRESENT
    await library.close()


async def test_a_media_folder_that_is_gone_is_one_finding_and_marks_nothing(tmp_path: Path) -> None:
    library = await opened(tmp_path)
    job_id = await live(library, "ready")
    await library.close()
    media = Layout(tmp_path).media
    media.rename(tmp_path / "unplugged")
    assert kinds(check_library(tmp_path)) == [K.MEDIA_AWAY]
    report = check_library(tmp_path, repair=True)
    assert kinds(report) == [K.MEDIA_AWAY]
    assert not report.is_sound
    media.rmdir()
    (tmp_path / "unplugged").rename(media)
    library = await opened(tmp_path)
    assert (await library.job(job_id)).job.clips[0].state is FileState.PRESENT
    await library.close()


async def test_what_only_the_receipts_know_comes_back(tmp_path: Path) -> None:
    library = await opened(tmp_path)
    lost, blank = [await live(library, "accepted", f"p{n}") for n in range(2)]
    sending = await live(library, "sending")
    await library.close()
    run(tmp_path, "DELETE FROM jobs WHERE id = ?", lost)
    run(tmp_path, "UPDATE jobs SET remote_id = NULL WHERE id = ?", blank)
    with Layout(tmp_path).receipts.open("ab") as log:
        log.write(b"torn li")
    report = check_library(tmp_path)
    expected = [
        K.ID_NOT_IN_DATABASE, K.JOB_NOT_IN_DATABASE, K.RECEIPT_DAMAGED,
        K.STATE_IMPOSSIBLE, K.STATE_IMPOSSIBLE, K.WORDS_OUT_OF_STEP,
    ]  # fmt: skip
    assert kinds(report) == expected
    mended = check_library(tmp_path, repair=True)
    assert kinds(mended) == expected
    assert [each.kind for each in mended.findings if not each.is_mended] == [K.RECEIPT_DAMAGED]
    assert kinds(check_library(tmp_path)) == [K.RECEIPT_DAMAGED]
    library = await opened(tmp_path)
    assert await states(library, lost, blank, sending) == ["in_queue", "in_queue", "unknown"]
    assert (await library.job(blank)).job.remote_id == f"r-{blank[-12:]}"
    assert len(await library.order("accepted")) == 2
    await library.close()


async def test_a_damaged_database_is_told_and_made_again(tmp_path: Path) -> None:
    library = await opened(tmp_path)
    job_id = await live(library, "accepted")
    await library.close()
    database = Layout(tmp_path).database
    data = database.read_bytes()
    database.write_bytes(data[:-6000])
    before = snapshot(tmp_path)
    report = check_library(tmp_path)
    assert kinds(report) == [K.DATABASE_DAMAGED]
    assert snapshot(tmp_path) == before
    mended = check_library(tmp_path, repair=True)
    assert kinds(mended) == [K.DATABASE_DAMAGED]
    assert mended.is_sound
    values = mended.as_json()
    kept = Path(values["damaged_database_kept_in"]) / database.name
    assert kept.read_bytes() == data[:-6000]
    assert json.loads(json.dumps(values))["findings"][0]["mended"] is True
    database.unlink()
    assert kinds(check_library(tmp_path)) == [K.DATABASE_MISSING]
    assert kinds(check_library(tmp_path, repair=True)) == [K.DATABASE_MISSING]
    library = await opened(tmp_path)
    assert await states(library, job_id) == ["in_queue"]
    await library.close()


def test_every_finding_has_words() -> None:
    assert set(CHECK_WORDS) == set(FindingKind)
    for words in CHECK_WORDS.values():
        assert words.found.endswith(".")
        assert words.repair.endswith(".")
