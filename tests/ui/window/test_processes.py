"""The program as it is started: from a shell, a second time, and by itself."""

import os
import re
import subprocess
import sys
from pathlib import Path

from rushes.library.layout import Layout
from rushes.library.ownership import read_owner

LIMIT = 120.0


def start(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "rushes", *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_main_job_is_done_by_itself(tmp_path: Path) -> None:
    with start("--demo", "--library", str(tmp_path / "l"), "--show-me", str(tmp_path)) as process:
        out, err = process.communicate(timeout=LIMIT)
    assert process.returncode == 0, err
    clip, screenshot = map(Path, out.splitlines())
    assert (clip.suffix, screenshot.name) == (".mp4", "rushes.png")
    assert clip.stat().st_size > 10_000
    assert screenshot.stat().st_size > 10_000
    played = re.fullmatch(r"(\d+) frames were played\.", err.splitlines()[-1])
    assert played is not None
    assert int(played.group(1)) > 3


def test_a_second_start_says_who_has_the_library_and_raises_its_window(tmp_path: Path) -> None:
    library = tmp_path / "library"
    with start("--library", str(library)) as first:
        try:
            lock = Layout(library).lock
            owner = _wait_for_owner(lock, first.pid)
            assert owner["program"] == "Rushes"
            with start("--library", str(library)) as second:
                _, err = second.communicate(timeout=LIMIT)
            assert second.returncode == 0
            assert f"process {first.pid}" in err
        finally:
            first.terminate()
            first.communicate(timeout=LIMIT)


def _wait_for_owner(lock: Path, pid: int) -> dict[str, object]:
    import time

    deadline = time.monotonic() + LIMIT
    while time.monotonic() < deadline:
        owner = read_owner(lock)
        if owner.get("pid") == pid:
            # The channel opens right after the lock is taken.
            time.sleep(0.5)
            return owner
        time.sleep(0.05)
    raise AssertionError("no window took the library")
