"""Goes through the files of all clips and writes down which are missing, changed or back."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import apsw

from rushes.domain.states import FileState
from rushes.library import job_rows
from rushes.library.announcements import JobEntry, JobsChanged
from rushes.library.presence import (
    Look,
    SettledClip,
    Sight,
    look_at,
    settled_clips,
    settled_clips_of,
)

DigestOf = Callable[[Path], str | None]
"""Returns the SHA-256 of a media file as it came, its settings left out; None for no medium."""

CHUNK = 500
"""Clips looked at, written down and announced together."""

_REST = 0.01

_FOUND_STATES = {
    Sight.AS_IT_WAS: FileState.PRESENT,
    Sight.UNNOTED: FileState.PRESENT,
    Sight.ANOTHER: FileState.CHANGED,
    Sight.GONE: FileState.MISSING,
}


@dataclass(frozen=True, slots=True)
class SweepReport:
    """What a sweep found.

    Attributes:
        looked_at: clips whose place was looked at.
        missing: those whose file is not there.
        changed: those whose file is another one.
        returned: those that were missing or changed before, and are as they were again.
        is_media_away: whether the media folder as a whole is gone; then nothing was marked.
    """

    looked_at: int = 0
    missing: int = 0
    changed: int = 0
    returned: int = 0
    is_media_away: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be written down of one clip."""

    clip: SettledClip
    state: FileState
    disk_size: int | None
    disk_mtime_ns: int | None


Read = Callable[[Callable[[apsw.Connection], list[SettledClip]]], Awaitable[list[SettledClip]]]
Write = Callable[[Callable[[apsw.Connection], list[JobEntry]]], Awaitable[list[JobEntry]]]


class FileSweep:
    """One way through the clips of a library.

    Args:
        media: the media folder.
        is_media_here: asked on a worker thread before anything is marked.
        digest_of: reads a file whose length is right and whose time is not; None takes it as it is.
        read, write: work on the library's database.
        announce: told of the jobs whose clips changed, `CHUNK` at most at a time.
    """

    def __init__(
        self,
        media: Path,
        is_media_here: Callable[[], bool],
        digest_of: DigestOf | None,
        read: Read,
        write: Write,
        announce: Callable[[JobsChanged], None],
    ) -> None:
        self._media = media
        self._is_media_here = is_media_here
        self._digest_of = digest_of
        self._read = read
        self._write = write
        self._announce = announce
        self._counts = {state: 0 for state in FileState}
        self._looked_at = 0
        self._returned = 0

    async def run(self) -> SweepReport:
        """Look at every clip that has a place; raises LibraryError."""
        place = (-1, -1)
        while True:
            clips = await self._read(lambda c, after=place: settled_clips(c, after, CHUNK))  # type: ignore[misc]
            if not clips:
                return self._report()
            if not await self._settle(clips):
                return self._report(is_media_away=True)
            place = clips[-1].job_key, clips[-1].ordinal
            # What a person does meanwhile goes first.
            await asyncio.sleep(_REST)

    async def run_for(self, key: int) -> SweepReport:
        """Look at the clips of one job; raises LibraryError."""
        clips = await self._read(lambda c: settled_clips_of(c, key))
        return self._report(is_media_away=bool(clips) and not await self._settle(clips))

    async def _settle(self, clips: Sequence[SettledClip]) -> bool:
        """Look at some clips and write down what is new; False when the media folder is gone."""

        def look() -> list[Look] | None:
            looks = [look_at(self._media, clip) for clip in clips]
            # Asked afterwards, so that a drive that goes away on the way marks nothing.
            return looks if self._is_media_here() else None

        looks = await asyncio.to_thread(look)
        if looks is None:
            return False
        findings = []
        for each in looks:
            if each.sight is Sight.TOUCHED:
                findings.append(await self._read_through(each))
            else:
                findings.append(_finding(each))
        await self._write_down(findings)
        return True

    async def _read_through(self, look: Look) -> Finding:
        """Have the bytes of a file tell whether it is the one that came; one file at a time."""
        noted = Finding(look.clip, FileState.PRESENT, look.size, look.mtime_ns)
        if self._digest_of is None or look.clip.sha256 is None:
            return noted
        digest_of = self._digest_of
        begun = time.monotonic()
        try:
            digest = await asyncio.to_thread(digest_of, self._media / look.clip.path)
        except OSError:
            return _finding(Look(look.clip, Sight.UNTOLD))
        # As much rest as work: others want the disk too.
        await asyncio.sleep(min(1.0, time.monotonic() - begun))
        if digest == look.clip.sha256:
            return noted
        return _finding(Look(look.clip, Sight.ANOTHER))

    async def _write_down(self, findings: Sequence[Finding]) -> None:
        self._looked_at += len(findings)
        for finding in findings:
            self._counts[finding.state] += 1
        new = [finding for finding in findings if _is_new(finding)]
        if not new:
            return
        self._returned += sum(
            finding.state is FileState.PRESENT is not finding.clip.state for finding in new
        )
        entries = await self._write(lambda c: write_findings(c, new))
        if entries:
            self._announce(JobsChanged(tuple(entries)))

    def _report(self, is_media_away: bool = False) -> SweepReport:
        return SweepReport(
            self._looked_at,
            self._counts[FileState.MISSING],
            self._counts[FileState.CHANGED],
            self._returned,
            is_media_away,
        )


def write_findings(connection: apsw.Connection, findings: Sequence[Finding]) -> list[JobEntry]:
    """Mark clips that are still as they were looked at; return the jobs that look different now."""
    changed = []
    for finding in findings:
        clip = finding.clip
        connection.execute(
            "UPDATE clips SET state = ?, disk_size = ?, disk_mtime_ns = ? "
            "WHERE job_key = ? AND ordinal = ? AND path = ? AND state = ? "
            "AND disk_size IS ? AND disk_mtime_ns IS ?",
            (
                finding.state.value,
                finding.disk_size,
                finding.disk_mtime_ns,
                clip.job_key,
                clip.ordinal,
                clip.path,
                clip.state.value,
                clip.disk_size,
                clip.disk_mtime_ns,
            ),
        )
        if connection.changes() and finding.state is not clip.state:
            changed.append(clip.job_key)
    jobs = job_rows.read_jobs(connection, sorted(set(changed)))
    return [JobEntry(key, job) for key, job in jobs.items()]


def _finding(look: Look) -> Finding:
    clip = look.clip
    state = _FOUND_STATES.get(look.sight, clip.state)
    if look.sight is Sight.UNNOTED:
        return Finding(clip, state, look.size, look.mtime_ns)
    return Finding(clip, state, clip.disk_size, clip.disk_mtime_ns)


def _is_new(finding: Finding) -> bool:
    clip = finding.clip
    return (finding.state, finding.disk_size, finding.disk_mtime_ns) != (
        clip.state,
        clip.disk_size,
        clip.disk_mtime_ns,
    )
