"""Values that can be typed next in a search, with how many jobs each finds."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

import apsw

from rushes.domain.search import FIELDS, INPUT_NAMES
from rushes.domain.search.dates import DATE_WORDS, days_of, moment
from rushes.domain.search.explaining import number_text
from rushes.domain.search.fields import (
    ASPECT_WORDS,
    CONDITION_WORDS,
    LABEL_COLOURS,
    STATE_WORDS,
    field_named,
)
from rushes.domain.search.query import Condition
from rushes.library.search import leaves
from rushes.library.search.compiling import Chosen
from rushes.library.search.leaves import Sql
from rushes.library.search.names import is_aspect

_CONDITIONS = tuple(condition.value for condition in Condition)
_MOST_VALUES = 500
_LONGEST = 80

_GROUPED = {
    "model": ("jobs", "key", "model_id", "1"),
    "rating": ("marks", "job_key", "rating", "rating > 0"),
    "label": ("marks", "job_key", "label", "label > 0"),
    "tag": ("job_tags", "job_key", "min(written)", "1"),
    "seed": ("traits", "job_key", "seed", "seed IS NOT NULL"),
    "frames": ("traits", "job_key", "frames", "frames IS NOT NULL"),
    "fps": ("traits", "job_key", "round(rate, 3)", "rate IS NOT NULL"),
    "duration": ("traits", "job_key", "round(seconds, 1)", "seconds IS NOT NULL"),
    "resolution": ("traits", "job_key", "resolution", "resolution IS NOT NULL"),
    "aspect": ("traits", "job_key", "aspect", "aspect IS NOT NULL"),
    "cost": ("traits", "job_key", "cost", "cost IS NOT NULL"),
    "take": ("jobs", "key", "take", "1"),
}
"""Fields whose values stand in a column: table, key of the job, value, and which rows count."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that can be typed next.

    Attributes:
        value: as it stands behind the field's colon, but for quotes; for ``""`` a field's name.
        jobs: how many jobs it finds; 0 for names of fields, which are not counted.
    """

    value: str
    jobs: int


class Suggesting:
    """Finds what can be typed next.

    Args:
        connection: reads the library.
        chosen: the jobs that are counted.
        today: what relative dates are counted from.
        input_names: the inputs that the library's requests have.
    """

    def __init__(
        self,
        connection: apsw.Connection,
        chosen: Chosen,
        today: datetime.date,
        input_names: Iterable[str],
    ) -> None:
        self._connection = connection
        self._chosen = chosen
        self._values_of_chosen = chosen.condition("").values
        self._today = today
        self._input_names = sorted(input_names)

    def suggestions(self, name: str, beginning: str, most: int) -> list[Suggestion]:
        """Return values of a field that begin so, those of most jobs first; see `Suggestion`.

        A value that holds the beginning further on comes behind those that begin with it.
        """
        begun = beginning.strip().strip('"').casefold()
        field = field_named(name)
        ranked = []
        for place, each in enumerate(self._values(field.name if field is not None else name)):
            value = each.value.casefold()
            if begun in value:
                is_first = value.startswith(begun)
                ranked.append((not is_first, place, each))
        return [each for _, _, each in sorted(ranked, key=lambda entry: entry[:2])[:most]]

    def _values(self, name: str) -> list[Suggestion]:
        match name:
            case "":
                names = dict.fromkeys((*FIELDS, *self._input_names, *sorted(INPUT_NAMES)))
                return [Suggestion(each, 0) for each in names]
            case "is":
                return self._conditions()
            case "state":
                return self._states(STATE_WORDS)
            case "label":
                words = {digit: word for word, digit in LABEL_COLOURS.items()}
                return [
                    Suggestion(words[int(str(digit))], jobs) for digit, jobs in self._grouped(name)
                ]
            case "aspect":
                return self._aspects()
            case "album":
                return self._albums()
            case "date":
                return self._dates()
        if name in _GROUPED:
            return [Suggestion(_text(value), jobs) for value, jobs in self._grouped(name)]
        return [] if name in FIELDS else self._inputs(name)

    def _grouped(self, name: str) -> list[tuple[object, int]]:
        table, key, value, condition = _GROUPED[name]
        group = "tag" if name == "tag" else value
        return self._rows(
            f"SELECT {value}, count(*) FROM {table} WHERE {condition} "
            f"AND {self._inside(key)} GROUP BY {group} "
            f"ORDER BY count(*) DESC, {group} LIMIT {_MOST_VALUES}"
        )

    def _conditions(self) -> list[Suggestion]:
        found = []
        for word in _CONDITIONS:
            leaf = leaves.condition(Condition(word))
            found.append(Suggestion(word, self._count(leaf.keys, repeats=leaf.repeats)))
        states = [word for word in CONDITION_WORDS if word not in _CONDITIONS]
        return [*found, *self._states(states)]

    def _states(self, words: Iterable[str]) -> list[Suggestion]:
        rows = self._rows(
            f"SELECT state, count(*) FROM jobs WHERE {self._inside('key')} GROUP BY state"
        )
        counts = {str(state): jobs for state, jobs in rows}
        found = [
            Suggestion(word, sum(counts.get(state.value, 0) for state in STATE_WORDS[word]))
            for word in words
        ]
        return sorted(found, key=lambda each: -each.jobs)

    def _aspects(self) -> list[Suggestion]:
        rows = self._grouped("aspect")
        shapes = [
            Suggestion(word, sum(jobs for aspect, jobs in rows if is_aspect(str(aspect), word)))
            for word in ASPECT_WORDS
        ]
        return [*(Suggestion(str(aspect), jobs) for aspect, jobs in rows), *shapes]

    def _albums(self) -> list[Suggestion]:
        rows = self._rows(
            "SELECT a.name, (SELECT count(*) FROM album_jobs AS j WHERE j.album_key = a.key "
            f"AND {self._inside('j.job_key')}) FROM albums AS a"
        )
        named = [Suggestion(str(name), jobs) for name, jobs in rows]
        return sorted(named, key=lambda each: each.value.casefold())

    def _dates(self) -> list[Suggestion]:
        found = []
        for word in DATE_WORDS[:8]:
            days = days_of(word, self._today)
            if days is not None:
                span = (moment(days.first), moment(days.behind))
                made = "SELECT key FROM jobs WHERE created_at >= ? AND created_at < ?"
                found.append(Suggestion(word, self._count(Sql(made, span))))
        months = self._rows(
            "SELECT strftime('%Y-%m', created_at, 'unixepoch', 'localtime') AS month, count(*) "
            f"FROM jobs WHERE {self._inside('key')} GROUP BY month ORDER BY month DESC"
        )
        return [*found, *(Suggestion(str(month), jobs) for month, jobs in months)]

    def _inputs(self, name: str) -> list[Suggestion]:
        path = '$."' + name.replace('"', "") + '"'
        rows = self._connection.execute(
            "SELECT value, count(*), type FROM (SELECT item.atom AS value, item.type AS type "
            f"FROM jobs, json_each(inputs, ?) AS item WHERE {self._inside('jobs.key')}) "
            f"WHERE length(value) BETWEEN 1 AND {_LONGEST} GROUP BY value, type "
            f"ORDER BY count(*) DESC LIMIT {_MOST_VALUES}",
            (path, *self._values_of_chosen),
        )
        return [
            Suggestion(str(kind) if kind in ("true", "false") else _text(value), int(str(jobs)))
            for value, jobs, kind in rows
        ]

    def _inside(self, key: str) -> str:
        return self._chosen.condition(key).text

    def _count(self, keys: Sql, *, repeats: bool = False) -> int:
        counted = "count(DISTINCT key)" if repeats else "count(*)"
        rows = self._connection.execute(
            f"SELECT {counted} FROM ({keys.text}) WHERE {self._inside('key')}",
            keys.values + self._values_of_chosen,
        ).fetchall()
        return int(str(rows[0][0]))

    def _rows(self, text: str) -> list[tuple[object, int]]:
        rows = self._connection.execute(text, self._values_of_chosen)
        return [(value, int(str(jobs))) for value, jobs in rows]


def _text(value: object) -> str:
    if isinstance(value, float):
        return number_text(int(value) if value.is_integer() else value)
    return str(value)
