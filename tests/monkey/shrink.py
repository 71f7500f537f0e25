"""Leaves out of a list of actions whatever a fault does not need."""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.monkey.actions import REST, Action, save

ROOT = Path(__file__).resolve().parents[2]
_REPLAY_SECONDS = 600

Fails = Callable[[Sequence[Action]], bool]


def without_needless(
    actions: Sequence[Action], fails: Fails, goes_on: Callable[[], bool]
) -> list[Action]:
    """As few of some actions as still fail, found by leaving out halves, then quarters, and so on.

    `fails` tells whether a list still fails; it stops early when `goes_on` says so.
    """
    left = list(actions)
    parts = 2
    while len(left) > 1 and goes_on():
        size = max(-(-len(left) // parts), 1)
        for start in range(0, len(left), size):
            fewer = left[:start] + left[start + size :]
            if fewer and goes_on() and fails(fewer):
                left, parts = fewer, max(parts - 1, 2)
                break
        else:
            if size == 1:
                break
            parts = min(parts * 2, len(left))
    return left


def shrunk(
    seed: int, actions: Sequence[Action], clips: Path, folder: Path, deadline: float
) -> list[Action]:
    """As few actions as still end in a fault, each list tried in a process of its own."""

    def fails(tried: Sequence[Action]) -> bool:
        path = folder / "tried.jsonl"
        save(path, seed, [*tried, Action(REST)])
        command = [sys.executable, "-m", "tests.monkey", "--replay", path, "--clips", clips]
        try:
            done = subprocess.run(
                command, cwd=ROOT, capture_output=True, timeout=_REPLAY_SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode != 0

    def goes_on() -> bool:
        return time.monotonic() < deadline

    if not fails(actions):
        return list(actions)
    return without_needless(actions, fails, goes_on)
