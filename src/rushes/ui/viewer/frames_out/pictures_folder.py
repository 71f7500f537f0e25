"""Where saved frames go: a folder of one's own choice, or "Rushes" among the pictures."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

_OWN = "Rushes"
_PICTURES = QStandardPaths.StandardLocation.PicturesLocation


def pictures_folder(chosen: str = "") -> Path:
    """The folder that a person chose; without one, ``Rushes`` in the system's pictures folder."""
    if chosen:
        return Path(chosen)
    return Path(QStandardPaths.writableLocation(_PICTURES) or Path.home()) / _OWN


def folder_words(folder: Path) -> str:
    """What people call a folder: "Pictures" for the system's own, else its name."""
    if folder == pictures_folder():
        return QStandardPaths.displayName(_PICTURES) or folder.name
    return folder.name or str(folder)
