"""Where Rushes writes its log, and what it keeps out of it."""

import logging
import logging.handlers
from collections.abc import Callable
from pathlib import Path

from rushes.engine.redaction import RedactingFormatter

_LARGEST = 1024 * 1024
_KEPT = 3


def log_to(path: Path, token: Callable[[], str]) -> logging.Handler | None:
    """Send the log to a file that is turned over at 1 MiB, and return its handler.

    Returns None where the file cannot be written; Rushes runs without a log then.

    Args:
        path: the log file.
        token: asked for the token to redact.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(RedactingFormatter(token))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    # At INFO httpx writes whole signed URLs.
    for noisy in ("httpx", "httpcore", "qasync", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    return handler
