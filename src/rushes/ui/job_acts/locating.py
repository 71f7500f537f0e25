"""Has a person say where a missing clip lies now, and brings it back into the library."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rushes.engine.tasks import Tasks

if TYPE_CHECKING:
    from rushes.library.library import Library


class Locating(QObject):
    """Opens a dialog for a file; what fits of it and its neighbours goes back into its place.

    Args:
        tasks: hold what is under way; failures are shown.

    Attributes:
        dialog: the open one, or None.

    Signals:
        told: what was found.
    """

    told = Signal(str)

    def __init__(self, library: "Library", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: QFileDialog | None = None
        self._library = library
        self._tasks = tasks

    def ask(self, keys: Sequence[int], host: QWidget) -> None:
        """Ask where the missing clips of these jobs are; their neighbours are looked at too."""
        if self.dialog is not None:
            self.dialog.close()
        dialog = QFileDialog(host.window(), self.tr("Where is the clip now?"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.look(keys, Path(name)))
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.open()

    def look(self, keys: Sequence[int], chosen: Path) -> None:
        """Look whether a file, or one beside it, is a missing clip of these jobs."""
        self._tasks.spawn(self._look(keys, chosen), "locate a missing file")

    async def _look(self, keys: Sequence[int], chosen: Path) -> None:
        from rushes.engine.missing_files import bring_back

        result = await bring_back(self._library, keys, chosen)
        if not result.found:
            words = self.tr("That file is another one, and none beside it is the missing clip.")
        elif result.found == result.wanted == 1:
            words = self.tr("The clip is back in the library.")
        else:
            words = self.tr("{found} of {wanted} clips are back in the library.")
        self.told.emit(words.format(found=result.found, wanted=result.wanted))

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
