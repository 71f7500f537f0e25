"""Paintings: numbered, moving, repeatable, and different for every prompt and seed."""

from fractions import Fraction
from itertools import islice
from string import ascii_lowercase

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.simulator.output_form import Commission, OutputForm
from rushes.simulator.pictures.clip import clip_frames, still_picture
from rushes.simulator.pictures.frame_number import BLOCK, read_number, write_number
from rushes.simulator.pictures.story import scene_for

PROMPTS = {
    "Aurora": "A log cabin under the northern lights, fresh snow",
    "City": "Night tram in the rain, neon on wet asphalt, a woman with a red umbrella",
    "Sea": "A lighthouse in a storm",
    "Planet": "Saturn and its rings",
    "Deep": "Jellyfish in deep water",
    "Forest": "A stag in a pine forest, mist",
    "Dunes": "A caravan crosses the desert at dawn",
    "Clouds": "Hot air balloons over the Alps",
    "Ink": "Ink in water, abstract",
}


def frames(
    prompt: str, seed: int = 1, count: int = 2, width: int = 256, height: int = 144
) -> list[NDArray[np.uint8]]:
    form = OutputForm("video", "mp4", width, height, 97, Fraction(16), 97 / 16)
    return list(islice(clip_frames(Commission(prompt, seed, form)), count))


def apart(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """Mean difference of two pictures above their numbers, in levels."""
    return float(np.abs(one[:-BLOCK].astype(int) - other[:-BLOCK]).mean())


@pytest.mark.parametrize("prompt", PROMPTS.values(), ids=PROMPTS)
def test_every_painting_is_numbered_moves_and_repeats(prompt: str) -> None:
    first, *_, tenth = frames(prompt, count=10)
    assert first.shape == (144, 256, 3)
    assert (read_number(first), read_number(tenth)) == (1, 10)
    assert first[:-BLOCK].std() > 8
    again = frames(prompt, count=10)
    assert np.array_equal(first, again[0])
    assert np.array_equal(tenth, again[9])
    # More than the grain, which is anew in every frame: smoothed away before comparing.
    assert apart(_smoothed(first), _smoothed(tenth)) > 0.15


@pytest.mark.parametrize("prompt", PROMPTS.values(), ids=PROMPTS)
def test_every_seed_and_every_word_shows(prompt: str) -> None:
    (picture,) = frames(prompt, count=1)
    (seed,) = frames(prompt, seed=2, count=1)
    (word,) = frames(prompt + ", wide lens", count=1)
    assert apart(picture, seed) > 3
    assert apart(picture, word) > 3


def test_words_choose_the_painting() -> None:
    chosen = {name: getattr(scene_for(prompt), "__name__", "") for name, prompt in PROMPTS.items()}
    assert chosen == {name: name for name in PROMPTS}
    assert scene_for("zxqv") is scene_for("zxqv")
    by_chance = {scene_for("zx" + letter * 3) for letter in ascii_lowercase}
    assert len(by_chance) > 5


def test_words_choose_the_mood() -> None:
    def balance(prompt: str) -> float:
        """How much more blue than red there is."""
        pictures = [frames(prompt, seed=seed, count=1)[0] for seed in range(4)]
        return float(np.mean([p[..., 2].mean() - p[..., 0].mean() for p in pictures]))

    assert balance("the sea, night, moon") > balance("the sea, sunset, golden") + 20


@pytest.mark.parametrize("prompt", PROMPTS.values(), ids=PROMPTS)
@pytest.mark.parametrize(("width", "height"), [(64, 64), (90, 400), (400, 90), (250, 142)])
def test_any_size_can_be_painted(prompt: str, width: int, height: int) -> None:
    form = OutputForm("image", "png", width, height, 1, Fraction(0), 0.0)
    picture = still_picture(Commission(prompt, 3, form))
    assert picture.shape == (height, width, 3)
    assert picture.std() > 4


def test_large_pictures_keep_their_number_sharp() -> None:
    (picture,) = frames("ink", count=1, width=2560, height=1440)
    assert picture.shape == (1440, 2560, 3)
    assert set(np.unique(picture[-BLOCK:, : 16 * BLOCK])) == {0, 255}


def test_numbers_are_written_most_significant_first() -> None:
    picture = np.full((40, 300, 3), 90, np.uint8)
    write_number(picture, 0b1000_0000_0000_0110)
    levels = picture[-8, 8 : 16 * BLOCK : BLOCK, 0]
    assert list(levels // 255) == [1, *[0] * 12, 1, 1, 0]
    assert (picture[:-BLOCK] == 90).all()
    assert (picture[:, 16 * BLOCK :] == 90).all()
    assert read_number(picture) == 0b1000_0000_0000_0110


def _smoothed(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    high, wide = picture.shape[0] // 8 * 8, picture.shape[1] // 8 * 8
    blocks = picture[:high, :wide].reshape(high // 8, 8, wide // 8, 8, 3).mean((1, 3))
    return np.kron(blocks, np.ones((8, 8, 1))).astype(np.uint8)
