"""Finds clips again that are not in their place, by what they hold, and puts them back."""

import asyncio
import dataclasses
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rushes.domain.errors import MediaError, MediaMissing
from rushes.domain.job import Clip, Job
from rushes.domain.states import FileState
from rushes.library.layout import sync_folder
from rushes.library.library import Library

_MOST_LOOKED_AT = 2_000
_MOST_READ = 200


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """What a search came to.

    Attributes:
        wanted: clips that were looked for.
        found: those of them that are back in their place.
    """

    wanted: int
    found: int


async def bring_back(library: Library, keys: Sequence[int], chosen: Path) -> FoundAgain:
    """Look for the missing clips of jobs in a file and its neighbours, and copy them back.

    A clip is known by the digest of the bytes that came from the service; a name is only where
    the look begins. The file that was chosen stays where it is.

    Raises LibraryError, OSError.
    """
    wanted = found = 0
    for entry in await library.jobs(keys):
        lost = [clip for clip in entry.job.clips if _is_lost(clip)]
        wanted += len(lost)
        for clip in lost:
            source = await asyncio.to_thread(_matching, chosen, clip)
            if source is None:
                continue
            place = await library.place_of(clip.path or "")
            status = await asyncio.to_thread(_put, source, place)
            await library.change(entry.job.id, lambda job, c=clip, s=status: _back(job, c, s))  # type: ignore[misc]
            found += 1
    return FoundAgain(wanted, found)


def _is_lost(clip: Clip) -> bool:
    return clip.path is not None and clip.state is FileState.MISSING


def _back(job: Job, found: Clip, status: os.stat_result) -> Job:
    clips = tuple(
        dataclasses.replace(
            clip,
            state=FileState.PRESENT,
            disk_size=status.st_size,
            disk_mtime_ns=status.st_mtime_ns,
        )
        if clip.ordinal == found.ordinal and clip.path == found.path
        else clip
        for clip in job.clips
    )
    return dataclasses.replace(job, clips=clips)


def _matching(chosen: Path, clip: Clip) -> Path | None:
    """Return the file that holds a clip's bytes, the chosen one first."""
    for path in _likely(_neighbours(chosen), chosen, clip):
        if _holds(path, clip):
            return path
    return None


def _neighbours(chosen: Path) -> list[Path]:
    beside = sorted(chosen.parent.iterdir())[:_MOST_LOOKED_AT]
    return [path for path in beside if path != chosen and path.is_file()]


def _likely(beside: Iterable[Path], chosen: Path, clip: Clip) -> Iterator[Path]:
    """Yield files that may be the clip: by name, then those that are long enough."""
    name = Path(clip.path or "").name
    yield chosen
    same = [path for path in beside if path.name == name]
    yield from same
    least, most = clip.size or 0, max(clip.size or 0, clip.disk_size or 0) + 65_536
    others = [path for path in beside if path not in same]
    fitting = [path for path in others if least <= path.stat().st_size <= most]
    yield from fitting[:_MOST_READ]


def _holds(path: Path, clip: Clip) -> bool:
    from rushes.media.settings_box import original_sha256

    if clip.sha256 is None:
        is_named = path.name == Path(clip.path or "").name
        return is_named and path.stat().st_size == (clip.disk_size or clip.size)
    try:
        return original_sha256(path) == clip.sha256
    except (MediaError, OSError):
        return False


def _put(source: Path, place: Path) -> os.stat_result:
    """Copy a file to its place, whole or not at all; return what lies there then."""
    if place.exists():
        raise MediaMissing("another file lies in the clip's place")
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_name(place.name + ".new")
    shutil.copyfile(source, fresh)
    with fresh.open("rb+") as stream:
        os.fsync(stream.fileno())
    fresh.replace(place)
    sync_folder(place.parent)
    return place.stat()
