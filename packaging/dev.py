#!/usr/bin/env python3
"""One door to every task on Rushes: `python3 packaging/dev.py VERB`; without a verb it lists them.

The first call sets up `.venv` from `packaging/requirements.lock`; later calls start at once.

This file alone is kept readable for old Pythons (3.6 and later), so that one of them can say what
is needed, or find it. Everything else is in `packaging/development/`, where imports that only a
first start needs are made late: what a second start loads is most of what it takes.
"""

import os
import sys

OLDEST = (3, 11)
NEWEST = (3, 14)
STARTED_BY_AN_UNSUPPORTED_PYTHON = "RUSHES_DEV_STARTED_AGAIN"


def main() -> int:
    """Runs the verb with this Python, or with a supported one from PATH; returns the exit code."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        os.environ.pop(STARTED_BY_AN_UNSUPPORTED_PYTHON, None)
        from development.command_line import main as run_verb

        return run_verb(sys.argv[1:])
    import subprocess

    if STARTED_BY_AN_UNSUPPORTED_PYTHON not in os.environ:
        for minor in range(OLDEST[1], NEWEST[1] + 1):
            program = _find_python(minor)
            if program:
                environment = dict(os.environ, **{STARTED_BY_AN_UNSUPPORTED_PYTHON: "1"})
                return subprocess.call([program, *sys.argv], env=environment)
    this = f"{sys.version_info[0]}.{sys.version_info[1]}"
    sys.stderr.write(
        f"Rushes needs Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}. "
        f"This is {this}, and no other was found on PATH.\n"
    )
    return 1


def _find_python(minor: int) -> str:
    """The path of a Python 3.`minor` that really starts (a name on PATH may be a shim), or ""."""
    import shutil
    import subprocess

    launcher = ["py", f"-3.{minor}"] if os.name == "nt" else [f"python3.{minor}"]
    program = shutil.which(launcher[0])
    if not program:
        return ""
    question = "import sys; print(sys.version_info[1], sys.executable)"
    try:
        answer = subprocess.check_output(
            [program, *launcher[1:], "-c", question], stderr=subprocess.DEVNULL, timeout=30
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    found, _, executable = answer.decode().strip().partition(" ")
    return executable if found == str(minor) else ""


if __name__ == "__main__":
    sys.exit(main())
