"""The titles of all jobs of a library in their order, read once and kept up to date."""

import bisect
import json
from collections.abc import Iterator

import apsw

from rushes.domain.states import EDITABLE_STATES
from rushes.domain.titles import shot_name, sorting_text
from rushes.library.search.newest_first import NewestFirst

_EDITABLE = ", ".join(f"'{state.value}'" for state in sorted(EDITABLE_STATES))


class SortingTitles:
    """By what jobs are sorted that are sorted by their titles.

    What a prompt is called is worked out once for each job: SQLite cannot. It takes about 150 bytes
    for each title, and nothing until somebody sorts by them.

    Attributes:
        changes: differs whenever jobs came or have other titles.
    """

    def __init__(self) -> None:
        self.changes = 0
        self._readings = 0
        self._highest = 0
        self._texts: list[str] = []
        self._keys: dict[str, list[int]] = {}
        self._editable: dict[int, str] = {}

    def bring_up_to_date(self, connection: apsw.Connection, newest: NewestFirst) -> None:
        """Read what `newest` has come to know; inside of the same transaction."""
        found = connection.execute(f"SELECT key FROM jobs WHERE state IN ({_EDITABLE})")
        editable = {int(row[0]) for row in found}
        known = {key for key in editable if key <= self._highest}
        if newest.readings == self._readings and known <= self._editable.keys():
            self._read_more(connection, editable)
        else:
            self._read_all(connection, editable)
            self._readings = newest.readings

    def _read_all(self, connection: apsw.Connection, editable: set[int]) -> None:
        self._keys, self._editable, self._highest = {}, {}, 0
        titles: dict[str, str] = {}
        for key, prompt in connection.execute("SELECT key, prompt FROM jobs"):
            text = titles.get(prompt)
            if text is None:
                text = titles[prompt] = _sorting_title(prompt)
            self._keys.setdefault(text, []).append(key)
            self._highest = max(self._highest, key)
            if key in editable:
                self._editable[key] = text
        self._texts = sorted(self._keys)
        self.changes += 1

    def _read_more(self, connection: apsw.Connection, editable: set[int]) -> None:
        rows = connection.execute(
            "SELECT key, prompt FROM jobs WHERE key > ? OR key IN (SELECT value FROM json_each(?))",
            (self._highest, json.dumps(list(self._editable))),
        )
        before, self._editable = self._editable, {}
        for key, prompt in rows:
            text = _sorting_title(prompt)
            if before.get(key) != text:
                self._move(key, before.get(key), text)
            if key in editable:
                self._editable[key] = text
            self._highest = max(self._highest, key)

    def groups(self) -> Iterator[list[int]]:
        """Return the keys of each title, in the order of the titles; jobs that have none are out.

        Jobs that are gone may be among them.
        """
        return (self._keys[text] for text in self._texts if text)

    def _move(self, key: int, was: str | None, text: str) -> None:
        self.changes += 1
        if was is not None:
            self._keys[was].remove(key)
        if text in self._keys:
            self._keys[text].append(key)
        else:
            self._keys[text] = [key]
            bisect.insort(self._texts, text)


def _sorting_title(prompt: str) -> str:
    return sorting_text(shot_name(prompt))
