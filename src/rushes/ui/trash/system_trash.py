"""The system's trash, as the library uses it."""

from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths


def into_system_trash(path: Path) -> bool:
    """Put a file into the system's trash; tell whether it went there. For a worker thread."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    if where:
        # A desktop makes this folder before its first trash; a bare account has none.
        Path(where).mkdir(parents=True, exist_ok=True)
    return QFile(str(path)).moveToTrash()


def delete_file(path: Path) -> bool:
    """Delete a file for good, where a person said so; tell whether it went."""
    try:
        path.unlink()
    except OSError:
        return False
    return True
