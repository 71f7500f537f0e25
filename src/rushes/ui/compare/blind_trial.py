"""A choice between takes whose names nobody knows."""

import random
from dataclasses import dataclass, field


@dataclass
class BlindTrial:
    """Takes in an order drawn by lot, called by numbers until one is chosen.

    Attributes:
        order: the places of the takes as they lie; the first is number 1.
        winner: the place of the take that was chosen, or None while the names are hidden.
    """

    order: list[int]
    winner: int | None = field(default=None)

    @staticmethod
    def drawn(count: int, seed: int | None = None) -> "BlindTrial":
        """Draw lots for so many takes; the same seed draws the same order."""
        order = list(range(count))
        # Nothing hangs on this being hard to guess.
        random.Random(seed).shuffle(order)
        return BlindTrial(order)

    @property
    def is_open(self) -> bool:
        """Whether names are to be hidden still."""
        return self.winner is None

    def number_of(self, place: int) -> int:
        """The number of the take at a place."""
        return self.order.index(place) + 1

    def place_of(self, number: int) -> int | None:
        """The place of the take with a number, or None if there is no such."""
        return self.order[number - 1] if 1 <= number <= len(self.order) else None
