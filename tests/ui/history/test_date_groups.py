import datetime
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from rushes.domain.job_sort import JobSort, SortKey
from rushes.ui.history.date_groups import DateGroups, day_words

OLDEST_FIRST = JobSort(SortKey.DATE, is_reversed=True)
TODAY = datetime.date(2026, 11, 18)
NOON = datetime.datetime(2026, 11, 18, 12).timestamp()
moments = st.lists(st.floats(NOON - 86_400 * 9, NOON, allow_nan=False), max_size=60)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def _day(moment: float) -> datetime.date:
    return datetime.date.fromtimestamp(moment)


@given(moments)
def test_groups_are_the_local_days(times: list[float]) -> None:
    times.sort(reverse=True)
    groups = DateGroups(times)
    walked = [_day(moment) for moment in times]
    assert groups.days == list(dict.fromkeys(walked))
    assert groups.counts == [walked.count(day) for day in groups.days]
    assert groups.starts == [walked.index(day) for day in groups.days]


@given(moments, moments)
def test_growing_is_the_same_as_building_anew(before: list[float], added: list[float]) -> None:
    grown = DateGroups(sorted(before, reverse=True)).with_rows(added)
    built = DateGroups(sorted([*before, *added], reverse=True))
    assert (grown.days, grown.starts, grown.counts) == (built.days, built.starts, built.counts)


@given(moments, moments)
def test_oldest_first_the_days_come_the_other_way_round(
    before: list[float], added: list[float]
) -> None:
    built = DateGroups(sorted([*before, *added]), OLDEST_FIRST)
    turned = DateGroups(sorted([*before, *added], reverse=True))
    assert (built.days, built.counts) == (turned.days[::-1], turned.counts[::-1])
    for groups in (
        DateGroups(sorted(before), OLDEST_FIRST).with_rows(added),
        DateGroups(sorted([*before, *added, *added]), OLDEST_FIRST).without_rows(added),
    ):
        assert (groups.days, groups.starts) == (built.days, built.starts)
        assert groups.counts == built.counts


@given(moments, moments)
def test_sorted_by_anything_else_all_are_one_group(before: list[float], added: list[float]) -> None:
    groups = DateGroups(before, JobSort(SortKey.RATING)).with_rows(added)
    count = len(before) + len(added)
    assert (groups.days, groups.has_days, len(groups)) == ([], False, 1 if count else 0)
    assert groups.counts == ([count] if count else [])
    left = groups.without_rows(added)
    assert (left.counts, left.starts) == (([len(before)], [0]) if before else ([], []))


@pytest.mark.usefixtures("english")
def test_days_are_called_as_people_call_them() -> None:
    def words(ago: int) -> str:
        return day_words(TODAY - datetime.timedelta(days=ago), TODAY)

    assert [words(0), words(1), words(2), words(6)] == ["Today", "Yesterday", "Monday", "Thursday"]
    assert "11 November 2026" in words(7)
    # A clock that was wrong: a day that is still to come has its date.
    assert "19 November 2026" in words(-1)
    QLocale.setDefault(QLocale("it_IT"))
    assert words(2) == "Lunedì"
