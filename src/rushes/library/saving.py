"""Saves a whole library into a folder, while it is in use; the next time, only what is new.

The folder holds the clips, the receipts, and a copy of the database that says that it is one. So
a library that is restored from it, or opened right there, never sends anything by itself: see
`rushes.library.openings`. Clips go first: wherever saving breaks off, the folder holds what it
held before, and more. Nothing is ever taken out of it.
"""

import asyncio
import contextlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from rushes.domain.errors import LibraryError, NoBackupThere, PlaceInside, PlaceTaken
from rushes.domain.progress import LongWork
from rushes.library.database import library_error
from rushes.library.database_copy import complete_copy, copy_pages
from rushes.library.database_thread import DatabaseThread
from rushes.library.drives import is_on_same_drive
from rushes.library.importing import JobImporting
from rushes.library.layout import Layout, sync_folder
from rushes.library.proven_copy import FoundFile, copy_all, files_below, is_copied
from rushes.library.settings_file import write_whole

_CARD = "backup.json"
_FOLDERS = ("media", "frames", "set aside")
_DONE = object()


@dataclass(frozen=True, slots=True)
class SavedLibrary:
    """What a folder with a saved library says of itself.

    Attributes:
        library_id: which library it is.
        name: what its folder was called.
        made_at: when it was saved last, in seconds since the epoch.
    """

    library_id: str
    name: str
    made_at: float


@dataclass(frozen=True, slots=True)
class SaveSummary:
    """What saving came to.

    Attributes:
        files: clips and other files that came into the folder now.
        size: their bytes.
        total: files that it holds of the library.
        shares_drive: whether it lies on the drive of the clips, and would be lost with it.
    """

    files: int
    size: int
    total: int
    shares_drive: bool = False


def read_card(folder: Path) -> SavedLibrary:
    """Return what a saved library says of itself; blocking. Raises NoBackupThere."""
    try:
        values: Any = json.loads((folder / _CARD).read_bytes())
        saved = SavedLibrary(
            str(values["library_id"]), str(values["name"]), float(values["made_at"])
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoBackupThere(_CARD) from error
    if not Layout(folder).database.is_file():
        raise NoBackupThere(Layout(folder).database.name)
    return saved


class JobSaving(JobImporting):
    """How a library is saved; see `rushes.library.library.Library`."""

    async def save_into(self, folder: Path, work: LongWork) -> SaveSummary:
        """Save the library into a folder: empty, not there, or the one it was saved into before.

        Stopped, the folder keeps what it has, for the next time. Raises PlaceTaken, PlaceInside,
        NoRoomThere, CopyDiffers, DiskFull, WorkStopped, LibraryError.
        """
        library_id = self._opening.library_id if self._opening is not None else ""
        await asyncio.to_thread(self._refuse_place, folder, library_id)
        new: set[Path] = set()
        size, total = await asyncio.to_thread(self._save_files, folder, work, new)
        work.tell("saving")
        saved = Layout(folder)
        await _save_database(self._own, saved.database)
        if self._pictures is not None:
            with contextlib.suppress(LibraryError):
                await _save_database(self._pictures, saved.thumbnails)
        await asyncio.to_thread(self._save_receipts, saved)
        # What came while the rest was saved: the database may know of it.
        more, total = await asyncio.to_thread(self._save_files, folder, work, new)
        card = {"library_id": library_id, "name": self.layout.root.name, "made_at": time.time()}
        await asyncio.to_thread(_write_card, folder, card)
        shares_drive = await asyncio.to_thread(self._shares_drive, folder)
        return SaveSummary(len(new), size + more, total, shares_drive)

    def _shares_drive(self, folder: Path) -> bool:
        try:
            return is_on_same_drive(folder, self.layout.media)
        except OSError as error:
            raise library_error(error) from error

    def _refuse_place(self, folder: Path, library_id: str) -> None:
        try:
            place = folder.resolve()
            for own in (self.layout.root.resolve(), self.layout.media.resolve()):
                if place.is_relative_to(own) or own.is_relative_to(place):
                    raise PlaceInside(str(folder))
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                is_begun = (folder / f"{_CARD}.begun").is_file()
                if not is_begun and _saved_id(folder) != library_id:
                    raise PlaceTaken(str(folder))
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{_CARD}.begun").touch()
        except OSError as error:
            raise library_error(error) from error

    def _save_files(self, folder: Path, work: LongWork, new: set[Path]) -> tuple[int, int]:
        """Bring files into the folder that it has not; returns their bytes, and how many it has."""
        size = total = 0
        try:
            for name in _FOLDERS:
                source, target = self.layout.root / name, folder / name
                if not source.is_dir():
                    continue
                target.mkdir(parents=True, exist_ok=True)
                files = [each for each in files_below(source, _is_unfinished) if not each.link]
                fresh = [each for each in files if not is_copied(target, each)]
                for each in fresh:
                    _link(source, target, each)
                copy_all(source, target, files, work)
                new.update(Path(name) / each.path for each in fresh)
                size += sum(each.size for each in fresh)
                total += len(files)
            sync_folder(folder)
        except OSError as error:
            raise library_error(error) from error
        return size, total

    def _save_receipts(self, saved: Layout) -> None:
        try:
            if self.layout.receipts.exists():
                write_whole(saved.receipts, self.layout.receipts.read_bytes())
        except OSError as error:
            raise library_error(error) from error


async def _save_database(thread: DatabaseThread, target: Path) -> None:
    """Copy a database in small steps, so that others have their turn between them."""
    fresh = target.with_name(f"{target.name}.new")
    steps = await thread.read(lambda c: copy_pages(c, fresh))
    try:
        while not await thread.read(lambda _: next(steps, _DONE) is _DONE):
            pass
    finally:
        await thread.read(lambda _: steps.close())

    def complete() -> None:
        try:
            complete_copy(fresh, target)
        except (apsw.Error, OSError) as error:
            raise library_error(error) from error

    await asyncio.to_thread(complete)


def _saved_id(folder: Path) -> str | None:
    try:
        return read_card(folder).library_id
    except NoBackupThere:
        return None


def _write_card(folder: Path, card: dict[str, object]) -> None:
    try:
        write_whole(folder / _CARD, json.dumps(card, indent=1).encode())
        (folder / f"{_CARD}.begun").unlink(missing_ok=True)
    except OSError as error:
        raise library_error(error) from error


def _link(source: Path, target: Path, file: FoundFile) -> None:
    """On one drive a clip needs no second copy: nobody writes into it. Else it is copied."""
    place = target / file.path
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        os.link(source / file.path, place)


def _is_unfinished(path: Path) -> bool:
    return path.suffix in (".part", ".unproven")
