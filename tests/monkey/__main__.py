"""`python -m tests.monkey --minutes M`: random keys and mouse on random clips, and what came of it.

After every few actions it rests and looks whether the number in the pixels of every picture, the
words beside it and what the program says itself are one. The exit code is 0 after a good run. After
a fault it is 1; then the seed and the last actions are printed, all of them are written into a
file for `--replay`, and as many as can be are left out of it while the fault stays.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.monkey.actions import REST, TIDY, Action, load, save
from tests.monkey.clip_set import clips_in

_LAST = 50


def main(arguments: Sequence[str]) -> int:
    """Run; returns the exit code."""
    parser = argparse.ArgumentParser(prog="tests.monkey", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0, metavar="M")
    parser.add_argument("--seed", type=int, default=None, help="by lot, and told")
    parser.add_argument("--clips", type=Path, default=None, metavar="FOLDER", help="kept, or used")
    parser.add_argument("--replay", type=Path, default=None, metavar="FILE")
    parser.add_argument("--shrink", type=float, default=10.0, metavar="M", help="0 for not at all")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if hasattr(os, "nice"):
        os.nice(5)
    with tempfile.TemporaryDirectory(prefix="rushes-monkey-") as made:
        folder = Path(made)
        clips = chosen.clips or folder / "clips"
        if chosen.replay is not None:
            return _replay(chosen.replay, clips, folder)
        seed = random.SystemRandom().randrange(1 << 32) if chosen.seed is None else chosen.seed
        return _by_lot(seed, chosen.minutes, clips, folder, chosen.shrink)


def _by_lot(seed: int, minutes: float, clips: Path, folder: Path, shrink: float) -> int:
    from PySide6.QtWidgets import QApplication

    from tests.monkey.run import during, run_by_lot
    from tests.monkey.shrink import shrunk

    application = QApplication.instance() or QApplication([])
    print(f"seed {seed}", flush=True)
    found = clips_in(clips)
    began = time.monotonic()
    outcome = run_by_lot(seed, found, folder, during(minutes))
    acted = sum(action.name not in (REST, TIDY) for action in outcome.done)
    print(
        f"{(time.monotonic() - began) / 60:.1f} minutes, {acted} actions, {outcome.rests} rests, "
        f"{outcome.paints} paints, {outcome.read} numbers read, {outcome.unread} unreadable"
    )
    print(f"longest gap {outcome.gap[0] * 1000:.0f} ms at {outcome.gap[1]}")
    print(f"memory {outcome.megabytes:.0f} MB, {outcome.growth:+.2f} MB for 1,000 actions")
    print(", ".join(f"{name} {count}" for name, count in outcome.counts.items()), flush=True)
    if not outcome.faults:
        return 0
    _tell(seed, outcome.faults, outcome.done)
    kept = Path(tempfile.mkdtemp(prefix="rushes-monkey-fault-")) / "actions.jsonl"
    save(kept, seed, outcome.done)
    print(f"\nAgain: python -m tests.monkey --replay {kept} --clips {clips}", flush=True)
    if shrink:
        fewer = shrunk(seed, outcome.done, clips, kept.parent, time.monotonic() + shrink * 60)
        save(kept, seed, fewer)
        print(f"\n{len(fewer)} actions are enough:")
        print("\n".join(f"  {action}" for action in fewer))
    del application
    return 1


def _replay(path: Path, clips: Path, folder: Path) -> int:
    from PySide6.QtWidgets import QApplication

    from tests.monkey.run import MonkeyRun

    application = QApplication.instance() or QApplication([])
    seed, actions = load(path)
    outcome = MonkeyRun(clips_in(clips), folder).again(actions)
    if outcome.faults:
        _tell(seed, outcome.faults, outcome.done)
    else:
        print("nothing is wrong")
    del application
    return 1 if outcome.faults else 0


def _tell(seed: int, faults: Sequence[str], done: Sequence[Action]) -> None:
    print(f"\nseed {seed}; the last of {len(done)} actions:")
    print("\n".join(f"  {action}" for action in done[-_LAST:]))
    print("\nwrong:")
    print("\n".join(f"  {fault}" for fault in faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
