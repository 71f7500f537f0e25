"""One thread that owns one connection, so that nobody else ever waits for the disk."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import apsw

from rushes.library.database import library_error

Answer = TypeVar("Answer")


class DatabaseThread:
    """Runs pieces of work on one connection, one after the other, in the order they came.

    Work is plain functions of the connection; what they return must be plain values. Work that
    was handed over is done even if the task that waits for it is cancelled.

    Args:
        open_connection: called once, on the thread.
        name: name of the thread, for logs and debuggers.
    """

    def __init__(self, open_connection: Callable[[], apsw.Connection], name: str) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._open_connection = open_connection
        self._connection: apsw.Connection | None = None

    async def open(self) -> None:
        """Open the connection; raises what `open_connection` raises."""

        def open_it() -> None:
            self._connection = self._open_connection()

        await self._run(open_it)

    async def read(self, work: Callable[[apsw.Connection], Answer]) -> Answer:
        """Run work outside a transaction of its own; raises LibraryError for the database's no."""
        return await self._run(lambda: self._guarded(work))

    async def write(self, work: Callable[[apsw.Connection], Answer]) -> Answer:
        """Run work as one transaction; when this returns, it is on the disk.

        Raises LibraryError where the database refuses; then nothing of the work has happened.
        """

        def in_transaction(connection: apsw.Connection) -> Answer:
            with connection:
                answer = work(connection)
            return answer

        return await self._run(lambda: self._guarded(in_transaction))

    async def close(self) -> None:
        """Finish the work at hand, close the connection and end the thread."""

        def close_it() -> None:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

        await self._run(close_it)
        self._executor.shutdown(wait=False)

    async def _run(self, work: Callable[[], Answer]) -> Answer:
        return await asyncio.shield(asyncio.wrap_future(self._executor.submit(work)))

    def _guarded(self, work: Callable[[apsw.Connection], Answer]) -> Answer:
        if self._connection is None:
            raise RuntimeError("the connection is not open")
        try:
            return work(self._connection)
        except (apsw.Error, OSError) as error:
            raise library_error(error) from error
