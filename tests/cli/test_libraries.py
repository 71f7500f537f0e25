"""`rushes library`: the verbs, their words, and where the library is afterwards."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.library.lives import live, opened, states

ROOT = Path(__file__).resolve().parents[2]


def rushes(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the program with a home of its own."""
    own = {
        name: str(home / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    }
    return subprocess.run(
        [sys.executable, "-m", "rushes", *arguments],
        cwd=ROOT, env={**os.environ, **own, "HOME": str(home)}, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


async def filled(root: Path, home: Path) -> list[str]:
    library = await opened(root, home / "XDG_DATA_HOME" / "Rushes" / "libraries.json")
    ids = [await live(library, fate) for fate in ("ready", "waiting")]
    await library.close()
    return ids


async def test_a_library_is_moved_saved_restored_and_imported(tmp_path: Path, home: Path) -> None:
    machine = home / "XDG_DATA_HOME" / "Rushes" / "libraries.json"
    ids = await filled(tmp_path / "one", home)
    done = rushes(
        home, "library", "move", str(tmp_path / "two"), "--library", str(tmp_path / "one")
    )
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "one").exists()
    assert "switching" in done.stderr
    # The settings lead there now.
    done = rushes(home, "library", "backup", str(tmp_path / "saved"), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["total"] == 1
    done = rushes(home, "library", "restore", str(tmp_path / "saved"), str(tmp_path / "three"))
    assert done.returncode == 0, done.stderr
    library = await opened(tmp_path / "three", machine)
    assert await states(library, *ids) == ["ready", "held"]
    await library.close()
    done = rushes(
        home, "library", "import", str(tmp_path / "two"), "--library", str(tmp_path / "four"),
        "--json",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    values = json.loads(done.stdout)
    assert (values["added"], values["held"]) == (2, 1)


def test_what_cannot_be_done_is_told(tmp_path: Path, home: Path) -> None:
    done = rushes(home, "library", "move", str(tmp_path / "x"), "--library", str(tmp_path / "none"))
    assert done.returncode != 0
    assert "There is no library" in done.stderr
    done = rushes(home, "library", "restore", str(tmp_path), str(tmp_path / "new"))
    assert done.returncode != 0
    assert "no whole backup" in done.stderr
