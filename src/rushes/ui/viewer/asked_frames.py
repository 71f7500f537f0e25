"""Which of the pictures that come may still be shown."""

_REMEMBERED = 64


class AskedFrames:
    """The frames that were asked for, in the order of asking.

    A picture may be shown if its frame was asked for, and no frame that was asked for later is on
    the screen already. So a hand that moves faster than pictures can be made sees some of the
    frames that it passed, in its own order, and in the end the one where it stopped.
    """

    def __init__(self) -> None:
        self._order: dict[int, int] = {}
        self._asked = 0
        self._shown = 0

    def ask(self, index: int) -> None:
        """The frame at `index` is wanted now."""
        self._asked += 1
        self._order.pop(index, None)
        self._order[index] = self._asked
        while len(self._order) > _REMEMBERED:
            del self._order[next(iter(self._order))]

    def may_show(self, index: int) -> bool:
        """Tell whether the frame at `index` may go on the screen, or go there again better."""
        return self._order.get(index, 0) >= max(self._shown, 1)

    def showed(self, index: int) -> None:
        """The frame at `index` is on the screen; what was asked for before it is void."""
        self._shown = self._order.get(index, self._shown)
