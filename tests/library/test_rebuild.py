"""A damaged database is made again from all that is left, and sends nothing by itself."""

import shutil
from fractions import Fraction
from pathlib import Path

import apsw
import pytest

from rushes.domain.errors import LibraryTooNew
from rushes.domain.found_clip import FoundClip
from rushes.domain.media_facts import MediaFacts
from rushes.library import rebuild as rebuilding
from rushes.library import taking
from rushes.library.layout import Layout, with_companions
from rushes.library.library import Library
from tests.library.lives import live, new_job, opened, states

FACTS = MediaFacts("video", "mp4", "h264", 320, 180, 4, Fraction(16), 0.25)
ALL = ("waiting", "returned", "refused", "unknown", "accepted", "ready", "sending")
SETTLED = ["held", "held", "rejected", "unknown", "in_queue", "ready", "unknown"]

pytestmark = pytest.mark.allow_log(
    "the database is damaged", "the database was made again", optional=True
)


async def filled(root: Path) -> list[str]:
    library = await opened(root)
    ids = [await live(library, fate, f"{fate} {number}") for number, fate in enumerate(ALL)]
    await library.close()
    return ids


async def test_what_the_receipts_know_comes_back_without_a_database(tmp_path: Path) -> None:
    ids = await filled(tmp_path)
    database = Layout(tmp_path).database
    rubbish = b"rubbish" * 999
    database.write_bytes(rubbish)
    library = await opened(tmp_path)
    report = library.rebuilt
    assert report is not None
    assert (report.from_receipts, report.from_rows, report.jobs) == (6, 0, 6)
    assert await states(library, *ids[1:]) == SETTLED[1:]
    assert (report.damaged / database.name).read_bytes() == rubbish
    assert (await library.job(ids[5])).job.clips[0].path == f"2026-11/{ids[5]}-1.mp4"
    assert (await library.job(ids[4])).job.remote_id == f"r-{ids[4][-12:]}"
    assert len(await library.order("accepted")) == 1
    await library.close()
    library = await opened(tmp_path)
    assert library.rebuilt is None
    assert await states(library, *ids[1:]) == SETTLED[1:]
    await library.close()


@pytest.mark.parametrize("is_large", [False, True])
async def test_rows_around_a_broken_page_are_read_and_keep_their_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_large: bool
) -> None:
    library = await opened(tmp_path)
    jobs = [new_job(f"{number} " * 300) for number in range(60)]
    entries = await library.add(jobs)
    await library.close()
    database = Layout(tmp_path).database
    data = bytearray(database.read_bytes())
    # A page in the middle of the table of jobs, found by what stands in it.
    place = data.index((jobs[30].id * 2).encode()) // 4096 * 4096
    data[place : place + 4096] = b"\xa5" * 4096
    database.write_bytes(data)
    if is_large:
        # Checked when everything runs, and made again at the next start.
        monkeypatch.setattr(taking, "CHECKED_AT_ONCE", 0)
        library = await opened(tmp_path, recovered=False)
        assert await library.quick_check()
        await library.close()
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    assert (library.rebuilt.damaged / database.name).read_bytes() == data
    found = {entry.job.id: entry for entry in await library.jobs((await library.order()).keys)}
    assert 45 <= len(found) < 60
    for entry in entries:
        if entry.job.id in found:
            assert found[entry.job.id].key == entry.key
            assert found[entry.job.id].job.request == entry.job.request
            assert found[entry.job.id].job.state.value == "held"
    assert await library.quick_check() == ()
    await library.close()


async def test_a_lost_first_page_costs_nothing(tmp_path: Path) -> None:
    ids = await filled(tmp_path)
    database = Layout(tmp_path).database
    data = database.read_bytes()
    database.write_bytes(bytes(4096) + data[4096:])
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    assert library.rebuilt.from_rows == len(ids)
    assert await states(library, *ids) == SETTLED
    await library.close()


async def test_the_newest_backup_fills_what_cannot_be_read(tmp_path: Path) -> None:
    library = await opened(tmp_path)
    ids = [await live(library, fate) for fate in ALL]
    assert await library.back_up() is not None
    await library.close()
    Layout(tmp_path).database.write_bytes(b"")
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    assert library.rebuilt.from_backup == len(ids)
    assert await states(library, *ids) == SETTLED
    await library.close()


async def test_files_tell_of_jobs_that_nobody_else_knows(tmp_path: Path) -> None:
    job = new_job()
    settings = {
        "job": job.id, "model": "maker/model/kind", "inputs": {"prompt": "A cabin", "seed": 7},
        "clip": 1, "request_id": "r-1", "created": 5.0, "shot": "../../up", "take": 3,
    }  # fmt: skip
    media = Layout(tmp_path).media / "2026-11"
    media.mkdir(parents=True)
    (media / "one.mp4").write_bytes(b"one clip")
    (media / "stranger.mp4").write_bytes(b"who knows")

    def read_clip(path: Path) -> FoundClip | None:
        told = settings if path.name == "one.mp4" else {"job": "../../etc"}
        return FoundClip(FACTS, told, 8, "cd")

    library = Library(tmp_path, read_clip=read_clip)
    await library.open()
    found = (await library.job(job.id)).job
    assert (found.state.value, found.remote_id, found.take) == ("ready", "r-1", 3)
    assert (found.shot_id, found.prompt) == (job.id, "A cabin")
    assert (found.clips[0].path, found.clips[0].facts) == ("2026-11/one.mp4", FACTS)
    assert len(await library.order()) == 1
    await library.close()


