"""Work off the GUI thread, one after the other, on a thread that is there only while needed."""

import logging
import threading
from collections import deque
from collections.abc import Callable

_log = logging.getLogger(__name__)

Work = Callable[[], None]


class OrderedWork:
    """Does what it is given in the order in which it came; called from any thread, never waits."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[Work] = deque()
        self._thread: threading.Thread | None = None

    def add(self, work: Work) -> None:
        """Have work done; what it raises is a bug, and logged."""
        with self._lock:
            self._waiting.append(work)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="ordered work")
                self._thread.start()

    def finish(self, seconds: float) -> bool:
        """Wait until all is done, for so long at most; tell whether it is. For the end."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join(seconds)
        return thread is None or not thread.is_alive()

    def _run(self) -> None:
        while (work := self._next()) is not None:
            try:
                work()
            except Exception:
                _log.exception("ordered work")

    def _next(self) -> Work | None:
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            self._thread = None
            return None
