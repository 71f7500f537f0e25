"""How far a long work has come, and how it is told to stop; for threads and those who wait."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from rushes.domain.errors import WorkStopped


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long work has come.

    Attributes:
        step: what is done now, as a name that `rushes.domain.progress_words` has words for.
        done: bytes or pieces that are done.
        total: of how many; 0 where nobody knows.
        name: what is worked on now, such as a file's name; may be empty.
    """

    step: str
    done: int = 0
    total: int = 0
    name: str = ""

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1; None where nobody knows."""
        return min(self.done / self.total, 1.0) if self.total > 0 else None


class LongWork:
    """What a long work tells of itself, and asks about at every step. Safe between threads.

    Args:
        tell: called with each news, on the thread that works.
    """

    def __init__(self, tell: Callable[[Progress], None] = lambda _: None) -> None:
        self._tell = tell
        self._stopped = threading.Event()
        self._stays = False

    def stop(self, *, stays: bool = False) -> None:
        """Have it stop at its next step.

        Args:
            stays: whether what was done is to stay, so that it can go on another time; else
                all is put back as it was.
        """
        self._stays = stays
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Whether it was told to stop."""
        return self._stopped.is_set()

    @property
    def stays(self) -> bool:
        """Whether what was done is to stay when it stops."""
        return self._stays

    def tell(self, step: str, done: int = 0, total: int = 0, name: str = "") -> None:
        """Say how far it has come; raises WorkStopped."""
        self.check()
        self._tell(Progress(step, done, total, name))

    def check(self) -> None:
        """Raise WorkStopped when it was told to stop."""
        if self._stopped.is_set():
            raise WorkStopped
