"""Waits until History shows its takes, so that what nobody sees yet is read after them."""

import asyncio
import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rushes.ui.history.panel import HistoryPanel

_LIMIT_SECONDS = 1.0


async def first_sight(history: "HistoryPanel") -> None:
    """Return once the first takes are there, or there are none; at once where it is hidden.

    After a second in any case: a list that is not painted asks for no takes.
    """
    if not history.isVisible():
        return
    model = history.model
    seen = asyncio.Event()

    def on_reset() -> None:
        if not model.rowCount():
            seen.set()

    model.dataChanged.connect(seen.set)
    model.modelReset.connect(on_reset)
    try:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LIMIT_SECONDS):
                await seen.wait()
    finally:
        model.dataChanged.disconnect(seen.set)
        model.modelReset.disconnect(on_reset)
