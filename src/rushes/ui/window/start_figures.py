"""What a measurement of the start wants to know, read from the system's own accounting."""

import asyncio
import json
import os
import sys
import time
from pathlib import Path

from rushes.ui.garbage import end_of_start
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.session import Session

_SETTLE_SECONDS = 0.5


def process_seconds() -> float:
    """Return seconds since this process began; Linux only, and 0 elsewhere."""
    try:
        stat = Path("/proc/self/stat").read_text("ascii")
    except OSError:
        return 0.0
    ticks = int(stat.rpartition(")")[2].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def resident_bytes() -> int:
    """Return the resident memory of this process in bytes; Linux only, and 0 elsewhere."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


async def measure_start(session: Session, window: MainWindow, painted: float) -> int:
    """Run the session until the window is usable, print one line of JSON, and close.

    Args:
        painted: when the window was first on the screen, in monotonic seconds.

    The line holds seconds from the start of the process to the first paint and to the usable
    window, and resident memory in bytes at that time.
    """
    begun = time.monotonic() - process_seconds()
    running = asyncio.get_running_loop().create_task(session.run(), name="session of the window")
    await session.ready.wait()
    end_of_start()
    usable = time.monotonic()
    await asyncio.sleep(_SETTLE_SECONDS)
    values = {
        "first_paint_seconds": painted - begun,
        "usable_seconds": usable - begun,
        "rss_bytes": resident_bytes(),
    }
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()
    window.close()
    return await running
