"""A library in another place: proven, switched over, and never lost on the way."""

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest

from rushes.domain.errors import (
    CopyDiffers,
    LibraryInUse,
    NoRoomThere,
    PlaceInside,
    PlaceOnNetwork,
    PlaceTaken,
    WorkStopped,
)
from rushes.domain.mark_changes import MarkChange
from rushes.domain.marks import Mark
from rushes.domain.progress import LongWork, Progress
from rushes.library import drives, library_look, proven_copy
from rushes.library.layout import Layout
from rushes.library.moving import library_move, media_move
from rushes.library.moving.journal import MoveJournal, Stage
from rushes.library.moving.library_move import move_library
from rushes.library.moving.media_move import move_media
from rushes.library.ownership import Ownership
from tests.library.lives import live, opened, states
from tests.library.moving.killed_moves import content

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
async def root(tmp_path: Path) -> Path:
    """A closed library with clips, marks and a job that waits."""
    library = await opened(tmp_path / "library", tmp_path / "libraries.json")
    for fate in ("ready", "ready", "waiting", "unknown"):
        await live(library, fate)
    keys = (await library.order()).keys
    await library.mark(list(keys), MarkChange(Mark.RATING, 4))
    await library.close()
    return tmp_path / "library"


@pytest.fixture
def journal(tmp_path: Path) -> MoveJournal:
    return MoveJournal(tmp_path / "moves")


