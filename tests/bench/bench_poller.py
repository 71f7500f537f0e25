"""Following 1,000 jobs, against one task for each that asks every two seconds.

Both ask the same cheap service, in a process of its own, which counts. The figures are those of 60
seconds: by default 15 are measured and multiplied, for both sides are steady from the first second
on; with RUSHES_BENCH_SECONDS=60 nothing is multiplied. How many requests there were, and the most
of them within 100 ms, is told beside the table, on the standard error. The goals are what was
reached, with some room.
"""

import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.children import ask, figures_of, serving
from tests.bench.contract import Goal, Race

JOBS = 1_000
TOLD_SECONDS = 60.0
MEASURED_SECONDS = float(os.environ.get("RUSHES_BENCH_SECONDS", "15"))
GOALS = (Goal("CPU time", "s", 0.15), Goal("traffic", "MB", 0.1))


def races(workspace: Path) -> Iterator[Race]:
    """One race."""
    numbers = itertools.count(1)
    with serving() as url:

        def ours() -> dict[str, float]:
            library = workspace / f"library-{next(numbers)}"
            return _measured("Rushes", url, "tests.bench.polls_of_rushes", library)

        def rival() -> dict[str, float]:
            return _measured("naive loop", url, "tests.bench.polls_of_naive_loop")

        name = f"{JOBS:,} jobs followed for {TOLD_SECONDS:.0f} s"
        if MEASURED_SECONDS != TOLD_SECONDS:
            name += f" ({MEASURED_SECONDS:g} s ×{TOLD_SECONDS / MEASURED_SECONDS:.3g})"
        yield Race(name, "a task each, every 2 s", ours, rival, GOALS, runs=3)


def _measured(name: str, url: str, module: str, *arguments: Path) -> dict[str, float]:
    found = figures_of(module, url, *arguments, JOBS, MEASURED_SECONDS)
    calls = ask(url, "calls", since=found["since"], until=found["until"])
    if not calls["requests"]:
        raise RuntimeError(f"{name} asked nothing")
    factor = TOLD_SECONDS / (found["until"] - found["since"])
    told = f"{calls['requests'] * factor:,.0f} requests in {TOLD_SECONDS:.0f} s"
    print(f"  {name}: {told}, at most {calls['burst']} within 100 ms", file=sys.stderr)
    return {"CPU time": found["cpu"] * factor, "traffic": calls["bytes"] * factor}
