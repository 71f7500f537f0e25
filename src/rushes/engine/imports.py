"""Brings another library, or a folder of clips, into the library that is open.

Each job is whole before the next one begins: its files are copied and proven, then its row is
written. So an import that was stopped, or that the program did not outlive, is begun again, and
passes over what is here.
"""

import asyncio
import dataclasses
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from rushes.domain.errors import (
    AlbumNameTaken,
    DiskFull,
    LibraryAway,
    LibraryError,
    LibraryNotWritable,
    MediaMissing,
    NoLibraryThere,
    PlaceInside,
    RushesError,
    WorkStopped,
)
from rushes.domain.job import Clip, Job
from rushes.domain.progress import LongWork
from rushes.domain.states import FileState
from rushes.engine.found_clips import read_clip
from rushes.engine.found_jobs import FoundFiles, found_job, media_files_below, named_job
from rushes.engine.part_file import thumbnail_of
from rushes.library.announcements import JobEntry
from rushes.library.database import library_error
from rushes.library.importing import Known, without_wishes
from rushes.library.layout import Layout
from rushes.library.library import Library
from rushes.library.media_files import container_of
from rushes.library.proven_copy import copy_proven

_AT_ONCE = 20
_FATAL = (DiskFull, LibraryAway, LibraryNotWritable, WorkStopped)


@dataclass(slots=True)
class ImportSummary:
    """What an import came to.

    Attributes:
        added: jobs that came in.
        here: those that were here already.
        unread: names of files, or ids of jobs, that could not be read.
        unknown: clips among the added ones that say nothing of how they were made.
        held: jobs among the added ones that waited, and wait for a person's word now.
        missing: jobs among the added ones of which a file was missing.
        is_stopped: whether a person stopped it before its end.
    """

    added: int = 0
    here: int = 0
    unread: list[str] = field(default_factory=list)
    unknown: int = 0
    held: int = 0
    missing: int = 0
    is_stopped: bool = False


async def import_from(library: Library, source: Path, work: LongWork) -> ImportSummary:
    """Bring in a library, or a folder of clips, whichever lies in `source`.

    Args:
        library: open, and owned by this process.
        source: is only read.
        work: is told how far it is; stopped, what came in so far stays.

    Raises PlaceInside for the library itself, NoLibraryThere for a folder without any clip,
    LibraryError.
    """
    is_own, is_library = await asyncio.to_thread(_what_is, source, library.layout)
    if is_own:
        raise PlaceInside(str(source))
    importing = _Import(library, work)
    try:
        known = await library.known()
        if is_library:
            await importing.from_library(source, known)
        else:
            await importing.from_folder(source, known)
    except WorkStopped:
        importing.summary.is_stopped = True
    finally:
        # A copy on its thread ends as well, when this is cancelled.
        work.stop(stays=True)
    return importing.summary


def _what_is(source: Path, own: Layout) -> tuple[bool, bool]:
    try:
        place = source.resolve()
        is_own = any(
            place.is_relative_to(each.resolve()) or each.resolve().is_relative_to(place)
            for each in (own.root, own.media)
        )
        return is_own, Layout(source).database.is_file()
    except OSError as error:
        raise library_error(error) from error


