"""What is not as it should be in the media folder."""

from collections.abc import Iterator
from pathlib import Path

import apsw

from rushes.domain.check_words import FindingKind
from rushes.domain.found_clip import ReadClip
from rushes.domain.states import FETCHING_STATES, FileState
from rushes.library.findings import Finding
from rushes.library.found_files import media_paths
from rushes.library.layout import Layout
from rushes.library.presence import SettledClip, Sight, look_at, settled_clips

_AT_ONCE = 500
_KINDS = {
    FileState.MISSING: FindingKind.FILE_MISSING,
    FileState.CHANGED: FindingKind.FILE_CHANGED,
}
_FETCHING = ", ".join(f"'{state}'" for state in FETCHING_STATES)


def file_findings(
    connection: apsw.Connection,
    layout: Layout,
    deep: bool,
    read_clip: ReadClip | None,
    *,
    is_at_rest: bool,
) -> Iterator[Finding]:
    """Yield files that are missing, changed, back, of no job, unfinished or left over.

    Args:
        connection: for reading is enough.
        layout: where the files lie.
        deep: whether to read through every file; else only those that were written since.
        read_clip: tells what came from the service of a file.
        is_at_rest: whether nobody works in the library; else new files may be on their way.

    Raises apsw.Error, OSError.
    """
    clips = list(_all_clips(connection))
    if clips and (not layout.media.is_dir() or not any(layout.media.iterdir())):
        yield Finding(FindingKind.MEDIA_AWAY, path=layout.media.name)
        return
    ids = {row[0]: str(row[1]) for row in connection.execute("SELECT key, id FROM jobs")}
    for clip in clips:
        kind = _compared(layout.media, clip, deep, read_clip)
        if kind is not None:
            path = f"{layout.media.name}/{clip.path}"
            # A clip that is marked already is told all the same: it is still not here.
            is_known = kind is _KINDS.get(clip.state)
            yield Finding(kind, ids.get(clip.job_key), path, is_mended=is_known)
    if not is_at_rest:
        return
    named = {clip.path for clip in clips}
    for relative in media_paths(layout):
        if relative not in named:
            yield Finding(FindingKind.FILE_ORPHANED, path=f"{layout.media.name}/{relative}")
    yield from _unfinished(connection, layout)


def _all_clips(connection: apsw.Connection) -> Iterator[SettledClip]:
    place = (-1, -1)
    while clips := settled_clips(connection, place, _AT_ONCE):
        yield from clips
        place = clips[-1].job_key, clips[-1].ordinal


def _compared(
    media: Path, clip: SettledClip, deep: bool, read_clip: ReadClip | None
) -> FindingKind | None:
    """Return what is amiss with a clip's file, or that it is back; None when all is well."""
    sight = look_at(media, clip).sight
    if sight is Sight.UNTOLD:
        return None
    if sight is Sight.GONE:
        state = FileState.MISSING
    elif sight is Sight.ANOTHER or _reads_otherwise(
        media, clip, deep or sight is Sight.TOUCHED, read_clip
    ):
        state = FileState.CHANGED
    else:
        state = FileState.PRESENT
    if state is FileState.PRESENT:
        return None if clip.state is state else FindingKind.FILE_RETURNED
    return _KINDS[state]


def _reads_otherwise(
    media: Path, clip: SettledClip, look: bool, read_clip: ReadClip | None
) -> bool:
    if not look or read_clip is None or clip.sha256 is None:
        return False
    found = read_clip(media / clip.path)
    return found is None or found.original_sha256 != clip.sha256


def _unfinished(connection: apsw.Connection, layout: Layout) -> Iterator[Finding]:
    fetching = {
        str(row[0])
        for row in connection.execute(f"SELECT id FROM jobs WHERE state IN ({_FETCHING})")
    }
    for path in sorted(layout.media.rglob("*.part")):
        job_id = path.name.rpartition("-")[0]
        if job_id not in fetching and path.is_file() and not path.is_symlink():
            yield Finding(FindingKind.FILE_UNFINISHED, path=_relative(layout, path))
    places = [(layout.media, "**/*.new"), (layout.backups, "*.new"), (layout.root, "*.new")]
    for folder, pattern in places:
        for path in sorted(folder.glob(pattern)):
            if path.is_file() and not path.is_symlink():
                yield Finding(FindingKind.LEFTOVER, path=_relative(layout, path))


def _relative(layout: Layout, path: Path) -> str:
    return path.relative_to(layout.root).as_posix()
