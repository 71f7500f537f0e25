"""Says in words what a query asks for: ``Words cabin; rating 3 or more; without words rain``.

The English texts are also the keys under which the window finds their translations (context
``QueryWords``).
"""

import datetime
from collections.abc import Callable, Sequence

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
    Part,
    PartKind,
    Query,
    Span,
    Term,
    TextIs,
    Where,
)

QUERY_WORDS: dict[str, str] = {
    "words": "words {value}",
    "in_prompt": "prompt with {value}",
    "in_notes": "notes with {value}",
    "equal": "{field} {value}",
    "least": "{field} {value} or more",
    "most": "{field} {value} or less",
    "above": "{field} above {value}",
    "below": "{field} below {value}",
    "between": "{field} {low} to {high}",
    "any": "with {field}",
    "none": "without {field}",
    "beginning": "{field} {value}…",
    "is": "{value}",
    "since": "made since {value}",
    "before": "made before {value}",
    "on": "made on {value}",
    "in": "made from {low} to {high}",
    "holds": "{field} with {value}",
    "not": "not {value}",
    "not_words": "without words {value}",
    "or": "{value} or {other}",
    "all": "all takes",
    "join": "; ",
    "and": ", ",
}
"""Patterns, by what they say."""

_HOLDING = {Where.PROMPT: "in_prompt", Where.NOTES: "in_notes"}
"""What is said of words that are looked for in one place alone."""

FIELD_WORDS: dict[str, str] = {
    "rating": "rating",
    "tag": "tag",
    "label": "label",
    "note": "note",
    "album": "album",
    "model": "model",
    "seed": "seed",
    "frames": "frames",
    "fps": "frames per second",
    "duration": "seconds",
    "resolution": "resolution",
    "aspect": "aspect ratio",
    "cost": "cost",
    "take": "take",
    "shot": "shot",
    "id": "job",
}
"""What fields are called in an explanation."""

CONDITION_NAMES: dict[str, str] = {
    "pick": "picks",
    "reject": "rejects",
    "unmarked": "neither pick nor reject",
    "marked": "marked",
    "rated": "rated",
    "labelled": "labelled",
    "tagged": "with tags",
    "noted": "with notes",
    "good": "with good ranges",
    "seen": "seen",
    "unseen": "unseen",
    "trashed": "in the trash",
    "missing": "file missing",
    "changed": "file changed",
    "needs-you": "needs you",
    "remix": "remixes",
    "draft": "draft",
    "waiting": "waiting",
    "sending": "sending",
    "in_queue": "in the queue",
    "in_progress": "in progress",
    "finished": "finished",
    "downloading": "downloading",
    "ready": "ready",
    "rejected": "refused",
    "failed": "failed",
    "cancelled": "cancelled",
    "unknown": "outcome unknown",
    "expired": "expired",
    "held": "held",
    "running": "running",
    "6": "red",
    "7": "yellow",
    "8": "green",
    "9": "blue",
    "landscape": "landscape",
    "portrait": "portrait",
    "square": "square",
}
"""What conditions, states, labels and shapes are called in an explanation."""

Translate = Callable[[str], str]


def _as_it_is(text: str) -> str:
    return text


def explanation(query: Query, translate: Translate = _as_it_is) -> str:
    """Say what was understood of a query, with a capital at its beginning.

    `translate` gets texts of `QUERY_WORDS`, `FIELD_WORDS` and `CONDITION_NAMES`.
    """
    said = _Saying(translate).terms(query.terms) or translate(QUERY_WORDS["all"])
    return said[:1].upper() + said[1:]


def part_words(part: Part, translate: Translate = _as_it_is) -> str:
    """Say what one part of a query asks for."""
    if part.kind is PartKind.OR or part.term is None:
        return "OR"
    return _Saying(translate).term(Not(part.term) if part.is_negated else part.term)


class _Saying:
    """Says terms, in one language."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate

    def terms(self, terms: Sequence[Term]) -> str:
        """Say terms that all have to hold; words that are looked for stand together."""
        words = [text for term in terms if (text := _words(term))]
        rest = [self.term(term) for term in terms if not _words(term)]
        if words:
            rest.insert(
                0, self._say("words", value=self._translate(QUERY_WORDS["and"]).join(words))
            )
        return self._translate(QUERY_WORDS["join"]).join(rest)

    def term(self, term: Term) -> str:
        """Say one term."""
        match term:
            case Not(HasValue(field)):
                return self._say("none", field=self._field(field))
            case Not(Holds(text, where)) if where not in _HOLDING:
                return self._say("not_words", value=text)
            case Not(inner):
                return self._say("not", value=self.term(inner))
            case AllOf(inner):
                return self.terms(inner)
            case AnyOf(choices):
                said = self.term(choices[0])
                for choice in choices[1:]:
                    said = self._say("or", value=said, other=self.term(choice))
                return said
            case Holds(text, where):
                return self._say(_HOLDING.get(where, "words"), value=text)
            case NumberIs(field, span):
                return self._span(self._field(field), span)
            case HasValue(field):
                return self._say("any", field=self._field(field))
            case TextIs(field, text, is_beginning):
                code = "beginning" if is_beginning else "equal"
                return self._say(code, field=self._field(field), value=self._name(text))
            case InState(states):
                names = sorted(state.value for state in states)
                return self._name(names[0] if len(names) == 1 else "running")
            case Is(condition):
                return self._name(condition.value)
            case Made(start, end):
                return self._made(start, end)
            case InputIs(name, text, span):
                shown = name.replace("_", " ")
                if span is not None:
                    return self._span(shown, span)
                return self._say("holds", field=shown, value=text or "")

    def _span(self, field: str, span: Span) -> str:
        low, high = span.low, span.high
        if low is not None and high is not None:
            if number_text(low) == number_text(high):
                return self._say("equal", field=field, value=number_text(low))
            middle = round((low + high) / 2, 3)
            if high - low <= 1 and not (float(low).is_integer() and float(high).is_integer()):
                return self._say("equal", field=field, value=number_text(middle))
            return self._say("between", field=field, low=number_text(low), high=number_text(high))
        if low is not None:
            code = "above" if span.without_low else "least"
            return self._say(code, field=field, value=number_text(low))
        code = "below" if span.without_high else "most"
        return self._say(code, field=field, value=number_text(high or 0))

    def _made(self, start: float | None, end: float | None) -> str:
        first = _day(start) if start is not None else None
        last = _day(end) - datetime.timedelta(1) if end is not None else None
        if first is not None and last is not None:
            if first == last:
                return self._say("on", value=first.isoformat())
            return self._say("in", low=first.isoformat(), high=last.isoformat())
        if first is not None:
            return self._say("since", value=first.isoformat())
        behind = _day(end) if end is not None else datetime.date.today()
        return self._say("before", value=behind.isoformat())

    def _field(self, name: str) -> str:
        return self._translate(FIELD_WORDS[name])

    def _name(self, word: str) -> str:
        return self._translate(CONDITION_NAMES[word]) if word in CONDITION_NAMES else word

    def _say(self, code: str, **values: str) -> str:
        return self._translate(QUERY_WORDS[code]).format_map(values)


def number_text(number: float) -> str:
    """Return a number without digits that say nothing."""
    return f"{number:.15g}" if isinstance(number, float) else str(number)


def _words(term: Term) -> str:
    return term.text if isinstance(term, Holds) and term.where is Where.ANYWHERE else ""


def _day(moment: float) -> datetime.date:
    return datetime.datetime.fromtimestamp(moment).date()