@pytest.fixture
def two_drives(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (library_move, media_move):
        monkeypatch.setattr(module, "is_on_same_drive", lambda one, other: False)


@pytest.mark.parametrize("drives_count", [1, 2])
async def test_a_moved_library_is_the_same_and_sends_what_waited(
    root: Path, tmp_path: Path, journal: MoveJournal, request: pytest.FixtureRequest,
    drives_count: int,
) -> None:  # fmt: skip
    if drives_count == 2:
        request.getfixturevalue("two_drives")
    before, told, switched = content(root), list[Progress](), list[Path]()
    target = tmp_path / "else where" / "Library"
    place = move_library(root, target, journal, LongWork(told.append), switched.append)
    assert place == target
    assert set(switched) == {target}
    assert content(target) == before
    assert not root.exists()
    assert not list((tmp_path / "moves").iterdir())
    if drives_count == 2:
        copied = [each for each in told if each.step == "copying"]
        assert copied[-1].done == copied[-1].total > 0
    library = await opened(target, tmp_path / "libraries.json")
    # It is the library itself, not a copy of it: nothing is held.
    assert library.older is None
    jobs = [entry.job for entry in await library.jobs((await library.order()).keys)]
    assert sorted(job.state.value for job in jobs) == ["ready", "ready", "unknown", "waiting"]
    assert {job.marks.rating for job in jobs} == {4}
    report = await library.sweep_files()
    assert (report.missing, report.changed) == (0, 0)
    await library.close()


@pytest.mark.parametrize("kind", ["library", "media", "home"])
async def test_a_move_goes_on_wherever_it_was_killed(root: Path, kind: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.library.moving.killed_moves", str(root), kind],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["wrong"] == []
    assert result["deaths"] > 20


@pytest.mark.usefixtures("two_drives")
@pytest.mark.parametrize("stays", [False, True])
async def test_a_stopped_move_puts_all_back_or_can_go_on(
    root: Path, tmp_path: Path, journal: MoveJournal, stays: bool
) -> None:
    before, target = content(root), tmp_path / "target"
    work = LongWork(lambda progress: work.stop(stays=stays) if progress.done else None)
    with pytest.raises(WorkStopped):
        move_library(root, target, journal, work, lambda _: None)
    assert content(root) == before
    assert not target.exists()
    known = journal.read(root)
    assert (known is not None) is stays
    assert target.with_name("target.arriving").exists() is stays
    if known is not None:
        assert known.stage is Stage.COPYING
        library_move.put_back(known, journal)
        assert not known.arriving.exists()
        assert journal.read(root) is None


@pytest.mark.usefixtures("two_drives")
async def test_nothing_is_copied_where_there_is_no_room(
    root: Path, tmp_path: Path, journal: MoveJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proven_copy, "free_bytes", lambda path: 1000)
    with pytest.raises(NoRoomThere) as raised:
        move_library(root, tmp_path / "target", journal, LongWork(), lambda _: None)
    assert raised.value.needed > raised.value.free == 1000
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_dir()) == ["library", "moves"]
    assert journal.read(root) is None


@pytest.mark.usefixtures("two_drives")
async def test_a_disk_that_fills_on_the_way_leaves_everything_as_it_was(
    root: Path, tmp_path: Path, journal: MoveJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    before, count, real = content(root), 0, os.fsync

    def full(descriptor: int) -> None:
        nonlocal count
        count += 1
        if count == 6:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(library_move.library_error(OSError(errno.ENOSPC, "")).__class__) as raised:
        move_library(root, tmp_path / "target", journal, LongWork(), lambda _: None)
    assert raised.value.code == "disk_full"
    assert content(root) == before
    assert not (tmp_path / "target.arriving").exists()


@pytest.mark.usefixtures("two_drives")
async def test_a_copy_that_reads_back_otherwise_is_not_taken(
    root: Path, tmp_path: Path, journal: MoveJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(root)
    monkeypatch.setattr(proven_copy, "_digest", lambda path, work: "0" * 64)
    with pytest.raises(CopyDiffers):
        move_library(root, tmp_path / "target", journal, LongWork(), lambda _: None)
    assert content(root) == before
    assert not (tmp_path / "target").exists()


async def test_places_that_cannot_be_are_refused(
    root: Path, tmp_path: Path, journal: MoveJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def move(target: Path) -> None:
        move_library(root, target, journal, LongWork(), lambda _: None)

    with pytest.raises(PlaceInside):
        move(root / "media" / "deeper")
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(PlaceTaken):
        move(taken)
    ownership = Ownership.acquire(Layout(root).lock, program="another")
    with pytest.raises(LibraryInUse):
        move(tmp_path / "target")
    ownership.release()
    monkeypatch.setattr(library_look, "is_on_network", lambda path: True)
    with pytest.raises(PlaceOnNetwork):
        move(tmp_path / "target")
    # Clips alone may lie there.
    assert move_media(root, tmp_path / "far", journal, LongWork()) == tmp_path / "far"


def test_the_kind_of_a_drive_is_told_by_the_list_of_mounts() -> None:
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\n"
        "nas:/films /mnt/the\\040films nfs4 rw 0 0\n"
        "/dev/sdb1 /mnt/the\\040films/local ext4 rw 0 0\n"
    )
    assert drives.kind_in_mounts(mounts, Path("/home/x")) == "ext4"
    assert drives.kind_in_mounts(mounts, Path("/mnt/the films/a")) == "nfs4"
    assert drives.kind_in_mounts(mounts, Path("/mnt/the films/local/a")) == "ext4"


@pytest.mark.parametrize("drives_count", [1, 2])
async def test_media_lie_elsewhere_and_come_home(
    root: Path, tmp_path: Path, journal: MoveJournal, request: pytest.FixtureRequest,
    drives_count: int,
) -> None:  # fmt: skip
    if drives_count == 2:
        request.getfixturevalue("two_drives")
    before, machine = content(root), tmp_path / "libraries.json"
    far = tmp_path / "far" / "clips"
    assert move_media(root, far, journal, LongWork()) == far
    assert (root / "media").is_symlink()
    assert content(root) == before
    library = await opened(root, machine)
    assert library.media.is_elsewhere
    assert library.older is None
    paths = [clip.path for entry in await library.jobs((await library.order()).keys)
             for clip in entry.job.clips if clip.path]  # fmt: skip
    assert [(await library.place_of(path)).is_relative_to(far) for path in paths] == [True, True]
    fresh = await live(library, "ready")
    await library.close()
    nearer = tmp_path / "nearer"
    move_media(root, nearer, journal, LongWork())
    assert not far.exists()
    move_media(root, None, journal, LongWork())
    assert not (root / "media").is_symlink()
    assert not nearer.exists()
    library = await opened(root, machine)
    assert not library.media.is_elsewhere
    assert await states(library, fresh) == ["ready"]
    report = await library.sweep_files()
    assert (report.missing, report.changed) == (0, 0)
    await library.close()


@pytest.mark.usefixtures("two_drives")
async def test_what_the_new_place_does_not_have_stays_in_the_old_one(
    root: Path, tmp_path: Path, journal: MoveJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = library_move._prove

    def add_meanwhile(*given: object) -> None:
        (root / "media" / "a letter.txt").write_text("dear", encoding="utf-8")
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(library_move, "_prove", add_meanwhile)
    move_library(root, tmp_path / "target", journal, LongWork(), lambda _: None)
    left = tmp_path / "library.leaving"
    assert [path.name for path in left.rglob("*") if path.is_file()] == ["a letter.txt"]
