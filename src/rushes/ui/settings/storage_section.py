"""What is kept where, and how much of it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from rushes.domain.settings import Settings
from rushes.ui.components.button import Button
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.spin_field import SpinField
from rushes.ui.settings.folder_choice import FolderChoice
from rushes.ui.settings.run_facts import RunFacts
from rushes.ui.settings.section import SettingsSection
from rushes.ui.settings.setting_row import SettingRow
from rushes.ui.theme.roles import Role
from rushes.ui.theme.typography import TextStyle
from rushes.ui.viewer.frames_out.pictures_folder import pictures_folder

MEBIBYTE = 1024**2
GIBIBYTE = 1024**3

LEAST_CACHE, MOST_CACHE = 128, 32_768
"""Mebibytes for decoded frames: room for a second of 720p, and more than a workstation spares."""

LEAST_DOWNLOAD, MOST_DOWNLOAD = 1, 1_024
"""Gibibytes of one file."""


class StorageSection(SettingsSection):
    """The folders of the library and of saved frames, room for frames, and the largest file.

    Attributes:
        show_button: opens the library's folder.
        frame_cache: mebibytes for decoded frames.
        largest_download: gibibytes of a file.
        frames_folder: where saved frames go.

    Signals:
        show_library_requested: a person wants to see the library's folder.
    """

    show_library_requested = Signal()

    def __init__(self, facts: RunFacts, parent: QWidget | None = None) -> None:
        super().__init__("storage", "folder", parent)
        self.set_title(self.tr("Storage"))
        self.show_button = Button(self.tr("Show"), self)
        self.show_button.clicked.connect(self.show_library_requested)
        path = ElidedLabel(str(facts.library), TextStyle.CONTROL, Role.TEXT, self)
        library = SettingRow(
            self.tr("Library"),
            self.tr("Clips, prompts and marks are in this folder."),
            self.show_button,
            self,
            beneath=path,
        )
        name = self.tr("Show the library’s folder")
        self.show_button.setAccessibleName(name)
        self.frames_folder = FolderChoice(self.tr("Folder for saved frames"), self)
        self.frames_folder.folder_chosen.connect(lambda path: self.tell(frames_folder=path))
        frames = SettingRow(
            self.tr("Saved frames"),
            self.tr("Pictures that you save with S go here."),
            self.frames_folder,
            self,
            beneath=self.frames_folder.place,
        )
        self.frame_cache = SpinField(LEAST_CACHE, MOST_CACHE, self, step=128, unit="MiB")
        self.frame_cache.value_edited.connect(self._on_cache)
        self._cache_row = SettingRow(
            self.tr("Room for frames"),
            self.tr("Memory that keeps frames ready to be shown, of all open clips together."),
            self.frame_cache,
            self,
        )
        self.largest_download = SpinField(LEAST_DOWNLOAD, MOST_DOWNLOAD, self, unit="GiB")
        self.largest_download.value_edited.connect(self._on_largest)
        self._largest_row = SettingRow(
            self.tr("Largest download"),
            self.tr("A clip above this stays at the service until you ask for it."),
            self.largest_download,
            self,
        )
        self.add_rows([library, frames, self._cache_row, self._largest_row])
        self._align_fields()

    def _align_fields(self) -> None:
        """Give the numbers one width, so that they stand beneath each other."""
        fields = (self.frame_cache, self.largest_download)
        width = max(field.sizeHint().width() for field in fields)
        for field in fields:
            field.setMinimumWidth(width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._align_fields()

    def show_settings(self, settings: Settings) -> None:
        _show(self.frame_cache, self._cache_row, settings.frame_cache_bytes / MEBIBYTE)
        self.frames_folder.show_folder(pictures_folder(settings.frames_folder))
        _show(self.largest_download, self._largest_row, settings.largest_download_bytes / GIBIBYTE)

    def _on_cache(self, mebibytes: float) -> None:
        if self._is_between(self._cache_row, mebibytes, LEAST_CACHE, MOST_CACHE):
            self.tell_soon(frame_cache_bytes=round(mebibytes) * MEBIBYTE)
        else:
            self.drop("frame_cache_bytes")

    def _on_largest(self, gibibytes: float) -> None:
        if self._is_between(self._largest_row, gibibytes, LEAST_DOWNLOAD, MOST_DOWNLOAD):
            self.tell_soon(largest_download_bytes=round(gibibytes) * GIBIBYTE)
        else:
            self.drop("largest_download_bytes")

    def _is_between(self, row: SettingRow, value: float, least: int, most: int) -> bool:
        text = self.tr("Between {least} and {most}.").format(least=least, most=most)
        row.set_error("" if least <= value <= most else text)
        return least <= value <= most


def _show(field: SpinField, row: SettingRow, value: float) -> None:
    # What is being typed, or stands there refused, is left alone.
    if round(field.value()) != round(value) and not row.error():
        field.set_value(round(value))
