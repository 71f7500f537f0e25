import datetime
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from rushes.ui.history.date_groups import DateGroups, day_words

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
