"""`rushes jobs QUERY` finds what the window finds, and explains a query that makes no sense."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.filled_library import filled_library


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled_library(tmp_path_factory.mktemp("filled"), 60)


def _jobs(root: Path, *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "rushes", "jobs", "--library", str(root), *arguments],
        env={**os.environ, "RUNCOMFY_TOKEN": "", "YOUR_API_TOKEN": ""},
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_query_chooses_the_jobs_that_are_listed_and_counted(root: Path) -> None:
    code, out, _ = _jobs(root, "is:ready", "-is:seen OR rating:>=1", "--json")
    found = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert 0 < len(found) < 60
    assert _jobs(root, "is:ready -is:seen OR rating:>=1", "--count")[:2] == (0, f"{len(found)}\n")
    assert _jobs(root, "--count", "--limit", "7")[:2] == (0, "7\n")
    assert json.loads(_jobs(root, "--count", "--json", "--limit", "7")[1]) == {"jobs": 7}


def test_they_are_listed_in_an_order_of_ones_own_choice(root: Path) -> None:
    code, out, _ = _jobs(root, "rating:any", "--sort", "rating")
    by_stars = [_jobs(root, f"rating:{stars}")[1] for stars in (5, 4, 3, 2, 1)]
    assert code == 0
    assert sum(map(bool, by_stars)) > 1
    assert out == "".join(by_stars)
    newest, oldest = (
        _jobs(root, "--sort", "date", *turned)[1].splitlines() for turned in ((), ("--reverse",))
    )
    assert newest == oldest[::-1]
    assert _jobs(root, "--limit", "3", "--reverse")[1].splitlines() == oldest[:3]
    code, _, err = _jobs(root, "--sort", "colour")
    assert code == 2
    assert "length" in err


def test_a_wrong_query_is_explained(root: Path) -> None:
    code, out, err = _jobs(root, "cabin ratng:3")
    assert (code, out) == (2, "")
    sentence, text, mark, understood = err.splitlines()
    assert sentence == "There is no field “ratng”. Did you mean “rating”?"
    assert text[mark.index("^") : mark.rindex("^") + 1] == "ratng"
    assert understood == "Understood: Words cabin"


def test_a_wrong_query_is_explained_where_there_is_no_library_too(tmp_path: Path) -> None:
    assert _jobs(tmp_path / "none", "is:nonsense")[0] == 2
    assert _jobs(tmp_path / "none", "storm", "--count")[:2] == (0, "0\n")


def test_help_tells_the_language(root: Path) -> None:
    code, out, _ = _jobs(root, "--help")
    assert code == 0
    for word in ("rating:>=3", "is:trashed", "last-week", "guidance_scale"):
        assert word in out
