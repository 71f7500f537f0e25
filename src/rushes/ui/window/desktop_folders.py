"""Show where files lie, with whatever the desktop opens folders with."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_on_desktop(path: Path) -> None:
    """Open the folder of a file, or a folder itself; returns at once."""
    folder = path if path.suffix == "" else path.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
