"""A library put back from a copy sends nothing by itself; the current one holds nothing."""

import shutil
from pathlib import Path

import pytest

from rushes.library import openings, receipts
from rushes.library.layout import Layout, with_companions
from rushes.library.library import Library
from tests.library.lives import go_on, live, new_job, opened, states

ALL = ("waiting", "returned", "refused", "unknown", "accepted", "ready")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "libraries.json"


async def abandon(library: Library, to: Path) -> None:
    """Copy a library's folder as kill -9 leaves it, and close the original."""
    shutil.copytree(library.layout.root, to)
    await library.close()


def replace(root: Path, by: Path) -> None:
    shutil.rmtree(root)
    shutil.copytree(by, root)


async def test_a_normal_restart_holds_nothing(tmp_path: Path, machine: Path) -> None:
    root = tmp_path / "library"
    for _ in range(3):
        library = await opened(root, machine)
        job_id = await live(library, "waiting")
        again = await live(library, "returned")
        await library.close()
        library = await opened(root, machine)
        assert library.older is None
        assert await states(library, job_id, again) == ["waiting", "waiting"]
        await library.close()


async def test_a_restart_after_a_kill_holds_nothing(tmp_path: Path, machine: Path) -> None:
    root, killed = tmp_path / "library", tmp_path / "killed"
    library = await opened(root, machine)
    ids = [await live(library, fate) for fate in (*ALL, "sending")]
    await abandon(library, killed)
    replace(root, killed)
    library = await opened(root, machine)
    assert library.older is None
    assert await states(library, *ids) == [
        *("waiting", "waiting", "rejected", "unknown", "in_queue", "ready", "unknown")
    ]
    await library.close()


