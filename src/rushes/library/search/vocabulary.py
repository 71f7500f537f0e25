"""The pieces of three letters that stand in the index of prompts.

A text holds two letters in a row exactly if it has a piece that begins with them, or one that ends
with them; a text of two letters has none.
"""

from collections.abc import Iterator

import apsw

from rushes.library.database import run_script

_TABLE = "prompt_pieces"
_LAST = "\U0010ffff"
_MOST_STEPS = 3_000
"""In more of them than this, reading the prompts themselves is as fast."""


class _NotStepped(Exception):
    """The pieces cannot be gone through in steps."""


class Vocabulary:
    """Looks up pieces in the index, without reading where they stand.

    Args:
        connection: reads the library; gets a table of its own that is nowhere on the disk.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._letters: tuple[str, ...] | None = ()
        self._version = -1
        self._is_there = False

    def pieces_with(self, pair: str) -> list[str] | None:
        """Return the pieces that hold two letters in a row, and some that nothing has.

        None where prompts have so many letters, or such strange ones, that it takes too long.
        """
        self._open()
        try:
            begun = list(self._steps(pair, pair + _LAST, 3))
        except _NotStepped:
            return None
        letters = self._first_letters()
        return None if letters is None else [*begun, *(f"{letter}{pair}" for letter in letters)]

    def _first_letters(self) -> tuple[str, ...] | None:
        version = int(self._connection.pragma("data_version"))
        if version != self._version:
            try:
                self._letters = tuple(piece[0] for piece in self._steps("", _LAST, 1))
            except _NotStepped:
                self._letters = None
            self._version = version
        return self._letters

    def _steps(self, start: str, end: str, letters: int) -> Iterator[str]:
        """Yield the pieces from one to another that differ in so many letters at their beginning.

        Each takes one step in the index, however often it stands there. Raises _NotStepped after
        too many of them, or where one does not lead on: the index ends a text at a NUL.
        """
        before = ""
        for _ in range(_MOST_STEPS):
            rows = self._connection.execute(
                f"SELECT term FROM temp.{_TABLE} WHERE term >= ? AND term < ? LIMIT 1",
                (start, end),
            ).fetchall()
            if not rows:
                return
            piece = str(rows[0][0])
            if not piece > before or "\0" in piece:
                raise _NotStepped
            before = piece
            yield piece
            start = piece[:letters] + (_LAST if letters < len(piece) else "\x01")
        raise _NotStepped

    def _open(self) -> None:
        if self._is_there:
            return
        connection = self._connection
        # It is a view of the index, written nowhere; the library stays closed to writing anyway.
        reads_only = connection.pragma("query_only")
        run_script(connection, "PRAGMA query_only = OFF")
        try:
            run_script(
                connection,
                f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{_TABLE} "
                "USING fts5vocab ('main', 'words', 'instance')",
            )
        finally:
            run_script(connection, f"PRAGMA query_only = {reads_only}")
        self._is_there = True
