"""A trial in a process of its own: what it kills, leaks or leaves behind is its own.

A module that is tried this way ends with::

    if __name__ == "__main__":
        answer(trial)

and its promise runs `run_in_child`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.faults.contract import Reached

ROOT = Path(__file__).resolve().parents[2]
_FOREIGN_PREFIXES = ("RUSHES_", "XDG_", "LC_", "COV_", "PYTEST")
_FOREIGN_NAMES = {
    "RUNCOMFY_TOKEN",
    "YOUR_API_TOKEN",
    "DBUS_SESSION_BUS_ADDRESS",
    "LANGUAGE",
    *("ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"),
}
_MARK = "REACHED "

Trial = Callable[[int, Path], Reached]


def run_in_child(
    module: str,
    count: int,
    folder: Path,
    *,
    seconds: float,
    more: Mapping[str, str] | None = None,
) -> Reached:
    """Run the trial of a module in a child process with an empty home; blocking.

    Args:
        module: name of the module, one that ends with `answer`.
        count: how many trials.
        folder: an empty folder.
        seconds: how long it may take.
        more: variables of its environment.
    """
    command = [sys.executable, "-X", "faulthandler", "-W", "error::ResourceWarning", "-m"]
    try:
        ended = subprocess.run(
            [*command, module, str(count), str(folder)],
            cwd=ROOT,
            env=own_environment(folder / "home") | dict(more or {}),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        said = error.stderr or b""
        told = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        return Reached(f"not done within {seconds:g} s", False, told[-4_000:])
    for line in reversed(ended.stdout.splitlines()):
        if line.startswith(_MARK) and ended.returncode == 0:
            return Reached(**json.loads(line.removeprefix(_MARK)))
    said = (ended.stdout + ended.stderr)[-6_000:]
    return Reached(f"the process ended with {ended.returncode}", False, said)


def own_environment(home: Path) -> dict[str, str]:
    """Return an environment that knows an empty home, no screen, no token and no keyring."""
    (home / "runtime").mkdir(parents=True, exist_ok=True)
    (home / "runtime").chmod(0o700)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(_FOREIGN_PREFIXES) and name.upper() not in _FOREIGN_NAMES
    }
    return kept | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "APPDATA": str(home / "AppData" / "Roaming"),
        "LOCALAPPDATA": str(home / "AppData" / "Local"),
        "XDG_RUNTIME_DIR": str(home / "runtime"),
        "LC_ALL": "C.UTF-8",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "QT_QPA_PLATFORM": "offscreen",
    }


def answer(trial: Trial) -> None:
    """Run the trial that the arguments of this process tell, and print what it came to."""
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    reached = trial(count, folder)
    values = {"figure": reached.figure, "holds": reached.holds, "details": reached.details}
    print(_MARK + json.dumps(values), flush=True)
