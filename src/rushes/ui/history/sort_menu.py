"""The choices of an order for the history, in a menu."""

from PySide6.QtGui import QActionGroup

from rushes.domain.job_sort import JobSort, SortKey
from rushes.ui.components.menu import Menu
from rushes.ui.history.history_views import HistoryViews
from rushes.ui.history.sort_words import end_words, key_words


def add_sorts(menu: Menu, views: HistoryViews) -> None:
    """Put into a menu by what takes are sorted, and beneath it which end comes first."""
    now = views.sort
    keys, ends = QActionGroup(menu), QActionGroup(menu)
    for key in SortKey:
        _add(menu, keys, key_words(key), views, JobSort(key), is_on=key is now.key)
    menu.addSeparator()
    for is_reversed in (False, True):
        sort = JobSort(now.key, is_reversed)
        _add(menu, ends, end_words(sort), views, sort, is_on=sort == now)


def _add(
    menu: Menu, group: QActionGroup, words: str, views: HistoryViews, sort: JobSort, *, is_on: bool
) -> None:
    action = group.addAction(menu.addAction(words))
    action.setCheckable(True)
    action.setChecked(is_on)
    # The one that is chosen already stays as it is, whichever end of it comes first.
    action.triggered.connect(lambda: None if is_on else views.set_sort(sort))
