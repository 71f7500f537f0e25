"""Where a painting takes place: its size, its grids, its chance, and the moments of a clip."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np

from rushes.simulator.pictures.light import SOFT, Light

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a clip.

    Attributes:
        seconds: since the first frame.
        progress: 0 at the first frame, 1 at the last, eased at both ends.
    """

    seconds: float
    progress: float


class Stage:
    """The ground that a scene is painted on.

    Attributes:
        width, height: pixels; multiples of `SOFT`.
        aspect: width in heights.
        words: lower-case words of the prompt.
        rng: the chance that prompt and seed decide.
        u, v: places of pixels, (1, width) and (height, 1).
        soft_u, soft_v: places of a soft layer's samples, one too many at each edge.
    """

    def __init__(
        self, width: int, height: int, words: frozenset[str], rng: np.random.Generator
    ) -> None:
        self.width, self.height = width, height
        self.aspect = width / height
        self.words = words
        self.rng = rng
        self.u, self.v = self._places(width, 1)[None, :], self._places(height, 1)[:, None]
        self.soft_u, self.soft_v = self.grid(SOFT)

    def grid(
        self, step: int, first_row: int = 0, last_row: int | None = None
    ) -> tuple[Light, Light]:
        """Places of a layer with one sample for `step` pixels, one too many at each edge.

        The layer covers pixel rows from `first_row` to before `last_row`, multiples of `step`.
        """
        last = self.height if last_row is None else last_row
        columns = self._places(self.width // step + 2, step, first=-1)
        rows = self._places((last - first_row) // step + 2, step, first=first_row // step - 1)
        return columns[None, :], rows[:, None]

    def row(self, v: float) -> int:
        """The pixel row at a height, rounded to a multiple of `SOFT`."""
        return round(v * self.height / SOFT) * SOFT

    def mentions(self, words: str) -> bool:
        """Whether the prompt has one of the words, which are parted by blanks."""
        return not self.words.isdisjoint(words.split())

    def choose(self, moods: Mapping[str, T]) -> T:
        """Choose a mood: the one whose words the prompt names, else one by chance.

        The keys are words parted by blanks.
        """
        chance = int(self.rng.integers(len(moods)))
        named = [mood for words, mood in moods.items() if self.mentions(words)]
        return named[chance % len(named)] if named else list(moods.values())[chance]

    def _places(self, count: int, step: int, first: int = 0) -> Light:
        cells = np.arange(first, first + count, dtype=np.float32)
        return (cells + np.float32(0.5)) * np.float32(step / self.height)


class Scene(Protocol):
    """A painting that moves. It is made for one stage and prepares there what does not move."""

    def paint(self, moment: Moment) -> Light:
        """Return the light of a moment, (3, height, width)."""
