"""How a second start has the first window come to the front: a local socket of this user."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WORD = b"raise\n"
_PATIENCE = 1_500


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
        self._server.listen(name)

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

    Waits 1.5 s at most: for a second start that has no window yet.
    """
    socket = QLocalSocket()
    socket.connectToServer(channel_name(library))
    answered = (
        socket.waitForConnected(_PATIENCE)
        and socket.waitForReadyRead(_PATIENCE)
        and socket.readAll().data() == _WORD
    )
    socket.abort()
    return bool(answered)
