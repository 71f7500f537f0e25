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
        """Copies of the database, made on days with changes and before each migration."""
        return self.root / "backups"

    @property
    def damaged(self) -> Path:
        """Databases that could not be read, as they were, in one folder for each time."""
        return self.root / "damaged"

    @property
    def rebuild_mark(self) -> Path:
        """There while the database has to be made again, or is being made again."""
        return self.root / "rebuild.json"

    @property
    def frames(self) -> Path:
        """Frames of clips that drafts take as inputs."""
        return self.root / "frames"

    @property
    def set_aside(self) -> Path:
        """Files from the media folder that no job knows, kept."""
        return self.root / "set aside"

    @property
    def has_past(self) -> bool:
        """Whether there are traces of jobs beside the database."""
        if self.receipts.exists() or any(self._inside(self.backups)):
            return True
        return any(path.is_file() for path in self.media.rglob("*"))

    def create(self) -> None:
        """Make the folders that every library has; raises OSError."""
        for folder in (self.root, self.media):
            folder.mkdir(parents=True, exist_ok=True)

    @staticmethod
    def _inside(folder: Path) -> list[Path]:
        return list(folder.iterdir()) if folder.is_dir() else []


def with_companions(database: Path) -> tuple[Path, Path, Path]:
    """Return a database's file and the two that SQLite keeps beside it while it is in use."""
    name = database.name
    return database, database.with_name(f"{name}-wal"), database.with_name(f"{name}-shm")


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
