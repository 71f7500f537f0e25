"""Where a library is saved to, and where one that was saved goes."""

from pathlib import Path

from rushes.domain.errors import NoBackupThere
from rushes.library.database import library_error
from rushes.library.saving import SavedLibrary, read_card


def place_for_backup(chosen: Path, root: Path) -> Path:
    """Return where a library is saved when a person chose a folder: into it, where that is filled.

    Blocking. Raises LibraryError.
    """
    try:
        read_card(chosen)
    except NoBackupThere:
        return _inside(chosen, f"{root.name} backup")
    return chosen


def place_for_restored(chosen: Path, saved: SavedLibrary) -> Path:
    """Return where a saved library goes: into a folder of its own, where that is filled.

    Blocking. Raises LibraryError.
    """
    return _inside(chosen, saved.name)


def _inside(chosen: Path, name: str) -> Path:
    try:
        is_filled = chosen.is_dir() and any(chosen.iterdir())
    except OSError as error:
        raise library_error(error) from error
    return chosen / name if is_filled else chosen
