"""One act on many jobs: what it tells meanwhile, and that it can be broken off."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from types import TracebackType
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from rushes.ui.job_acts.progress_bar import ProgressBar

WINDOW = 500
"""Jobs that are read at once; what is shown meanwhile never waits for more."""

Row = TypeVar("Row")


class LongAct:
    """Tells over a panel how far an act has come, while it lasts: `with LongAct(...) as act`.

    Args:
        host: the panel that it is told in.
        words: what is done.

    Attributes:
        stop: set once a person wants it broken off.
    """

    def __init__(self, host: QWidget, words: str) -> None:
        self.stop = asyncio.Event()
        self._bar = ProgressBar(host, words)
        self._bar.cancel_requested.connect(self.stop.set)

    def __enter__(self) -> "LongAct":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # The panel may have gone meanwhile, and its bar with it.
        if isValid(self._bar):
            self._bar.finish()

    def tell(self, done: int, total: int) -> None:
        """Say how many jobs were dealt with."""
        if isValid(self._bar):
            self._bar.tell(done, total)

    async def gather(
        self, keys: Sequence[int], read: Callable[[Sequence[int]], Awaitable[list[Row]]]
    ) -> list[Row] | None:
        """Return what `read` gives for the keys, window by window; None when broken off."""
        found: list[Row] = []
        for first in range(0, len(keys), WINDOW):
            if self.stop.is_set():
                return None
            found += await read(keys[first : first + WINDOW])
            self.tell(min(first + WINDOW, len(keys)), len(keys))
        return None if self.stop.is_set() else found
