"""Every failpoint finds its place in the program, and a process that passes one dies there."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.failpoints import FAILPOINTS, REFUSALS, VARIABLE
from tests.faults.surroundings import ROOT, Person

ARM_ALL = """
from tests.faults.failpoints import FAILPOINTS, REFUSALS
for point in FAILPOINTS.values():
    point.arm(lambda: None)
for _, arm in REFUSALS.values():
    arm(lambda: None)
print(len(FAILPOINTS) + len(REFUSALS))
"""


def test_every_point_has_a_place_in_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ARM_ALL], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert int(done.stdout) == len(FAILPOINTS) + len(REFUSALS)


def test_every_point_says_what_it_means() -> None:
    meanings = [point.meaning for point in FAILPOINTS.values()]
    assert all(meanings)
    assert len(set(meanings)) == len(meanings)


def test_a_process_dies_at_its_point_and_not_before(tmp_path: Path) -> None:
    person = Person(tmp_path / "person", "http://127.0.0.1:9")
    command = person.generate("a cabin", 2)
    code, out, _ = person.run(
        *command, module="tests.faults.child", **{VARIABLE: "waiting.after_commit"}
    )
    assert (code, out) == (-9, "")
    code, out, _ = person.run("jobs", "--json")
    assert (code, out.count('"state": "waiting"')) == (0, 2)


def test_a_name_that_there_is_not_is_told(tmp_path: Path) -> None:
    person = Person(tmp_path / "person", "http://127.0.0.1:9")
    code, _, err = person.run("jobs", module="tests.faults.child", **{VARIABLE: "no.such.point"})
    assert code == 1
    assert "no.such.point" in err


@pytest.mark.parametrize("count", [1, 2])
def test_a_point_fires_at_the_passing_that_was_asked_for(tmp_path: Path, count: int) -> None:
    person = Person(tmp_path / "person", "http://127.0.0.1:9")
    words = {VARIABLE: f"waiting.before_commit:{count}"}
    for takes, code in ((count - 1, 4), (count, -9)):
        if takes:
            done = person.run(*person.generate("x", takes), module="tests.faults.child", **words)
            assert done[0] == code, done[2]
