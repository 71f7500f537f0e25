"""A library: the only writer of jobs and clips, which announces what it has committed."""

import asyncio
import contextlib
import datetime
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from rushes.domain.errors import LibraryAway, LibraryDamaged, LibraryError
from rushes.domain.found_clip import ReadClip
from rushes.domain.job import Job
from rushes.library.announcements import (
    JobEntry,
    JobsAdded,
    JobsChanged,
    JobsRemoved,
    LibraryCameBack,
    LibraryWentAway,
    MediaAway,
    MediaBack,
    WritingRefused,
    WritingWorks,
)
from rushes.library.backups import backup_of, thin_out
from rushes.library.database import leave_unchanged, library_error, open_for_reading
from rushes.library.database_copy import complete_copy, copy_pages
from rushes.library.database_thread import DatabaseThread
from rushes.library.facts import read_facts, write_facts
from rushes.library.file_sweep import DigestOf, FileSweep, SweepReport
from rushes.library.layout import Layout
from rushes.library.machine_memory import MachineMemory
from rushes.library.presence import has_settled_clips
from rushes.library.rebuild import RebuildReport, mark_for_rebuild
from rushes.library.recovery import Recovered, recover_jobs
from rushes.library.saving import JobSaving
from rushes.library.soundness import problems_of, problems_seen_twice
from rushes.library.taking import take_library
from rushes.library.thumbnails import open_thumbnails
from rushes.library.writing import IllegalStep

if TYPE_CHECKING:
    from rushes.library.ownership import Ownership

__all__ = ["IllegalStep", "Library"]

_DONE = object()


