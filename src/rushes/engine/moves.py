"""Moves of the library of a run, and what is left of one that was broken off."""

import asyncio
import dataclasses
from collections.abc import Callable
from pathlib import Path

from rushes.domain.progress import LongWork
from rushes.engine.configuration import Configuration
from rushes.engine.errands import ErrandKind
from rushes.library.layout import Layout
from rushes.library.moving.journal import Move, MoveJournal, MoveKind, Stage
from rushes.library.moving.library_move import finish_move, move_library, put_back
from rushes.library.moving.media_move import finish_media_move, move_media
from rushes.library.moving.restore import finish_restore, restore_library
from rushes.library.recent_libraries import with_latest
from rushes.library.settings_file import read_settings, write_settings


class MoveLibrary:
    """Moves the library of a run to another folder; see `rushes.library.moving.library_move`.

    Args:
        configuration: names the library, and where the settings are that lead to it.
        target: the folder where it is to be.
    """

    kind = ErrandKind.MOVE

    def __init__(self, configuration: Configuration, target: Path) -> None:
        self.place = target
        self._root = configuration.library
        self._journal = MoveJournal.beside(configuration.machine_file)
        self._switched = _to_settings(configuration)

    async def carry_out(self, work: LongWork) -> Path:
        """Move it; returns its new folder. Raises LibraryError."""
        return await asyncio.to_thread(
            move_library, self._root, self.place, self._journal, work, self._switched
        )


class MoveMedia:
    """Moves the media of the library of a run; see `rushes.library.moving.media_move`.

    Args:
        configuration: names the library.
        target: the folder where they are to lie; None for the library's own.
    """

    kind = ErrandKind.MOVE_MEDIA

    def __init__(self, configuration: Configuration, target: Path | None) -> None:
        self.place = target or Layout(configuration.library).media
        self._root = configuration.library
        self._target = target
        self._journal = MoveJournal.beside(configuration.machine_file)

    async def carry_out(self, work: LongWork) -> Path:
        """Move them; returns the folder of the library. Raises LibraryError."""
        await asyncio.to_thread(move_media, self._root, self._target, self._journal, work)
        return self._root


class RestoreLibrary:
    """Restores a saved library; see `rushes.library.moving.restore`.

    Args:
        configuration: of the run.
        saved: the folder that a library was saved into.
        target: where it is to be; the library of the run, or an empty folder.
    """

    kind = ErrandKind.RESTORE

    def __init__(self, configuration: Configuration, saved: Path, target: Path) -> None:
        self.place = target
        self._saved = saved
        self._takes_place = target == configuration.library
        self._journal = MoveJournal.beside(configuration.machine_file)

    async def carry_out(self, work: LongWork) -> Path:
        """Restore it; returns its folder. Raises LibraryError."""

        def restore() -> Path:
            return restore_library(
                self._saved, self.place, self._journal, work, takes_place=self._takes_place
            )

        return await asyncio.to_thread(restore)


class FinishMove:
    """Finishes a move that was broken off when it could only go on."""

    def __init__(self, configuration: Configuration, move: Move) -> None:
        self.kind = _KINDS[move.kind]
        self.place = move.target
        self._move = move
        self._journal = MoveJournal.beside(configuration.machine_file)
        self._switched = _to_settings(configuration)

    async def carry_out(self, work: LongWork) -> Path:
        """Finish it; returns the folder of the library. Raises LibraryError."""
        if self._move.kind is MoveKind.MEDIA:
            await asyncio.to_thread(finish_media_move, self._move, self._journal, work)
            return self._move.root
        if self._move.kind is MoveKind.RESTORE:
            return await asyncio.to_thread(finish_restore, self._move, self._journal)
        return await asyncio.to_thread(finish_move, self._move, self._journal, work, self._switched)


_KINDS = {
    MoveKind.LIBRARY: ErrandKind.MOVE,
    MoveKind.MEDIA: ErrandKind.MOVE_MEDIA,
    MoveKind.RESTORE: ErrandKind.RESTORE,
}


async def unfinished_move(configuration: Configuration) -> Move | None:
    """Return the move of the run's library that was broken off, or None."""
    journal = MoveJournal.beside(configuration.machine_file)
    return await asyncio.to_thread(journal.read, configuration.library)


def must_go_on(move: Move) -> bool:
    """Tell whether a move that was broken off has to be finished before the library is opened."""
    return move.stage is not Stage.COPYING


def going_on(configuration: Configuration, move: Move) -> "MoveLibrary | MoveMedia":
    """Return the errand that goes on with a move that still copies."""
    if move.kind is MoveKind.LIBRARY:
        return MoveLibrary(configuration, move.target)
    is_home = move.target == Layout(move.root).media
    return MoveMedia(configuration, None if is_home else move.target)


async def give_up(configuration: Configuration, move: Move) -> None:
    """Put back what a move has copied so far; raises LibraryError."""
    await asyncio.to_thread(put_back, move, MoveJournal.beside(configuration.machine_file))


def place_for_library(chosen: Path, root: Path) -> Path:
    """Return where a library goes when a person chose a folder: into it, where that is filled.

    Blocking. Raises OSError.
    """
    is_filled = chosen.is_dir() and any(chosen.iterdir())
    return chosen / root.name if is_filled else chosen


def place_for_media(chosen: Path, root: Path) -> Path:
    """Return where media go when a person chose a folder: into it, where that is filled.

    Blocking. Raises OSError.
    """
    is_filled = chosen.is_dir() and any(chosen.iterdir())
    return chosen / f"{root.name} media" if is_filled else chosen


def _to_settings(configuration: Configuration) -> Callable[[Path], None]:
    """Have the settings lead to the library's new place, before the way there is forgotten."""

    def switch(target: Path) -> None:
        settings = read_settings(configuration.settings_file)
        old = str(configuration.library)
        recent = [path for path in settings.recent_libraries if path != old]
        changed = dataclasses.replace(
            settings, library=str(target), recent_libraries=with_latest(recent, target)
        )
        if changed != settings:
            write_settings(configuration.settings_file, changed)

    return switch
