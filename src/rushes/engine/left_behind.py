"""What goes on, or waits, in a library that is closed."""

from dataclasses import dataclass

from rushes.domain.states import FETCHING_STATES, REMOTE_STATES, JobState
from rushes.library.library import Library


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """How many jobs are left.

    Attributes:
        running: at the service, or being sent or fetched: followed when it is opened again.
        waiting: written down and not sent: they wait for a word when it is opened again.
    """

    running: int = 0
    waiting: int = 0


async def left_behind(library: Library) -> LeftBehind:
    """Count what is left in a library that is still open; raises LibraryError."""
    running = await library.in_states([*REMOTE_STATES, *FETCHING_STATES, JobState.SENDING])
    waiting = await library.in_states([JobState.WAITING])
    return LeftBehind(len({entry.key for entry in running}), len(waiting))
