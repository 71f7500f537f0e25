"""A file that was made for a job."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

_CONTENT_TYPES = {
    "mp4": "video/mp4",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "wav": "audio/wav",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
}


@dataclass(frozen=True, slots=True)
class MadeFile:
    """One output.

    Attributes:
        path: where it lies.
        medium: ``video``, ``image`` or ``audio``.
        size: bytes.
        digest: SHA-256 in hexadecimal.
    """

    path: Path
    medium: str
    size: int
    digest: str

    @property
    def content_type(self) -> str:
        """The media type by the name's ending."""
        return _CONTENT_TYPES[self.path.suffix.removeprefix(".")]


def look_at(path: Path, medium: str) -> MadeFile:
    """Measure a file. Raises OSError."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return MadeFile(path, medium, path.stat().st_size, digest)
