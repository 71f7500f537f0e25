"""What can be typed to go somewhere."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.media.frame_times import FrameTimes
from rushes.ui.viewer.place_entry import EntryProblem, index_of_entry
from rushes.ui.viewer.time_text import clock_time, timecode

CLIP = FrameTimes.constant(97, Fraction(24))
NTSC = FrameTimes.constant(4000, Fraction(30_000, 1001))
VARIABLE = FrameTimes((0.0, 0.1, 0.5, 0.6, 2.0, 62.1), 63.0, Fraction(6, 63), variable=True)
OUTSIDE, UNREADABLE = EntryProblem.OUTSIDE, EntryProblem.UNREADABLE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("43", 42),
        ("1", 0),
        (" 097 ", 96),
        ("98", OUTSIDE),
        ("0", OUTSIDE),
        ("+12", 22),
        ("-10", 0),
        ("- 1", 9),
        ("-11", OUTSIDE),
        ("+87", OUTSIDE),
        ("1:18", 42),
        ("00:00:01:18", 42),
        ("0:01:18", 42),
        ("1;18", 42),
        ("00:00:04:00", 96),
        ("4:1", OUTSIDE),
        ("1:24", EntryProblem.LEFT_OUT),
        ("1.75", 42),
        ("1,75", 42),
        ("0:01.750", 42),
        ("4.0", 96),
        ("4.05", OUTSIDE),
        ("", UNREADABLE),
        ("-", UNREADABLE),
        ("1:2:3:4:5", UNREADABLE),
        ("43 44", UNREADABLE),
        ("9" * 40, UNREADABLE),
    ],
)
def test_a_place_in_a_plain_clip(text: str, expected: int | EntryProblem) -> None:
    assert index_of_entry(text, 10, CLIP) == expected


def test_numbers_that_timecode_leaves_out_are_told_apart() -> None:
    assert index_of_entry("1:00:00", 0, NTSC) is EntryProblem.LEFT_OUT
    assert index_of_entry("1:00;02", 0, NTSC) == 1800
    assert index_of_entry("1:00:02", 0, NTSC) == 1800


def test_where_the_rate_varies_it_is_the_time() -> None:
    assert index_of_entry("0:02", 0, VARIABLE) == 4
    assert index_of_entry("1:02", 0, VARIABLE) == 4
    assert index_of_entry("1:02.1", 0, VARIABLE) == 5
    assert index_of_entry("1:03", 0, VARIABLE) is OUTSIDE
    assert index_of_entry("4", 0, VARIABLE) == 3


def test_a_still_picture_has_one_place() -> None:
    still = FrameTimes.still()
    assert index_of_entry("1", 0, still) == 0
    assert index_of_entry("0:00", 0, still) == 0
    for text in ("2", "0:01", "0.5", "+1"):
        assert index_of_entry(text, 0, still) in (OUTSIDE, EntryProblem.LEFT_OUT)


@given(st.integers(0, 3999))
def test_what_is_told_leads_back(index: int) -> None:
    assert index_of_entry(timecode(index, NTSC.rate), 0, NTSC) == index
    assert index_of_entry(f"{NTSC.start_of(index):.3f}", 0, NTSC) == index
    assert index_of_entry(clock_time(NTSC.start_of(index)), 0, NTSC) == index
    assert index_of_entry(str(index + 1), 0, NTSC) == index


@given(st.text("0123456789+-:;., ", max_size=30), st.integers(0, 96))
def test_whatever_is_typed_leads_into_the_clip_or_nowhere(text: str, index: int) -> None:
    for times in (CLIP, VARIABLE, FrameTimes.still()):
        found = index_of_entry(text, min(index, times.frames - 1), times)
        assert isinstance(found, EntryProblem) or 0 <= found < times.frames
