"""Drives `tests.faults.engine_session` from outside: start, ask, kill."""

import contextlib
import json
import os
import signal
import socket
import tempfile
from pathlib import Path
from typing import Any

from tests.faults.failpoints import VARIABLE
from tests.faults.starter import Run, Starter

_HASTE = "0.05"
_LIMIT = 60.0


class Died(Exception):
    """The process ended before it answered."""


class SessionLife:
    """One process at a time, on one library.

    Attributes:
        deaths: processes that ended by SIGKILL so far.
    """

    def __init__(self, starter: Starter) -> None:
        self._starter = starter
        self._run: Run | None = None
        self._stream: Any = None
        self._socket: socket.socket | None = None
        # The path of a Unix socket may hold 100 characters.
        self._folder = Path(tempfile.mkdtemp(prefix="rushes-"))
        self.deaths = 0

    @property
    def is_alive(self) -> bool:
        """Whether a process was started and not seen to end."""
        return self._run is not None

    def start(self, failpoint: str = "") -> None:
        """Start a process, which may be meant to die at a failpoint; raises Died."""
        path = self._folder / "socket"
        path.unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(path))
            listener.listen(1)
            listener.settimeout(_LIMIT)
            variables = {VARIABLE: failpoint} if failpoint else {}
            self._run = self._starter.start(session=str(path), RUSHES_HASTE=_HASTE, **variables)
            self._socket, _ = listener.accept()
        self._socket.settimeout(_LIMIT)
        self._stream = self._socket.makefile("rw")
        self._read()

    def ask(self, do: str, **given: Any) -> Any:
        """Have something done; returns the answer, or None when refused. Raises Died."""
        assert self._stream is not None
        try:
            self._stream.write(json.dumps({"do": do, **given}) + "\n")
            self._stream.flush()
        except OSError as error:
            self._end()
            raise Died(do) from error
        return self._read().get("answer")

    def kill(self) -> None:
        """End the process by SIGKILL."""
        if self._run is not None:
            os.kill(self._run.pid, signal.SIGKILL)
            self._end()

    def stop(self) -> int:
        """Have the process come to rest; return its exit code."""
        return self._end()

    def close(self) -> None:
        """End what is left."""
        self.kill()
        (self._folder / "socket").unlink(missing_ok=True)
        self._folder.rmdir()

    def _read(self) -> dict[str, Any]:
        try:
            line = self._stream.readline()
        except OSError:
            line = ""
        if not line:
            run = self._run
            code = self._end()
            if code != -signal.SIGKILL:
                assert run is not None
                raise AssertionError(f"ended with {code}: {run.err.read_text()[-1500:]}")
            raise Died
        return dict(json.loads(line))

    def _end(self) -> int:
        run, self._run = self._run, None
        if self._stream is not None:
            # What was not flushed was for a process that is gone.
            with contextlib.suppress(OSError):
                self._stream.close()
            self._stream = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        if run is None:
            return 0
        code = run.wait(_LIMIT)
        self.deaths += code == -signal.SIGKILL
        return code
