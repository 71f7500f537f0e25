"""What zooming stops at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.ui.viewer.zoom.steps import LARGEST_SCALE, SCALES, allowed_scale, stepped_scale


@pytest.mark.parametrize(
    ("scale", "fit", "steps", "expected"),
    [
        (None, 0.47, 1, 0.5),
        (0.5, 0.47, 1, 2 / 3),
        (0.5, 0.47, -1, None),
        (None, 0.47, -1, None),
        (1.0, 0.47, 1, 1.5),
        (None, 2.34, 1, 3.0),
        (2.0, 2.34, 1, 3.0),
        (3.0, 2.34, -1, None),
        (None, 2.34, -1, 2.0),
        (1.0, 2.34, -1, 1.0),
        (32.0, 0.47, 1, 32.0),
        (None, 0.47, 4, 1.5),
        (1.5, 0.47, -4, None),
        (2.0, 1.0, -2, None),
        (None, 1.0, 1, 1.5),
    ],
)
def test_steps_go_from_one_scale_to_the_next(
    scale: float | None, fit: float, steps: int, expected: float | None
) -> None:
    assert stepped_scale(scale, fit, steps) == expected


@given(st.floats(0.05, 20.0))
def test_all_steps_in_and_out_lead_from_the_whole_picture_to_the_largest_and_back(
    fit: float,
) -> None:
    assert stepped_scale(None, fit, len(SCALES) + 1) == LARGEST_SCALE
    back = stepped_scale(LARGEST_SCALE, fit, -(len(SCALES) + 1))
    assert (fit if back is None else back) == pytest.approx(min(fit, 1.0), rel=0.002)


@given(st.floats(0.001, 100.0))
def test_from_twice_on_every_pixel_is_as_large_as_the_next(scale: float) -> None:
    allowed = allowed_scale(scale)
    assert 0 < allowed <= LARGEST_SCALE
    assert allowed < 2 or allowed == int(allowed)
