"""What a library is asked for by a query: which jobs, in which order, how many."""

import datetime
import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

import apsw

from rushes.domain.errors import QueryNotUnderstood
from rushes.domain.job_sort import NEWEST_FIRST, JobSort
from rushes.domain.search import parse
from rushes.library.queries import JobOrder
from rushes.library.search.arrangement import Arrangement
from rushes.library.search.compiling import Chosen, Compiler
from rushes.library.search.leaves import TRASHED, Sql
from rushes.library.search.newest_first import NewestFirst
from rushes.library.search.sorting import Sorting
from rushes.library.search.suggestions import Suggesting, Suggestion
from rushes.library.search.whole_numbers import whole_numbers
from rushes.library.search.words import Words

_NAME = re.compile(r"[^\W\d][\w-]{0,63}")


class Searching:
    """Answers queries for one library; the calls belong on the thread of its connection."""

    def __init__(self) -> None:
        self._newest = NewestFirst()
        self._sorting = Sorting(self._newest)
        self._names: frozenset[str] = frozenset()
        self._names_up_to = 0
        self._names_of: apsw.Connection | None = None
        self._words: Words | None = None

    def order(
        self,
        connection: apsw.Connection,
        text: str = "",
        limit: int = -1,
        *,
        is_stacked: bool = False,
        sort: JobSort = NEWEST_FIRST,
    ) -> JobOrder:
        """Return the jobs that a query finds, in an order; raises QueryNotUnderstood."""
        with _one_moment(connection):
            chosen = self.chosen(connection, text)
            self._newest.bring_up_to_date(connection)
            jobs = self._sorting.arranged(connection, sort)
            if is_stacked:
                # The newest take stands for its shot, wherever that comes to stand.
                order = self._ordered(connection, chosen, self._newest.jobs)
                order = self._newest.stacked(connection, order)
                order = order if jobs is self._newest.jobs else jobs.stacked(order)
            else:
                order = self._ordered(connection, chosen, jobs)
        if 0 <= limit < len(order):
            counts = order.counts[:limit] if order.counts is not None else None
            order = JobOrder(order.keys[:limit], order.times[:limit], counts)
        return order

    def count(self, connection: apsw.Connection, texts: Sequence[str]) -> list[int]:
        """Return how many jobs each of some queries finds; raises QueryNotUnderstood."""
        with _one_moment(connection):
            return [self._count(connection, self.chosen(connection, text)) for text in texts]

    def suggestions(
        self, connection: apsw.Connection, name: str, beginning: str, most: int, within: str
    ) -> list[Suggestion]:
        """Return what can be typed next; raises QueryNotUnderstood for a wrong `within`."""
        with _one_moment(connection):
            chosen = self.chosen(connection, within)
            names = self.input_names(connection) if not name else ()
            suggesting = Suggesting(connection, chosen, datetime.date.today(), names)
            return suggesting.suggestions(name, beginning, most)

    def input_names(self, connection: apsw.Connection) -> frozenset[str]:
        """Return the names of the inputs that the library's requests have."""
        if connection is not self._names_of:
            self._names, self._names_up_to, self._names_of = frozenset(), 0, connection
        rows = connection.execute(
            "SELECT DISTINCT item.key, (SELECT max(key) FROM jobs) "
            "FROM jobs, json_each(jobs.inputs) AS item WHERE jobs.key > ?",
            (self._names_up_to,),
        ).fetchall()
        for name, highest in rows:
            self._names_up_to = int(str(highest))
            if _NAME.fullmatch(str(name)):
                self._names |= {str(name)}
        return self._names

    def chosen(self, connection: apsw.Connection, text: str) -> Chosen:
        """Return the jobs that a query finds as SQL; raises QueryNotUnderstood."""
        today = datetime.date.today()
        query = parse(text, today)
        names: Collection[str] = ()
        if query.problem is not None and query.problem.code == "unknown_field":
            names = self.input_names(connection)
            query = parse(text, today, names)
        if query.problem is not None:
            raise QueryNotUnderstood(query.problem)
        if self._words is None or self._words.connection is not connection:
            self._words = Words(connection)
        return Compiler(self._words, today, names).chosen(query)

    def _ordered(self, connection: apsw.Connection, chosen: Chosen, jobs: Arrangement) -> JobOrder:
        if chosen.keys is None:
            return jobs.all(_keys(connection, Sql(TRASHED)))
        without = _keys(connection, Sql(TRASHED)) if chosen.without_trash else ()
        return jobs.of(_keys(connection, chosen.keys), without)

    def _count(self, connection: apsw.Connection, chosen: Chosen) -> int:
        sql = chosen.sql()
        counted = "count(DISTINCT key)" if chosen.repeats else "count(*)"
        found = connection.execute(f"SELECT {counted} FROM ({sql.text})", sql.values).get
        return int(found)


def _keys(connection: apsw.Connection, sql: Sql) -> list[int]:
    return whole_numbers(connection.execute(sql.text, sql.values))


@contextmanager
def _one_moment(connection: apsw.Connection) -> Iterator[None]:
    """Have all that is read inside be of one moment, whatever is written meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        # Where the database is damaged, it may have ended already.
        if connection.in_transaction:
            connection.execute("COMMIT")
