"""Which promises there are, and one of them tried."""

import importlib
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from tests.faults.contract import Promise, Reached
from tests.faults.table import Row

FOLDER = Path(__file__).parent

FIRST = (
    "kills",
    "failpoints",
    "state_machine",
    "journal_first",
)
"""The first rows of the table; the others follow by name."""


def names() -> list[str]:
    """Return the name of every promise, as on the command line."""
    found = {path.stem.removeprefix("promise_") for path in FOLDER.glob("promise_*.py")}
    return [*(name for name in FIRST if name in found), *sorted(found - set(FIRST))]


def promise(name: str) -> Promise:
    """Return a promise by its name; raises ImportError."""
    found = importlib.import_module(f"tests.faults.promise_{name}").PROMISE
    assert isinstance(found, Promise)
    return found


def attempt(name: str, folder: Path, *, is_long: bool) -> Row:
    """Try a promise in a folder of its own, which stays only when it was not kept."""
    tried = promise(name)
    trials = tried.long if is_long else tried.short
    workspace = folder / name
    workspace.mkdir(parents=True)
    begun = time.monotonic()
    reached = tried.run(trials, workspace)
    if reached.holds:
        shutil.rmtree(workspace, ignore_errors=True)
    return Row(tried, trials, time.monotonic() - begun, reached)


def failed(name: str, error: Exception) -> Row:
    """Return the row of a promise whose trial itself broke."""
    words = f"the trial broke: {type(error).__name__}: {error}"
    return Row(promise(name), 0, 0.0, Reached(words, False, words))


def told(rows: Sequence[Row]) -> str:
    """Return what to look at, of those that were not kept."""
    return "\n\n".join(
        f"{row.promise.name}:\n{row.reached.details}" for row in rows if not row.reached.holds
    )
