"""dev.py from the outside: a small project of its own is set up, kept up and run, with no network.

Its lock names one package, a stand-in for pytest that tells how it was called.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BASE_PYTHON = Path(getattr(sys, "_base_executable", sys.executable)).resolve()

TELL = """
import json, os, sys
platform, display = (os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY"))
print(json.dumps([sys.argv[1:], sys.prefix, os.getcwd(), platform]))
"""
BUILD_BACKEND = """
import pathlib, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "rushes-0.1-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(folder, name), "w") as wheel:
        wheel.writestr("rushes.pth", str(pathlib.Path("src").absolute()))
        info = "rushes-0.1.dist-info/"
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: rushes\\nVersion: 0.1\\n")
        tags = "Root-Is-Purelib: true\\nTag: py3-none-any\\n"
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nGenerator: tests\\n" + tags)
        wheel.writestr(info + "RECORD", "")
    return name
"""
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "rushes"
version = "0.1"
"""


class Project:
    """A checkout in `root`, whose packages come from the folder `wheels`."""

    def __init__(self, root: Path, wheels: Path) -> None:
        self.root = root
        self.wheels = wheels
        self.variables = {
            "HOME": str(wheels),
            "PATH": "/usr/bin:/bin",
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_FIND_LINKS": str(wheels),
            "PIP_NO_INDEX": "1",
            # What must not leak into the environment.
            "PYTHONPATH": "/nowhere",
            "PIP_USER": "1",
        }

    def dev(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [BASE_PYTHON, self.root / "packaging" / "dev.py", *arguments],
            env=self.variables | variables,
            cwd=self.wheels,
            capture_output=True,
            text=True,
            check=False,
        )

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("dev")
    project = Project(folder / "checkout", folder / "wheels")
    project.wheels.mkdir()
    shutil.copytree(
        ROOT / "packaging" / "development",
        project.root / "packaging" / "development",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copyfile(ROOT / "packaging" / "dev.py", project.root / "packaging" / "dev.py")
    project.write("pyproject.toml", PYPROJECT)
    project.write("backend.py", BUILD_BACKEND)
    project.write("src/rushes/__main__.py", TELL)
    project.write("packaging/requirements.lock", lock_of(make_wheel(project.wheels, "1.0"), "1.0"))
    return project


def make_wheel(folder: Path, version: str) -> Path:
    """Writes the stand-in for pytest."""
    path = folder / f"pytest-{version}-py3-none-any.whl"
    info = f"pytest-{version}.dist-info/"
    metadata = f"Metadata-Version: 2.1\nName: pytest\nVersion: {version}\n"
    tags = "Root-Is-Purelib: true\nTag: py3-none-any\n"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("pytest.py", TELL)
        wheel.writestr(info + "METADATA", metadata)
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\nGenerator: tests\n" + tags)
        wheel.writestr(info + "RECORD", "")
    return path


def lock_of(wheel: Path, version: str, digest: str = "") -> str:
    digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"pytest=={version} \\\n    --hash=sha256:{digest}\n"


def told(done: subprocess.CompletedProcess[str]) -> list[object]:
    """What the program that dev.py ran said of itself."""
    assert done.returncode == 0, done.stderr
    answer: list[object] = json.loads(done.stdout.splitlines()[-1])
    return answer


@pytest.mark.timeout(600)
def test_life_of_an_environment(project: Project) -> None:
    """The steps build on one another: an environment is not made anew for each."""
    environment = str(project.root / ".venv")
    expected = [["-k", "one"], environment, str(project.root), "offscreen"]

    first = project.dev("test", "-k", "one")
    assert told(first) == expected
    assert "Making" in first.stderr
    assert "Installing" in first.stderr

    second = project.dev("test", "-k", "one")
    assert told(second) == expected
    assert second.stderr == ""

    project.write("pyproject.toml", PYPROJECT + 'description = "changed"\n')
    changed = project.dev("test", "-k", "one")
    assert told(changed) == expected
    assert "Installing" not in changed.stderr
    assert project.dev("test").stderr == ""

    moved = project.root.with_name("moved")
    project.root.rename(moved)
    project.root = moved
    after = project.dev("test", "-k", "one")
    assert told(after) == [["-k", "one"], str(moved / ".venv"), str(moved), "offscreen"]
    assert "Making" in after.stderr

    seen = project.dev("run", "--library", "here", DISPLAY=":7")
    assert told(seen)[0] == ["--demo", "--library", "here"]
    assert told(seen)[3] is None
    unseen = project.dev("run", "--library", "here")
    assert told(unseen)[0] == ["--demo", "--show-me", "--library", "here"]
    assert told(unseen)[3] == "offscreen"

    newer = make_wheel(project.wheels, "1.1")
    project.write("packaging/requirements.lock", lock_of(newer, "1.1", "0" * 64))
    tampered = project.dev("test")
    assert tampered.returncode == 1
    assert "HASHES" in tampered.stderr
    assert tampered.stdout == ""


def test_without_a_verb_they_are_listed(project: Project) -> None:
    done = project.dev()
    assert done.returncode == 2
    verbs = "run test lint bench faults monkey gallery fill translate package lock"
    for verb in verbs.split():
        assert f"\n  {verb} " in done.stderr
    assert project.dev("help").returncode == 0
    assert project.dev("nonesuch").returncode == 2


def as_python_3_9(project: Project, path: Path, verb: str) -> subprocess.CompletedProcess[str]:
    """Runs dev.py by a Python that says it is 3.9, with `path` as its PATH."""
    dev = str(project.root / "packaging" / "dev.py")
    pretend = f"""
import runpy, sys
sys.version_info = (3, 9, 0)
sys.argv = [{dev!r}, {verb!r}]
runpy.run_path({dev!r}, run_name="__main__")
"""
    return subprocess.run(
        [BASE_PYTHON, "-c", pretend],
        env=project.variables | {"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_too_old_a_python_looks_for_another(project: Project, tmp_path: Path) -> None:
    alone = as_python_3_9(project, tmp_path, "help")
    assert alone.returncode == 1
    assert "needs Python 3.11 to 3.14. This is 3.9" in alone.stderr

    # One name on PATH is a mere shim, as version switchers leave them; another is the real thing.
    minor = sys.version_info[1]
    for other in {11, 12, 13, 14} - {minor}:
        (tmp_path / f"python3.{other}").write_text("#!/bin/sh\nexit 127\n")
        (tmp_path / f"python3.{other}").chmod(0o755)
    assert as_python_3_9(project, tmp_path, "help").returncode == 1
    (tmp_path / f"python3.{minor}").symlink_to(BASE_PYTHON)
    found = as_python_3_9(project, tmp_path, "help")
    assert found.returncode == 0
    assert "usage:" in found.stdout
