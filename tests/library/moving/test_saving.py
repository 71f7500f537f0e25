"""A library is saved and restored: nothing is lost by it, and nothing sent."""

import asyncio
from pathlib import Path

import pytest

from rushes.domain.errors import NoBackupThere, PlaceInside, PlaceTaken, WorkStopped
from rushes.domain.mark_changes import MarkChange
from rushes.domain.marks import Mark
from rushes.domain.progress import LongWork
from rushes.library.layout import Layout
from rushes.library.library import Library
from rushes.library.moving import restore
from rushes.library.moving.journal import MoveJournal
from rushes.library.moving.restore import finish_restore, restore_library
from rushes.library.saving import SaveSummary, read_card
from tests.library.lives import go_on, live, opened, states


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    return tmp_path / "libraries.json"


@pytest.fixture
def journal(tmp_path: Path) -> MoveJournal:
    return MoveJournal(tmp_path / "moves")


async def filled(root: Path, machine: Path) -> tuple[Library, list[str]]:
    library = await opened(root, machine)
    ids = [await live(library, fate) for fate in ("ready", "ready", "waiting", "accepted")]
    await library.mark(list((await library.order()).keys), MarkChange(Mark.RATING, 3))
    return library, ids


async def restored(root: Path, machine: Path) -> Library:
    library = await opened(root, machine)
    return library


@pytest.mark.parametrize("can_link", [True, False])
async def test_what_was_saved_comes_back_and_nothing_of_it_is_sent(
    tmp_path: Path, machine: Path, journal: MoveJournal, monkeypatch: pytest.MonkeyPatch,
    can_link: bool,
) -> None:  # fmt: skip
    if not can_link:

        def refuse(*given: object) -> None:
            raise OSError("no links here")

        monkeypatch.setattr("os.link", refuse)
    library, ids = await filled(tmp_path / "library", machine)
    saved = tmp_path / "saved"
    summary = await library.save_into(saved, LongWork())
    assert summary == SaveSummary(files=2, size=12, total=2, shares_drive=True)
    # The next time only what is new comes.
    more = await live(library, "ready")
    again = await library.save_into(saved, LongWork())
    assert again == SaveSummary(files=1, size=6, total=3, shares_drive=True)
    # What waited when it was saved is sent by its own library after that.
    await go_on(library, ids[2], "ready")
    await library.close()
    place = await asyncio.to_thread(restore_library, saved, tmp_path / "new", journal, LongWork())
    again = await restored(place, machine)
    assert again.older is not None
    assert await states(again, *ids, more) == ["ready", "ready", "held", "in_queue", "ready"]
    jobs = [entry.job for entry in await again.jobs((await again.order()).keys)]
    assert {job.marks.rating for job in jobs} == {0, 3}
    report = await again.sweep_files()
    assert (report.missing, report.changed) == (0, 0)
    await again.close()


async def test_a_library_that_gives_way_is_kept(
    tmp_path: Path, machine: Path, journal: MoveJournal
) -> None:
    root, saved = tmp_path / "library", tmp_path / "saved"
    library, ids = await filled(root, machine)
    await library.save_into(saved, LongWork())
    late = await live(library, "ready", "Made after it was saved")
    # The one that waited was sent meanwhile: the receipts of the library that gives way know.
    await library.journal_sending(ids[2], 5.0)
    await library.close()
    restore_library(saved, root, journal, LongWork(), takes_place=True)
    again = await restored(root, machine)
    assert await states(again, *ids) == ["ready", "ready", "held", "in_queue"]
    await again.close()
    aside = next(path for path in tmp_path.iterdir() if ", before" in path.name)
    kept = await opened(aside, machine)
    assert late in {entry.job.id for entry in await kept.jobs((await kept.order()).keys)}
    await kept.close()


async def test_a_restore_that_died_while_switching_is_finished(
    tmp_path: Path, machine: Path, journal: MoveJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, saved = tmp_path / "library", tmp_path / "saved"
    library, ids = await filled(root, machine)
    await library.save_into(saved, LongWork())
    await library.close()
    with monkeypatch.context() as patched:
        patched.setattr(restore, "_switch", lambda *given: root)
        restore_library(saved, root, journal, LongWork(), takes_place=True)
    move = journal.read(root)
    assert move is not None
    # It died between the two names.
    root.rename(move.source)
    finish_restore(move, journal)
    assert journal.read(root) is None
    again = await restored(root, machine)
    assert len(await states(again, *ids)) == 4
    await again.close()


async def test_saving_can_be_stopped_and_goes_on(
    tmp_path: Path, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rushes.library.saving._link", lambda *given: None)
    library, _ = await filled(tmp_path / "library", machine)
    work = LongWork(lambda progress: work.stop() if progress.done else None)
    with pytest.raises(WorkStopped):
        await library.save_into(tmp_path / "saved", work)
    with pytest.raises(NoBackupThere):
        read_card(tmp_path / "saved")
    assert (await library.save_into(tmp_path / "saved", LongWork())).total == 2
    assert read_card(tmp_path / "saved").name == "library"
    await library.close()


async def test_places_that_cannot_be_are_refused(
    tmp_path: Path, machine: Path, journal: MoveJournal
) -> None:
    library, _ = await filled(tmp_path / "library", machine)
    other, _ = await filled(tmp_path / "other", machine)
    await library.save_into(tmp_path / "saved", LongWork())
    with pytest.raises(PlaceTaken):
        await other.save_into(tmp_path / "saved", LongWork())
    with pytest.raises(PlaceTaken):
        await other.save_into(tmp_path / "library", LongWork())
    with pytest.raises(PlaceInside):
        await other.save_into(tmp_path / "other" / "media" / "saved", LongWork())
    await library.close()
    await other.close()
    with pytest.raises(NoBackupThere):
        restore_library(tmp_path / "other", tmp_path / "new", journal, LongWork())
    with pytest.raises(PlaceTaken):
        restore_library(tmp_path / "saved", tmp_path / "other", journal, LongWork())
    assert Layout(tmp_path / "other").database.exists()
