"""The lock file: every package pinned, for all supported systems and Pythons, each with its hashes.

It names no host: the same file serves whichever index a machine is set up to use.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

OPTIONS = (
    "--group=dev",
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--only-binary=:all:",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-build-options",
    "--no-header",
    "--no-annotate",
    "--quiet",
)
PIN = re.compile(r"[a-z0-9-]+==[^\s;]+( ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+")


def write(root: Path, lock: Path, arguments: Sequence[str]) -> int:
    """Resolves `root`/pyproject.toml into `lock` with uv; returns the exit code.

    Pins that still fit are kept, unless `arguments` say otherwise (`--upgrade`).
    """
    uv = shutil.which("uv")
    if uv is None:
        print("This needs uv on PATH; the lock file is unchanged.", file=sys.stderr)
        return 1
    fresh = lock.with_suffix(".fresh")
    shutil.copyfile(lock, fresh)
    command = [uv, "pip", "compile", "pyproject.toml", *OPTIONS, "-o", str(fresh), *arguments]
    try:
        if subprocess.run(command, cwd=root, stdout=subprocess.DEVNULL, check=False).returncode:
            return 1
        faults = check(fresh.read_text(encoding="utf-8"))
        if faults:
            print("Not taken, since it has:", *faults, sep="\n    ", file=sys.stderr)
            return 1
        fresh.replace(lock)
    finally:
        fresh.unlink(missing_ok=True)
    return 0


def check(text: str) -> list[str]:
    """What is wrong with a lock file of this `text`: every entry that is not a pin with hashes."""
    entries = re.split(r"\n(?=\S)", text.rstrip("\n"))
    return [entry.partition("\n")[0] for entry in entries if not PIN.fullmatch(entry)]
