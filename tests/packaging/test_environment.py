"""When an environment is made anew, and when it is only completed."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from development.environment import VERSION, Environment, SetupError


class RecordedEnvironment(Environment):
    """An environment whose commands are written down in `steps`, and only make what is checked."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.steps: list[str] = []

    def _run(self, command: Sequence[str | Path], failure: str) -> None:
        if "venv" in command:
            self.steps.append("make")
            lay_out(self)
        else:
            self.steps.append("install rushes" if "-e" in command else "install lock")


def lay_out(environment: Environment, *, owner: Path | None = None) -> None:
    """Makes the files by which an environment of `owner`, or itself, is known."""
    environment.programs.mkdir(parents=True, exist_ok=True)
    environment.python.unlink(missing_ok=True)
    environment.python.write_text(f"#!/bin/sh\necho {VERSION}\n")
    environment.python.chmod(0o755)
    pip = environment.programs / ("pip.exe" if os.name == "nt" else "pip")
    pip.write_text(f"#!{owner or environment.folder}/bin/python\n")


@pytest.fixture
def environment(tmp_path: Path) -> RecordedEnvironment:
    environment = RecordedEnvironment(tmp_path)
    environment.lock.parent.mkdir()
    environment.lock.write_text("one")
    (tmp_path / "pyproject.toml").write_text("one")
    return environment


def steps_of(environment: RecordedEnvironment) -> list[str]:
    environment.steps.clear()
    environment.make_ready()
    return list(environment.steps)


def test_what_has_changed_is_done_again_and_nothing_else(environment: RecordedEnvironment) -> None:
    assert steps_of(environment) == ["make", "install lock", "install rushes"]
    assert steps_of(environment) == []
    (environment.root / "pyproject.toml").write_text("two")
    assert steps_of(environment) == ["install rushes"]
    environment.lock.write_text("two")
    assert steps_of(environment) == ["install lock", "install rushes"]
    assert steps_of(environment) == []


def test_one_that_is_there_without_stamps_is_completed(environment: RecordedEnvironment) -> None:
    lay_out(environment)
    assert steps_of(environment) == ["install lock", "install rushes"]


def test_a_python_that_is_gone_makes_it_void(environment: RecordedEnvironment) -> None:
    environment.make_ready()
    environment.python.unlink()
    environment.python.symlink_to("/nowhere/python3")
    assert steps_of(environment)[0] == "make"


def test_one_that_was_made_elsewhere_is_void(environment: RecordedEnvironment) -> None:
    lay_out(environment, owner=Path("/elsewhere/.venv"))
    assert steps_of(environment)[0] == "make"


def test_a_set_up_that_failed_goes_on_where_it_stopped(
    environment: RecordedEnvironment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(command: Sequence[str | Path], failure: str) -> None:
        raise SetupError(failure)

    environment.make_ready()
    environment.lock.write_text("two")
    with monkeypatch.context() as patch:
        patch.setattr(environment, "_run", fail)
        with pytest.raises(SetupError, match=r"pip failed\."):
            environment.make_ready()
    environment.lock.write_text("one")
    assert steps_of(environment) == ["install lock", "install rushes"]


def test_variables_are_this_environments(
    environment: RecordedEnvironment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    variables = environment.variables(QT_QPA_PLATFORM="offscreen")
    assert "/elsewhere" not in variables.values()
    assert variables["PATH"].startswith(str(environment.programs) + os.pathsep)
    assert variables["QT_QPA_PLATFORM"] == "offscreen"
