"""Times of steps to the second, by locale."""

from PySide6.QtCore import QDateTime, QLocale


def moment_text(epoch: float, now: float) -> str:
    """The local time of a moment as "14:02:11", with its date where that is not the day of `now`.

    Both are seconds since the epoch.
    """
    locale = QLocale()
    moment = QDateTime.fromSecsSinceEpoch(int(epoch))
    form = locale.timeFormat(QLocale.FormatType.ShortFormat)
    if "s" not in form:
        form = form.replace("mm", "mm:ss", 1)
    clock = locale.toString(moment.time(), form)
    if moment.date() == QDateTime.fromSecsSinceEpoch(int(now)).date():
        return clock
    return f"{locale.toString(moment.date(), QLocale.FormatType.ShortFormat)} {clock}"
