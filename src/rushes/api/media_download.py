"""Fetch media, with a client of its own that knows no token.

Lengths are checked here, because httpx accepts a body that ends early where none was told; a
total deadline and a least rate end what drips, because its time-outs never do.
"""

import asyncio
import re
import ssl
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass

import httpx

from rushes.api.exchange import USER_AGENT
from rushes.domain.errors import DownloadCut, FileTooLarge, HostNotTrusted, LinkDead
from rushes.domain.origins import may_fetch

PIECE = 1024 * 1024
"""Bytes handed on at a time."""

_TIMEOUT = httpx.Timeout(connect=15.0, read=30.0, write=30.0, pool=60.0)
_CONTENT_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15}|\*)")
_MEDIA_TYPES = ("video/", "image/", "audio/", "application/octet-stream", "binary/octet-stream")
_LEAST_RATE = 8 * 1024
_RATE_WINDOW = 30.0


@dataclass(frozen=True, slots=True)
class Transfer:
    """A download that has begun.

    Attributes:
        offset: byte at which the pieces go on; 0 when the file starts anew.
        total: bytes of the whole file, None if not told.
        etag: strong validator to resume with, empty if there is none.
        pieces: the bytes from `offset` on; raises DownloadCut, FileTooLarge.
    """

    offset: int
    total: int | None
    etag: str
    pieces: AsyncGenerator[bytes, None]


class MediaDownload:
    """Fetches files from the service's hosts.

    Args:
        service: the service's origin, whose own host is trusted too.
        largest: bytes of a file above which it is refused.
        tls: shared TLS settings.
    """

    def __init__(self, service: str, largest: int, tls: ssl.SSLContext) -> None:
        self._service = service
        self._largest = largest
        self._client = httpx.AsyncClient(
            verify=tls,
            timeout=_TIMEOUT,
            follow_redirects=False,
            limits=httpx.Limits(max_connections=8, max_keepalive_connections=4),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"},
        )

    @classmethod
    async def create(cls, service: str, largest: int) -> "MediaDownload":
        """Make one without keeping the event loop waiting for the TLS settings."""
        return cls(service, largest, await asyncio.to_thread(ssl.create_default_context))

    @asynccontextmanager
    async def open(self, url: str, offset: int = 0, etag: str = "") -> AsyncIterator[Transfer]:
        """Begin to fetch a file, from `offset` on where the other side still has the same file.

        Raises HostNotTrusted, LinkDead, FileTooLarge, DownloadCut.
        """
        if not may_fetch(url, self._service):
            raise HostNotTrusted(httpx.URL(url).host)
        headers = {}
        if offset > 0 and etag:
            headers = {"Range": f"bytes={offset}-", "If-Range": etag}
        try:
            async with self._client.stream("GET", url, headers=headers) as reply:
                transfer = self._transfer(reply, offset if headers else 0)
                async with aclosing(transfer.pieces):
                    yield transfer
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise DownloadCut(f"{type(error).__name__}: {error}") from error

    async def close(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    def _transfer(self, reply: httpx.Response, offset: int) -> Transfer:
        if reply.status_code in (403, 404, 410):
            raise LinkDead(f"HTTP {reply.status_code}")
        if reply.status_code not in (200, 206) or (reply.status_code == 206 and offset == 0):
            raise DownloadCut(f"HTTP {reply.status_code}")
        kind = reply.headers.get("content-type", "").lower()
        if kind and not kind.startswith(_MEDIA_TYPES):
            raise DownloadCut(f"the answer is {kind.split(';')[0][:60]}, not media")
        if reply.headers.get("content-encoding", "identity").lower() != "identity":
            raise DownloadCut("the answer is encoded, though that was declined")
        length = _length(reply)
        total = length
        if reply.status_code == 206:
            found = _CONTENT_RANGE.fullmatch(reply.headers.get("content-range", ""))
            if found is None or int(found.group(1)) != offset:
                raise DownloadCut("the answer is another part than the one asked for")
            total = int(found.group(3)) if found.group(3) != "*" else None
        else:
            offset = 0
        if total is not None and total > self._largest:
            raise FileTooLarge(f"{total} bytes")
        etag = reply.headers.get("etag", "")
        strong = etag if etag.startswith('"') and len(etag) <= 256 else ""
        return Transfer(offset, total, strong, self._pieces(reply, offset, total))

    async def _pieces(
        self, reply: httpx.Response, offset: int, total: int | None
    ) -> AsyncGenerator[bytes, None]:
        received = offset
        pace = _Pace()
        piece = bytearray()
        async for part in reply.aiter_raw():
            received += len(part)
            if received > self._largest or (total is not None and received > total):
                raise FileTooLarge(f"more than {total or self._largest} bytes came")
            pace.note(len(part))
            piece += part
            if len(piece) >= PIECE:
                yield bytes(piece)
                piece.clear()
        if piece:
            yield bytes(piece)
        if total is not None and received != total:
            raise DownloadCut(f"{received} of {total} bytes came")


class _Pace:
    """Ends a transfer that is slower than the least rate over a whole window."""

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._bytes = 0

    def note(self, length: int) -> None:
        self._bytes += length
        passed = time.monotonic() - self._since
        if passed >= _RATE_WINDOW:
            if self._bytes / passed < _LEAST_RATE:
                raise DownloadCut(f"slower than {_LEAST_RATE} bytes a second")
            self._since, self._bytes = time.monotonic(), 0


def _length(reply: httpx.Response) -> int | None:
    text = reply.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
