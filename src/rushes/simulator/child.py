"""The simulator as a child process that dies with its parent, as the demo runs it."""

import asyncio
import subprocess
import sys

_LISTENING = "listening on "
_STOP_SECONDS = 3.0


class SimulatorFailed(Exception):
    """The simulator did not come up; the text is the last that it said."""


class ChildSimulator:
    """Runs `rushes simulate` with a pipe on its input, whose end is the child's sign to go.

    The pipe closes with this process, however that ends, so no child is left behind.

    Args:
        arguments: further arguments of the command.
    """

    def __init__(self, *arguments: str) -> None:
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> str:
        """Start the child and return its origin; raises SimulatorFailed."""
        line = await asyncio.to_thread(self._start)
        if not line.startswith(_LISTENING):
            await self.stop()
            raise SimulatorFailed(line)
        return line.removeprefix(_LISTENING)

    async def stop(self) -> None:
        """End the child."""
        await asyncio.to_thread(self._stop)

    def _start(self) -> str:
        # Without the flag, Windows opens a console beside the window.
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        self._process = subprocess.Popen(
            [*_program(), "simulate", "--exit-with-parent", *self._arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            creationflags=flags,
        )
        assert self._process.stdout is not None
        return self._process.stdout.readline().decode().strip()

    def _stop(self) -> None:
        process = self._process
        if process is None:
            return
        self._process = None
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _program() -> list[str]:
    """Return the command line of this very program, installed or from a checkout."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "rushes"]
