"""The system's dialog for a folder, opened without waiting for it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_folder(
    window: QWidget, title: str, start: Path, chosen: Callable[[Path], object]
) -> QFileDialog:
    """Open the dialog; `chosen` is called with the folder, if a person chose one."""
    dialog = QFileDialog(window, title, str(start))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
