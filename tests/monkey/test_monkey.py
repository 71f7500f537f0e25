"""The monkey in short; and that it can fail."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.monkey.actions import REST, Action, Chooser, load, save
from tests.monkey.shrink import without_needless

ROOT = Path(__file__).resolve().parents[2]
SEEDS = (7, 20)
SECONDS = 9

OFF_BY_ONE = """
import sys
from rushes.media.clip_frames import ClipFrames
from rushes.ui.viewer.position_readout import PositionReadout
from tests.monkey.__main__ import main

where = sys.argv.pop(1)
if where == "picture":
    true_picture = ClipFrames.picture
    def wrong(self, index):
        return true_picture(self, index + 1) or true_picture(self, index)
    ClipFrames.picture = wrong
elif where == "words":
    true_place = PositionReadout.show_place
    def wrong(self, index, count, seconds, rate):
        true_place(self, max(index - 1, 0), count, seconds, rate)
    PositionReadout.show_place = wrong
elif where == "once":
    import itertools
    counted, true_picture = itertools.count(), ClipFrames.picture
    def wrong(self, index):
        late = next(counted) % 12 == 11
        return true_picture(self, index - 1) if late and index else true_picture(self, index)
    ClipFrames.picture = wrong
sys.exit(main(sys.argv[1:]))
"""


def monkey(*arguments: object, program: Sequence[str] = ("-m", "tests.monkey")) -> tuple[int, str]:
    """Run it in a process of its own; returns the exit code and what it said."""
    done = subprocess.run(
        [sys.executable, *program, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few clips; the long form has all kinds."""
    from tests.monkey.clip_set import clips_in

    folder = tmp_path_factory.mktemp("monkey") / "clips"
    clips_in(folder, small=True)
    return folder


@pytest.mark.parametrize("seed", SEEDS)
def test_random_hands_end_on_true_frames(seed: int, clips: Path) -> None:
    code, said = monkey("--minutes", SECONDS / 60, "--seed", seed, "--clips", clips, "--shrink", 0)
    assert code == 0, said
    assert f"seed {seed}" in said
    rests = int(said.split(" rests")[0].split()[-1])
    read = int(said.split(" numbers read")[0].split()[-1])
    assert rests > 1
    assert read > 5


@pytest.mark.parametrize("where", ["picture", "words", "once"])
def test_a_wrong_frame_is_found_within_a_few_actions(where: str, clips: Path) -> None:
    code, said = monkey(
        *(where, "--minutes", 1, "--seed", 3, "--clips", clips, "--shrink", 0),
        program=("-c", OFF_BY_ONE),
    )
    assert code == 1, said
    assert "wrong:" in said
    assert "are of frame" in said or "told while" in said or "timeline tells" in said
    acted = int(said.split(" actions")[0].split()[-1])
    assert acted < 200, said


def test_the_same_seed_does_the_same() -> None:
    one, two, other = (Chooser(seed, 9) for seed in (5, 5, 6))
    first = [one.burst() for _ in range(50)]
    assert first == [two.burst() for _ in range(50)]
    assert first != [other.burst() for _ in range(50)]
    assert all(burst[-1] == Action(REST) for burst in first)


def test_what_was_done_can_be_done_again(tmp_path: Path, clips: Path) -> None:
    chooser = Chooser(12, len(json.loads((clips / "clips.json").read_text())))
    actions = [action for _ in range(4) for action in chooser.burst()]
    path = tmp_path / "actions.jsonl"
    save(path, 12, actions)
    assert load(path) == (12, actions)
    code, said = monkey("--replay", path, "--clips", clips)
    assert (code, "nothing is wrong" in said) == (0, True), said


Fails = Callable[[Sequence[Action]], bool]


@pytest.mark.parametrize("needed", [[3], [0, 39], [7, 8, 21], list(range(0, 40, 5))])
def test_needless_actions_are_left_out(needed: list[int]) -> None:
    actions = [Action("wait", {"milliseconds": number}) for number in range(40)]
    tried: list[int] = []

    def fails(some: Sequence[Action]) -> bool:
        tried.append(len(some))
        return all(actions[place] in some for place in needed)

    left = without_needless(actions, fails, lambda: True)
    assert left == [actions[place] for place in needed]
    assert len(tried) < 300
    assert without_needless(actions, fails, lambda: False) == actions
