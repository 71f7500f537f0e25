"""One port on loopback: reads requests, has them answered, writes the replies.

Every exchange goes through `Origin.exchange` and every byte through `Connection`, so that what
goes out can be decided byte by byte.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from email.utils import formatdate
from http import HTTPStatus

from rushes.simulator.wire import (
    MAX_HEAD_BYTES,
    FileSlice,
    Reply,
    Request,
    RequestHead,
    RequestUnreadable,
    body_length,
    head_bytes,
    json_reply,
    parse_head,
)

_logger = logging.getLogger(__name__)

HOST = "127.0.0.1"
MAX_BODY_BYTES = 96 * 1024 * 1024
"""Room for 64 MiB of files in `data:` links, a third larger as base64, and the other inputs."""

_CHUNK_BYTES = 256 * 1024
_IDLE_SECONDS = 75.0
_STALL_SECONDS = 30.0
_LINGER_SECONDS = 1.0

Answer = Callable[[Request], Awaitable[Reply]]
"""Decides what is answered to a request."""


class Connection:
    """One client's connection: reads bodies and writes replies, each with a time limit.

    Raises TimeoutError when a client stalls, and what asyncio raises when it goes away
    (ConnectionError, IncompleteReadError).
    """

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def read_head(self) -> RequestHead | None:
        """Read the next request's head; None when the client is done. Raises RequestUnreadable."""
        try:
            async with asyncio.timeout(_IDLE_SECONDS):
                raw = await self._reader.readuntil(b"\r\n\r\n")
        except asyncio.LimitOverrunError as error:
            raise RequestUnreadable(
                HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "the head is too long"
            ) from error
        except (asyncio.IncompleteReadError, TimeoutError):
            return None
        return parse_head(raw)

    async def read_body(self, head: RequestHead) -> bytes:
        """Read the body that a head announces. Raises RequestUnreadable."""
        missing = body_length(head, MAX_BODY_BYTES)
        if missing and head.headers.get("expect", "").lower() == "100-continue":
            await self.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        pieces: list[bytes] = []
        while missing:
            async with asyncio.timeout(_STALL_SECONDS):
                piece = await self._reader.read(min(missing, _CHUNK_BYTES))
            if not piece:
                raise ConnectionResetError("the body ended early")
            pieces.append(piece)
            missing -= len(piece)
        return b"".join(pieces)

    async def send(self, piece: bytes) -> None:
        """Send bytes as they are."""
        self._writer.write(piece)
        async with asyncio.timeout(_STALL_SECONDS):
            await self._writer.drain()

    async def send_reply(self, reply: Reply, *, close: bool, with_body: bool = True) -> None:
        """Send a reply; a file's bytes follow in pieces."""
        head = head_bytes(reply, date=formatdate(usegmt=True), close=close)
        if not with_body:
            await self.send(head)
        elif isinstance(reply.body, bytes):
            await self.send(head + reply.body)
        else:
            await self.send(head)
            await self._send_file(reply.body)

    async def _send_file(self, part: FileSlice) -> None:
        file = await asyncio.to_thread(part.path.open, "rb")
        try:
            file.seek(part.start)
            missing = part.length
            while missing:
                piece = await asyncio.to_thread(file.read, min(missing, _CHUNK_BYTES))
                if not piece:
                    raise ConnectionResetError("the file is shorter than it was")
                await self.send(piece)
                missing -= len(piece)
        finally:
            file.close()

    async def linger(self) -> None:
        """Take in what the client still sends, so that it can read the reply before the end."""
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(_LINGER_SECONDS):
                if self._writer.can_write_eof():
                    self._writer.write_eof()
                while await self._reader.read(_CHUNK_BYTES):
                    pass

    async def close(self) -> None:
        """End the connection."""
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()


class Origin:
    """A server on one port of 127.0.0.1.

    Attributes:
        port: where it listens, 0 before `start`.
        url: its origin, such as ``http://127.0.0.1:8000``.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()
        self._idle: set[asyncio.Task[None]] = set()
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
        self._server.close()
        for task in tuple(self._idle):
            task.cancel()
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
        reply = await self._answered(Request(head, body))
        close = reply.close or not head.keeps_alive or self._stopping
        await connection.send_reply(reply, close=close, with_body=head.method != "HEAD")
        return not close

    @property
    def _stopping(self) -> bool:
        return self._server is None or not self._server.is_serving()

    async def _answered(self, request: Request) -> Reply:
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
