"""The list of files in whose decoding the program died, kept until a person trusts them."""

import json
import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from rushes.media.decoder_record import RECORDS, files_in_hand
from rushes.media.file_lock import lock, locked
from rushes.media.file_mark import FileMark

_log = logging.getLogger(__name__)

_MOST_SUSPECTS = 1_000
"""The oldest are dropped beyond these."""


class Suspects:
    """The suspects of one state folder, which the processes of a person share.

    Known by their content: a file that was copied, moved or fetched once more is as suspect as
    before, and one that was changed is not.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._list = folder / "suspects.json"
        self._lock = folder / "lock"
        self._known: tuple[FileMark, ...] = ()
        # What was said in this process; true even where the list cannot be written.
        self._said: dict[tuple[int, bytes], bool] = {}

    def read(self) -> None:
        """Read the list alone."""
        self._known = self._read()

    def read_records(self, then: Callable[[], None]) -> None:
        """Read what dead processes left behind; call *then* before others may do the same.

        Raises OSError.
        """
        with locked(self._lock):
            dead, accused = self._dead_records()
            self._change(lambda marks: [*marks, *accused])
            # Only now is what they say written down elsewhere.
            for path in dead:
                path.unlink(missing_ok=True)
            then()
        for mark in accused:
            _log.warning("the program died while it read %s", mark.path.name)

    def known(self) -> tuple[FileMark, ...]:
        """All of them, the oldest first."""
        return self._known

    def holds(self, mark: FileMark) -> bool:
        """Whether the file *mark* is a suspect still; another process may have trusted it."""
        if mark.content in self._said:
            return self._said[mark.content]
        if not self._among_known(mark):
            return False
        self.read()
        return self._among_known(mark)

    def add(self, mark: FileMark) -> None:
        """Suspect the file *mark*; raises OSError."""
        self._said[mark.content] = True
        with locked(self._lock):
            self._change(lambda marks: [*marks, mark])

    def trust(self, mark: FileMark) -> None:
        """Suspect the file *mark* no longer; raises OSError."""
        self._said[mark.content] = False
        with locked(self._lock):
            self._change(lambda marks: [each for each in marks if each.content != mark.content])

    def _among_known(self, mark: FileMark) -> bool:
        return any(each.content == mark.content for each in self._known)

    def _change(self, change: Callable[[tuple[FileMark, ...]], Iterable[FileMark]]) -> None:
        before = self._read()
        by_content = {mark.content: mark for mark in change(before)}
        self._known = tuple(by_content.values())[-_MOST_SUSPECTS:]
        if self._known == before:
            return
        written = self._list.with_suffix(".new")
        with written.open("w", encoding="ascii") as file:
            json.dump([_as_json(mark) for mark in self._known], file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        written.replace(self._list)

    def _read(self) -> tuple[FileMark, ...]:
        try:
            return tuple(_from_json(each) for each in json.loads(self._list.read_bytes()))
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, TypeError, KeyError) as error:
            _log.warning("the list of suspect files cannot be read: %r", error)
            return ()

    def _dead_records(self) -> tuple[list[Path], list[FileMark]]:
        dead: list[Path] = []
        accused: list[FileMark] = []
        for path in sorted(self._folder.glob(RECORDS), key=lambda each: each.stat().st_mtime_ns):
            with path.open("r+b") as file:
                try:
                    lock(file)
                except OSError:
                    continue
                accused += files_in_hand(file.read())
            dead.append(path)
        return dead, accused


def _as_json(mark: FileMark) -> dict[str, object]:
    return {"path": str(mark.path), "size": mark.size, "digest": mark.digest.hex()}


def _from_json(values: dict[str, object]) -> FileMark:
    path, size, digest = values["path"], values["size"], values["digest"]
    if not isinstance(path, str) or not isinstance(size, int) or not isinstance(digest, str):
        raise TypeError("not a suspect")
    return FileMark(Path(path), size, bytes.fromhex(digest))
