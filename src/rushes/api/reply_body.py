"""Read the body of a reply without letting it grow over a limit, compressed or not.

httpx unpacks whatever one read of the socket brought, a thousandfold if need be; here unpacking
stops at the limit.
"""

import zlib
from typing import TYPE_CHECKING

from rushes.domain.errors import ReplyMalformed

if TYPE_CHECKING:
    import httpx

ENCODINGS = "gzip"
"""What may be sent: the value of ``Accept-Encoding``."""

_GZIP = 16 + zlib.MAX_WBITS


async def read_whole(reply: "httpx.Response", limit: int) -> bytes:
    """Read a body to its end, unpacked; `limit` bytes at most, packed as well as unpacked.

    Raises ReplyMalformed when it is larger or cannot be unpacked, and what httpx raises.
    """
    unpacker = _unpacker(reply.headers.get("content-encoding", ""))
    pieces: list[bytes] = []
    received = length = 0
    async for raw in reply.aiter_raw():
        received += len(raw)
        # One byte of room is always left, for 0 would mean no limit.
        piece = raw if unpacker is None else _unpacked(unpacker, raw, limit - length + 1)
        length += len(piece)
        if max(received, length) > limit:
            raise ReplyMalformed(f"the answer is larger than {limit} bytes")
        pieces.append(piece)
    if unpacker is not None and received and not unpacker.eof:
        raise ReplyMalformed("the compressed answer ends early")
    return b"".join(pieces)


def _unpacker(encoding: str) -> "zlib._Decompress | None":
    word = encoding.strip().lower()
    if word in ("", "identity"):
        return None
    if word in ("gzip", "x-gzip"):
        return zlib.decompressobj(_GZIP)
    raise ReplyMalformed(f"the answer is encoded as {word[:40]}, which was not asked for")


def _unpacked(unpacker: "zlib._Decompress", raw: bytes, room: int) -> bytes:
    try:
        return unpacker.decompress(raw, room)
    except zlib.error as error:
        raise ReplyMalformed(f"the compressed answer is broken: {error}") from error
