"""Sleep, a process that was stopped, and clocks that are set."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from rushes.engine.stopping import Stop
from rushes.engine.wake_watch import WakeWatch

TEN_YEARS = 10 * 365.25 * 86_400
TICK = 0.02


class Shifted:
    """A real clock that can be set."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.shift = 0.0

    def __call__(self) -> float:
        return self._clock() + self.shift


class Watched:
    """A watch with clocks that a test sets, and what it told."""

    def __init__(self) -> None:
        self.monotonic, self.wall = Shifted(time.monotonic), Shifted(time.time)
        self.woken = 0
        self.stop = Stop()
        watch = WakeWatch(
            self._on_wake, tick=TICK, late=4.0, monotonic=self.monotonic, wall=self.wall
        )
        self._task = asyncio.ensure_future(watch.run(self.stop))

    def _on_wake(self) -> None:
        self.woken += 1

    async def look(self) -> None:
        """Let it look at its clocks several times."""
        await asyncio.sleep(TICK * 6)

    async def end(self) -> None:
        self.stop.set()
        await self._task


async def test_an_ordinary_time_is_no_sleep() -> None:
    watched = Watched()
    await watched.look()
    await watched.end()
    assert watched.woken == 0


async def test_a_sleep_that_only_the_wall_clock_saw_is_told_once() -> None:
    watched = Watched()
    await watched.look()
    watched.wall.shift += 3_600.0
    await watched.look()
    assert watched.woken == 1
    watched.wall.shift += 60.0
    await watched.look()
    assert watched.woken == 2
    await watched.end()


async def test_a_stretch_that_both_clocks_saw_is_told_once() -> None:
    watched = Watched()
    await watched.look()
    watched.wall.shift += 60.0
    watched.monotonic.shift += 60.0
    await watched.look()
    await watched.end()
    assert watched.woken == 1


@pytest.mark.parametrize(("shift", "most"), [(-TEN_YEARS, 0), (TEN_YEARS, 1)])
async def test_a_clock_set_by_ten_years_costs_one_look_at_most(shift: float, most: int) -> None:
    watched = Watched()
    await watched.look()
    watched.wall.shift += shift
    await watched.look()
    await watched.look()
    assert watched.woken <= most
    watched.wall.shift += 60.0
    await watched.look()
    assert watched.woken <= most + 1
    await watched.end()


_CHILD = """
import asyncio
from rushes.engine.stopping import Stop
from rushes.engine.wake_watch import WakeWatch

async def main():
    stop = Stop()
    def woke():
        print("woke", flush=True)
        stop.set()
    watch = asyncio.ensure_future(WakeWatch(woke, tick=0.05, late=1.0).run(stop))
    # By then the watch has looked at its clocks for the first time.
    await asyncio.sleep(0.1)
    print("ready", flush=True)
    await watch

asyncio.run(main())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes cannot be stopped here")
async def test_a_process_that_was_stopped_notices_it() -> None:
    child = subprocess.Popen([sys.executable, "-c", _CHILD], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    try:
        assert await asyncio.to_thread(child.stdout.readline) == "ready\n"
        os.kill(child.pid, signal.SIGSTOP)
        await asyncio.sleep(1.5)
        os.kill(child.pid, signal.SIGCONT)
        assert await asyncio.wait_for(asyncio.to_thread(child.stdout.readline), 20) == "woke\n"
        assert await asyncio.to_thread(child.wait, 20) == 0
    finally:
        child.kill()
        await asyncio.to_thread(child.wait)
        child.stdout.close()
