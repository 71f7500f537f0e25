"""The pieces of three letters that stand in the index of prompts.

A text holds two letters in a row exactly if it has a piece that begins with them, or one that ends
with them; a text of two letters has none.
"""

from collections.abc import Iterator

import apsw

from rushes.library.database import run_script

_TABLE = "prompt_pieces"
_LAST = "\U0010ffff"


class Vocabulary:
    """Looks up pieces in the index, without reading where they stand.

    Args:
        connection: reads the library; gets a table of its own that is nowhere on the disk.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._letters: tuple[str, ...] = ()
        self._version = -1
        self._is_there = False

    def pieces_with(self, pair: str) -> list[str]:
        """Return the pieces that hold two letters in a row, and some that nothing has."""
        self._open()
        begun = list(self._steps(pair, pair + _LAST, 3))
        return [*begun, *(f"{letter}{pair}" for letter in self._first_letters())]

    def _first_letters(self) -> tuple[str, ...]:
        version = int(self._connection.pragma("data_version"))
        if version != self._version:
            self._letters = tuple(piece[0] for piece in self._steps("", _LAST, 1))
            self._version = version
        return self._letters

    def _steps(self, start: str, end: str, letters: int) -> Iterator[str]:
        """Yield the pieces from one to another that differ in so many letters at their beginning.

        Each takes one step in the index, however often it stands there.
        """
        while True:
            rows = self._connection.execute(
                f"SELECT term FROM temp.{_TABLE} WHERE term >= ? AND term < ? LIMIT 1",
                (start, end),
            ).fetchall()
            if not rows:
                return
            piece = str(rows[0][0])
            yield piece
            start = piece[:letters] + (_LAST if letters < len(piece) else "\x01")

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
