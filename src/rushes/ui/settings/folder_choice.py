"""A folder that a person chooses: a button, and where it lies."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rushes.ui.components.button import Button
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.typography import TextStyle


class FolderChoice(Button):
    """Opens the system's dialog for folders.

    Attributes:
        place: tells the folder; for another place than the button's.
        dialog: the dialog while it is open.

    Signals:
        folder_chosen: the path that a person chose.
    """

    folder_chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setText(self.tr("Choose…"))
        self.setAccessibleName(name)
        self._name = name
        self._folder = Path()
        self.place = ElidedLabel("", TextStyle.CONTROL, Role.TEXT, parent)
        self.dialog: QFileDialog | None = None
        self.clicked.connect(self._open)

    def show_folder(self, folder: Path) -> None:
        """Tell which folder it is."""
        self._folder = folder
        self.place.setText(str(folder))

    def _open(self) -> None:
        # The dialog itself lists the disk; where a folder is not there yet, it begins above it.
        start = next((each for each in (self._folder, *self._folder.parents) if each.is_dir()), "")
        self.dialog = QFileDialog(self.window(), self._name, str(start))
        self.dialog.setFileMode(QFileDialog.FileMode.Directory)
        self.dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self.dialog.fileSelected.connect(self.folder_chosen)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
