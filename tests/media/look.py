"""Does with files all that Rushes does with media, and says how each ended and what it took.

``python -m tests.media.look FILE…`` prints one line of JSON for each.
"""

import json
import logging
import resource
import sys
import time
from contextlib import suppress
from pathlib import Path

from rushes.domain.errors import MediaError
from rushes.media.frame_source import FrameSource
from rushes.media.probe import probe
from rushes.media.thumbnail import strip, thumbnail


def look_at(path: Path) -> str:
    """Probe, thumbnail, strip and frames of *path*; returns ``opened`` or the error's code.

    Whatever else is raised is a fault.
    """
    outcome = "opened"
    for work in (probe, thumbnail, lambda path: list(strip(path, 4, 40)), some_frames):
        try:
            work(path)
        except MediaError as error:
            outcome = error.code
    return outcome


def some_frames(path: Path) -> None:
    """Decode some frames at random places, and the first run."""
    with FrameSource(path) as source:
        for index in {0, len(source) // 2, len(source) - 1, len(source) // 3}:
            with suppress(MediaError):
                source.decode(index)
        with suppress(MediaError):
            for _ in source.decode_run(0, 6):
                pass


def peak_bytes() -> int:
    """The most memory that this program ever had."""
    status = Path("/proc/self/status")
    if status.exists():
        # Unlike getrusage, this begins with the program, not with the process that started it.
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    """Look at the files of the arguments."""
    logging.getLogger("libav").setLevel(logging.CRITICAL)
    for name in sys.argv[1:]:
        begun = time.monotonic()
        outcome = look_at(Path(name))
        taken = time.monotonic() - begun
        figures = {"outcome": outcome, "seconds": taken, "bytes": peak_bytes()}
        print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
