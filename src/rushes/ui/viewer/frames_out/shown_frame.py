"""The one frame that is meant when a frame is to be saved, copied or used."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from rushes.domain.file_names import file_name
from rushes.media.frame_export import padded_number

_BETWEEN_NAME_AND_TAKE = ", "


@dataclass(frozen=True, slots=True)
class ShownFrame:
    """A frame that is on the screen.

    Attributes:
        path: its clip.
        index: the frame's index, from 0.
        frames: how many the clip has.
        title: what the clip is called, such as "Night tram, take 3"; may be empty.
        job_id: our id of the clip's job; empty for a clip of none.
    """

    path: Path
    index: int
    frames: int
    title: str = ""
    job_id: str = ""

    @property
    def number(self) -> str:
        """The frame's number as people read it, from 1."""
        return QLocale().toString(self.index + 1)

    @property
    def file_name(self) -> str:
        """A name for its picture, such as "Night tram-take 3-frame 0043.png"."""
        title = self.title.replace(_BETWEEN_NAME_AND_TAKE, "-") or self.path.stem
        words = QCoreApplication.translate("ShownFrame", "frame %1")
        number = words.replace("%1", padded_number(self.index, self.frames))
        return f"{file_name(title)}-{file_name(number)}.png"
