"""`python -m tests.faults [--long] [--write] [NAME…]`: tries the promises and prints their table.

NAME picks `promise_NAME.py`; without one, all are tried. The exit code is 0 when every one is kept,
and 1 when one is not; then the folder of its trial is left, and how to repeat it is told.
"""

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from tests.faults import promises, table
from tests.faults.trials import SEED_VARIABLE, seed


def main(arguments: Sequence[str]) -> int:
    """Try what `arguments` pick; returns the exit code."""
    known = promises.names()
    parser = argparse.ArgumentParser(prog="tests.faults", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(known))
    parser.add_argument("--long", action="store_true", help="the long form: an hour or two")
    parser.add_argument("--write", action="store_true", help=f"also into {table.DOCUMENT.name}")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.names) - set(known)
    if unknown:
        parser.error(f"no promise is called {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ[SEED_VARIABLE] = str(seed())
    print(f"{SEED_VARIABLE}={os.environ[SEED_VARIABLE]}", file=sys.stderr, flush=True)
    folder = Path(tempfile.mkdtemp(prefix="rushes-faults-"))
    rows: list[table.Row] = []
    print(table.heading(), flush=True)
    for name in chosen.names or known:
        try:
            row = promises.attempt(name, folder, is_long=chosen.long)
        except Exception as error:
            traceback.print_exc()
            row = promises.failed(name, error)
        rows.append(row)
        print(table.line(row), flush=True)
    if chosen.write:
        table.write(rows, "long" if chosen.long else "short")
    holds = all(row.reached.holds for row in rows)
    if holds:
        folder.rmdir()
    else:
        print(f"\n{promises.told(rows)}\n\nKept: {folder}", file=sys.stderr)
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
