"""The runner of benchmarks: turns, medians, ratios and the table."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import race, table
from tests.bench.contract import Goal, Race

ROOT = Path(__file__).resolve().parents[2]


def test_sides_run_in_turn_and_the_first_pair_is_not_counted() -> None:
    turns: list[str] = []
    seconds = {"A": iter([9.0, 0.3, 0.1, 0.2]), "B": iter([9.0, 0.2, 0.4, 0.3])}

    def run(side: str) -> dict[str, float]:
        turns.append(side)
        return {"time": next(seconds[side])}

    goals = (Goal("time", "ms", 0.7),)
    (result,) = race.run(Race("turns", "B", lambda: run("A"), lambda: run("B"), goals, runs=3))
    assert "".join(turns) == "ABABABAB"
    assert (result.ours, result.rival) == (0.2, 0.3)
    assert result.ratio == pytest.approx(2 / 3)
    assert result.is_met


def test_table_shows_both_sides_the_ratio_and_the_goal() -> None:
    goals = (Goal("first paint", "ms", 1.3), Goal("memory", "MB", 1.6))
    ours = {"first paint": 0.25, "memory": 120e6}
    rival = {"first paint": 0.2, "memory": 50e6}
    results = race.run(Race("start", "bare window", lambda: ours, lambda: rival, goals, runs=1))
    start, memory = (" ".join(table.row(result).split()) for result in results)
    assert start == "start first paint 250.0 ms 200.0 ms bare window 1.25× 1.30× yes"
    assert memory == "start memory 120.0 MB 50.0 MB bare window 2.40× 1.60× NO"


def test_bare_window_tells_of_itself() -> None:
    done = subprocess.run(
        [sys.executable, "tests/bench/bare_window.py"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    figures = json.loads(done.stdout)
    assert 0.02 < figures["first_paint_seconds"] < 30
    assert 10e6 < figures["rss_bytes"] < 1e9


def test_unknown_name_is_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", "nonesuch"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "no benchmark is called nonesuch" in done.stderr
