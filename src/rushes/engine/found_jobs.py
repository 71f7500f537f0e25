"""Media files that come from anywhere, and the jobs that they tell of.

A file of Rushes says how it was made. Any other is a clip of unknown origin: it has no inputs and
no model that anybody knows; its name is its note, so that it can be found, and a tag tells it.
"""

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path

from rushes.domain.errors import MediaError
from rushes.domain.found_clip import FoundClip
from rushes.domain.ids import is_job_id, new_job_id
from rushes.domain.job import Clip, Job
from rushes.domain.marks import Marks, Note
from rushes.domain.request import GenerationRequest
from rushes.library.evidence import request_of
from rushes.library.found_files import job_in
from rushes.library.media_files import SUFFIXES

IMPORTED_TAG = "imported"
_MOST_CLIPS = 1_000


@dataclass(slots=True)
class FoundFiles:
    """Files of one job.

    Attributes:
        files: what was found, with where it lies.
    """

    files: list[tuple[Path, FoundClip]] = field(default_factory=list)

    def add(self, path: Path, clip: FoundClip) -> None:
        """Add one more file; in the order of their places among the job's files."""
        self.files.append((path, clip))
        self.files.sort(key=lambda each: (_number(each[1]), each[0].name))

    @property
    def paths(self) -> list[Path]:
        """Where they lie."""
        return [path for path, _ in self.files]

    @property
    def is_unknown(self) -> bool:
        """Whether they say nothing of how they were made."""
        return not self.files[0][1].settings


def media_files_below(folder: Path) -> list[Path]:
    """Return all files below a folder that are called as media are, in order; no links.

    Raises OSError.
    """
    known = set(SUFFIXES.values()) | {".jpeg", ".m4v"}
    found = []
    for path in sorted(folder.rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        is_medium = path.suffix.lower() in known and not is_hidden
        if is_medium and path.is_file() and not path.is_symlink():
            found.append(path)
    return found


def named_job(path: Path) -> str | None:
    """Return the job that a clip names, None where it names none, or is a picture out of one."""
    from rushes.media.settings_box import read_settings

    try:
        settings = read_settings(path)
    except (OSError, MediaError):
        return None
    if settings is None or "frame" in settings:
        return None
    job_id = settings.get("job")
    return str(job_id) if is_job_id(job_id) else None


def embedded_request(path: Path) -> GenerationRequest | None:
    """Return the request that a clip was made with, None where it does not say; blocking."""
    from rushes.media.settings_box import read_settings

    try:
        settings = read_settings(path) or {}
    except (OSError, MediaError):
        return None
    return request_of(settings.get("model"), settings.get("inputs"))


def found_job(found: FoundFiles) -> Job:
    """Return the job of found files, its clips with no place in a library yet; blocking.

    Raises OSError.
    """
    path, first = found.files[0]
    told = dict(first.settings or {})
    picture_of = told.get("job") if "frame" in told else None
    job_id = told.get("job")
    if picture_of is not None or not is_job_id(job_id):
        told["job"] = new_job_id()
        told.pop("request_id", None)
        told.pop("remote_id", None)
    job = job_in(dataclasses.replace(first, settings=told), path)
    clips = tuple(
        Clip(ordinal, "").in_place(
            "", clip.original_size, clip.original_sha256, clip.facts, (clip.original_size, 0)
        )
        for ordinal, (_, clip) in enumerate(found.files)
    )
    marks = Marks()
    if picture_of is not None:
        words = f"{told.get('clip', path.name)}, {told.get('frame')}"
        parent = str(picture_of) if is_job_id(picture_of) else None
        marks, job = Marks(notes=(Note(words),)), dataclasses.replace(job, parent_id=parent)
    elif found.is_unknown:
        marks = Marks(tags=(IMPORTED_TAG,), notes=(Note(path.name),))
    return dataclasses.replace(job, clips=clips, marks=marks)


def _number(clip: FoundClip) -> int:
    told = (clip.settings or {}).get("clip")
    return told if isinstance(told, int) and 0 < told <= _MOST_CLIPS else 1