class _Import:
    def __init__(self, library: Library, work: LongWork) -> None:
        self.summary = ImportSummary()
        self._library = library
        self._work = work

    async def from_library(self, source: Path, known: Known) -> None:
        other = Library(source)
        try:
            await other.open_beside()
            keys = list(reversed((await other.order()).keys))
            for start in range(0, len(keys), _AT_ONCE):
                for entry in await other.jobs(keys[start : start + _AT_ONCE]):
                    done = start + self._count_of(entry, keys, start)
                    self._work.tell("importing", done, len(keys), entry.job.prompt[:80])
                    if known.has(entry.job):
                        self.summary.here += 1
                    else:
                        await self._bring(other, entry.job, known)
            await self._bring_albums(other)
        finally:
            await other.close()

    @staticmethod
    def _count_of(entry: JobEntry, keys: list[int], start: int) -> int:
        return keys[start : start + _AT_ONCE].index(entry.key)

    async def _bring(self, other: Library, job: Job, known: Known) -> None:
        """Bring one job of another library, its files first."""
        settled = without_wishes(job)
        clips = []
        try:
            for clip in settled.clips:
                clips.append(await self._with_file(other, settled, clip))
        except _FATAL:
            raise
        except RushesError:
            self.summary.unread.append(job.id)
            return
        await self._take_in(dataclasses.replace(settled, clips=tuple(clips)), known)

    async def _with_file(self, other: Library, job: Job, clip: Clip) -> Clip:
        if clip.path is None or clip.state is not FileState.PRESENT:
            return clip
        try:
            place = await other.place_of(clip.path)
            return await asyncio.to_thread(self._copied, job, clip, place)
        except (MediaMissing, FileNotFoundError):
            return dataclasses.replace(clip, state=FileState.MISSING)

    def _copied(self, job: Job, clip: Clip, source: Path) -> Clip:
        """Copy a clip's file to its place in our library; blocking."""
        try:
            part = self._library.media.part(job, clip.ordinal)
            copy_proven(source, part, self._work)
            relative = self._library.media.settle(part, container_of(source))
            status = (self._library.layout.media / relative).stat()
        except FileNotFoundError:
            if source.exists():
                raise LibraryAway from None
            raise
        except OSError as error:
            raise library_error(error) from error
        return dataclasses.replace(
            clip, path=relative, disk_size=status.st_size, disk_mtime_ns=status.st_mtime_ns
        )

    async def _bring_albums(self, other: Library) -> None:
        """Have the same albums, with those of their jobs that are here now."""
        own = {album.name.casefold(): album for album in await self._library.albums()}
        for album in await other.albums():
            mine = own.get(album.name.casefold())
            if mine is None:
                try:
                    mine = await self._library.add_album(album.name, album.search)
                except AlbumNameTaken:
                    continue
            if album.search is None and mine.search is None:
                keys = list((await other.order(f'album:"{album.name}"')).keys)
                ids = [entry.job.id for entry in await other.jobs(keys)]
                here = await self._library.keys_of(ids)
                await self._library.add_to_album(
                    mine.key, [here[each] for each in ids if each in here]
                )

    async def from_folder(self, source: Path, known: Known) -> None:
        self._work.tell("reading")
        paths = await asyncio.to_thread(_below, source)
        if not paths:
            raise NoLibraryThere(str(source))
        groups = await asyncio.to_thread(self._grouped, paths)
        done = 0
        for name, group in groups.items():
            self._work.tell("importing", done, len(paths), group[0].name)
            await self._bring_files(name, group, known)
            done += len(group)

    def _grouped(self, paths: list[Path]) -> dict[str, list[Path]]:
        """Put the files of one job together; those that name none stand alone."""
        groups: dict[str, list[Path]] = defaultdict(list)
        for path in paths:
            self._work.check()
            groups[named_job(path) or str(path)].append(path)
        return groups

    async def _bring_files(self, name: str, paths: Iterable[Path], known: Known) -> None:
        found = FoundFiles()
        for path in paths:
            clip = await asyncio.to_thread(read_clip, path)
            if clip is None:
                self.summary.unread.append(path.name)
            elif clip.original_sha256 in known.digests:
                self.summary.here += 1
            else:
                found.add(path, clip)
        if not found.files:
            return
        job = await asyncio.to_thread(found_job, found)
        if job.id in known.jobs:
            self.summary.here += len(found.files)
            return
        clips = [
            await asyncio.to_thread(self._copied, job, clip, path)
            for clip, path in zip(job.clips, found.paths, strict=True)
        ]
        self.summary.unknown += found.is_unknown
        await self._take_in(dataclasses.replace(job, clips=tuple(clips)), known)

    async def _take_in(self, job: Job, known: Known) -> None:
        self._work.check()
        entries = await self._library.take_in([job])
        if not entries:
            self.summary.here += 1
            return
        entry = entries[0]
        known.add(job)
        self.summary.added += 1
        self.summary.held += entry.job.state.value == "held"
        self.summary.missing += any(clip.state is FileState.MISSING for clip in job.clips)
        for clip in entry.job.clips:
            if clip.path is not None and clip.state is FileState.PRESENT:
                picture = await thumbnail_of(await self._library.place_of(clip.path))
                if picture is not None:
                    await self._library.add_thumbnail(entry.key, picture)
                break


def _below(source: Path) -> list[Path]:
    try:
        return media_files_below(source)
    except OSError as error:
        raise library_error(error) from error


__all__ = ["ImportSummary", "LibraryError", "import_from"]
