"""Queries as SQL that gives the keys of jobs. Values are always bound, never written into it.

Every test is a set of keys that an index gives, or a condition for which rows have to be read. Of
tests that all have to hold, the one that is found fastest gives the keys, and the others are asked
about these.
"""

import datetime
import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from rushes.domain.search import Query, parse
from rushes.domain.search.query import (
    AllOf,
    AnyOf,
    HasValue,
    Holds,
    InputIs,
    InState,
    Is,
    Made,
    Not,
    NumberIs,
    Term,
    TextIs,
    Where,
)
from rushes.domain.search.resolutions import lines_of, names_of
from rushes.library.search import leaves
from rushes.library.search.leaves import ALL, KEY, TRASHED, Leaf, Sql
from rushes.library.search.names import Names
from rushes.library.search.words import Words

_DEEPEST_ALBUM = 4

_TRAITS = {
    "seed": "seed",
    "frames": "frames",
    "fps": "rate",
    "duration": "seconds",
    "cost": "cost",
    "aspect": "aspect",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The jobs that a query finds.

    Attributes:
        keys: a SELECT of one column, ``key``; None for all jobs that there are.
        repeats: whether a key may come more than once.
        without_trash: whether those of the trash are among the keys, and have to be left out.
    """

    keys: Sql | None
    repeats: bool
    without_trash: bool

    def condition(self, key: str) -> Sql:
        """Return the condition that the job whose key an SQL expression gives is found."""
        if self.keys is None:
            return Sql(f"{key} NOT IN ({TRASHED})" if self.without_trash else "1")
        sql = self.sql()
        return Sql(f"{key} IN ({sql.text})", sql.values)

    def sql(self) -> Sql:
        """Return the SELECT with the trash left out."""
        keys = self.keys if self.keys is not None else Sql(ALL)
        if not self.without_trash:
            return keys
        text = f"SELECT {KEY} FROM ({keys.text}) AS found WHERE {KEY} NOT IN ({TRASHED})"
        return Sql(text, keys.values)


class Compiler:
    """Turns queries into SQL for one library.

    Args:
        words: finds words in the library; the calls belong on its connection's thread.
        today: what the relative dates of saved searches are counted from.
        input_names: inputs that saved searches may name.
    """

    def __init__(
        self,
        words: Words,
        today: datetime.date,
        input_names: Collection[str] = (),
    ) -> None:
        self._words = words
        self._names = Names(words.connection, words.folding)
        self._today = today
        self._input_names = input_names
        self._albums: list[int] = []
        self._names_trash = False

    def chosen(self, query: Query) -> Chosen:
        """Return which jobs a query finds, by what was understood of it."""
        self._names_trash = query.names_trash
        if not query.terms:
            return Chosen(None, repeats=False, without_trash=True)
        leaf = self._all(query.terms)
        return Chosen(leaf.keys, leaf.repeats, not self._names_trash)

    def _leaf(self, term: Term) -> Leaf:
        """Return the jobs for which a term holds."""
        match term:
            case Not(inner):
                test = self._leaf(inner).test()
                return Leaf(Sql(f"{ALL} WHERE NOT ({test.text})", test.values))
            case AllOf(terms):
                return self._all(terms)
            case AnyOf(terms):
                return self._any(terms)
            case Holds(text, where):
                return self._words.leaf([text], where)
            case NumberIs():
                return _number(term)
            case HasValue(field):
                return _has_value(field)
            case TextIs():
                return self._text(term)
            case InState(states):
                listed = json.dumps(sorted(state.value for state in states))
                return leaves.of_jobs("state IN (SELECT value FROM json_each(?))", listed)
            case Is(asked):
                return leaves.condition(asked)
            case Made():
                return leaves.made(term)
            case InputIs():
                return self._words.input_leaf(term)

    def _test(self, term: Term) -> Sql:
        """Return the condition that a term holds for the job whose key is `KEY`."""
        match term:
            case Not(inner):
                test = self._test(inner)
                return Sql(f"NOT ({test.text})", test.values)
            case AllOf(terms):
                return _joined(" AND ", [self._test(each) for each in terms])
            case AnyOf(terms):
                return _joined(" OR ", [self._test(each) for each in terms])
        return self._leaf(term).test()

    def _all(self, terms: Sequence[Term]) -> Leaf:
        texts: list[str] = []
        rest: list[Term] = []
        for each in terms:
            if isinstance(each, Holds) and self._is_indexed(each):
                texts.append(each.text)
            else:
                rest.append(each)
        if texts:
            driver = self._words.leaf(texts, Where.ANYWHERE)
        else:
            place = min(range(len(rest)), key=lambda number: _cost(rest[number]))
            driver = self._leaf(rest.pop(place))
        if not rest:
            return driver
        tests = _joined(" AND ", [self._test(each) for each in rest])
        keys = Sql(
            f"SELECT {KEY} FROM ({driver.keys.text}) AS found WHERE {tests.text}",
            driver.keys.values + tests.values,
        )
        return Leaf(keys, repeats=driver.repeats)

    def _is_indexed(self, term: Holds) -> bool:
        return term.where is Where.ANYWHERE and self._words.is_indexed(term.text)

    def _any(self, terms: Sequence[Term]) -> Leaf:
        if any(isinstance(each, Not) for each in terms):
            tests = _joined(" OR ", [self._test(each) for each in terms])
            return Leaf(Sql(f"{ALL} WHERE {tests.text}", tests.values))
        found = [self._leaf(each).keys for each in terms]
        union = " UNION ".join(f"SELECT key FROM ({each.text})" for each in found)
        return Leaf(Sql(union, tuple(value for each in found for value in each.values)))

    def _text(self, term: TextIs) -> Leaf:
        match term.field:
            case "model":
                return _listed(leaves.of_jobs, "model_id", self._names.models(term.text))
            case "tag":
                tags = json.dumps(self._names.tags(term.text, is_beginning=term.is_beginning))
                inside = "tag IN (SELECT value FROM json_each(?))"
                sql = Sql(f"SELECT job_key AS key FROM job_tags WHERE {inside}", (tags,))
                return Leaf(sql, repeats=True)
            case "label":
                return leaves.of_marks("label = ? AND label > 0", int(term.text))
            case "album":
                return self._album(term)
            case "resolution":
                return _resolution(term.text)
            case "aspect":
                return _listed(leaves.of_traits, "aspect", self._names.aspects(term.text))
        column = "id" if term.field == "id" else "shot_id"
        beginning = term.text.lower()
        # No id goes on with a character as high.
        return leaves.of_jobs(
            f"{column} >= ? AND {column} < ?", beginning, f"{beginning}\U0010ffff"
        )

    def _album(self, term: TextIs) -> Leaf:
        """Return the jobs of all albums so called; a saved search finds what it finds now."""
        found: list[Leaf] = []
        for key, search in self._names.albums(term.text, is_beginning=term.is_beginning):
            if search is None:
                chosen = "SELECT job_key AS key FROM album_jobs WHERE album_key = ?"
                found.append(Leaf(Sql(chosen, (key,))))
            elif key not in self._albums and len(self._albums) < _DEEPEST_ALBUM:
                self._albums.append(key)
                query = parse(search, self._today, self._input_names)
                if query.problem is None:
                    self._names_trash |= query.names_trash
                    found.append(self._all(query.terms) if query.terms else Leaf(Sql(ALL)))
                self._albums.pop()
        if len(found) < 2:
            return found[0] if found else leaves.nothing()
        union = " UNION ".join(f"SELECT key FROM ({each.keys.text})" for each in found)
        return Leaf(Sql(union, tuple(value for each in found for value in each.keys.values)))


def _cost(term: Term) -> int:
    """Return how dear it is to have the keys of all jobs for which a term holds, roughly."""
    match term:
        case TextIs() | Is() | Made() | HasValue():
            return 1
        case NumberIs(field):
            return 3 if field in ("resolution", "take", "rating") else 0
        case Holds():
            return 2
        case InState():
            return 3
        case InputIs() | Not():
            return 9
    return 4


def _number(term: NumberIs) -> Leaf:
    span = term.span
    match term.field:
        case "rating":
            rated = leaves.in_span("rating", span)
            if span.holds(0):
                return leaves.scanned_beside("marks", rated.text, *rated.values)
            return leaves.of_marks(f"rating > 0 AND {rated.text}", *rated.values)
        case "take":
            take = leaves.in_span("take", span)
            return leaves.of_jobs(take.text, *take.values)
        case "resolution":
            lines = leaves.in_span("min(width, height)", span)
            condition = f"width > 0 AND {lines.text}"
            return leaves.scanned_beside("traits", condition, *lines.values)
    column = _TRAITS[term.field]
    inside = leaves.in_span(column, span)
    return leaves.of_traits(f"{column} IS NOT NULL AND {inside.text}", *inside.values)


def _has_value(field: str) -> Leaf:
    match field:
        case "rating" | "label":
            return leaves.of_marks(f"{field} > 0")
        case "tag":
            return Leaf(Sql("SELECT job_key AS key FROM job_tags"), repeats=True)
        case "note":
            return leaves.of_marks("notes <> '[]'")
        case "album":
            return Leaf(Sql("SELECT job_key AS key FROM album_jobs"), repeats=True)
        case "resolution":
            return leaves.of_traits("resolution IS NOT NULL")
    return leaves.of_traits(f"{_TRAITS[field]} IS NOT NULL")


def _resolution(text: str) -> Leaf:
    if "x" in text:
        width, height = text.split("x")
        size = "width = ? AND height = ?"
        return leaves.scanned_beside("traits", size, int(width), int(height))
    lines = lines_of(text) or 0
    return leaves.scanned_beside(
        "traits",
        "resolution IN (SELECT value FROM json_each(?)) OR min(width, height) = ?",
        json.dumps(names_of(lines)),
        lines,
    )


def _listed(leaf: Callable[..., Leaf], column: str, values: Sequence[str]) -> Leaf:
    return leaf(f"{column} IN (SELECT value FROM json_each(?))", json.dumps(list(values)))


def _joined(between: str, pieces: Sequence[Sql]) -> Sql:
    if len(pieces) == 1:
        return pieces[0]
    text = between.join(f"({piece.text})" for piece in pieces)
    return Sql(f"({text})", tuple(value for piece in pieces for value in piece.values))