class Library(JobSaving):
    """A library that this process owns, or reads beside its owner.

    All calls are coroutines of one event loop; the disk is touched on threads of the library's
    own. Announcements come on the event loop, after the commit they tell of.

    Args:
        root: its folder.
        machine_file: where this computer remembers its libraries, so that one that is put back
            from a copy sends nothing by itself; see `rushes.library.openings`.
        read_clip: tells what a media file is, for rows that have to be made again.

    Attributes:
        layout: where its files lie.
        media: its media files.
        rebuilt: how the database was made again when it was opened, or None when it was sound.
        is_away: whether its folder is gone, as when a drive was unplugged; calls raise LibraryAway.
    """

    def __init__(
        self,
        root: Path,
        *,
        machine_file: Path | None = None,
        read_clip: ReadClip | None = None,
    ) -> None:
        memory = MachineMemory(machine_file) if machine_file is not None else None
        super().__init__(Layout(root.absolute()), memory)
        self.rebuilt: RebuildReport | None = None
        self._read_clip = read_clip
        self._ownership: Ownership | None = None
        self._owner_words: dict[str, str] = {}
        self._refused: str | None = None
        self._returning = asyncio.Lock()
        self._changes_told = 0

    async def open(self, **owner_words: str) -> None:
        """Take the library for writing, making it if there is none; `owner_words` go on the lock.

        Raises LibraryInUse, LibraryTooNew, LibraryDamaged, LibraryNotWritable, DiskFull.
        """
        self._owner_words = owner_words
        writer = DatabaseThread(
            lambda: self._take(owner_words), "library-w", self._check_place, self._note_write
        )
        try:
            await writer.open()
        except BaseException:
            await writer.close()
            raise
        self._writer = writer
        await writer.read(self._note_places)
        await self._reader.open()
        self._pictures = DatabaseThread(
            lambda: open_thumbnails(self.layout.thumbnails), "library-thumbnails", self._check_place
        )
        await self._pictures.open()

    async def close(self) -> None:
        """Finish what is under way, close the files, and give the library free."""
        if self._writer is not None:
            with contextlib.suppress(LibraryError):
                await self._writer.read(self._note_changes)
        for thread in (self._pictures, self._reader, self._writer):
            if thread is not None:
                await thread.close()
        if self._ownership is not None:
            ownership, self._ownership = self._ownership, None
            await asyncio.to_thread(ownership.release)

    @property
    def older(self) -> str | None:
        """Why the library turned out to be an older copy when it was opened, or None.

        See `rushes.library.openings.Opening`. What waits in it is held by `recover`.
        """
        return self._opening.older if self._opening is not None else None

    async def recover(self, under_way: Collection[str] = ()) -> list[JobEntry]:
        """Settle what was left half done, but for jobs that are `under_way` in this very process.

        A job found SENDING whose receipt names the service's id is followed on, one whose receipt
        says that it surely never left waits again, and any other is UNKNOWN, for nobody can tell
        whether it arrived. In an older copy of the library nothing is sent that waits there: it
        follows its id, is UNKNOWN or HELD; and jobs that only the receipts know come back.

        Returns the jobs concerned. Raises LibraryError.
        """

        def settle(connection: apsw.Connection) -> Recovered:
            done = recover_jobs(connection, self.layout, self._read_clip, under_way)
            if not (done.changed or done.added or done.removed):
                self._changes_told = connection.total_changes()
            return done

        await self._take_back_unsent()
        try:
            done = await self._own.write(settle, look_twice=True)
        except LibraryDamaged as error:
            reason = error.detail
            await self._own.read(lambda c: self._note_damage(c, reason))
            raise
        if done.added:
            self._announce(JobsAdded(done.added))
        if done.changed:
            self._announce(JobsChanged(done.changed))
        if done.removed:
            self._announce(JobsRemoved(done.removed))
        return [*done.changed, *done.added]

    async def quick_check(self) -> tuple[str, ...]:
        """Look whether the database is sound, on a thread and a connection of its own.

        What two looks find wrong is returned, for the log; then the next opening makes the database
        again from all that is left. Raises LibraryError when it cannot be read for another reason.
        """

        def look() -> tuple[str, ...]:
            connection = open_for_reading(self.layout.database)
            try:
                return problems_of(connection)
            finally:
                connection.close(True)

        problems = await asyncio.to_thread(problems_seen_twice, look)
        if problems:
            await self._own.read(lambda c: self._note_damage(c, "; ".join(problems)))
        return problems

    async def back_up(self) -> Path | None:
        """Copy the database into today's backup, if it has changed and there is none yet.

        Commits go on meanwhile. Returns the backup that was made, or None. Raises LibraryError.
        """
        target = backup_of(self.layout.backups, datetime.date.today())
        if not await self._own.read(lambda c: self._wants_backup(c, target)):
            return None
        fresh = target.with_name(target.name + ".new")
        steps = await self._own.read(lambda c: copy_pages(c, fresh))
        try:
            # Each step waits its turn behind the commits that came before it.
            while not await self._own.read(lambda _: next(steps, _DONE) is _DONE):
                pass
        finally:
            await self._own.read(lambda _: steps.close())
        await asyncio.to_thread(_complete, fresh, target)
        await self._own.write(lambda c: write_facts(c, changed=None))
        self._changes_told = await self._own.read(lambda c: c.total_changes())
        return target

    def is_in_place(self) -> bool:
        """Tell whether the database is where it was opened, or where it can be opened again.

        Blocking, for as long as a dead drive lets it: for a thread that nobody waits for.
        """
        if self.is_away:
            return self.layout.database.is_file()
        return self._anchor.holds()

    def go_away(self) -> None:
        """Let go of a library whose folder is gone, without touching what lies there now.

        From now on its calls raise LibraryAway, and so do those that wait for an answer.
        """
        if not self.is_away:
            self.is_away = True
            self._abandon()
            self._announce(LibraryWentAway())

    async def come_back(self) -> list[JobEntry]:
        """Open a library anew that went away; return the jobs that were settled on the way.

        Raises LibraryAway when it is not there, LibraryInUse when another process has it by now,
        and whatever else `open` raises; then it stays away.
        """
        async with self._returning:
            if not self.is_away:
                return []
            if not await asyncio.to_thread(self.layout.database.is_file):
                raise LibraryAway
            self._reader = self._new_reader()
            try:
                await self.open(**self._owner_words)
                entries = await self.recover(frozenset(self._sending))
            except BaseException:
                self._abandon()
                raise
            self.is_away = False
        self._announce(LibraryCameBack(tuple(entries)))
        return entries

    def _note_write(self, error: LibraryError | None) -> None:
        """Tell that the disk takes no more, or takes it again; that it is gone is no news here."""
        code = error.code if error is not None else None
        if code == self._refused or isinstance(error, LibraryAway):
            return
        self._refused = code
        self._announce(WritingRefused(code) if code is not None else WritingWorks())

    def note_media(self, *, is_away: bool) -> None:
        """Tell that the media folder as a whole went away or came back, when that is news."""
        if is_away is not self.media.is_away:
            self.media.is_away = is_away
            self._announce(MediaAway() if is_away else MediaBack())

    async def sweep_files(self, digest_of: DigestOf | None = None) -> SweepReport:
        """Look for the file of every clip, and write down which are missing, changed or back.

        Args:
            digest_of: reads a file that was written since it was put in its place; without it,
                a file of the right length is taken as the one.

        Raises LibraryError.
        """
        report = await self._file_sweep(digest_of).run()
        self.note_media(is_away=report.is_media_away)
        return report

    async def note_missing(self, job_id: str) -> Job:
        """Look for the files of one job, because one could not be opened; return the job.

        Raises JobNotFound, LibraryError.
        """
        report = await self._file_sweep(None).run_for((await self.job(job_id)).key)
        self.note_media(is_away=report.is_media_away)
        return (await self.job(job_id)).job

    def _abandon(self) -> None:
        for thread in (self._pictures, self._reader):
            if thread is not None:
                thread.abandon()
        ownership, self._ownership = self._ownership, None
        if self._writer is not None:
            self._writer.abandon(ownership.abandon if ownership is not None else lambda: None)

    def _file_sweep(self, digest_of: DigestOf | None) -> FileSweep:
        return FileSweep(
            self.layout.media,
            self.media.is_here,
            digest_of,
            self._reader.read,
            self._own.write,
            self._announce,
        )

    def _note_places(self, connection: apsw.Connection) -> None:
        """Remember which database is open, and find out whether the media folder is there."""
        self._anchor.take()
        facts = read_facts(connection)
        was_elsewhere = facts.get("media_elsewhere") == "1"
        self.media.expect(is_filled=has_settled_clips(connection), was_elsewhere=was_elsewhere)
        if not self.media.is_away and self.media.remember_place() is not was_elsewhere:
            write_facts(connection, media_elsewhere=None if was_elsewhere else 1)

    def _take(self, owner_words: dict[str, str]) -> apsw.Connection:
        taken = take_library(
            self.layout, self._receipts, self._memory, self._read_clip, owner_words
        )
        self._ownership, self._opening = taken.ownership, taken.opening
        self.rebuilt = taken.rebuilt or self.rebuilt
        self._changes_told = taken.connection.total_changes()
        return taken.connection

    def _note_damage(self, connection: apsw.Connection, reason: str) -> None:
        mark_for_rebuild(self.layout, reason)
        leave_unchanged(connection)

    def _note_changes(self, connection: apsw.Connection) -> None:
        """Have the next session know that there is something which no backup has."""
        if connection.total_changes() > self._changes_told:
            write_facts(connection, changed=1)

    def _wants_backup(self, connection: apsw.Connection, target: Path) -> bool:
        if target.exists():
            return False
        has_changed = connection.total_changes() > self._changes_told
        return has_changed or "changed" in read_facts(connection)


def _complete(fresh: Path, target: Path) -> None:
    try:
        complete_copy(fresh, target)
        thin_out(target.parent)
    except (apsw.Error, OSError) as error:
        raise library_error(error) from error
