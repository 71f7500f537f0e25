"""The shape of the house: layers, types, style, sizes and names, and what a start may import."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "rushes"

sys.path.insert(0, str(ROOT / "packaging"))
from development.checks import checks  # noqa: E402

CHECKS = checks(ROOT)
TOP_LEVEL = {"pyproject.toml", "README.md", "LICENSE", "src", "resources", "tests", "packaging"}
MADE_BY_BUILDS = {"build", "dist"}
LONGEST_FILE_LINES = 350
# Words that say nothing of what lives behind them.
EMPTY_WORDS = {
    *("util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"),
    *("data", "controller", "controllers"),
}
# Here nothing asynchronous runs yet.
BEFORE_THE_LOOP = {SOURCE / "app.py"}
# Too slow to import before the window is there, by tens of milliseconds each.
LATE_IMPORTS = {"asyncio", "httpx", "av", "keyring", "numpy", "PIL"}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", CHECKS)
def test_check(name: str) -> None:
    check = CHECKS[name]
    done = subprocess.run(
        [sys.executable, *check.arguments],
        cwd=ROOT,
        env={**os.environ, **check.variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_top_level_holds_what_was_agreed() -> None:
    entries = {entry.name for entry in ROOT.iterdir() if not entry.name.startswith(".")}
    assert entries - MADE_BY_BUILDS == TOP_LEVEL


def test_a_file_has_one_subject() -> None:
    sizes = {path: len(path.read_text("utf-8").splitlines()) for path in _sources()}
    assert {str(path): n for path, n in sizes.items() if n > LONGEST_FILE_LINES} == {}


def test_names_say_what_they_are() -> None:
    empty = [
        f"{path.relative_to(SOURCE)}: {name}"
        for path in _sources()
        for name in [*path.relative_to(SOURCE).with_suffix("").parts, *_class_names(path)]
        if EMPTY_WORDS & set(_words(name))
    ]
    assert empty == []


def test_no_nested_event_loops() -> None:
    """A loop inside the loop lets another task in where nobody expects it."""
    nested = [
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for path in set(_sources()) - BEFORE_THE_LOOP
        for call in ast.walk(_tree(path))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("exec", "exec_", "processEvents")
    ]
    assert nested == []


def test_nothing_is_put_off_in_comments() -> None:
    put_off = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for folder in ("src", "tests", "packaging")
        for path in (ROOT / folder).rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if put_off.search(line)
    ]
    assert found == []


def test_heavy_imports_wait_for_the_window() -> None:
    assert heavy_imports_of("import rushes.app") == set()


def heavy_imports_of(statements: str) -> set[str]:
    """Those of LATE_IMPORTS that a fresh Python has loaded once `statements` have run."""
    report = f"import sys; print(*({LATE_IMPORTS!r} & sys.modules.keys()))"
    done = subprocess.run(
        [sys.executable, "-c", f"{statements}\n{report}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def _sources() -> Iterator[Path]:
    return SOURCE.rglob("*.py")


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _class_names(path: Path) -> list[str]:
    return [node.name for node in ast.walk(_tree(path)) if isinstance(node, ast.ClassDef)]


def _words(name: str) -> list[str]:
    """The words of a CamelCase or snake_case name, in lower case."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)]
