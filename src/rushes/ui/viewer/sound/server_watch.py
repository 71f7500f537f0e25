"""Whether Qt's connection to the PulseAudio server still stands."""

import os
import select
import socket
import stat
import sys
from pathlib import Path

_FOLDER = Path("/proc/self/fd")
_PORT = 4713


class ServerWatch:
    """The connection that Qt has opened to the sound server, where it has one.

    WORKAROUND Qt 6.11: it opens one connection for the life of the process and does not hear that
    it broke. A sink that is started after the server has died, or was started anew, ends the whole
    program: libpulse asserts that there is a connection. So it is looked at before.

    On systems without PulseAudio, and where the connection is not found, it counts as standing.
    """

    def __init__(self) -> None:
        self._connection = _find_connection() if sys.platform == "linux" else None

    @property
    def is_standing(self) -> bool:
        """Whether the server is still at the other end. Does not block."""
        if self._connection is None:
            return True
        number, inode = self._connection
        try:
            if os.fstat(number).st_ino != inode:
                return False
        except OSError:
            return False
        poll = select.poll()
        poll.register(number, 0)
        return not poll.poll(0)


def _find_connection() -> tuple[int, int] | None:
    """Number and inode of the file that is the connection."""
    for entry in _FOLDER.iterdir():
        number = int(entry.name)
        try:
            told = os.fstat(number)
            if stat.S_ISSOCK(told.st_mode) and _leads_to_server(number):
                return number, told.st_ino
        except OSError:
            # Closed in between, or not connected.
            continue
    return None


def _leads_to_server(number: int) -> bool:
    with socket.socket(fileno=os.dup(number)) as copy:
        peer: tuple[object, ...] | str | bytes = copy.getpeername()
    if isinstance(peer, tuple):
        return len(peer) > 1 and peer[1] == _PORT
    name = os.fsdecode(peer)
    return name.endswith("/native") and "pulse" in name
