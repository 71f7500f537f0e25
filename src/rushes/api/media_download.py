"""Fetch media, with a client of its own that knows no token.

Lengths are checked here, because httpx accepts a body that ends early where none was told; a
total deadline and a least rate end what drips, because its time-outs never do.
"""

import asyncio
import re
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rushes.domain.errors import DownloadCut, FileTooLarge, HostNotTrusted, LinkDead
from rushes.domain.origins import host_of, may_fetch

if TYPE_CHECKING:
    import httpx

PIECE = 1024 * 1024
"""Bytes handed on at a time."""

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
    """Fetches files from the service's hosts. What that needs is loaded with the first file.

    Args:
        service: the service's origin, whose own host is trusted too.
        largest: bytes of a file above which it is refused.
    """

    def __init__(self, service: str, largest: int) -> None:
        self._service = service
        self._largest = largest
        self._client: httpx.AsyncClient | None = None
        self._opening = asyncio.Lock()

    @asynccontextmanager
    async def open(self, url: str, offset: int = 0, etag: str = "") -> AsyncIterator[Transfer]:
        """Begin to fetch a file, from `offset` on where the other side still has the same file.

        Raises HostNotTrusted, LinkDead, FileTooLarge, DownloadCut.
        """
        if not may_fetch(url, self._service):
            raise HostNotTrusted(host_of(url))
        client = await self._opened()
        import httpx

        headers = {}
        if offset > 0 and etag:
            headers = {"Range": f"bytes={offset}-", "If-Range": etag}
        try:
            async with client.stream("GET", url, headers=headers) as reply:
                transfer = self._transfer(reply, offset if headers else 0)
                async with aclosing(transfer.pieces):
                    yield transfer
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise DownloadCut(f"{type(error).__name__}: {error}") from error

    async def close(self) -> None:
        """Close all connections."""
        if self._client is not None:
            await self._client.aclose()

    async def _opened(self) -> "httpx.AsyncClient":
        async with self._opening:
            if self._client is None:
                self._client = await asyncio.to_thread(_new_client)
            return self._client

    def _transfer(self, reply: "httpx.Response", offset: int) -> Transfer:
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
        self, reply: "httpx.Response", offset: int, total: int | None
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


def _new_client() -> "httpx.AsyncClient":
    """Load the HTTP client and the TLS settings; on a worker thread, for both take a while."""
    import httpx

    from rushes.api.exchange import USER_AGENT, tls_settings

    return httpx.AsyncClient(
        verify=tls_settings(),
        timeout=httpx.Timeout(connect=15.0, read=30.0, write=30.0, pool=60.0),
        follow_redirects=False,
        limits=httpx.Limits(max_connections=8, max_keepalive_connections=4),
        headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"},
    )


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


def _length(reply: "httpx.Response") -> int | None:
    text = reply.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
