"""One thread that owns one connection, so that nobody else ever waits for the disk."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import apsw

from rushes.domain.errors import JobNotFound, LibraryAway, LibraryDamaged, LibraryError
from rushes.library.database import LOOK_AGAIN_AFTER, library_error

Answer = TypeVar("Answer")

_log = logging.getLogger(__name__)


def _nothing() -> None:
    """Find nothing amiss."""


def _to_nobody(_: LibraryError | None) -> None:
    """Tell nobody how a write went."""


class DatabaseThread:
    """Runs pieces of work on one connection, one after the other, in the order they came.

    Work is plain functions of the connection; what they return must be plain values. Work that
    was handed over is done even if the task that waits for it is cancelled.

    Args:
        open_connection: called once, on the thread.
        name: name of the thread, for logs and debuggers.
        check: raises LibraryAway when the file that is open is not the one at its path any more;
            called on the thread before anything is written, and after anything failed.
        on_write: told on the event loop how each write went: what refused it, or None.
    """

    def __init__(
        self,
        open_connection: Callable[[], apsw.Connection],
        name: str,
        check: Callable[[], None] = _nothing,
        on_write: Callable[[LibraryError | None], None] = _to_nobody,
    ) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._open_connection = open_connection
        self._check = check
        self._on_write = on_write
        self._connection: apsw.Connection | None = None
        self._waiting: set[asyncio.Future[object]] = set()
        self._is_abandoned = False

    async def open(self) -> None:
        """Open the connection; raises what `open_connection` raises."""

        def open_it() -> None:
            self._connection = self._open_connection()

        await self._run(open_it)

    async def read(self, work: Callable[[apsw.Connection], Answer]) -> Answer:
        """Run work outside a transaction of its own; raises LibraryError for the database's no."""
        return await self._run(lambda: self._guarded(work))

    async def write(
        self, work: Callable[[apsw.Connection], Answer], *, look_twice: bool = False
    ) -> Answer:
        """Run work as one transaction; when this returns, it is on the disk.

        Args:
            work: what to do; nothing of it has happened when this raises.
            look_twice: whether work that finds the database damaged is done once more from
                the start, with every page read anew: only what is damaged then is.

        Raises LibraryError where the database refuses.
        """

        def in_transaction(connection: apsw.Connection) -> Answer:
            self._check()
            # Not the connection's own context: it holds the interpreter's lock while it commits,
            # and so the window still, for as long as the disk takes.
            connection.execute("BEGIN IMMEDIATE")
            try:
                answer = work(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            return answer

        guarded = self._guarded_twice if look_twice else self._guarded
        try:
            answer = await self._run(lambda: guarded(in_transaction))
        except JobNotFound:
            raise
        except LibraryError as error:
            self._on_write(error)
            raise
        self._on_write(None)
        return answer

    async def close(self) -> None:
        """Finish the work at hand, close the connection and end the thread."""

        def close_it() -> None:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

        if not self._is_abandoned:
            await self._run(close_it)
            self._executor.shutdown(wait=False)

    def abandon(self, afterwards: Callable[[], None] = _nothing) -> None:
        """Give up a connection whose disk is gone, and wait for nothing.

        Everybody who waits for an answer, or asks later, gets LibraryAway. The thread lets go of
        the file as soon as the system lets it, and calls `afterwards`; nothing at the file's path
        is touched, for another file may lie there by then.
        """
        if self._is_abandoned:
            return
        self._is_abandoned = True
        for waiting in tuple(self._waiting):
            if not waiting.done():
                waiting.set_exception(LibraryAway())

        def let_go() -> None:
            with contextlib.suppress(apsw.Error, OSError):
                if self._connection is not None:
                    # A checkpoint would end by deleting the log at this path.
                    self._connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
                    self._connection.close(True)
            self._connection = None
            afterwards()

        self._executor.submit(let_go)
        self._executor.shutdown(wait=False)

    async def _run(self, work: Callable[[], Answer]) -> Answer:
        if self._is_abandoned:
            raise LibraryAway
        done = asyncio.wrap_future(self._executor.submit(work))
        told: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()

        def tell(done: "asyncio.Future[Answer]") -> None:
            error = done.exception() if not done.cancelled() else LibraryAway()
            if told.done():
                return
            if error is not None:
                told.set_exception(error)
            else:
                told.set_result(done.result())

        done.add_done_callback(tell)
        self._waiting.add(told)  # type: ignore[arg-type]
        try:
            return await told
        finally:
            self._waiting.discard(told)

    def _guarded(self, work: Callable[[apsw.Connection], Answer]) -> Answer:
        if self._connection is None:
            # A library that comes back opens its connections one after the other.
            raise LibraryAway
        try:
            return work(self._connection)
        except (apsw.Error, OSError, UnicodeDecodeError) as error:
            self._check()
            raise library_error(error) from error

    def _guarded_twice(self, work: Callable[[apsw.Connection], Answer]) -> Answer:
        try:
            return self._guarded(work)
        except LibraryDamaged as error:
            _log.info("the database seems damaged, and is looked at again: %s", error.detail)
        time.sleep(LOOK_AGAIN_AFTER)

        def with_fresh_pages(connection: apsw.Connection) -> Answer:
            connection.execute("PRAGMA shrink_memory").fetchall()
            return work(connection)

        return self._guarded(with_fresh_pages)
