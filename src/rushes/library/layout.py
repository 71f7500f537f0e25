"""Where things lie inside a library's folder."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one library.

    Attributes:
        root: the library's folder, absolute.
    """

    root: Path

    @property
    def database(self) -> Path:
        """Jobs, clips and marks."""
        return self.root / "rushes.db"

    @property
    def thumbnails(self) -> Path:
        """Thumbnails, in a database of their own that may be dropped and is made again."""
        return self.root / "thumbnails.db"

    @property
    def receipts(self) -> Path:
        """The append-only log that outlives the database."""
        return self.root / "receipts.log"

    @property
    def lock(self) -> Path:
        """Held by the one process that writes."""
        return self.root / "rushes.lock"

    @property
    def media(self) -> Path:
        """Clips, in one folder for each month."""
        return self.root / "media"

    @property
    def backups(self) -> Path:
        """Copies of the database, made before each migration."""
        return self.root / "backups"

    def create(self) -> None:
        """Make the folders that every library has; raises OSError."""
        for folder in (self.root, self.media):
            folder.mkdir(parents=True, exist_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a loss of power (nothing to do on Windows).

    Raises OSError.
    """
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
