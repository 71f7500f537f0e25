"""How fast clips come home, against curl on loopback.

Three races with one file: the transfer alone against curl that drops what comes; the whole way
home (part file, disk, probe, digest, settings, journal) against curl that writes a file, which does
not wait for the disk, and against the same with a sync of the file, which does. curl's time is the
one that it tells itself, from its first step to the last byte. The ratios are those of times, which
for one file are those of throughput turned round. The goals are what was reached, with some room.
"""

import itertools
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.children import figures_of, serving
from tests.bench.contract import Contestant, Goal, Race
from tests.bench.large_clip import write_large_clip

CLIP_BYTES = 200_000_000


def races(workspace: Path) -> Iterator[Race]:
    """Three races; none, and a word on the standard error, where there is no curl."""
    curl = shutil.which("curl")
    if curl is None:
        print("  download: skipped, curl is not installed", file=sys.stderr)
        return
    clip = write_large_clip(workspace / "clip.mp4", CLIP_BYTES)
    measure = f"{CLIP_BYTES / 1e6:.0f} MB"
    with serving(clip) as url:
        target = workspace / "of-curl.mp4"

        def ours(way: str) -> Contestant:
            return lambda: {measure: _ours(way, url, workspace)}

        def theirs(target: Path, *, sync: bool = False) -> Contestant:
            return lambda: {measure: _curl(curl, f"{url}/media/1.mp4", target, sync=sync)}

        name = "download of a clip"
        goals = (Goal(measure, "s", 8.0),)
        yield Race(f"{name}, transfer", "curl", ours("alone"), theirs(Path("/dev/null")), goals)
        goals = (Goal(measure, "s", 8.0),)
        yield Race(f"{name}, all", "curl to a file", ours("home"), theirs(target), goals)
        goals = (Goal(measure, "s", 3.0),)
        yield Race(
            f"{name}, all", "curl, then sync", ours("home"), theirs(target, sync=True), goals
        )


_numbers = itertools.count(1)


def _ours(way: str, url: str, workspace: Path) -> float:
    folder = workspace / f"library-{next(_numbers)}"
    seconds = figures_of("tests.bench.downloads", way, url, folder)["seconds"]
    shutil.rmtree(folder, ignore_errors=True)
    return seconds


def _curl(curl: str, url: str, target: Path, *, sync: bool) -> float:
    """Fetch a file with curl; seconds. Raises CalledProcessError."""
    if target.is_file():
        target.unlink()
    command = [curl, "--silent", "--fail", "--noproxy", "*", "--output", str(target)]
    command += ["--write-out", "%{time_total}", url]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    seconds = float(done.stdout)
    if sync:
        begun = time.perf_counter()
        subprocess.run(["sync", str(target)], check=True, timeout=300)
        seconds += time.perf_counter() - begun
    return seconds
