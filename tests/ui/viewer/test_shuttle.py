"""The speeds of J and L."""

import pytest

from rushes.ui.viewer.shuttle import shuttle_speed


@pytest.mark.parametrize("way", [1, -1])
@pytest.mark.parametrize(
    ("running", "same", "other"),
    [
        (0.0, 1.0, -1.0),
        (0.1, 1.0, -1.0),
        (0.5, 1.0, -1.0),
        (1.0, 2.0, -1.0),
        (2.0, 4.0, 1.0),
        (3.0, 4.0, 2.0),
        (4.0, 4.0, 2.0),
    ],
)
def test_the_same_key_is_faster_and_the_other_slower(
    way: int, running: float, same: float, other: float
) -> None:
    assert shuttle_speed(way * running, way) == way * same
    if running:
        assert shuttle_speed(way * running, -way) == way * other
