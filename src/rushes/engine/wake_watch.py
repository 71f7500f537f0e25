"""Notices that the computer slept or the process stood still, so that all is asked afresh."""

import time
from collections.abc import Callable

from rushes.engine.stopping import Stop

TICK = 2.0
"""Seconds between two looks at the clocks."""

LATE = 4.0
"""Seconds by which a look must be late to mean that the computer slept, or the process stood."""


class WakeWatch:
    """Looks at two clocks again and again, and tells when a stretch between took far too long.

    The monotonic clock may stand still while the computer sleeps, but goes on while only the
    process stands; the wall clock shows both, and jumps when it is set. So either one counts, and
    a clock that is set forward costs one needless look, while one that is set back costs nothing.

    Args:
        on_wake: called once for each such stretch.
        tick: seconds between two looks.
        late: seconds beyond a tick that mean that time was lost.
        monotonic, wall: the clocks, in seconds.
    """

    def __init__(
        self,
        on_wake: Callable[[], None],
        *,
        tick: float = TICK,
        late: float = LATE,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._on_wake = on_wake
        self._tick = tick
        self._late = late
        self._clocks = (monotonic, wall)

    async def run(self, stop: Stop) -> None:
        """Watch until told to stop."""
        before = self._read()
        while not stop.is_set:
            await stop.sleep(self._tick)
            now = self._read()
            longest = max(later - earlier for earlier, later in zip(before, now, strict=True))
            before = now
            if longest > self._tick + self._late and not stop.is_set:
                self._on_wake()

    def _read(self) -> tuple[float, ...]:
        return tuple(clock() for clock in self._clocks)
