"""Albums by hand and by search: named once, kept in order, brought back when they were removed."""

import dataclasses
from collections.abc import AsyncIterator
from pathlib import Path

import apsw
import pytest

from rushes.domain.error_words import words_for
from rushes.domain.errors import AlbumNameEmpty, AlbumNameTaken, AlbumNotFound, AlbumRefused
from rushes.domain.mark_changes import TrashChange
from rushes.library.albums import Album
from rushes.library.announcements import AlbumsChanged, Announcement
from rushes.library.layout import Layout
from rushes.library.library import Library
from tests.library.lives import new_job, opened


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    made = await opened(tmp_path)
    await made.add([new_job() for _ in range(5)])
    yield made
    await made.close()


def jobs_of(library: Library, key: int) -> set[int]:
    database = Layout(library.layout.root).database
    connection = apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READONLY)
    rows = connection.execute("SELECT job_key FROM album_jobs WHERE album_key = ?", (key,))
    found = {int(row[0]) for row in rows}
    connection.close()
    return found


async def test_jobs_are_put_in_and_taken_out(library: Library) -> None:
    album = await library.add_album("  Night \t shots ")
    assert album == Album(1, "Night shots", None, 0)
    heard: list[Announcement] = []
    stop = library.subscribe(heard.append)
    assert sorted(await library.add_to_album(album.key, [2, 1, 2, 99])) == [1, 2]
    assert await library.add_to_album(album.key, [3, 1]) == (3,)
    assert await library.add_to_album(album.key, [1, 2, 3]) == ()
    assert await library.take_from_album(album.key, [2, 5]) == (2,)
    assert await library.take_from_album(album.key, [5]) == ()
    stop()
    assert heard == [AlbumsChanged((1,))] * 3
    assert jobs_of(library, album.key) == {1, 3}
    assert await library.albums() == (dataclasses.replace(album, jobs=2),)


async def test_the_trash_does_not_count(library: Library) -> None:
    album = await library.add_album("all")
    await library.add_to_album(album.key, range(1, 6))
    await library.mark([1, 2], TrashChange(5.0))
    assert [each.jobs for each in await library.albums()] == [3]
    await library.mark([1], TrashChange(None))
    assert [each.jobs for each in await library.albums()] == [4]


async def test_a_search_is_kept_under_a_name(library: Library) -> None:
    album = await library.add_album("best", "is:pick rating:>=4")
    assert album == Album(1, "best", "is:pick rating:>=4", None)
    changed = await library.change_search(album.key, "is:pick")
    assert await library.albums() == (changed,)
    assert changed.search == "is:pick"
    # What is found is not put there by hand.
    with pytest.raises(AlbumNotFound):
        await library.add_to_album(album.key, [1])
    with pytest.raises(AlbumNotFound):
        await library.take_from_album(album.key, [1])


async def test_names_are_different_and_in_their_order(library: Library) -> None:
    heard: list[Announcement] = []
    night = await library.add_album("Straße bei Nacht")
    stop = library.subscribe(heard.append)
    for name in ("STRASSE  BEI NACHT", "straße bei nacht", 'Straße "bei" Nacht'):
        with pytest.raises(AlbumNameTaken):
            await library.add_album(name)
    for name in ("", "  ", '"'):
        with pytest.raises(AlbumNameEmpty):
            await library.add_album(name)
        with pytest.raises(AlbumNameEmpty):
            await library.rename_album(night.key, name)
    assert heard == []
    stop()
    day = await library.add_album("a day")
    with pytest.raises(AlbumNameTaken):
        await library.rename_album(day.key, "straße bei nacht")
    # Its own name in other letters is free for it.
    assert (await library.rename_album(day.key, "A DAY")).name == "A DAY"
    assert [each.name for each in await library.albums()] == ["A DAY", "Straße bei Nacht"]
    for kind in (AlbumRefused, AlbumNameTaken, AlbumNameEmpty, AlbumNotFound):
        assert words_for(kind()) != words_for("unexpected")


async def test_what_was_removed_comes_back_as_it_was(library: Library) -> None:
    album = await library.add_album("one")
    await library.add_to_album(album.key, [1, 2])
    (before,) = await library.albums()
    removed = await library.remove_album(album.key)
    assert await library.albums() == ()
    assert jobs_of(library, album.key) == set()
    assert await library.restore_album(removed) == before
    assert jobs_of(library, album.key) == {1, 2}
    removed = await library.remove_album(album.key)
    # Meanwhile its key was given again, and its name.
    other = await library.add_album("ONE")
    assert other.key == album.key
    with pytest.raises(AlbumNameTaken):
        await library.restore_album(removed)
    await library.rename_album(other.key, "two")
    restored = await library.restore_album(removed)
    assert (restored.name, restored.jobs) == ("one", 2)
    assert [each.name for each in await library.albums()] == ["one", "two"]


async def test_one_that_is_gone_is_told(library: Library) -> None:
    calls = (
        library.rename_album(7, "x"), library.remove_album(7), library.add_to_album(7, [1]),
        library.take_from_album(7, [1]), library.change_search(7, "x"),
    )  # fmt: skip
    for call in calls:
        with pytest.raises(AlbumNotFound):
            await call


async def test_albums_outlive_a_restart(tmp_path: Path) -> None:
    library = await opened(tmp_path)
    await library.add([new_job()])
    album = await library.add_album("one")
    await library.add_to_album(album.key, [1])
    await library.add_album("found", "rain")
    before = await library.albums()
    await library.close()
    library = await opened(tmp_path)
    assert await library.albums() == before
    await library.close()