@pytest.mark.parametrize("place", ["receipt", "commit", "memory"])
async def test_an_opening_cut_off_anywhere_holds_nothing_and_hides_nothing(
    tmp_path: Path, machine: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    root = tmp_path / "library"
    library = await opened(root, machine)
    waiting = await live(library, "waiting")
    await library.close()
    old = tmp_path / "old"
    shutil.copytree(root, old)

    class Died(Exception):
        pass

    def die(*_: object, **__: object) -> None:
        raise Died

    target: dict[str, tuple[object, str]] = {
        "receipt": (receipts.ReceiptLog, "opened"),
        "commit": (openings, "write_facts"),
        "memory": (openings, "remember"),
    }
    for _ in range(2):
        with monkeypatch.context() as patched:
            patched.setattr(*target[place], die)
            broken = Library(root, machine_file=machine)
            with pytest.raises(Died):
                await broken.open()
            await broken.close()
    library = await opened(root, machine)
    assert library.older is None
    assert await states(library, waiting) == ["waiting"]
    await go_on(library, waiting, "accepted")
    await library.close()
    # The same opening, cut off in a copy of the time before, does not make that the current one.
    replace(root, old)
    with monkeypatch.context() as patched:
        patched.setattr(*target[place], die)
        broken = Library(root, machine_file=machine)
        with pytest.raises(Died):
            await broken.open()
        await broken.close()
    library = await opened(root, machine)
    assert library.older == "computer"
    assert await states(library, waiting) == ["held"]
    await library.close()


async def test_an_older_folder_put_back_sends_nothing(tmp_path: Path, machine: Path) -> None:
    root, old = tmp_path / "library", tmp_path / "old"
    library = await opened(root, machine)
    first, second = await live(library, "waiting"), await live(library, "waiting")
    shutil.copytree(root, old)
    # In the very same session, so that no opening tells the two apart.
    await go_on(library, first, "accepted")
    await library.close()
    replace(root, old)
    library = await opened(root, machine)
    assert library.older == "computer"
    held = (await library.job(first)).job
    assert held.error is not None
    assert held.error.code == "held"
    assert await states(library, first, second) == ["held", "held"]
    await library.close()
    library = await opened(root, machine)
    assert library.older is None
    assert await states(library, first, second) == ["held", "held"]
    await library.close()


@pytest.mark.parametrize("is_known", [True, False])
async def test_an_older_database_follows_what_the_receipts_say(
    tmp_path: Path, machine: Path, is_known: bool
) -> None:
    root = tmp_path / "library"
    memory = machine if is_known else None
    library = await opened(root, memory)
    ids = {fate: await live(library, "waiting", fate) for fate in (*ALL, "sending")}
    await library.close()
    old = {path: path.read_bytes() for path in with_companions(Layout(root).database)[:1]}
    library = await opened(root, memory)
    for fate, job_id in ids.items():
        await go_on(library, job_id, fate)
    new = {fate: await live(library, fate) for fate in ("accepted", "ready", "unknown", "waiting")}
    kept = (await library.job(new["ready"])).job
    await library.close()
    for path, data in old.items():
        path.write_bytes(data)
    library = await opened(root, memory)
    assert library.older == "receipts"
    assert dict(zip(ids, await states(library, *ids.values()), strict=True)) == {
        "waiting": "held",
        "returned": "held",
        "refused": "rejected",
        "unknown": "unknown",
        "accepted": "in_queue",
        "ready": "ready",
        "sending": "unknown",
    }
    del new["waiting"]
    assert await states(library, *new.values()) == ["in_queue", "ready", "unknown"]
    ready = (await library.job(new["ready"])).job
    assert (ready.request, ready.remote_id) == (kept.request, kept.remote_id)
    assert [clip.path for clip in ready.clips] == [clip.path for clip in kept.clips]
    assert len(await library.order()) == len(ids) + len(new)
    await library.close()


async def test_a_backup_put_back_is_known_as_one(tmp_path: Path) -> None:
    root = tmp_path / "library"
    library = await opened(root)
    waiting = await live(library, "waiting")
    backup = await library.back_up()
    assert backup is not None
    await library.close()
    Layout(root).receipts.unlink()
    shutil.copy(backup, Layout(root).database)
    library = await opened(root)
    assert library.older == "backup"
    assert await states(library, waiting) == ["held"]
    await library.close()


async def test_a_moved_library_goes_on_and_a_copy_beside_its_original_does_not(
    tmp_path: Path, machine: Path
) -> None:
    root, moved, copy = tmp_path / "library", tmp_path / "moved", tmp_path / "copy"
    library = await opened(root, machine)
    waiting = await live(library, "waiting")
    await library.close()
    root.rename(moved)
    library = await opened(moved, machine)
    assert library.older is None
    assert await states(library, waiting) == ["waiting"]
    await library.close()
    shutil.copytree(moved, copy)
    library = await opened(copy, machine)
    assert library.older == "copy"
    assert await states(library, waiting) == ["held"]
    await library.close()
    # The original and its copy are two libraries from now on.
    for each, state in ((moved, "waiting"), (copy, "held")):
        library = await opened(each, machine)
        assert library.older is None
        assert await states(library, waiting) == [state]
        await library.close()


async def test_a_library_from_another_computer_is_held_once_and_then_at_home_on_both(
    tmp_path: Path, machine: Path
) -> None:
    root, other = tmp_path / "library", tmp_path / "other" / "libraries.json"
    library = await opened(root, machine)
    first = await live(library, "waiting")
    await library.close()
    library = await opened(root, other)
    assert library.older == "unknown"
    assert await states(library, first) == ["held"]
    second = await live(library, "waiting")
    await go_on(library, second, "accepted")
    third = await live(library, "waiting")
    await library.close()
    for profile in (machine, other, machine):
        library = await opened(root, profile)
        assert library.older is None
        assert await states(library, third) == ["waiting"]
        await library.close()


async def test_a_profile_that_cannot_be_written_holds_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "profile").write_bytes(b"")
    for _ in range(2):
        caplog.clear()
        library = Library(tmp_path / "library", machine_file=tmp_path / "profile" / "x.json")
        with caplog.at_level("CRITICAL", "rushes.library"):
            await library.open()
        await library.recover()
        assert library.older is None
        await library.close()


async def test_an_older_copy_that_was_not_settled_stays_one(tmp_path: Path, machine: Path) -> None:
    root, old = tmp_path / "library", tmp_path / "old"
    library = await opened(root, machine)
    waiting = await live(library, "waiting")
    shutil.copytree(root, old)
    await go_on(library, waiting, "accepted")
    await library.close()
    replace(root, old)
    library = await opened(root, machine, recovered=False)
    assert await states(library, waiting) == ["waiting"]
    await library.close()
    library = await opened(root, machine)
    assert library.older == "computer"
    assert await states(library, waiting) == ["held"]
    await library.close()


async def test_a_send_that_was_not_committed_is_told_as_not_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rushes.library import job_rows

    root = tmp_path / "library"
    library = await opened(root)
    job = new_job()
    await library.add([job])

    def refuse(*_: object) -> None:
        raise OSError(5, "the disk does not answer")

    with monkeypatch.context() as patched:
        patched.setattr(job_rows, "update_job", refuse)
        with pytest.raises(Exception, match="the disk does not answer"):
            await library.journal_sending(job.id, 1.0)
    await library.close()
    library = await opened(root)
    assert await states(library, job.id) == ["waiting"]
    await library.close()
