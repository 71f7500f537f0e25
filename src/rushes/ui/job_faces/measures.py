"""Numbers as people read them: lengths, sizes, times and counts, by locale.

Texts are translated in the context ``JobFace``.
"""

import time

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTime

_KILOBYTE = 1_000
_MEGABYTE = 1_000_000
_GIGABYTE = 1_000_000_000


def count_text(number: int) -> str:
    """A whole number with the locale's group marks, as "1,284"."""
    return QLocale().toString(number)


def seconds_text(seconds: float) -> str:
    """A length, as "6.1 s"."""
    return QCoreApplication.translate("JobFace", "{number} s").format(number=_decimal(seconds))


def elapsed_text(seconds: float) -> str:
    """A running time in minutes and seconds, as "1:42", or with hours, as "1:02:07"."""
    whole = max(0, int(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    if hours:
        return f"{hours}:{minutes:02}:{rest:02}"
    return f"{minutes}:{rest:02}"


def received_text(received: int, total: int | None) -> str:
    """How many bytes have come, as "3.1 of 8.4 MB", or "3.1 MB" where nobody told the whole."""
    largest = max(received, total or 0)
    if largest >= _GIGABYTE:
        divisor = _GIGABYTE
        one = QCoreApplication.translate("JobFace", "{received} GB")
        both = QCoreApplication.translate("JobFace", "{received} of {total} GB")
    elif largest >= _MEGABYTE:
        divisor = _MEGABYTE
        one = QCoreApplication.translate("JobFace", "{received} MB")
        both = QCoreApplication.translate("JobFace", "{received} of {total} MB")
    else:
        divisor = _KILOBYTE
        one = QCoreApplication.translate("JobFace", "{received} kB")
        both = QCoreApplication.translate("JobFace", "{received} of {total} kB")
    done = _decimal(received / divisor)
    if not total:
        return one.format(received=done)
    return both.format(received=done, total=_decimal(total / divisor))


def time_of_day(epoch: float) -> str:
    """The local time of a moment (seconds since the epoch), as "14:09" or "2:09 PM"."""
    local = time.localtime(epoch)
    clock = QTime(local.tm_hour, local.tm_min)
    return QLocale().toString(clock, QLocale.FormatType.ShortFormat)


def date_and_time(epoch: float) -> str:
    """Date and local time of a moment (seconds since the epoch), in full, for reading aloud."""
    moment = QDateTime.fromSecsSinceEpoch(int(epoch))
    date = QLocale().toString(moment.date(), QLocale.FormatType.LongFormat)
    return f"{date}, {time_of_day(epoch)}"


def date_text(epoch: float) -> str:
    """The local date of a moment (seconds since the epoch), as short as the locale has it."""
    date = QDateTime.fromSecsSinceEpoch(int(epoch)).date()
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)


def place_text(place: int) -> str:
    """A place in the line of waiting jobs, as "2nd here"; `place` counts from 1."""
    if place % 100 in (11, 12, 13):
        pattern = QCoreApplication.translate("JobFace", "{place}th here")
    elif place % 10 == 1:
        pattern = QCoreApplication.translate("JobFace", "{place}st here")
    elif place % 10 == 2:
        pattern = QCoreApplication.translate("JobFace", "{place}nd here")
    elif place % 10 == 3:
        pattern = QCoreApplication.translate("JobFace", "{place}rd here")
    else:
        pattern = QCoreApplication.translate("JobFace", "{place}th here")
    return pattern.format(place=count_text(place))


def _decimal(number: float) -> str:
    return QLocale().toString(float(number), "f", 1)
