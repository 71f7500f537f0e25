import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from rushes.ui.job_faces.measures import (
    count_text,
    date_and_time,
    elapsed_text,
    place_text,
    received_text,
    seconds_text,
    time_of_day,
)

AFTERNOON = datetime.datetime(2026, 11, 18, 14, 9, 59).timestamp()


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def test_a_length_has_one_decimal() -> None:
    assert seconds_text(6.0625) == "6.1 s"
    assert seconds_text(4.0) == "4.0 s"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.0, "0:00"), (9.99, "0:09"), (102.4, "1:42"), (3727, "1:02:07"), (-3, "0:00")],
)
def test_elapsed_time_counts_minutes_and_hours(seconds: float, text: str) -> None:
    assert elapsed_text(seconds) == text


@pytest.mark.parametrize(
    ("received", "total", "text"),
    [
        (3_100_000, 8_400_000, "3.1 of 8.4 MB"),
        (3_100_000, None, "3.1 MB"),
        (40_000, 8_400_000, "0.0 of 8.4 MB"),
        (12_300, 96_000, "12.3 of 96.0 kB"),
        (500_000_000, 2_000_000_000, "0.5 of 2.0 GB"),
        (12_300, None, "12.3 kB"),
    ],
)
def test_bytes_share_the_unit_of_the_whole(received: int, total: int | None, text: str) -> None:
    assert received_text(received, total) == text


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (1, "1st here"),
        (2, "2nd here"),
        (3, "3rd here"),
        (4, "4th here"),
        (11, "11th here"),
        (12, "12th here"),
        (13, "13th here"),
        (21, "21st here"),
        (112, "112th here"),
    ],
)
def test_places_in_line_are_ordinals(place: int, text: str) -> None:
    assert place_text(place) == text


def test_times_and_counts_follow_the_locale() -> None:
    assert time_of_day(AFTERNOON) == "14:09"
    assert count_text(1284) == "1,284"
    assert date_and_time(AFTERNOON).endswith("18 November 2026, 14:09")
    QLocale.setDefault(QLocale("it_IT"))
    assert count_text(12_840) == "12.840"
    assert seconds_text(6.0625) == "6,1 s"
    QLocale.setDefault(QLocale("en_US"))
    assert time_of_day(AFTERNOON).replace("\u202f", " ") == "2:09 PM"
