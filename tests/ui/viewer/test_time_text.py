"""Timecode, seconds and numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.ui.viewer.time_text import (
    TimeUnit,
    clock_time,
    index_of_timecode,
    place_words,
    timecode,
    timecode_words,
)

NTSC = Fraction(30_000, 1001)


@pytest.mark.parametrize(
    ("index", "rate", "expected"),
    [
        (0, Fraction(16), "00:00:00:00"),
        (42, Fraction(16), "00:00:02:10"),
        (42, Fraction(24), "00:00:01:18"),
        (24 * 3661 + 5, Fraction(24), "01:01:01:05"),
        # At 24/1.001 every number is used.
        (24 * 60, Fraction(24_000, 1001), "00:01:00:00"),
        # Two numbers are left out each minute, but for each tenth.
        (1799, NTSC, "00:00:59;29"),
        (1800, NTSC, "00:01:00;02"),
        (1801, NTSC, "00:01:00;03"),
        (17_981, NTSC, "00:09:59;29"),
        (17_982, NTSC, "00:10:00;00"),
        (107_892, NTSC, "01:00:00;00"),
        (3600, Fraction(60_000, 1001), "00:01:00;04"),
        (0, Fraction(0), "00:00:00:00"),
    ],
)
def test_timecode_counts_from_0(index: int, rate: Fraction, expected: str) -> None:
    assert timecode(index, rate) == expected


def test_drop_frame_timecode_names_every_frame_once() -> None:
    names = [timecode(index, NTSC) for index in range(40_000)]
    assert len(set(names)) == len(names)
    assert names == sorted(names)


def test_a_clip_has_as_many_frames_as_the_last_is_numbered() -> None:
    words = place_words(TimeUnit.TIMECODE, 96, 97, 4.0, Fraction(24))
    assert words == ("00:00:04:00", "frame 97 of 97")
    assert place_words(TimeUnit.FRAMES, 96, 97, 4.0, Fraction(24)) == ("97", "of 97 frames")


@pytest.mark.parametrize("rate", [NTSC, Fraction(60_000, 1001)])
def test_an_hour_of_drop_frame_skips_and_doubles_nothing_but_what_is_left_out(
    rate: Fraction,
) -> None:
    base = round(rate)
    left_out = base // 15
    expected = [
        f"{minute // 60:02}:{minute % 60:02}:{second:02};{frame:02}"
        for minute in range(61)
        for second in range(60)
        for frame in range(base)
        if minute % 10 == 0 or second > 0 or frame >= left_out
    ]
    names = [timecode(index, rate) for index in range(len(expected))]
    assert names == expected
    # An hour of timecode is an hour of the clock, to less than a frame in ten minutes.
    assert abs(names.index("01:00:00;00") / rate - 3600) < 0.1


@given(
    st.integers(0, 400_000),
    st.sampled_from(
        [
            NTSC,
            Fraction(60_000, 1001),
            Fraction(24_000, 1001),
            *map(Fraction, (1, 8, 12, 16, 24, 25, 30, 60)),
        ]
    ),
)
def test_every_timecode_leads_back_to_its_frame(index: int, rate: Fraction) -> None:
    code = timecode(index, rate)
    hours, minutes, seconds, frame = map(int, code.replace(";", ":").split(":"))
    assert index_of_timecode(hours, minutes, seconds, frame, rate) == index
    # The next frame has the next number that is in use.
    following = timecode(index + 1, rate)
    assert following > code or len(following) > len(code)


def test_numbers_that_are_left_out_are_nobody_s() -> None:
    assert index_of_timecode(0, 1, 0, 0, NTSC) is None
    assert index_of_timecode(0, 1, 0, 1, NTSC) is None
    assert index_of_timecode(0, 1, 0, 2, NTSC) == 1800
    assert index_of_timecode(0, 10, 0, 0, NTSC) == 17_982
    assert index_of_timecode(0, 0, 0, 24, Fraction(24)) is None


def test_where_the_rate_varies_timecode_is_the_time() -> None:
    words = place_words(TimeUnit.TIMECODE, 3, 6, 3661.0415, Fraction(7, 2), variable=True)
    assert words == ("01:01:01.041", "frame 4 of 6")
    assert clock_time(0.29) == "00:00:00.290"


def test_what_timecode_means_is_said_where_it_is_not_plain() -> None:
    assert timecode_words(Fraction(24)) == ""
    assert timecode_words(Fraction(0)) == ""
    assert "leaves out numbers" in timecode_words(NTSC)
    assert timecode_words(Fraction(24_000, 1001)) == (
        "Timecode counts 24 frames to a second; at 23.976 it falls behind the clock."
    )
    assert "runs ahead of the clock" in timecode_words(Fraction(61, 6))
    assert "rate varies" in timecode_words(Fraction(24), variable=True)
