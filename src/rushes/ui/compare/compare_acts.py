"""What the Viewer's commands do while takes are compared."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from rushes.ui.viewer.keys import ViewerCommand


class Comparable(Protocol):
    """What is needed of a comparison."""

    def close(self) -> None:
        """Go back to one clip."""

    def toggle_wipe(self) -> None:
        """Wipe, or go back to pictures side by side."""

    def choose_next(self, step: int) -> None:
        """Choose another take."""

    def shift(self, frames: int) -> None:
        """Let the chosen take be further on."""

    def step(self, frames: int) -> None:
        """Go by frames of the chosen take."""


def compare_acts(comparison: Comparable) -> Mapping[ViewerCommand, Callable[[], object]]:
    """Each command that means something else than for one clip."""
    command = ViewerCommand
    return {
        command.COMPARE: comparison.close,
        command.WIPE: comparison.toggle_wipe,
        command.NEXT_CLIP: partial(comparison.choose_next, 1),
        command.PREVIOUS_CLIP: partial(comparison.choose_next, -1),
        command.EARLIER: partial(comparison.shift, -1),
        command.LATER: partial(comparison.shift, 1),
        command.FRAME_BACK: partial(comparison.step, -1),
        command.FRAME_ON: partial(comparison.step, 1),
        command.TEN_BACK: partial(comparison.step, -10),
        command.TEN_ON: partial(comparison.step, 10),
    }
