"""How a second start has the first window come to the front: a local socket of this user."""

import hashlib
import logging
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from rushes.library.layout import Layout
from rushes.library.ownership import read_owner

WINDOW = "Rushes"
"""What a window says of itself on the lock of its library."""

_log = logging.getLogger(__name__)

_WORD = b"raise\n"
_ANSWER_MILLISECONDS = 1_500
_PATIENCE = 30.0
_PAUSE = 0.1
"""Seconds."""


def channel_name(library: Path) -> str:
    """Return the name of the socket of the window that owns a library."""
    return f"rushes-{hashlib.sha256(str(library).encode()).hexdigest()[:20]}"


class RaiseChannel(QObject):
    """Listens for second starts.

    Signals:
        raise_requested: somebody started Rushes again with the same library.
    """

    raise_requested = Signal()

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = channel_name(library)
        # Only the owner of the library's lock listens, so what lies there is a dead one's.
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)
        if not self._server.listen(name):
            _log.info("second starts cannot be heard: %s", self._server.errorString())

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _on_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(_WORD)
            socket.disconnectFromServer()
            self.raise_requested.emit()


def raise_first_window(library: Path) -> bool:
    """Ask the window that owns a library to come to the front; return whether it answered.

    It may have taken the library a moment ago and not listen yet, or be busy with others who
    ask: waits 30 s at most, and not at all for an owner that is no window. Blocking: for a
    second start that has no window yet, or for a worker thread.
    """
    lock = Layout(library).lock
    give_up = time.monotonic() + _PATIENCE
    # Read without the lock, which those who only look would else take from one another.
    while read_owner(lock).get("program") in (None, WINDOW) and time.monotonic() < give_up:
        if _ask(channel_name(library)):
            return True
        time.sleep(_PAUSE)
    return False


def _ask(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    answered = (
        socket.waitForConnected(_ANSWER_MILLISECONDS)
        and socket.waitForReadyRead(_ANSWER_MILLISECONDS)
        and socket.readAll().data() == _WORD
    )
    socket.abort()
    return bool(answered)
