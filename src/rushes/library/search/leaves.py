"""Single tests of a query as SQL: the jobs for which one holds, and whether it holds for one."""

from dataclasses import dataclass

from rushes.domain.search.query import Condition, Made, Span
from rushes.domain.states import JobState

Value = str | int | float | None

TRASHED = "SELECT job_key AS key FROM marks WHERE trashed_at IS NOT NULL"
"""Keys of the jobs in the trash."""

ALL = "SELECT found.key FROM jobs AS found"
"""Keys of all jobs."""

KEY = "found.key"
"""How the key of the job is called that a test is asked about."""

_ASKS_FIRST = ("host_not_trusted", "file_too_large")
_WAITS_BEFORE_FETCHING = ("finished", "downloading")
_NOT_READY = ", ".join(f"'{state.value}'" for state in JobState if state is not JobState.READY)


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of SQL with the values for its question marks, in their order."""

    text: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """The jobs for which a test holds.

    Attributes:
        keys: a SELECT of one column, ``key``.
        condition: where a test has to read the rows of `table` one by one: what a row has to be;
            then asking few jobs is cheaper than asking for the keys of all. Else None.
        table: what `condition` speaks of.
        table_key: the name of the job's key in that table.
        repeats: whether `keys` may give a key more than once.
    """

    keys: Sql
    condition: Sql | None = None
    table: str = "jobs"
    table_key: str = "key"
    repeats: bool = False

    def test(self) -> Sql:
        """Return a condition on the job whose key is `KEY`."""
        if self.condition is None:
            return Sql(f"{KEY} IN ({self.keys.text})", self.keys.values)
        own = f"tested.{self.table_key}"
        return Sql(
            f"EXISTS (SELECT 1 FROM {self.table} AS tested WHERE {own} = {KEY} "
            f"AND ({self.condition.text}))",
            self.condition.values,
        )


def nothing() -> Leaf:
    """No job at all."""
    return Leaf(Sql(f"{ALL} WHERE 0"))


def of_marks(condition: str, *values: Value) -> Leaf:
    """Jobs by a condition on their row of marks that an index answers."""
    return Leaf(Sql(f"SELECT job_key AS key FROM marks WHERE {condition}", values))


def of_traits(condition: str, *values: Value) -> Leaf:
    """Jobs by a condition on their row of traits that an index answers."""
    return Leaf(Sql(f"SELECT job_key AS key FROM traits WHERE {condition}", values))


def scanned_beside(table: str, condition: str, *values: Value) -> Leaf:
    """Jobs by a condition on their row of marks or traits for which each has to be read."""
    keys = Sql(f"SELECT job_key AS key FROM {table} WHERE {condition}", values)
    return Leaf(keys, Sql(condition, values), table, "job_key")


def of_jobs(condition: str, *values: Value) -> Leaf:
    """Jobs by a condition on their row that an index answers."""
    return Leaf(Sql(f"{ALL} WHERE {condition}", values))


def scanned(condition: Sql) -> Leaf:
    """Jobs by a condition on their row for which each has to be read."""
    return Leaf(Sql(f"{ALL} WHERE {condition.text}", condition.values), condition)


def in_span(expression: str, span: Span) -> Sql:
    """Return the condition that a number lies in a span; an open end asks for nothing."""
    parts: list[str] = []
    values: list[Value] = []
    if span.low is not None:
        parts.append(f"{expression} {'>' if span.without_low else '>='} ?")
        values.append(span.low)
    if span.high is not None:
        parts.append(f"{expression} {'<' if span.without_high else '<='} ?")
        values.append(span.high)
    return Sql(" AND ".join(parts) or "1", tuple(values))


def made(term: Made) -> Leaf:
    """Jobs by when they were written down."""
    span = in_span("created_at", Span(term.start, term.end, without_high=True))
    return Leaf(Sql(f"SELECT key FROM jobs INDEXED BY jobs_by_time WHERE {span.text}", span.values))


def condition(asked: Condition) -> Leaf:
    """Jobs that meet a condition of `is:`."""
    match asked:
        case Condition.PICK | Condition.REJECT:
            return of_marks("flag = ? AND flag <> 'none'", asked.value)
        case Condition.UNMARKED:
            return scanned_beside("marks", "flag = 'none'")
        case Condition.MARKED:
            return _of_any(
                "SELECT job_key AS key FROM marks WHERE rating > 0",
                "SELECT job_key FROM marks WHERE flag <> 'none'",
                "SELECT job_key FROM marks WHERE label > 0",
                "SELECT job_key FROM marks WHERE notes <> '[]'",
                "SELECT job_key FROM marks WHERE ranges <> '[]'",
                "SELECT job_key FROM job_tags",
            )
        case Condition.RATED:
            return of_marks("rating > 0")
        case Condition.LABELLED:
            return of_marks("label > 0")
        case Condition.TAGGED:
            return Leaf(Sql("SELECT job_key AS key FROM job_tags"), repeats=True)
        case Condition.NOTED:
            return of_marks("notes <> '[]'")
        case Condition.GOOD:
            return of_marks("ranges <> '[]'")
        case Condition.SEEN:
            return scanned_beside("marks", "seen_at IS NOT NULL")
        case Condition.UNSEEN:
            not_ready = f"SELECT key FROM jobs WHERE state IN ({_NOT_READY})"
            return of_marks(f"seen_at IS NULL AND job_key NOT IN ({not_ready})")
        case Condition.TRASHED:
            return Leaf(Sql(TRASHED))
        case Condition.MISSING | Condition.CHANGED:
            chosen = "state = ? AND state IN ('missing', 'changed')"
            return Leaf(
                Sql(f"SELECT job_key AS key FROM clips WHERE {chosen}", (asked.value,)),
                repeats=True,
            )
        case Condition.NEEDS_YOU:
            return _needs_you()
        case Condition.REMIX:
            return of_jobs("parent_id IS NOT NULL")


def _needs_you() -> Leaf:
    codes, states = (
        ", ".join(f"'{each}'" for each in group) for group in (_ASKS_FIRST, _WAITS_BEFORE_FETCHING)
    )
    return of_jobs(
        "state = 'held' OR (state = 'unknown' AND answer IS NOT 'sent_again')"
        f" OR (state IN ({states}) AND error_code IN ({codes}))"
    )


def _of_any(*selects: str) -> Leaf:
    return Leaf(Sql(" UNION ".join(selects)))
