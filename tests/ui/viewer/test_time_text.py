"""Timecode, seconds and numbers."""

from fractions import Fraction

import pytest

from rushes.ui.viewer.time_text import TimeUnit, place_words, timecode

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
