"""mpv measured in the same way, with exact seeks: ``CLIP FRAMES``.

It is led over its socket (``--input-ipc-server``). A frame counts as shown when mpv tells that
playing was taken up again after the seek (``playback-restart``), and what it then shows is asked
for; the figures hold a few tenths of a millisecond for the two messages.
"""

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.viewing import clock, report, seek_figures

_RATE = 24.0
_LIMIT = 20.0


class MpvViewer:
    """One clip in mpv, paused, on its socket."""

    def __init__(self, connection: socket.socket, clip: Path, frames: int) -> None:
        self.frames = frames
        self._stream = connection.makefile("rw", encoding="utf-8", newline="\n")
        self._open(clip)
        self._say("stop")
        time.sleep(0.5)
        self.open_seconds = self._open(clip)

    def _open(self, clip: Path) -> float:
        begun = clock()
        self._say("loadfile", str(clip))
        self._wait_for("playback-restart")
        return clock() - begun

    def seek(self, index: int) -> float:
        begun = clock()
        self._say("seek", (index + 0.5) / _RATE, "absolute+exact")
        self._wait_for("playback-restart")
        passed = clock() - begun
        told = self._ask("get_property", "time-pos")
        if round(float(told) * _RATE) not in (index, index + 1):
            raise RuntimeError(f"frame {index} was asked for, {told} s is shown")
        return passed

    def _say(self, *command: object) -> None:
        self._stream.write(json.dumps({"command": command}) + "\n")
        self._stream.flush()

    def _ask(self, *command: object) -> Any:
        self._say(*command)
        while True:
            answer = self._read()
            if "event" not in answer and answer.get("data") is not None:
                return answer["data"]

    def _wait_for(self, event: str) -> None:
        while self._read().get("event") != event:
            pass

    def _read(self) -> dict[str, Any]:
        line = self._stream.readline()
        if not line:
            raise RuntimeError("mpv went away")
        return dict(json.loads(line))


@contextlib.contextmanager
def mpv_with(clip: Path, frames: int) -> Iterator[MpvViewer]:
    """Start mpv with a clip."""
    with tempfile.TemporaryDirectory(prefix="mpv-") as folder:
        place = Path(folder) / "socket"
        output = "x11" if os.environ.get("DISPLAY") else "null"
        command = [
            "mpv",
            "--no-config",
            "--no-terminal",
            "--pause",
            "--keep-open=yes",
            "--hr-seek=yes",
            "--ao=null",
        ]
        command += [f"--vo={output}", f"--input-ipc-server={place}", "--idle=yes"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as child:
            try:
                yield MpvViewer(_connected(place), clip, frames)
            finally:
                child.terminate()


def _connected(place: Path) -> socket.socket:
    until = time.monotonic() + _LIMIT
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(_LIMIT)
    while True:
        try:
            connection.connect(str(place))
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return connection


def main(clip: Path, frames: int) -> int:
    """Measure, and return the exit code."""
    with mpv_with(clip, frames) as viewer:
        time.sleep(1.0)
        report({"first frame": viewer.open_seconds, **seek_figures(viewer)})
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
