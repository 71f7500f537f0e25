"""Reads the values of fields: numbers with signs and ranges, dates, names of states and colours."""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal

from rushes.domain.search.dates import Days, days_of, moment
from rushes.domain.search.fields import (
    ANY,
    ASPECT_WORDS,
    LABEL_COLOURS,
    NONE,
    STATE_WORDS,
    Field,
    Takes,
    plain_value,
)
from rushes.domain.search.query import (
    Condition,
    HasValue,
    Holds,
    InputIs,
    InState,
    Is,
    Made,
    Not,
    NumberIs,
    Span,
    Term,
    TextIs,
    Where,
)
from rushes.domain.search.resolutions import lines_of
from rushes.domain.search.tokens import Token
from rushes.domain.states import JobState

_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)")
_SIZE = re.compile(r"(\d{1,5})[x×*](\d{1,5})")
_PROPORTION = re.compile(r"(\d{1,5})[:x×/](\d{1,5})")
_MOST_DIGITS = 18
_HALF_A_HUNDREDTH = 0.005

_UNITS = {
    Takes.SECONDS: ("seconds", "secs", "sec", "s"),
    Takes.MONEY: ("usd", "$", "€"),
    Takes.NUMBER: ("fps",),
    Takes.WHOLE_NUMBER: (),
}


