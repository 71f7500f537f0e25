"""`python -m tests.monkey --minutes M`: random keys and mouse on random clips, and what came of it.

After every few actions it rests and looks whether the number in the pixels of every picture, the
words beside it and what the program says itself are one. The exit code is 0 after a good run. After
a fault it is 1; then the seed and the last actions are printed. All of them lie in a file for
`--replay`, from which as many are left out as can be while the fault stays. The file is there from
the beginning, for a program that dies or hangs.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tests.monkey.actions import REST, TIDY, Action, Journal, load, save
from tests.monkey.clip_set import clips_in

if TYPE_CHECKING:
    from tests.monkey.run import Outcome

_LAST = 50
_TOLD_MEMORIES = 20


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

    from tests.monkey.run import MonkeyRun, during
    from tests.monkey.shrink import shrunk

    application = QApplication.instance() or QApplication([])
    kept = Path(tempfile.mkdtemp(prefix="rushes-monkey-actions-"))
    journal = Journal(kept / "actions.jsonl", seed)
    print(f"seed {seed}, written down in {journal.path}", flush=True)
    run = MonkeyRun(clips_in(clips), folder, journal.note)
    began = time.monotonic()
    outcome = run.by_lot(seed, during(minutes))
    _tell_figures(outcome, (time.monotonic() - began) / 60)
    del application
    if not outcome.faults:
        shutil.rmtree(kept)
        return 0
    _tell(seed, outcome.faults, outcome.done)
    if outcome.shot is not None:
        outcome.shot.save(str(kept / "shot.png"))
    print(f"\nAgain: python -m tests.monkey --replay {journal.path} --clips {clips}", flush=True)
    if shrink:
        fewer = shrunk(seed, outcome.done, clips, kept, time.monotonic() + shrink * 60)
        save(journal.path, seed, fewer)
        print(f"\n{len(fewer)} actions are enough:")
        print("\n".join(f"  {action}" for action in fewer))
    return 1


def _tell_figures(outcome: "Outcome", minutes: float) -> None:
    acted = sum(action.name not in (REST, TIDY) for action in outcome.done)
    print(
        f"{minutes:.1f} minutes, {acted} actions, {outcome.rests} rests, "
        f"{outcome.paints} paints, {outcome.read} numbers read, {outcome.unread} unreadable"
    )
    print(f"longest gap {outcome.gap[0] * 1000:.0f} ms at {outcome.gap[1]}")
    step = max(len(outcome.megabytes) // _TOLD_MEMORIES, 1)
    memories = " ".join(f"{megabytes:.0f}" for megabytes in outcome.megabytes[::step])
    print(f"memory {memories} MB, {outcome.growth:+.2f} MB for 1,000 actions at last")
    print(", ".join(f"{name} {count}" for name, count in outcome.counts.items()), flush=True)


def _replay(path: Path, clips: Path, folder: Path) -> int:
    from PySide6.QtWidgets import QApplication

    from tests.monkey.run import MonkeyRun

    application = QApplication.instance() or QApplication([])
    seed, actions = load(path)
    outcome = MonkeyRun(clips_in(clips), folder).again(actions)
    if outcome.shot is not None:
        outcome.shot.save(str(path.with_name("shot.png")))
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
