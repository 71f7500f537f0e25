"""Many windows started at once on one library: who owns it, and who comes to the front."""

import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rushes.library.layout import Layout
from rushes.library.ownership import owner_of
from tests.faults.surroundings import Person

_NOBODY = "http://127.0.0.1:9"
"""No window of these trials asks a service anything."""

_PATIENCE = 120.0


def start_together(folder: Path, starts: int) -> tuple[int, int, list[str]]:
    """Start that many windows at once; return how many own, how often it was raised, and faults.

    The owner is killed afterwards, and the next start must get the library.
    """
    # The name of a local socket holds 107 bytes, folder and all.
    with tempfile.TemporaryDirectory(prefix="rushes-") as sockets:
        return _start_together(folder, starts, sockets)


def _start_together(folder: Path, starts: int, sockets: str) -> tuple[int, int, list[str]]:
    person = Person(folder / "person", _NOBODY)
    raised, faults = folder / "raised.txt", []
    folder.mkdir(parents=True, exist_ok=True)
    raised.touch()
    lock = Layout(person.library).lock
    windows = [_window(person, raised, sockets) for _ in range(starts)]
    try:
        owners = _settle(windows, lock)
        codes = [window.returncode for window in windows if window.returncode is not None]
        wrong = [code for code in codes if code != 0]
        if wrong:
            faults.append(f"{len(wrong)} second starts ended with {sorted(set(wrong))}")
        if len(owners) != 1:
            faults.append(f"{len(owners)} windows stayed open")
        owner = (owner_of(lock) or {}).get("pid")
        if [window.pid for window in owners] != [owner]:
            faults.append(f"the lock names process {owner}, which is not the one that stayed")
        times = len(raised.read_text().splitlines())
        if times < len(codes):
            faults.append(f"the window was raised {times} times for {len(codes)} second starts")
        for window in owners:
            window.send_signal(signal.SIGKILL)
            window.wait(30)
        if owner_of(lock) is not None:
            faults.append("the lock is still held after its owner was killed")
        faults += _start_alone(person, raised, sockets, lock)
    finally:
        for window in windows:
            window.kill()
            window.wait()
    return len(owners), times, faults


def _window(person: Person, raised: Path, sockets: str) -> "subprocess.Popen[bytes]":
    log = raised.with_name("windows.log").open("ab")
    with log:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.faults.child"],
            cwd=Path(__file__).resolve().parents[2],
            env=person.environment(RUSHES_RAISED=str(raised), TMPDIR=sockets),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )


def _settle(
    windows: "list[subprocess.Popen[bytes]]", lock: Path
) -> "list[subprocess.Popen[bytes]]":
    """Return the windows that stay, once all others have ended or nothing more happens."""
    give_up = time.monotonic() + _PATIENCE
    while time.monotonic() < give_up:
        alive = [window for window in windows if window.poll() is None]
        if len(alive) <= 1 and (not alive or owner_of(lock) is not None):
            return alive
        time.sleep(0.2)
    return [window for window in windows if window.poll() is None]


def _start_alone(person: Person, raised: Path, sockets: str, lock: Path) -> list[str]:
    window = _window(person, raised, sockets)
    try:
        give_up = time.monotonic() + _PATIENCE
        while time.monotonic() < give_up:
            if (owner_of(lock) or {}).get("pid") == window.pid:
                return []
            time.sleep(0.05)
        return ["after its owner was killed, a new start did not get the library"]
    finally:
        window.kill()
        window.wait()
