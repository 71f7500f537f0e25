"""Threads that need PyAV first, each for another part of it, do not stand in each other's way."""

import subprocess
import sys
from pathlib import Path

from tests.media.clips import write_clip

_PROGRAM = """
import sys, threading
from pathlib import Path
from rushes.media.opening import OpenedMedia
from rushes.media.picture import Converter
path, starting, failed = Path(sys.argv[1]), threading.Barrier(6), []
def run(work):
    starting.wait()
    try:
        work()
    except BaseException as error:
        failed.append(repr(error))
works = [Converter, lambda: OpenedMedia(path).close()] * 3
threads = [threading.Thread(target=run, args=(work,)) for work in works]
sys.setswitchinterval(1e-6)
for thread in threads: thread.start()
for thread in threads: thread.join(30)
print(failed)
"""


def test_parts_of_it_may_be_needed_at_the_same_moment(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mp4", frames=2)
    for _ in range(4):
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM, str(clip)],
            capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        assert done.stdout.strip() == "[]"
