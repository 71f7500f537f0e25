"""Days, months and years of a query, and words for those that lie around today."""

import datetime
import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_BACK = re.compile(r"(\d{1,4})([dwmygsa])")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EARLIEST, _LATEST = 1971, 2999

DATE_WORDS = (
    *("today", "yesterday", "week", "last-week", "month", "last-month", "year", "last-year"),
    *_WEEKDAYS,
)
"""Words for spans of days; beside them stand ``7d``, ``3w``, ``2m``, ``1y``: so far back to now."""

DATE_ALIASES: dict[str, str] = {
    "this-week": "week",
    "this-month": "month",
    "this-year": "year",
    "lastweek": "last-week",
    "lastmonth": "last-month",
    "lastyear": "last-year",
    "oggi": "today",
    "ieri": "yesterday",
    "settimana": "week",
    "settimana-scorsa": "last-week",
    "mese": "month",
    "mese-scorso": "last-month",
    "anno": "year",
    "anno-scorso": "last-year",
    "lunedì": "monday",
    "martedì": "tuesday",
    "mercoledì": "wednesday",
    "giovedì": "thursday",
    "venerdì": "friday",
    "sabato": "saturday",
    "domenica": "sunday",
}
"""Other words for them, in all languages at once."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days in a row.

    Attributes:
        first: the first one.
        behind: the day after the last one.
        is_back: whether it is counted back from today, as ``7d`` is: then "after" it means since
            its first day.
    """

    first: datetime.date
    behind: datetime.date
    is_back: bool = False


def days_of(text: str, today: datetime.date) -> Days | None:
    """Return the days that a text stands for, or None when it is no date.

    ``week`` is this week from its Monday on, ``last-week`` the one before; ``monday`` the last one
    up to today; ``7d`` today and the six days before, ``2m`` all since this day two months ago.
    """
    word = text.strip().lower().replace("_", "-").replace(" ", "-")
    word = DATE_ALIASES.get(word, word)
    try:
        return _written(word) or _named(word, today) or _back(word, today)
    except (ValueError, OverflowError):
        return None


def moment(day: datetime.date) -> float:
    """Return when a day begins here, in seconds since the epoch."""
    return datetime.datetime(day.year, day.month, day.day).timestamp()


def _written(word: str) -> Days | None:
    match = _WRITTEN.fullmatch(word)
    if match is None:
        return None
    year, month, day = (int(each) if each else None for each in match.groups())
    if year is None or not _EARLIEST <= year <= _LATEST:
        return None
    if month is None:
        return Days(datetime.date(year, 1, 1), datetime.date(year + 1, 1, 1))
    first = datetime.date(year, month, day or 1)
    if day is not None:
        return Days(first, first + datetime.timedelta(1))
    return Days(first, _months_later(first, 1))


def _named(word: str, today: datetime.date) -> Days | None:
    one = datetime.timedelta(1)
    monday = today - datetime.timedelta(today.weekday())
    this_month, this_year = today.replace(day=1), today.replace(month=1, day=1)
    week = datetime.timedelta(7)
    spans = {
        "today": (today, today + one),
        "yesterday": (today - one, today),
        "week": (monday, monday + week),
        "last-week": (monday - week, monday),
        "month": (this_month, _months_later(this_month, 1)),
        "last-month": (_months_later(this_month, -1), this_month),
        "year": (this_year, _months_later(this_year, 12)),
        "last-year": (_months_later(this_year, -12), this_year),
    }
    if word in _WEEKDAYS:
        day = today - datetime.timedelta((today.weekday() - _WEEKDAYS.index(word)) % 7)
        return Days(day, day + one)
    return Days(*spans[word]) if word in spans else None


def _back(word: str, today: datetime.date) -> Days | None:
    match = _BACK.fullmatch(word)
    if match is None or not int(match[1]):
        return None
    count, unit = int(match[1]), match[2]
    if unit in "mya":
        first = _months_later(today, -count * (1 if unit == "m" else 12))
    else:
        days = count * (7 if unit in "ws" else 1)
        first = today - datetime.timedelta(days - 1)
    if first.year < _EARLIEST:
        return None
    return Days(first, today + datetime.timedelta(1), is_back=True)


def _months_later(day: datetime.date, months: int) -> datetime.date:
    """Return the same day of another month, or that month's last one."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for number in range(day.day, 27, -1):
        try:
            return datetime.date(year, month + 1, number)
        except ValueError:
            continue
    return datetime.date(year, month + 1, day.day)
