"""The table of promises: what was to be reached, and what was; as Markdown, and in its place."""

import os
import platform
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.contract import Promise, Reached

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "packaging" / "RELIABILITY.md"
BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"


@dataclass(frozen=True, slots=True)
class Row:
    """One promise, tried.

    Attributes:
        promise: what was promised.
        trials: how many there were.
        seconds: what they took.
        reached: what they came to.
    """

    promise: Promise
    trials: int
    seconds: float
    reached: Reached


def heading() -> str:
    """The first two lines."""
    return "| promise | figure to reach | reached | holds |\n| --- | --- | --- | --- |"


def line(row: Row) -> str:
    """The line of one promise."""
    holds = "yes" if row.reached.holds else "**NO**"
    cells = (row.promise.name, row.promise.goal, row.reached.figure, holds)
    return "| " + " | ".join(_cell(each) for each in cells) + " |"


def write(rows: Sequence[Row], form: str, document: Path = DOCUMENT) -> None:
    """Put the table between the marks of the document; raises ValueError if it has none."""
    text = document.read_text("utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{document.name} has no place for the table")
    table = "\n".join([heading(), *(line(row) for row in rows)])
    lengths = ", ".join(f"{_file_name(row.promise)} {row.seconds:.0f} s" for row in rows)
    words = f"Run on {_when()}, {form} form, at {_commit()}, on {_machine()}.\n\nTimes: {lengths}."
    document.write_text(f"{before}{BEGIN}\n{table}\n\n{words}\n{END}{after}", "utf-8")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _file_name(promise: Promise) -> str:
    return promise.run.__module__.rpartition(".")[2].removeprefix("promise_")


def _when() -> str:
    return time.strftime("%Y-%m-%d", time.gmtime())


def _commit() -> str:
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return f"commit {done.stdout.strip()}" if done.returncode == 0 else "an unknown commit"


def _machine() -> str:
    cores = os.cpu_count() or 1
    python = platform.python_version()
    return f"{platform.system()} {platform.machine()}, {cores} cores, Python {python}"
