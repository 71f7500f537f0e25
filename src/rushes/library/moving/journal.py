"""What this computer remembers of moves that are under way, so that a death never loses one.

One small JSON file for each library, outside of it: the folder that is moved goes away on the
way. It is written before a step begins and goes last of all.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from rushes.library.layout import sync_folder
from rushes.library.settings_file import write_whole


class MoveKind(StrEnum):
    """What is moved."""

    LIBRARY = "library"
    MEDIA = "media"
    RESTORE = "restore"
    """A saved library takes the place of another, which goes to the source."""


class Stage(StrEnum):
    """How far a move is."""

    COPYING = "copying"
    """The old place is in use, and nothing of it was touched: can go on, or be put back."""

    SWITCHING = "switching"
    """The copy is proven: can only go on."""

    REMOVING = "removing"
    """The new place is in use; the old one is cleared."""


@dataclass(frozen=True, slots=True)
class Move:
    """One move, as its file tells it.

    Attributes:
        kind: what is moved.
        root: the folder of the library when the move began.
        source: what is moved: the library's folder, or the folder in which its media lie.
        target: where it is moved to.
        stage: how far it is.
        is_rename: whether both lie on one drive, so that there is nothing to copy.
    """

    kind: MoveKind
    root: Path
    source: Path
    target: Path
    stage: Stage = Stage.COPYING
    is_rename: bool = False

    @property
    def arriving(self) -> Path:
        """Where the copy grows until it is proven; on the drive of the target."""
        return self.target.with_name(f"{self.target.name}.arriving")

    @property
    def leaving(self) -> Path:
        """Where the old files wait to be removed; beside the old place."""
        return self.source.with_name(f"{self.source.name}.leaving")


class MoveJournal:
    """The files of moves. Blocking: for a worker thread.

    Args:
        folder: where they lie; made at the first move.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def beside(cls, machine_file: Path) -> "MoveJournal":
        """Return the journal of a computer, by the file that remembers its libraries."""
        return cls(machine_file.with_name("moves"))

    def read(self, root: Path) -> Move | None:
        """Return the move of a library that was begun and has not ended, or None."""
        try:
            values = json.loads(self._file(root).read_bytes())
            return Move(
                MoveKind(values["kind"]),
                Path(values["root"]),
                Path(values["source"]),
                Path(values["target"]),
                Stage(values["stage"]),
                values["is_rename"] is True,
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, move: Move) -> None:
        """Note how far a move is; on the disk when this returns. Raises OSError."""
        values = {name: str(value) for name, value in asdict(move).items()}
        content = json.dumps({**values, "is_rename": move.is_rename}, indent=1)
        write_whole(self._file(move.root), content.encode())

    def forget(self, move: Move) -> None:
        """Note that a move has ended; raises OSError."""
        self._file(move.root).unlink(missing_ok=True)
        if self._folder.is_dir():
            sync_folder(self._folder)

    def _file(self, root: Path) -> Path:
        name = hashlib.sha256(str(root).encode()).hexdigest()[:20]
        return self._folder / f"{name}.json"