@pytest.mark.parametrize("step", ["_gathered", "_write", "write_whole"])
async def test_a_rebuild_cut_off_anywhere_is_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    ids = await filled(tmp_path)
    database = Layout(tmp_path).database
    data = database.read_bytes()[:-5000]
    database.write_bytes(data)
    rebuilding.mark_for_rebuild(Layout(tmp_path), "for the test")

    class Died(Exception):
        pass

    original = getattr(rebuilding, step)

    def die(*given: object) -> object:
        if step != "_gathered":
            original(*given)
        raise Died

    with monkeypatch.context() as patched:
        patched.setattr(rebuilding, step, die)
        broken = Library(tmp_path)
        with pytest.raises(Died):
            await broken.open()
        await broken.close()
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    assert (library.rebuilt.damaged / database.name).read_bytes() == data
    assert await states(library, *ids[1:]) == SETTLED[1:]
    await library.close()
    assert not Layout(tmp_path).rebuild_mark.exists()
    assert sorted(each.name for each in Layout(tmp_path).damaged.iterdir()) == [
        library.rebuilt.damaged.name
    ]


async def test_rows_of_another_kind_are_passed_over_and_counted(tmp_path: Path) -> None:
    ids = await filled(tmp_path)
    connection = apsw.Connection(str(Layout(tmp_path).database))
    connection.execute("UPDATE jobs SET state = 'dancing' WHERE id = ?", (ids[0],))
    connection.execute("UPDATE jobs SET inputs = '[1' WHERE id = ?", (ids[1],))
    connection.execute("UPDATE jobs SET prompt = CAST(x'ff' AS TEXT) WHERE id = ?", (ids[2],))
    connection.execute("UPDATE jobs SET cost = 'free' WHERE id = ?", (ids[3],))
    connection.close()
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    assert library.rebuilt.unreadable >= 3
    assert await states(library, *ids[1:]) == SETTLED[1:]
    await library.close()


async def test_inputs_that_are_not_those_that_were_written_come_from_the_receipts(
    tmp_path: Path,
) -> None:
    ids = await filled(tmp_path)
    connection = apsw.Connection(str(Layout(tmp_path).database))
    script = 'UPDATE jobs SET inputs = \'{"prompt":"Other"}\' WHERE id IN (?, ?)'
    connection.execute(script, (ids[0], ids[4]))
    connection.close()
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    assert library.rebuilt.doubtful == 1
    prompts = [(await library.job(each)).job.prompt for each in (ids[0], ids[4])]
    assert prompts == ["Other", "accepted 4, accepted"]
    assert len(await library.order("accepted")) == 1
    await library.close()
    library = await opened(tmp_path)
    assert library.rebuilt is None
    await library.close()


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TRIGGER t AFTER INSERT ON jobs BEGIN DELETE FROM clips; END",
        "CREATE VIEW v AS SELECT * FROM jobs",
        "PRAGMA application_id = 7",
        "PRAGMA user_version = 1",
        "PRAGMA user_version = 99",
        "ALTER TABLE jobs DROP COLUMN answer",
        "DROP TABLE facts",
    ],
)
async def test_a_database_with_more_or_less_than_ours_is_made_again(
    tmp_path: Path, script: str
) -> None:
    ids = await filled(tmp_path)
    connection = apsw.Connection(str(Layout(tmp_path).database))
    connection.execute(script).fetchall()
    connection.close()
    data = Layout(tmp_path).database.read_bytes()
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    assert (library.rebuilt.damaged / "rushes.db").read_bytes() == data
    assert await states(library, *ids) == SETTLED
    await library.close()


async def test_a_newer_schema_in_the_log_is_refused_and_nothing_is_touched(tmp_path: Path) -> None:
    await filled(tmp_path / "library")
    database = Layout(tmp_path / "library").database
    connection = apsw.Connection(str(database))
    connection.execute("UPDATE facts SET value = '99' WHERE name = 'schema'")
    connection.execute("PRAGMA user_version = 99")
    shutil.copytree(database.parent, tmp_path / "killed")
    connection.close()
    killed = Layout(tmp_path / "killed").database
    with_companions(killed)[2].unlink()
    assert with_companions(killed)[1].stat().st_size > 0
    before = {path.name: path.read_bytes() for path in killed.parent.iterdir() if path.is_file()}
    for _ in range(2):
        library = Library(killed.parent)
        with pytest.raises(LibraryTooNew):
            await library.open()
        await library.close()
        beside = Library(killed.parent)
        with pytest.raises(LibraryTooNew):
            await beside.open_beside()
        await beside.close()
    after = {path.name: path.read_bytes() for path in killed.parent.iterdir() if path.is_file()}
    assert after == before


async def test_a_file_that_ends_early_is_made_again(tmp_path: Path) -> None:
    ids = await filled(tmp_path)
    database = Layout(tmp_path).database
    apsw.Connection(str(database)).close()
    whole = database.read_bytes()
    # Not at the border of a page: SQLite calls the rest an error of reading.
    database.write_bytes(whole[: len(whole) * 2 // 3 + 777])
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    assert await states(library, *ids[1:]) == SETTLED[1:]
    await library.close()


async def test_a_digest_that_is_no_text_is_damage(tmp_path: Path) -> None:
    ids = await filled(tmp_path)
    connection = apsw.Connection(str(Layout(tmp_path).database))
    broken = "CAST(x'22E2285A' AS TEXT)"
    connection.execute(f"UPDATE jobs SET digest = {broken} WHERE id = ?", (ids[4],))
    connection.close()
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    assert await states(library, *ids[1:]) == SETTLED[1:]
    await library.close()
