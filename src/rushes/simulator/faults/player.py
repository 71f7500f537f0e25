"""Plays a fault on a connection, byte by byte."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from email.utils import formatdate
from http import HTTPStatus

from rushes.simulator.connection import Connection
from rushes.simulator.faults.body_stream import (
    Stream,
    Words,
    body_of,
    compressed,
    filled,
    first_bytes,
    framed,
    place_in,
)
from rushes.simulator.faults.fault import Act, Cut, Fault, Framing, Json, Moment, Part
from rushes.simulator.wire import Reply, RequestHead

_INTERIM = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"
_FILLER = b"X-Filler: " + b"x" * 100 + b"\r\n"
_MANY = 500
_PIECES_A_SECOND = 10

CarryOut = Callable[[bytes], Awaitable[Reply]]
"""Carries a call out, given the body of its request."""


class Player:
    """Plays one fault on one exchange.

    Args:
        fault: what goes wrong.
        words: what the placeholders of a right reply stand for.
        chance: draws the places of random cuts.
    """

    def __init__(
        self, fault: Fault, words: Callable[[Reply | None], Words], chance: random.Random
    ) -> None:
        self._fault, self._words, self._chance = fault, words, chance

    async def play(self, connection: Connection, head: RequestHead, carry_out: CarryOut) -> bool:
        """Play from the request's head on; return whether the connection may be used again."""
        fault = self._fault
        right: Reply | None = None
        if fault.when is Moment.MID_BODY:
            await connection.read_body(head, 0.5)
        elif fault.when is not Moment.BEFORE_READING:
            body = await connection.read_body(head)
            if fault.carries_out:
                right = await carry_out(body)
        await asyncio.sleep(fault.delay_seconds)
        if fault.do is Act.REPLY:
            return await self._reply(connection, head, right)
        await end(connection, fault.do, fault.seconds)
        return False

    async def _reply(
        self, connection: Connection, request: RequestHead, right: Reply | None
    ) -> bool:
        fault, words = self._fault, self._words(right)
        body, length = await body_of(fault.body, right, words)
        if fault.gzip:
            body = compressed(body)
        told = length if fault.announced_bytes is None else fault.announced_bytes
        keeps = self._keeps_connection(request, right) and told == length
        head = self._head(right, words, told, keeps)
        cut = fault.cut
        at = self._place(cut, len(head) if cut and cut.part is Part.HEAD else length)
        if cut is not None and cut.part is Part.HEAD:
            await _send(connection, _only(head[:at]), fault.head_rate)
        else:
            await _send(connection, self._head_stream(head), fault.head_rate)
            if request.method != "HEAD":
                shortened = body if cut is None else first_bytes(body, at)
                chunks = framed(shortened, fault.framing, is_cut=cut is not None)
                await _send(connection, chunks, fault.body_rate)
        if cut is not None:
            await end(connection, fault.then, fault.seconds)
        return keeps

    def _keeps_connection(self, request: RequestHead, right: Reply | None) -> bool:
        fault = self._fault
        return (
            request.keeps_alive
            and (right is None or not right.close)
            and fault.cut is None
            and fault.framing is Framing.LENGTH
            and fault.raw_head is None
            and not {"content-length", "connection"} & {name.lower() for name in fault.headers}
        )

    def _place(self, cut: Cut | None, length: int) -> int:
        if cut is None:
            return length
        return self._chance.randrange(length) if cut.at is None else place_in(length, cut.at)

    def _head(self, right: Reply | None, words: Words, length: int, keeps: bool) -> bytes:
        """Status line and headers; the blank line that ends them included."""
        fault = self._fault
        if fault.raw_head is not None:
            return filled(fault.raw_head, words).encode("latin-1", "replace")
        status = fault.status or (int(right.status) if right is not None else 200)
        headers = [("Date", formatdate(usegmt=True))]
        if right is not None:
            headers += right.headers
        elif isinstance(fault.body, Json):
            headers.append(("Content-Type", "application/json"))
        if fault.gzip:
            headers.append(("Content-Encoding", "gzip"))
        if fault.framing is Framing.LENGTH:
            headers.append(("Content-Length", str(length)))
        elif fault.framing is not Framing.NO_LENGTH:
            headers.append(("Transfer-Encoding", "chunked"))
        headers.append(("Connection", "keep-alive" if keeps else "close"))
        replaced = {name.lower() for name in fault.headers}
        lines = [
            *(f"{name}: {value}" for name, value in headers if name.lower() not in replaced),
            *(
                f"{name}: {filled(value, words)}"
                for name, values in fault.headers.items()
                for value in values
            ),
        ]
        return "\r\n".join([f"HTTP/1.1 {status} {_phrase(status)}", *lines, "", ""]).encode()

    async def _head_stream(self, head: bytes) -> Stream:
        """The head, with what is to come before and inside of it."""
        fault = self._fault
        for count in _portions(fault.interim_replies):
            yield _INTERIM * count
        if fault.header_filler_bytes:
            yield head.removesuffix(b"\r\n")
            for count in _portions(-(-fault.header_filler_bytes // len(_FILLER))):
                yield _FILLER * count
            yield b"\r\n"
        else:
            yield head


async def end(connection: Connection, act: Act, seconds: float | None) -> None:
    """End a connection, or leave it without a word until the client goes."""
    if act is Act.RESET:
        await connection.reset()
    elif act is Act.HANG:
        await connection.wait_until_gone(seconds)


async def _send(connection: Connection, stream: Stream, rate: float | None) -> None:
    """Send a stream, at so many bytes a second at most."""
    async for piece in stream:
        if rate is None:
            await connection.send(piece)
            # Sending does not wait while the client keeps up, and others are served too.
            await asyncio.sleep(0)
            continue
        step = max(1, int(rate / _PIECES_A_SECOND))
        for start in range(0, len(piece), step):
            few = piece[start : start + step]
            await connection.send(few)
            await asyncio.sleep(len(few) / rate)


async def _only(piece: bytes) -> AsyncIterator[bytes]:
    yield piece


def _portions(count: int) -> Iterator[int]:
    """Divide a count into portions that are sent at once."""
    while count > 0:
        portion = min(count, _MANY)
        yield portion
        count -= portion


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
