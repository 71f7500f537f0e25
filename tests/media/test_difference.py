"""The difference of two pictures, to the step."""

import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from rushes.media.difference import averaged, difference
from rushes.media.difference_thread import DifferenceThread, DifferenceWish
from rushes.media.picture import Picture, Quality


def picture(pixels: NDArray[np.uint8], *, spare: int = 0, index: int = 0) -> Picture:
    """A picture of rows x columns x (blue, green, red, alpha), its lines *spare* bytes longer."""
    height, width = pixels.shape[:2]
    lines = np.zeros((height, width * 4 + spare), np.uint8)
    lines[:, : width * 4] = pixels.reshape(height, -1)
    memory = lines.reshape(-1).data.toreadonly()
    return Picture(index, width, height, width * 4 + spare, memory, False, Quality.QUICK)


def noise(seed: int, width: int = 13, height: int = 7) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 4)).astype(np.uint8)


@given(st.integers(0, 99), st.integers(1, 16), st.sampled_from([0, 12]))
def test_it_is_what_slow_arithmetic_says(seed: int, gain: int, spare: int) -> None:
    one, two = noise(seed), noise(seed + 100)
    made = difference(picture(one, spare=spare, index=5), picture(two), gain)
    slow = np.abs(one.astype(int) - two.astype(int)) * gain
    assert np.array_equal(made.array()[:, :, :3], np.minimum(slow, 255)[:, :, :3])
    assert (made.array()[:, :, 3] == 255).all()
    assert (made.index, made.width, made.height) == (5, 13, 7)


def test_large_pictures_are_gone_through_to_their_last_row() -> None:
    one, two = noise(5, 701, 193), noise(6, 701, 193)
    made = difference(picture(one, spare=28), picture(two), 3)
    slow = np.minimum(np.abs(one.astype(int) - two.astype(int)) * 3, 255)
    assert np.array_equal(made.array()[:, :, :3], slow[:, :, :3])


def test_a_picture_does_not_differ_from_itself() -> None:
    made = difference(picture(noise(1)), picture(noise(1)), 16)
    assert not made.array()[:, :, :3].any()


def test_pictures_of_other_sizes_are_brought_to_the_size_of_the_reference() -> None:
    grey = np.full((8, 12, 4), 100, np.uint8)
    other = np.full((20, 31, 4), 130, np.uint8)
    made = difference(picture(grey), picture(other))
    assert (made.width, made.height) == (12, 8)
    assert (np.abs(made.array()[:, :, :3].astype(int) - 30) <= 1).all()


def test_a_smaller_picture_has_the_means_of_its_pixels() -> None:
    pixels = noise(3, 64, 32)
    made = averaged(picture(pixels, index=4), 16, 8)
    means = pixels.reshape(8, 4, 16, 4, 4).mean(axis=(1, 3))
    assert (made.index, made.width, made.height) == (4, 16, 8)
    assert np.abs(made.array()[:, :, :3] - means[:, :, :3]).max() <= 2


@pytest.mark.parametrize("gain", [0, 17])
def test_a_gain_out_of_bounds_is_refused(gain: int) -> None:
    with pytest.raises(ValueError, match=str(gain)):
        difference(picture(noise(1)), picture(noise(2)), gain)


def test_the_last_wish_is_made_and_the_thread_ends() -> None:
    made: list[int] = []
    done = threading.Event()

    def keep(wish: DifferenceWish, _picture: Picture) -> None:
        made.append(wish.moment)
        if wish.moment == 49:
            done.set()

    thread = DifferenceThread(keep)
    for moment in range(50):
        one, two = picture(noise(moment)), picture(noise(moment + 1))
        thread.want(DifferenceWish(moment, moment, one, two, 1))
    assert done.wait(5)
    assert made == sorted(made)
    thread.close()
    assert thread.join(5)
