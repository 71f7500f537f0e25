"""Orders of the history in words.

Texts are translated in the context ``HistorySort``.
"""

from PySide6.QtCore import QCoreApplication

from rushes.domain.job_sort import JobSort, SortKey


def key_words(key: SortKey) -> str:
    """What jobs are sorted by, as "Length"."""
    match key:
        case SortKey.DATE:
            return QCoreApplication.translate("HistorySort", "Date")
        case SortKey.RATING:
            return QCoreApplication.translate("HistorySort", "Rating")
        case SortKey.LENGTH:
            return QCoreApplication.translate("HistorySort", "Length")
        case SortKey.MODEL:
            return QCoreApplication.translate("HistorySort", "Model")
    return QCoreApplication.translate("HistorySort", "Title")


def end_words(sort: JobSort) -> str:
    """Which end comes first, as "Longest first"."""
    if sort.key is SortKey.DATE:
        newest = QCoreApplication.translate("HistorySort", "Newest first")
        oldest = QCoreApplication.translate("HistorySort", "Oldest first")
        return newest if sort.falls else oldest
    if sort.key is SortKey.RATING:
        best = QCoreApplication.translate("HistorySort", "Highest first")
        worst = QCoreApplication.translate("HistorySort", "Lowest first")
        return best if sort.falls else worst
    if sort.key is SortKey.LENGTH:
        longest = QCoreApplication.translate("HistorySort", "Longest first")
        shortest = QCoreApplication.translate("HistorySort", "Shortest first")
        return longest if sort.falls else shortest
    down = QCoreApplication.translate("HistorySort", "Z to A")
    return down if sort.falls else QCoreApplication.translate("HistorySort", "A to Z")


def sort_words(sort: JobSort) -> str:
    """An order in a line, as "Sort: Length · Longest first"."""
    words = QCoreApplication.translate("HistorySort", "Sort: {key} · {end}")
    return words.format(key=key_words(sort.key), end=end_words(sort))
