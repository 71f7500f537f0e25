"""Names that a library has, few against its jobs: models, tags, albums, proportions."""

from collections.abc import Iterator

import apsw

from rushes.domain.marks import tag_key
from rushes.library.search.folding import Folding

_DISTINCT = """
    WITH RECURSIVE found (value) AS (
        SELECT (SELECT min({column}) FROM {table} WHERE {column} IS NOT NULL)
        UNION ALL
        SELECT (SELECT min({column}) FROM {table} WHERE {column} > found.value)
        FROM found WHERE found.value IS NOT NULL
    )
    SELECT value FROM found WHERE value IS NOT NULL
"""
"""The values of an indexed column, each once: as many steps as there are values."""


class Names:
    """Finds names as a query writes them: case and accents make no difference.

    Args:
        connection: reads the library.
        folding: folds as the index of words does.
    """

    def __init__(self, connection: apsw.Connection, folding: Folding) -> None:
        self._connection = connection
        self._folding = folding

    def models(self, text: str) -> list[str]:
        """Return the ids of the models that hold a text."""
        wanted = self._folding.folded(text)
        return [each for each in self._values("jobs", "model_id") if wanted in self._fold(each)]

    def tags(self, text: str, *, is_beginning: bool) -> list[str]:
        """Return the keys of the tags that are, or begin with, a text."""
        wanted = self._folding.folded(tag_key(" ".join(text.split())))
        return [
            each
            for each in self._values("job_tags", "tag")
            if _fits(self._fold(each), wanted, is_beginning=is_beginning)
        ]

    def albums(self, text: str, *, is_beginning: bool) -> list[tuple[int, str | None]]:
        """Return keys and searches of the albums that are, or begin with, a text."""
        wanted = self._folding.folded(" ".join(text.split()))
        return [
            (int(key), search)
            for key, name, search in self._connection.execute(
                "SELECT key, name, search FROM albums"
            )
            if _fits(self._fold(name), wanted, is_beginning=is_beginning)
        ]

    def aspects(self, text: str) -> list[str]:
        """Return the proportions, as ``16:9``, that are one, or ``landscape`` and the like."""
        return [each for each in self._values("traits", "aspect") if is_aspect(each, text)]

    def _values(self, table: str, column: str) -> Iterator[str]:
        for row in self._connection.execute(_DISTINCT.format(table=table, column=column)):
            yield str(row[0])

    def _fold(self, text: str) -> str:
        return self._folding.folded(text)


def is_aspect(aspect: str, text: str) -> bool:
    """Tell whether proportions are those of a text, or have its shape."""
    if aspect == text:
        return True
    width, _, height = aspect.partition(":")
    if not (width.isdigit() and height.isdigit()):
        return False
    across, down = int(width), int(height)
    shape = "square" if across == down else "landscape" if across > down else "portrait"
    if shape == text:
        return True
    other_width, _, other_height = text.partition(":")
    if not (other_width.isdigit() and other_height.isdigit()):
        return False
    return across * int(other_height) == down * int(other_width) != 0


def _fits(name: str, wanted: str, *, is_beginning: bool) -> bool:
    return name.startswith(wanted) if is_beginning else name == wanted
