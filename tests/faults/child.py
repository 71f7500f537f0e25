"""The test build of the program: `python -m tests.faults.child ARGUMENTS…`.

It is the program itself, `rushes.__main__.main`, with seams wrapped first as the environment says:

    RUSHES_FAILPOINT=NAME[:COUNT]   die, or be refused, at a named point (`tests.faults.failpoints`)
    RUSHES_HASTE=FACTOR             pauses between two looks at a job are this much of the real ones
    RUSHES_CLOCK=SECONDS@STATE      set the wall clock by so much once a job has come to STATE, or
                                    before anything for ``start``
    RUSHES_LOOKS=FILE               note when jobs are accepted and asked about: monotonic seconds
    RUSHES_RAISED=FILE              note each time that the window is brought to the front

`python -m tests.faults.child --serve` loads the program once and then forks for each run that it is
asked for, so that three hundred starts cost what thirty do; see `tests.faults.starter`.
"""

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.faults import failpoints, seams

_PR_SET_PDEATHSIG = 1


def main(arguments: list[str]) -> int:
    """Run the program, or serve runs of it; returns the exit code."""
    if arguments == ["--serve"]:
        return _serve()
    return _run(arguments)


def _run(arguments: list[str]) -> int:
    arm(os.environ)
    from rushes.__main__ import main as program

    return program(arguments)


def arm(environment: Mapping[str, str]) -> None:
    """Wrap what the environment asks for."""
    if words := environment.get(failpoints.VARIABLE):
        failpoints.arm(words)
    if factor := environment.get("RUSHES_HASTE"):
        _hasten(float(factor))
    if words := environment.get("RUSHES_CLOCK"):
        seconds, _, state = words.partition("@")
        setter = _ClockSetter(float(seconds))
        if state == "start":
            setter()
        else:
            seams.after_commit(state, setter)
    if looks := environment.get("RUSHES_LOOKS"):
        seams.after_commit("in_queue", lambda: _note_moment(looks))
        seams.before("rushes.api.client:ServiceClient.status", lambda: _note_moment(looks))
    if raised := environment.get("RUSHES_RAISED"):
        seams.before(
            "rushes.ui.window.main_window:MainWindow.bring_to_front",
            lambda: _note(raised, "raised"),
        )


class _ClockSetter:
    """Sets the wall clock of this process, once; the monotonic clock goes on as it was."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._is_set = False

    def __call__(self) -> None:
        if not self._is_set:
            self._is_set = True
            now, now_ns, shift = time.time, time.time_ns, self._seconds
            time.time = lambda: now() + shift
            time.time_ns = lambda: now_ns() + int(shift * 1e9)


def _hasten(factor: float) -> None:
    """Shorten the pauses between two looks at a job, in every module that took them along."""
    import functools

    from rushes.engine import engine, pacing, poller

    for module in (pacing, engine, poller):
        for name in ("FIRST", "LONGEST", "SPACING"):
            if hasattr(module, name):
                setattr(module, name, getattr(module, name) * factor)
    watch = poller.Poller.watch

    @functools.wraps(watch)
    def watch_soon(self: Any, jobs: Any, first_look: float = 0.0) -> None:
        watch(self, jobs, first_look * factor)

    poller.Poller.watch = watch_soon  # type: ignore[method-assign]


def _note_moment(path: str) -> None:
    _note(path, f"{time.clock_gettime(time.CLOCK_MONOTONIC):.3f}")


def _note(path: str, line: str) -> None:
    with Path(path).open("a") as stream:
        stream.write(line + "\n")


def _serve() -> int:
    """Fork for each line of JSON on the input; say the process's id, then what became of it."""
    _load()
    for line in sys.stdin:
        asked = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _become(asked)
        print(json.dumps({"pid": pid}), flush=True)
        _, status = os.waitpid(pid, 0)
        print(json.dumps({"code": os.waitstatus_to_exitcode(status)}), flush=True)
    return 0


def _load() -> None:
    """Import what a command imports sooner or later."""
    import httpx  # noqa: F401

    import rushes.cli
    import rushes.engine.part_file
    import rushes.media.probe
    import rushes.media.settings_box
    import rushes.media.thumbnail
    import rushes.simulator.command  # noqa: F401
    from rushes.api.exchange import tls_settings

    tls_settings()


def _die_with_parent() -> None:
    """Have Linux end this process when the one that forked it is gone (prctl(2))."""
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _become(asked: dict[str, Any]) -> None:
    """Be the program in this forked process; does not return."""
    code = 70
    _die_with_parent()
    try:
        for number, path, flags in (
            (0, os.devnull, os.O_RDONLY),
            (1, asked["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
            (2, asked["err"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        ):
            os.dup2(os.open(path, flags, 0o600), number)
        os.environ.clear()
        os.environ.update(asked["environment"])
        if asked.get("session"):
            arm(os.environ)
            from tests.faults.engine_session import run

            code = run(asked["session"])
        else:
            code = _run(asked["arguments"])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
