"""Starts the program often and cheaply: a process that has it loaded forks for each run.

What runs is a process of its own, with the environment, the library and the death of one; only the
import of the program is shared. Trials of random kills start the program cold instead.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.faults.surroundings import LIMIT, ROOT, Person


class Run:
    """One run under way.

    Attributes:
        pid: its process.
        out, err: files with what it has printed so far.
    """

    def __init__(self, starter: "Starter", pid: int, out: Path, err: Path) -> None:
        self._starter = starter
        self._code: int | None = None
        self.pid = pid
        self.out = out
        self.err = err

    def wait(self, limit: float = LIMIT) -> int:
        """Return the exit code, negative for a signal; kills what outlasts `limit` seconds."""
        if self._code is None:
            watch = threading.Timer(limit, self.kill)
            watch.start()
            try:
                self._code = int(self._starter.answer()["code"])
            finally:
                watch.cancel()
        return self._code

    def kill(self) -> None:
        """End it by SIGKILL."""
        if self._code is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)


class Starter:
    """Runs the program for one person, one run after the other: ``with Starter(person)``."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self._runs = 0
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> "Starter":
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.child", "--serve"],
            cwd=ROOT,
            env=self.person.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()

    def start(self, *arguments: str, session: str = "", **variables: str) -> Run:
        """Start a run of the program, or of a session of the engine at a socket's path."""
        self._runs += 1
        folder = self.person.home / "runs"
        folder.mkdir(exist_ok=True)
        out, err = folder / f"{self._runs}.out", folder / f"{self._runs}.err"
        for path in (out, err):
            path.touch()
        asked = {
            "arguments": arguments,
            "session": session,
            "environment": self.person.environment(**variables),
            "out": str(out),
            "err": str(err),
        }
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return Run(self, int(self.answer()["pid"]), out, err)

    def run(self, *arguments: str, **variables: str) -> tuple[int, str]:
        """Run to the end; return exit code and complaints."""
        run = self.start(*arguments, **variables)
        code = run.wait()
        return code, run.err.read_text("utf-8", "replace")

    def answer(self) -> Any:
        """Return the next word of the process that forks; raises RuntimeError if it is gone."""
        assert self._process is not None
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the process that starts the program has ended")
        return json.loads(line)
