"""What a query comes to: a tree of tests, the parts of its text, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rushes.domain.states import JobState


class Where(StrEnum):
    """Where words are looked for."""

    ANYWHERE = "anywhere"
    PROMPT = "prompt"
    NOTES = "notes"


class Condition(StrEnum):
    """What `is:` asks for beside the states of a job; the values are the words to type."""

    PICK = "pick"
    REJECT = "reject"
    UNMARKED = "unmarked"
    MARKED = "marked"
    RATED = "rated"
    LABELLED = "labelled"
    TAGGED = "tagged"
    NOTED = "noted"
    GOOD = "good"
    SEEN = "seen"
    UNSEEN = "unseen"
    TRASHED = "trashed"
    MISSING = "missing"
    CHANGED = "changed"
    NEEDS_YOU = "needs-you"
    REMIX = "remix"


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers from one to another; None leaves an end open.

    Attributes:
        low, high: the ends.
        without_low, without_high: whether an end itself is left out.
    """

    low: float | None = None
    high: float | None = None
    without_low: bool = False
    without_high: bool = False

    def holds(self, number: float) -> bool:
        """Tell whether a number lies in it."""
        if self.low is not None and (
            number < self.low or (self.without_low and number == self.low)
        ):
            return False
        at_high = self.without_high and number == self.high
        return self.high is None or (number <= self.high and not at_high)


@dataclass(frozen=True, slots=True)
class Holds:
    """The text is part of the prompt, of a tag or of a note, without regard to case and accents."""

    text: str
    where: Where = Where.ANYWHERE


@dataclass(frozen=True, slots=True)
class NumberIs:
    """The number of a field lies in a span: seed, rating, frames, fps, duration, cost, take.

    For ``resolution`` it is the picture's shorter side, in pixels.
    """

    field: str
    span: Span


@dataclass(frozen=True, slots=True)
class HasValue:
    """The field has any value at all: a rating, a tag, an album, a seed."""

    field: str


@dataclass(frozen=True, slots=True)
class TextIs:
    """The text of a field is, begins with or holds this one; see `rushes.domain.search.fields`.

    Attributes:
        field: model, tag, label, album, shot, id, resolution, aspect.
        text: as it was written; for a label its digit, for a size ``1280x720``.
        is_beginning: whether it is how the text begins.
    """

    field: str
    text: str
    is_beginning: bool = False


@dataclass(frozen=True, slots=True)
class InState:
    """The job is in one of these states."""

    states: frozenset[JobState]


@dataclass(frozen=True, slots=True)
class Is:
    """The job meets a condition."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Made:
    """The job was written down from `start` up to, not including, `end`: seconds since the epoch.

    None leaves an end open.
    """

    start: float | None
    end: float | None


@dataclass(frozen=True, slots=True)
class InputIs:
    """An input of the request is so.

    Attributes:
        name: the input's name.
        text: a text holds it; a number or a switch is it; a list has such a text. None with a span.
        span: a number lies in it, also one that is written as a text. None with a text.
    """

    name: str
    text: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Not:
    """The test does not hold."""

    term: "Term"


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of the tests hold."""

    terms: "tuple[Term, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the tests holds."""

    terms: "tuple[Term, ...]"


Test = Holds | NumberIs | HasValue | TextIs | InState | Is | Made | InputIs
Term = Test | Not | AllOf | AnyOf


class PartKind(StrEnum):
    """What a part of the text is."""

    WORDS = "words"
    FIELD = "field"
    GROUP = "group"
    OR = "or"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text that was understood; parts stand in their order and do not overlap.

    Attributes:
        start, end: where it stands in the text; the minus before it and its quotes are in it.
        kind: words, a field with its value, a group in parentheses, or an OR between two parts.
        is_negated: whether a minus stands before it.
        term: the test that it is, without its minus; None for an OR.
        field: the field's own name in English, whatever it was called; empty but for a field.
        value: what stands behind the colon, quotes taken off; for words the words.
    """

    start: int
    end: int
    kind: PartKind
    is_negated: bool = False
    term: Term | None = None
    field: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a query: the first thing that was not understood.

    Attributes:
        start, end: where it stands in the text.
        code: key of `rushes.domain.search.problem_words.QUERY_PROBLEM_WORDS`.
        text: what was not understood.
        field: the field that it belongs to, or empty.
        suggestion: what may have been meant, to stand in the place of `text`; or empty.
        is_unfinished: whether it stands at the end, where more may be typed.
    """

    start: int
    end: int
    code: str
    text: str
    field: str = ""
    suggestion: str = ""
    is_unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A text that was read as a query.

    Attributes:
        text: the text.
        terms: what was understood; all of it has to hold. None asks for every job.
        understood: the parts of the text that were understood.
        problem: what is wrong with it, or None.
    """

    text: str
    terms: tuple[Term, ...] = ()
    understood: tuple[Part, ...] = ()
    problem: Problem | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing, and so for every job that is not in the trash."""
        return not self.terms and self.problem is None

    @property
    def free_words(self) -> tuple[str, ...]:
        """The words and phrases that are looked for, as written; not those that are left out."""
        return tuple(_free_words(self.terms))

    @property
    def names_trash(self) -> bool:
        """Whether it speaks of the trash; else nothing of the trash is found."""
        return any(term == Is(Condition.TRASHED) for term in all_tests(self.terms))

    @property
    def depends_on_marks(self) -> bool:
        """Whether marking a job, notes and the trash included, can change whether it is found.

        What asks for nothing else than the trash's being left out does not count.
        """
        return any(_is_of_marks(test) for test in all_tests(self.terms))


_OF_MARKS = frozenset({"rating", "tag", "label", "note"})
_NOT_OF_MARKS = frozenset(
    {Condition.MISSING, Condition.CHANGED, Condition.NEEDS_YOU, Condition.REMIX}
)


def all_tests(terms: tuple[Term, ...]) -> Iterator[Test]:
    """Yield the tests of terms, those inside of others too."""
    for term in terms:
        match term:
            case Not(inner):
                yield from all_tests((inner,))
            case AllOf(inner) | AnyOf(inner):
                yield from all_tests(inner)
            case _:
                yield term


def _is_of_marks(test: Test) -> bool:
    match test:
        case Holds(_, where):
            return where is not Where.PROMPT
        case NumberIs(field) | HasValue(field) | TextIs(field):
            return field in _OF_MARKS
        case Is(condition):
            return condition not in _NOT_OF_MARKS
    return False


def _free_words(terms: tuple[Term, ...]) -> Iterator[str]:
    for term in terms:
        match term:
            case Holds(text):
                yield text
            case AllOf(inner) | AnyOf(inner):
                yield from _free_words(inner)
            case _:
                pass
