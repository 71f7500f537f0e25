"""The habits of the test run itself: each breach is caught, and nothing else is.

Every test of habits/breaches.py is run once, under the project's own configuration.
"""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Test → what its report must hold. Those that are not named here must pass.
CAUGHT = {
    "test_window_kept": "Left behind:\nwindow <PySide6.QtWidgets.QWidget",
    "test_thread_running": "Left behind:\nthread endless",
    "test_thread_raised": "ZeroDivisionError",
    "test_process_running": "Left behind:\nprocess ",
    "test_task_pending": "Tasks left pending:",
    "test_task_pending_in_qt": "Tasks left pending:",
    "test_task_raised": "Task exception was never retrieved",
    "test_endless_in_qt": "Event loop stopped before Future completed",
    "test_endless": "Timeout",
    "test_file_open": "ResourceWarning: unclosed file",
    "test_socket_of_fixture_open": "ResourceWarning: unclosed <socket",
    "test_log_undeclared": "WARNING rushes.breaches: the disk is full",
    "test_log_of_another_kind": "WARNING rushes.breaches: the disk is full",
    "test_log_declared_but_unseen": "Declared, but not logged:\nthe disk is full",
    "test_log_at_end": "WARNING rushes.breaches: late",
    "test_python_warning": "DeprecationWarning: old ways",
    "test_qt_warning": "a timer of another thread",
    "test_qt_warning_at_end": "a thread died while it ran",
    "test_qt_slot_raised": "ZeroDivisionError",
    "test_failed_with_leftovers": "ZeroDivisionError",
}
FOREIGN = (
    "HOME",
    "RUNCOMFY_TOKEN",
    "YOUR_API_TOKEN",
    "RUSHES_LIBRARY",
    "RUSHES_SERVICE_URL",
    "XDG_DATA_HOME",
    "XDG_VIDEOS_DIR",
    "LC_NUMERIC",
    "https_proxy",
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each test of breaches.py was blamed for; empty for those that passed."""
    xml = tmp_path_factory.mktemp("breaches") / "reports.xml"
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"--junitxml={xml}"]
    subprocess.run(
        [*command, "tests/habits/breaches.py"],
        cwd=ROOT,
        env={**os.environ, **dict.fromkeys(FOREIGN, "foreign")},
        capture_output=True,
        check=False,
        timeout=100,
    )
    found: dict[str, str] = {}
    for case in ElementTree.parse(xml).iter("testcase"):
        blame = [part.text or "" for part in case if part.tag in ("failure", "error", "skipped")]
        # A test with a failure and an error stands there twice, and once more without a name.
        name = case.attrib.get("name", "")
        found[name] = found.get(name, "") + "".join(blame)
    return found


@pytest.mark.parametrize("name", CAUGHT)
def test_breach_is_caught(reports: dict[str, str], name: str) -> None:
    assert CAUGHT[name] in reports[name]


def test_nothing_else_is_blamed(reports: dict[str, str]) -> None:
    assert {name: blame for name, blame in reports.items() if name not in CAUGHT and blame} == {}
    assert len(reports) > len(CAUGHT)


def test_a_failed_test_is_not_blamed_for_leftovers_too(reports: dict[str, str]) -> None:
    assert "Left behind" not in reports["test_failed_with_leftovers"]


@pytest.mark.parametrize("name", ["test_painted_after_the_body", "test_given_to_the_bot"])
def test_a_window_lives_until_its_test_is_over(name: str) -> None:
    """Were it garbage already, it would be destroyed while Qt paints it, and the process crash."""
    after = "test_nothing_is_held_after_the_test"
    tests = [f"tests/habits/unheld_windows.py::{each}" for each in (name, after)]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *tests],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-4000:]
    assert "2 passed" in run.stdout
