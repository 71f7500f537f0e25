"""The heights of a text at the widths that layouts ask for again and again."""

from collections.abc import Callable, Hashable

_MOST = 8


class AskedHeights:
    """Remembers a few heights, each under all that it depends on."""

    def __init__(self) -> None:
        self._heights: dict[Hashable, int] = {}

    def of(self, asked: Hashable, measure: Callable[[], int]) -> int:
        """Return the height for what is asked, measured where it is not known."""
        height = self._heights.get(asked)
        if height is None:
            if len(self._heights) >= _MOST:
                self._heights.clear()
            height = self._heights[asked] = measure()
        return height
