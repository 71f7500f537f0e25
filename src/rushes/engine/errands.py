"""What is done with whole libraries while none is open in the window."""

from enum import Enum
from pathlib import Path
from typing import Protocol

from rushes.domain.progress import LongWork


class ErrandKind(Enum):
    """What an errand is about; the window has words for each."""

    OPEN = "open"
    MAKE = "make"
    MOVE = "move"
    MOVE_MEDIA = "move_media"
    RESTORE = "restore"


class Errand(Protocol):
    """Something that needs the library of the window closed, and says which is open afterwards."""

    @property
    def kind(self) -> ErrandKind:
        """What it is about."""

    @property
    def place(self) -> Path:
        """The folder that it is about."""

    async def carry_out(self, work: LongWork) -> Path:
        """Do it; returns the folder of the library to open then. Raises LibraryError."""


class OpenAnother:
    """Turns to another library; its opening is all that there is to do.

    Args:
        root: its folder.
        is_new: whether it is made now.
    """

    def __init__(self, root: Path, *, is_new: bool = False) -> None:
        self.kind = ErrandKind.MAKE if is_new else ErrandKind.OPEN
        self.place = root

    async def carry_out(self, work: LongWork) -> Path:
        """Return the folder."""
        return self.place
