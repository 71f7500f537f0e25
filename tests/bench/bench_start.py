"""From launch to the first painted window, and memory at rest, against a bare PySide6 window."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from tests.bench.contract import Goal, Race
from tests.bench.screens import has_x_server, off_screen, x_screen

ROOT = Path(__file__).resolve().parents[2]
GOALS = (Goal("first paint", "ms", 1.3), Goal("memory", "MB", 1.6))
MANY_JOBS = 10_000
# Nobody listens there: a start must not wait for an answer, nor ask the real service for one.
NO_SERVICE = "http://127.0.0.1:9"


def races(workspace: Path) -> Iterator[Race]:
    """Two libraries, on each kind of screen that this machine has."""
    empty, full = workspace / "empty", workspace / "full"
    # Without real clips: the frames of the one that is shown are content, not the program's weight.
    fill = ["-m", "tests.fill", str(full), "--jobs", str(MANY_JOBS), "--real", "0"]
    for screen in [off_screen, *([x_screen] if has_x_server() else [])]:
        name = screen.__name__.replace("_", "-")
        with screen() as variables:
            surroundings = _surroundings(workspace / "home", variables)
            rival = partial(_start, ["tests/bench/bare_window.py"], surroundings)
            for library, content in ((empty, "empty"), (full, f"{MANY_JOBS:,} jobs")):
                if library is full and not full.exists():
                    _python(fill, surroundings)
                command = ["-m", "rushes", "--exit-after-first-paint", "--library", str(library)]
                ours = partial(_start, command, surroundings)
                yield Race(f"start {name}, {content}", "bare window", ours, rival, GOALS)


def _start(command: Sequence[str], variables: Mapping[str, str]) -> dict[str, float]:
    """Runs a program that prints its figures as its last line, and reads them."""
    figures = json.loads(_python(command, variables).splitlines()[-1])
    return {"first paint": figures["first_paint_seconds"], "memory": figures["rss_bytes"]}


def _python(command: Sequence[str], variables: Mapping[str, str]) -> str:
    """What Python prints for `command`; raises RuntimeError, with what it complained of."""
    program = [sys.executable, *command]
    done = subprocess.run(
        program, cwd=ROOT, env=variables, capture_output=True, text=True, check=False, timeout=600
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(program)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def _surroundings(home: Path, screen: Mapping[str, str]) -> dict[str, str]:
    """The variables of a machine on which Rushes was never used."""
    runtime = home / "runtime"
    runtime.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV") if name in os.environ}
    return {
        **kept,
        **screen,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C.UTF-8",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "RUSHES_SERVICE_URL": NO_SERVICE,
    }
