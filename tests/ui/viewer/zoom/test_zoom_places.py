"""Where an enlarged picture lies."""

from math import floor

from hypothesis import given
from hypothesis import strategies as st

from rushes.ui.viewer.zoom.places import origin_of, origin_under, share_for_origin

LENGTHS = st.integers(1, 8192)
SCALES = st.sampled_from([1, 1.5, 2, 3, 4, 5, 6, 8, 12, 16, 24, 32])
MIDDLES = st.integers(0, 40_000).map(lambda eighths: eighths / 8)


@given(LENGTHS, SCALES, SCALES, MIDDLES, st.floats(0, 1), st.integers(-3000, 6000))
def test_the_pixel_under_the_pointer_stays_under_it(
    pixels: int, scale: float, other: float, middle: float, share: float, place: int
) -> None:
    pointer = place + 0.5
    length, new_length = round(pixels * scale), round(pixels * other)
    origin = origin_of(middle, length, share)
    under = floor((pointer - origin) / length * pixels)
    new_origin = origin_under(pointer, origin, length, new_length, pixels)
    assert floor((pointer - new_origin) / new_length * pixels) == under


@given(LENGTHS, MIDDLES, st.integers(-30_000, 30_000))
def test_a_place_is_kept_to_the_pixel_as_long_as_the_picture_is_in_the_middle(
    length: int, middle: float, origin: int
) -> None:
    found = origin_of(middle, length, share_for_origin(middle, length, origin))
    if origin <= middle <= origin + length:
        assert found == origin
    assert found <= middle + 0.5
    assert found + length >= middle - 0.5
