"""`python -m tests.bench [NAME…]`: runs the benchmarks and prints ratios side by side.

NAME picks `bench_NAME.py`; without one, all are run. The exit code is 0 when every goal is met, and
1 when one is not.
"""

import argparse
import importlib
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench import race, table
from tests.bench.contract import Race
from tests.bench.race import Result

FOLDER = Path(__file__).parent


def main(arguments: Sequence[str]) -> int:
    """Runs what `arguments` pick; returns the exit code."""
    parser = argparse.ArgumentParser(prog="tests.bench", description=__doc__)
    files = {file.stem.removeprefix("bench_"): file for file in FOLDER.glob("bench_*.py")}
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(sorted(files)))
    parser.add_argument("--runs", type=int, help="pairs of runs for each race")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there too")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.names) - set(files)
    if unknown:
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    results: list[Result] = []
    print(table.heading(), flush=True)
    with tempfile.TemporaryDirectory(prefix="rushes-bench-") as folder:
        for each in _races(Path(folder), sorted(chosen.names or files)):
            for result in race.run(each, chosen.runs):
                print(table.row(result), flush=True)
                results.append(result)
    if chosen.json:
        chosen.json.write_text(json.dumps([_plain(result) for result in results], indent=1))
    return 0 if all(result.is_met for result in results) else 1


def _races(folder: Path, names: Sequence[str]) -> Iterator[Race]:
    """The races of the benchmarks called `names`, each set up when its turn comes."""
    for name in names:
        workspace = folder / name
        workspace.mkdir()
        yield from importlib.import_module(f"tests.bench.bench_{name}").races(workspace)


def _plain(result: Result) -> dict[str, str | float | bool]:
    return {
        "race": result.race.name,
        "measure": result.goal.measure,
        "ours": result.ours,
        "rival": result.rival,
        "rival_name": result.race.rival_name,
        "ratio": result.ratio,
        "goal": result.goal.ratio,
        "met": result.is_met,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
