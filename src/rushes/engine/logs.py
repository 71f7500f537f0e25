"""Where Rushes writes its log, and what it keeps out of it."""

import logging
import logging.handlers
import queue
from collections.abc import Callable
from pathlib import Path

from rushes.engine.redaction import RedactingFormatter, Secrets

_LARGEST = 1024 * 1024
_KEPT = 3


class _LogWriter(logging.handlers.QueueHandler):
    """Writes to a file on a thread of its own: who logs does not wait for the disk.

    What was logged is in the file when `flush` or `close` has returned, which the end of the
    program calls.
    """

    def __init__(self, file: logging.Handler) -> None:
        super().__init__(queue.SimpleQueue())
        self._file = file
        self._listener = logging.handlers.QueueListener(self.queue, file)
        self._listener.start()
        self._is_open = True

    def flush(self) -> None:
        if self._is_open:
            # To stop is the one way to wait until all is written.
            self._listener.stop()
            self._listener.start()

    def close(self) -> None:
        if self._is_open:
            self._is_open = False
            self._listener.stop()
            self._file.close()
        super().close()


class _LogFile(logging.handlers.RotatingFileHandler):
    """A log file that is turned over when it is full, and silent where it cannot be written."""

    def handleError(self, record: logging.LogRecord) -> None:
        # The usual way prints the record as it is, with whatever secrets it holds.
        return


def log_to(path: Path, secrets: Callable[[], Secrets]) -> logging.Handler | None:
    """Send the log to a file that is turned over at 1 MiB, and return its handler.

    Where the file cannot be written only errors are told, on the standard error stream, as
    redacted as the file would be; None is returned then.

    Args:
        path: the log file.
        secrets: asked for the token or the tokens to redact.
    """
    handler: logging.Handler
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = _LogFile(path, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True)
        handler = _LogWriter(file)
        is_file = True
    except OSError:
        handler = logging.StreamHandler()
        handler.setLevel(logging.ERROR)
        is_file = False
    handler.setFormatter(RedactingFormatter(secrets))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    # At INFO httpx writes whole signed URLs.
    for noisy in ("httpx", "httpcore", "qasync", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    return handler if is_file else None