class NotUnderstood(Exception):
    """A value makes no sense.

    Attributes:
        code: key of `rushes.domain.search.problem_words.QUERY_PROBLEM_WORDS`.
        choices: what could have been meant.
    """

    def __init__(self, code: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.choices = choices


def term_of(field: Field, token: Token, today: datetime.date) -> Term:
    """Return the test that a field with its value is; raises NotUnderstood."""
    text = token.text.strip()
    if not text:
        raise NotUnderstood("value_missing")
    if field.can_lack and not token.is_quoted and not token.operator:
        word = plain_value(text)
        if word == ANY:
            return HasValue(field.name)
        if word == NONE:
            return Not(HasValue(field.name))
    if field.takes in _UNITS:
        return NumberIs(field.name, _numbers(field, token, text))
    if field.takes is Takes.DATE:
        return _date(token, text, today)
    if field.takes is Takes.RESOLUTION:
        return _resolution(token, text)
    if token.operator not in ("", "="):
        raise NotUnderstood("not_comparable")
    return _named(field, token, text)


def input_term(name: str, token: Token) -> Term:
    """Return the test that an input with its value is; raises NotUnderstood."""
    text = token.text.strip()
    if not text:
        raise NotUnderstood("value_missing")
    is_span = not token.is_quoted and ".." in text and _is_range(text)
    if token.operator in ("", "=") and not is_span:
        return InputIs(name, token.text if token.is_quoted else text)
    return InputIs(name, span=_span(token.operator, text, _exact))


def number_of(text: str, units: tuple[str, ...] = ()) -> Decimal | None:
    """Return the number that a text is, with a unit behind or before it; None when it is none."""
    word = text.strip().lower()
    for unit in units:
        if word.endswith(unit) or (word.startswith("$") and unit == "$"):
            word = word.removesuffix(unit).removeprefix(unit).strip()
            break
    if _NUMBER.fullmatch(word) is None or not word.isascii():
        return None
    return Decimal(word.replace(",", "."))


def _numbers(field: Field, token: Token, text: str) -> Span:
    units = _UNITS[field.takes]

    def read(word: str) -> tuple[float, float]:
        number = number_of(word, units)
        if number is None:
            raise NotUnderstood("not_a_number")
        return _with_slack(field, number)

    span = _span(token.operator, text, read)
    if field.name == "rating" and not (_is_rating(span.low) and _is_rating(span.high)):
        raise NotUnderstood("rating_too_high")
    return span


def _is_rating(end: float | None) -> bool:
    return end is None or 0 <= end <= 5


def _with_slack(field: Field, number: Decimal) -> tuple[float, float]:
    """Return what a number stands for: 23.98 is 24000/1001 too, and 6 s all that rounds to it."""
    exact, end = _exact_ends(number)
    if field.takes is Takes.WHOLE_NUMBER:
        return exact, end
    exponent = number.as_tuple().exponent
    half = 0.5 * 10 ** min(0, exponent if isinstance(exponent, int) else 0)
    if field.takes is Takes.SECONDS:
        return exact - half, exact + half
    if field.takes is Takes.NUMBER:
        return exact - _HALF_A_HUNDREDTH, exact + _HALF_A_HUNDREDTH
    return exact, exact


def _exact(word: str) -> tuple[float, float]:
    number = number_of(word)
    if number is None:
        raise NotUnderstood("not_a_number")
    return _exact_ends(number)


def _exact_ends(number: Decimal) -> tuple[float, float]:
    if abs(number) >= 10**_MOST_DIGITS:
        raise NotUnderstood("number_too_large")
    value = int(number) if number == number.to_integral_value() else float(number)
    return value, value


def _is_range(text: str) -> bool:
    return all(not end or number_of(end) is not None for end in text.split("..", 1))


def _span(operator: str, text: str, read: "Callable[[str], tuple[float, float]]") -> Span:
    """Return the numbers that a value stands for; `read` gives the least and the most of one."""
    if ".." in text:
        if operator not in ("", "="):
            raise NotUnderstood("sign_before_range")
        first, last = (end.strip() for end in text.split("..", 1))
        if not first and not last:
            raise NotUnderstood("value_missing")
        low = read(first)[0] if first else None
        high = read(last)[1] if last else None
        if low is not None and high is not None and low > high:
            raise NotUnderstood("range_backwards")
        return Span(low, high)
    least, most = read(text)
    match operator:
        case ">":
            return Span(low=_middle(least, most), without_low=True)
        case ">=":
            return Span(low=least)
        case "<":
            return Span(high=_middle(least, most), without_high=True)
        case "<=":
            return Span(high=most)
    return Span(least, most)


def _middle(least: float, most: float) -> float:
    return least if least == most else (least + most) / 2


def _date(token: Token, text: str, today: datetime.date) -> Made:
    if ".." in text and not token.is_quoted:
        if token.operator not in ("", "="):
            raise NotUnderstood("sign_before_range")
        first, last = (end.strip() for end in text.split("..", 1))
        if not first and not last:
            raise NotUnderstood("value_missing")
        start = moment(_days(first, today).first) if first else None
        end = moment(_days(last, today).behind) if last else None
        if start is not None and end is not None and start >= end:
            raise NotUnderstood("range_backwards")
        return Made(start, end)
    days = _days(text, today)
    first_moment, behind = moment(days.first), moment(days.behind)
    match token.operator:
        case ">":
            return Made(first_moment if days.is_back else behind, None)
        case ">=":
            return Made(first_moment, None)
        case "<":
            return Made(None, first_moment)
        case "<=":
            return Made(None, behind)
    return Made(first_moment, behind)


def _days(text: str, today: datetime.date) -> Days:
    days = days_of(text, today)
    if days is None:
        raise NotUnderstood("not_a_date")
    return days


def _resolution(token: Token, text: str) -> Term:
    word = text.lower().replace(" ", "")
    size = _SIZE.fullmatch(word)
    if size is not None and token.operator in ("", "="):
        return TextIs("resolution", f"{int(size[1])}x{int(size[2])}")

    def read(end: str) -> tuple[float, float]:
        pixels = lines_of(end)
        if pixels is None:
            raise NotUnderstood("not_a_resolution")
        return pixels, pixels

    if token.operator in ("", "=") and ".." not in word:
        read(word)
        return TextIs("resolution", word)
    return NumberIs("resolution", _span(token.operator, word, read))


def _named(field: Field, token: Token, text: str) -> Term:
    match field.takes:
        case Takes.CONDITION:
            return _condition(text)
        case Takes.STATE:
            return InState(_states(text))
        case Takes.LABEL:
            return _label(text)
        case Takes.ASPECT:
            return _aspect(text)
    if field.name in ("note", "prompt"):
        where = Where.NOTES if field.name == "note" else Where.PROMPT
        return Holds(token.text if token.is_quoted else text, where)
    beginning = text.removesuffix("*")
    if field.takes is Takes.NAME and not token.is_quoted and beginning != text:
        if not beginning:
            return HasValue(field.name)
        return TextIs(field.name, beginning, is_beginning=True)
    return TextIs(field.name, text, is_beginning=field.name in ("shot", "id"))


def _condition(text: str) -> Term:
    word = plain_value(text).replace("_", "-")
    if word in {condition.value for condition in Condition}:
        return Is(Condition(word))
    return InState(_states(text, "not_a_condition"))


def _states(text: str, code: str = "not_a_state") -> frozenset[JobState]:
    word = plain_value(text).replace("-", "_").replace(" ", "_")
    if word not in STATE_WORDS:
        raise NotUnderstood(code)
    return STATE_WORDS[word]


def _label(text: str) -> Term:
    word = plain_value(text)
    digit = str(LABEL_COLOURS.get(word, word))
    if digit not in {str(each) for each in LABEL_COLOURS.values()}:
        raise NotUnderstood("not_a_label")
    return TextIs("label", digit)


def _aspect(text: str) -> Term:
    word = plain_value(text).replace(" ", "")
    proportion = _PROPORTION.fullmatch(word)
    if proportion is not None:
        return TextIs("aspect", f"{int(proportion[1])}:{int(proportion[2])}")
    if word not in ASPECT_WORDS:
        raise NotUnderstood("not_an_aspect")
    return TextIs("aspect", word)
