"""What this computer remembers of the libraries it wrote to: small JSON outside of them all.

``{library id: {"path": folder, "opening": token, "receipts": bytes}}``. A library that is put
back from a copy does not fit what is remembered, and so does not pass for the current one.
"""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rushes.domain.errors import LibraryInUse
from rushes.library.ownership import Ownership
from rushes.library.settings_file import write_whole

_LONGEST_WAIT = 2.0
_PAUSE = 0.01


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of one library.

    Attributes:
        path: the folder it was in.
        opening: the token of its last opening here.
        receipts: how long its receipts were when a job was last sent from here, bytes.
    """

    path: str
    opening: str
    receipts: int


class MachineMemory:
    """The file, shared by all processes of this computer. Blocking: for a worker thread.

    Args:
        path: the file; made at the first note.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def recall(self, library_id: str) -> Remembered | None:
        """Return what is known of a library, or None."""
        told = self._read().get(library_id)
        if not isinstance(told, dict):
            return None
        path, opening, receipts = (told.get(name) for name in ("path", "opening", "receipts"))
        if not (isinstance(path, str) and isinstance(opening, str) and isinstance(receipts, int)):
            return None
        return Remembered(path, opening, receipts)

    def note(self, library_id: str, remembered: Remembered) -> None:
        """Remember a library as it is now; on the disk when this returns. Raises OSError."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        lock = self._take_turn()
        try:
            values = self._read()
            values[library_id] = {
                "path": remembered.path,
                "opening": remembered.opening,
                "receipts": remembered.receipts,
            }
            write_whole(self._path, json.dumps(values, indent=1).encode())
        finally:
            if lock is not None:
                lock.release()

    def is_writable(self) -> bool:
        """Tell whether notes can be made at all."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            lock = self._take_turn()
        except OSError:
            return False
        if lock is not None:
            lock.release()
        return True

    def _take_turn(self) -> Ownership | None:
        """Wait until no other process writes; after too long, go on without."""
        end = time.monotonic() + _LONGEST_WAIT
        while True:
            try:
                return Ownership.acquire(self._path.with_name(self._path.name + ".lock"))
            except LibraryInUse:
                if time.monotonic() > end:
                    return None
            time.sleep(_PAUSE)

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return values if isinstance(values, dict) else {}
