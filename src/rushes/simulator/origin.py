"""One port on loopback: reads requests, has them answered, writes the replies.

Every connection goes through `Origin.greet`, every exchange through `Origin.exchange` and every
byte through `Connection`, so that what goes out can be decided byte by byte.
"""

import asyncio
import contextlib
import logging
import socket
from collections.abc import Awaitable, Callable, Iterator
from http import HTTPStatus

from rushes.simulator.connection import Connection
from rushes.simulator.wire import (
    MAX_HEAD_BYTES,
    Reply,
    Request,
    RequestHead,
    RequestUnreadable,
    json_reply,
)

_logger = logging.getLogger(__name__)

HOST = "127.0.0.1"
Answer = Callable[[Request], Awaitable[Reply]]
"""Decides what is answered to a request."""


_TURNS_TO_ACCEPT = 10


class Origin:
    """A server on one port of 127.0.0.1.

    Attributes:
        port: where it listens, 0 before `start`.
        url: its origin, such as ``http://127.0.0.1:8000``.
        is_stopping: whether it is on its way to its end.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()
        self._idle: set[asyncio.Task[None]] = set()
        self.is_stopping = False
        self._reopening: asyncio.Task[None] | None = None
        self._patience = asyncio.Event()
        self.port = 0

    @property
    def url(self) -> str:
        """The origin, without a path."""
        return f"http://{HOST}:{self.port}"

    async def start(self, port: int = 0) -> None:
        """Listen; port 0 takes a free one. Raises OSError when the port is taken."""
        self._server = await asyncio.start_server(self._serve, HOST, port, limit=MAX_HEAD_BYTES)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self, grace_seconds: float = 1.0) -> None:
        """Stop listening, let exchanges under way end within the grace, drop the rest."""
        if self._server is None:
            return
        self.is_stopping = True
        if self._reopening is not None:
            self._reopening.cancel()
            await asyncio.gather(self._reopening, return_exceptions=True)
        _stop_listening(self._server)
        await _close_port(self._server)
        self._drop_idle()
        if self._connections:
            await asyncio.wait(tuple(self._connections), timeout=grace_seconds)
        for task in tuple(self._connections):
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        await self._server.wait_closed()
        self._server = None

    async def exchange(self, connection: Connection, head: RequestHead) -> bool:
        """Carry one exchange from the head on; return whether the connection may be used again."""
        body = await connection.read_body(head)
        reply = await self.answered(Request(head, body))
        close = reply.close or not head.keeps_alive or self.is_stopping
        await connection.send_reply(reply, close=close, with_body=head.method != "HEAD")
        return not close

    async def greet(self, connection: Connection) -> bool:
        """Say whether a connection that has just opened is served at all."""
        return True

    def refuse_connections(self, seconds: float | None) -> None:
        """Stop listening for so many seconds, or until `listen_again`; drop idle clients.

        The port stays ours, but nobody listens on it: the system refuses who knocks.
        """
        if not self.is_started or self._server is None or self._reopening is not None:
            return
        _stop_listening(self._server)
        self._drop_idle()
        self._patience.clear()
        reopening = self._reopen(self._server, seconds)
        self._reopening = asyncio.create_task(reopening, name="reopen")

    def listen_again(self) -> None:
        """Accept connections again at once."""
        self._patience.set()

    @property
    def is_started(self) -> bool:
        """Whether it has been started and is not stopping."""
        return self._server is not None and not self.is_stopping

    @contextlib.contextmanager
    def may_be_dropped(self) -> Iterator[None]:
        """Mark what the current task does as nothing that `stop` has to wait for."""
        task = asyncio.current_task()
        assert task is not None
        self._idle.add(task)
        try:
            yield
        finally:
            self._idle.discard(task)

    async def _reopen(self, closing: asyncio.Server, seconds: float | None) -> None:
        await _close_port(closing)
        self._drop_idle()
        with socket.socket() as place:
            # Bound again at once, so that nobody else takes the port meanwhile.
            place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            place.bind((HOST, self.port))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._patience.wait()
            # In two steps: one that is cancelled in between has left its server to `stop`.
            self._server = await asyncio.start_server(
                self._serve, sock=place.dup(), limit=MAX_HEAD_BYTES, start_serving=False
            )
            await self._server.start_serving()
        self._reopening = None

    def _drop_idle(self) -> None:
        for task in tuple(self._idle):
            task.cancel()

    async def answered(self, request: Request) -> Reply:
        """Return the answer to a request; a fault of our own is answered with 500 and logged."""
        try:
            return await self._answer(request)
        except Exception:
            _logger.exception("answering %s %s", request.head.method, request.head.path)
            return json_reply(HTTPStatus.INTERNAL_SERVER_ERROR, {"message": "internal error"})

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("a connection is served by a task")
        self._connections.add(task)
        connection = Connection(reader, writer)
        try:
            if not await self.greet(connection):
                return
            while True:
                self._idle.add(task)
                head = await connection.read_head()
                self._idle.discard(task)
                if head is None or not await self.exchange(connection, head):
                    break
        except RequestUnreadable as refusal:
            with contextlib.suppress(OSError, TimeoutError):
                await connection.send_reply(refusal.reply, close=True)
                await connection.linger()
        except (OSError, TimeoutError) as error:
            _logger.debug("a client went away: %s", error)
        except asyncio.CancelledError:
            # Only `stop` cancels; the task ends here, and asyncio is not told of a fault.
            pass
        finally:
            self._idle.discard(task)
            await connection.close()
            self._connections.discard(task)


def _stop_listening(server: asyncio.Server) -> None:
    """Have the system refuse who knocks from now on; the port stays taken until it is closed."""
    loop = asyncio.get_running_loop()
    for listening in server.sockets:
        # The loop of Windows has no readers, and forgets no connection.
        with contextlib.suppress(NotImplementedError):
            loop.remove_reader(listening.fileno())
        with contextlib.suppress(OSError):
            # Not every system ends listening by this; there the port is refused when closed.
            listening.shutdown(socket.SHUT_RDWR)


async def _close_port(server: asyncio.Server) -> None:
    """Close a port at which nobody knocks any more.

    What is being accepted becomes a connection before: until Python 3.12, asyncio loses a socket
    that it has accepted when its server is closed some turns of the loop too early.
    """
    for _ in range(_TURNS_TO_ACCEPT):
        await asyncio.sleep(0)
    server.close()
