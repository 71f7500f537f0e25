"""One client's connection: every byte that comes and goes."""

import asyncio
import contextlib
import socket
import struct
import sys
from collections.abc import AsyncIterator
from email.utils import formatdate
from http import HTTPStatus
from pathlib import Path

from rushes.simulator.wire import (
    FileSlice,
    Reply,
    RequestHead,
    RequestUnreadable,
    body_length,
    head_bytes,
    parse_head,
)

MAX_BODY_BYTES = 96 * 1024 * 1024
"""Room for 64 MiB of files in `data:` links, a third larger as base64, and the other inputs."""

CHUNK_BYTES = 256 * 1024
"""How many bytes are read or written at a time."""

_IDLE_SECONDS = 75.0
_STALL_SECONDS = 30.0
_LINGER_SECONDS = 1.0
_NO_LINGER = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


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

    async def read_body(self, head: RequestHead, share: float = 1.0) -> bytes:
        """Read the body that a head announces, or a share of it. Raises RequestUnreadable."""
        missing = int(body_length(head, MAX_BODY_BYTES) * share)
        if missing and head.headers.get("expect", "").lower() == "100-continue":
            await self.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        pieces: list[bytes] = []
        while missing:
            async with asyncio.timeout(_STALL_SECONDS):
                piece = await self._reader.read(min(missing, CHUNK_BYTES))
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
        async for piece in pieces_of(part):
            await self.send(piece)

    async def reset(self) -> None:
        """End the connection with a reset, once all that was sent has left."""
        self._writer.transport.set_write_buffer_limits(high=0)
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(_STALL_SECONDS):
                await self._writer.drain()
        endpoint = self._writer.get_extra_info("socket")
        if endpoint is not None:
            # Without lingering, the system sends a reset instead of an orderly end.
            endpoint.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self._writer.transport.abort()

    async def wait_until_gone(self, seconds: float | None = None) -> None:
        """Send nothing and wait until the client goes away, so many seconds at most."""
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(seconds):
                while await self._reader.read(CHUNK_BYTES):
                    pass

    async def linger(self) -> None:
        """Take in what the client still sends, so that it can read the reply before the end."""
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(_LINGER_SECONDS):
                if self._writer.can_write_eof():
                    self._writer.write_eof()
                while await self._reader.read(CHUNK_BYTES):
                    pass

    async def close(self) -> None:
        """End the connection."""
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()


async def pieces_of(part: FileSlice) -> AsyncIterator[bytes]:
    """Read a part of a file piece by piece. Raises OSError, also where the file is too short."""
    start, missing = part.start, part.length
    while missing:
        # Opened for each piece, so that nothing is left open where the pieces are not used up.
        piece = await asyncio.to_thread(_read, part.path, start, min(missing, CHUNK_BYTES))
        if not piece:
            raise ConnectionResetError("the file is shorter than it was")
        yield piece
        start, missing = start + len(piece), missing - len(piece)


def _read(path: Path, start: int, length: int) -> bytes:
    with path.open("rb") as file:
        file.seek(start)
        return file.read(length)
