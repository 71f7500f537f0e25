"""The program dies, or the disk refuses, at any step of emptying the trash: nothing is lost."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import apsw
import pytest

from rushes.domain.errors import LibraryError
from rushes.library import trash
from rushes.library.library import Library
from rushes.library.receipts import ReceiptLog
from tests.library.lives import live, opened
from tests.library.trashed import Bin, file_of, findings, ids_in, trash_jobs


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    made = await opened(tmp_path / "library")
    yield made
    await made.close()


@pytest.fixture
def bin_(tmp_path: Path) -> Bin:
    return Bin(tmp_path / "bin")


class Snapshots:
    """Keeps the library's folder as it lay on the disk at a moment, and then lets it die."""

    def __init__(self, root: Path, target: Path) -> None:
        self.root, self.target = root, target

    def take(self) -> None:
        if not self.target.exists():
            shutil.copytree(self.root, self.target)


STEPS = ["before the file", "after the file", "after the receipt", "before the commit"]


@pytest.mark.parametrize("step", STEPS)
async def test_after_a_death_at_any_step_the_next_emptying_goes_on(
    tmp_path: Path, bin_: Bin, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, dead = tmp_path / "library", tmp_path / "dead"
    library = await opened(root)
    ids = [await live(library, fate) for fate in ("ready", "ready", "refused", "ready")]
    kept = ids[3]
    await library.recover()
    await trash_jobs(library, *ids[:3])
    shots = Snapshots(root, dead)
    remove, delete = ReceiptLog.removed, trash.delete_jobs

    def take(path: Path) -> bool:
        if step == "before the file":
            shots.take()
        taken = bin_.take(path)
        if step == "after the file":
            shots.take()
        return taken

    def note(log: ReceiptLog, *args: object) -> int:
        end = remove(log, *args)  # type: ignore[arg-type]
        if step == "after the receipt":
            shots.take()
        return end

    def deleted(connection: apsw.Connection, keys: object) -> None:
        delete(connection, keys)  # type: ignore[arg-type]
        if step == "before the commit":
            shots.take()

    monkeypatch.setattr(ReceiptLog, "removed", note)
    monkeypatch.setattr(trash, "delete_jobs", deleted)
    await library.empty_trash(take)
    await library.close()
    assert dead.exists()
    monkeypatch.undo()
    again = await opened(dead)
    assert again.older is None
    if step in ("after the receipt", "before the commit"):
        # The receipt stands: the opening has carried it out.
        assert await ids_in(again) == {kept}
    else:
        assert await ids_in(again) == set(ids)
        assert (await again.trash_contents()).jobs == 3
    await again.empty_trash(bin_.take)
    assert await ids_in(again) == {kept}
    assert file_of(dead, kept).exists()
    await again.close()
    assert findings(dead) == []


async def test_a_disk_that_refuses_the_receipt_or_the_rows_loses_nothing(
    library: Library, bin_: Bin, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [await live(library, "ready") for _ in range(3)]
    await trash_jobs(library, *ids)

    def refuse(*_: object) -> int:
        raise OSError(28, "no space left on device")

    for owner, name in ((ReceiptLog, "removed"), (trash, "delete_jobs")):
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, refuse)
            with pytest.raises(LibraryError):
                await library.empty_trash(bin_.take)
        assert await ids_in(library) == set(ids)
    assert len(bin_.names) == 3
    assert (await library.empty_trash(bin_.take)).jobs == 3
