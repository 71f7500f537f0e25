"""A service with a ledger, and a person with programs: for trials with real processes."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rushes.simulator.ledger import LedgerLine
from tests.engine.tiny_model import ENTRY

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 60.0
"""Seconds after which a program that should have ended is taken for stuck."""


@dataclass(frozen=True, slots=True)
class Service:
    """A simulator in a process of its own.

    Attributes:
        url: its origin.
        ledger_file: where it notes every submit that it accepted.
        pid: its process.
    """

    url: str
    ledger_file: Path
    pid: int

    def ledger(self) -> list[LedgerLine]:
        """Return every accepted submit, oldest first; a line that is being written is left out."""
        whole = [
            line for line in self.ledger_file.read_bytes().splitlines(True) if line[-1:] == b"\n"
        ]
        return [LedgerLine(**json.loads(line)) for line in whole]


@contextlib.contextmanager
def serving(
    folder: Path, *, pace: float = 0.1, faults: Sequence[object] = (), faults_seed: int = 0
) -> Iterator[Service]:
    """Run a simulator that dies with this process; its files lie in `folder`.

    Args:
        folder: made if there is none.
        pace: seconds that a job takes.
        faults: steps of a fault file; see `rushes simulate --help`.
        faults_seed: of what these leave to chance.
    """
    models, ledger = folder / "models", folder / "ledger.txt"
    models.mkdir(parents=True)
    (models / "tiny.json").write_text(json.dumps(ENTRY))
    ledger.touch()
    command = [sys.executable, "-m", "rushes", "simulate", "--exit-with-parent"]
    command += ["--pace", str(pace), "--models", str(models), "--ledger", str(ledger)]
    if faults:
        (folder / "faults.json").write_text(json.dumps(list(faults), indent=1))
        command += ["--faults", str(folder / "faults.json"), "--faults-seed", str(faults_seed)]
    with (
        (folder / "simulator.log").open("wb") as log,
        subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log
        ) as child,
    ):
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            line = child.stdout.readline().decode()
            if not line.startswith("listening on "):
                raise RuntimeError(f"the simulator did not come up: {(folder / 'simulator.log')}")
            yield Service(line.removeprefix("listening on ").strip(), ledger, child.pid)
        finally:
            child.stdin.close()
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a home, a library and a token.

    Attributes:
        home: settings, logs and the library are inside; made if there is none.
        url: the service's origin.
    """

    home: Path
    url: str

    @property
    def library(self) -> Path:
        """The library's folder."""
        return self.home / "library"

    @property
    def model_file(self) -> Path:
        """A catalogue entry whose clips are small."""
        path = self.home / "tiny.json"
        if not path.exists():
            self.home.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(ENTRY))
        return path

    def environment(self, **variables: str) -> dict[str, str]:
        """The variables of a program that this person starts."""
        runtime = self.home / "runtime"
        runtime.mkdir(parents=True, exist_ok=True, mode=0o700)
        names = ("PATH", "VIRTUAL_ENV", "PYTHONPATH")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        return {
            **kept,
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_RUNTIME_DIR": str(runtime),
            "TMPDIR": str(runtime),
            "LC_ALL": "C.UTF-8",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "QT_QPA_PLATFORM": "offscreen",
            "RUSHES_LIBRARY": str(self.library),
            "RUSHES_SERVICE_URL": self.url,
            "RUNCOMFY_TOKEN": "good",
            **variables,
        }

    def generate(self, prompt: str, takes: int = 1) -> list[str]:
        """The arguments of a command that writes down and sends `takes` jobs."""
        return [
            *("generate", prompt, "--model-file", str(self.model_file)),
            *("--takes", str(takes), "--json"),
        ]

    def start(
        self, *arguments: str, module: str = "rushes", **variables: str
    ) -> "subprocess.Popen[bytes]":
        """Start the program with piped outputs, unbuffered."""
        return subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env=self.environment(**variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
        )

    def run(
        self, *arguments: str, module: str = "rushes", **variables: str
    ) -> tuple[int, str, str]:
        """Run the program to its end; return exit code, output and complaints."""
        with self.start(*arguments, module=module, **variables) as process:
            try:
                out, err = process.communicate(timeout=LIMIT)
            finally:
                process.kill()
        return process.returncode, out.decode(), err.decode()


def json_lines(output: str) -> list[Any]:
    """Return the objects that a command printed."""
    return [json.loads(line) for line in output.splitlines()]
