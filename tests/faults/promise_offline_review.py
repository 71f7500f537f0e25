"""Review needs no network: its tests pass where every socket is refused."""

import re
import subprocess
import sys
from pathlib import Path

from tests.faults.contract import Promise, Reached
from tests.faults.trial_child import ROOT, own_environment

_CORE = (
    "tests/faults/review_without_network.py",
    "tests/library",
    "tests/ui/take_info",
    "tests/ui/job_faces",
    "tests/ui/viewer/test_viewer_panel.py",
    "tests/ui/viewer/test_exact_frames.py",
    "tests/ui/history/test_history_grid.py",
    "tests/ui/history/test_panel.py",
    "tests/media/test_probe.py",
    "tests/media/test_thumbnail.py",
    "tests/media/test_frame_source.py",
)
_WHOLE = (
    _CORE[0],
    "tests/library",
    "tests/media",
    "tests/ui/viewer",
    "tests/ui/history",
    "tests/ui/take_info",
    "tests/ui/job_faces",
)
_WITH_A_SERVER = (
    "tests/media/test_probe.py::test_text_that_poses_as_a_clip_opens_nothing",
    "tests/media/test_probe.py::test_a_reference_to_a_url_is_not_followed",
)
"""They watch that a server of their own is not asked: the subject of another promise."""

_PASSED = re.compile(r"(\d+) passed")


def _run(count: int, folder: Path) -> Reached:
    """Run the core of the review's tests, or with a `count` of 2 all of them."""
    chosen = [each for each in (_WHOLE if count > 1 else _CORE) if (ROOT / each).exists()]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    command += [part for each in _WITH_A_SERVER for part in ("--deselect", each)]
    command += ["-p", "tests.faults.no_network", f"--basetemp={folder / 'pytest'}", *chosen]
    try:
        ended = subprocess.run(
            command,
            cwd=ROOT,
            env=own_environment(folder / "home"),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=150 if count == 1 else 1_200,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Reached("not done in time", False)
    found = _PASSED.search(ended.stdout)
    passed = int(found.group(1)) if found else 0
    holds = ended.returncode == 0 and passed > 0
    figure = f"{passed} tests of review passed with every socket refused"
    return Reached(figure, holds, "" if holds else ended.stdout[-6_000:] + ended.stderr[-2_000:])


PROMISE = Promise(
    name="offline",
    goal="with every socket refused the review's tests pass",
    short=1,
    long=2,
    run=_run,
    seconds=160,
)
