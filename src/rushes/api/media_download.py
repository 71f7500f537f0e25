"""Fetch media, with a client of its own that knows no token.

Lengths are checked here, because httpx accepts a body that ends early where none was told; a
total deadline and a least rate end what drips, because its time-outs never do. Redirects are
followed here, each checked as the first address was.
"""

import asyncio
import re
import socket
import time
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from rushes.domain.errors import DownloadCut, FileTooLarge, HostNotTrusted, LinkDead
from rushes.domain.origins import host_of, is_public_host, may_fetch, may_fetch_anyway

if TYPE_CHECKING:
    import httpx

PIECE = 1024 * 1024
"""Bytes handed on at a time."""

_CONTENT_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15}|\*)")
_MEDIA_TYPES = ("video/", "image/", "audio/", "application/octet-stream", "binary/octet-stream")
_LEAST_RATE = 8 * 1024
_LARGEST_EVER = 1 << 50
_RATE_WINDOW = 30.0
_HEAD_SECONDS = 90.0
_LONGEST_SECONDS = 6 * 3600.0
_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5


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
        largest: see below.

    Attributes:
        largest: bytes of a file above which it is refused.
    """

    def __init__(self, service: str, largest: int) -> None:
        self._service = service
        self.largest = largest
        self._client: httpx.AsyncClient | None = None
        self._opening = asyncio.Lock()

    @asynccontextmanager
    async def open(
        self,
        url: str,
        offset: int = 0,
        etag: str = "",
        *,
        any_host: bool = False,
        any_size: bool = False,
    ) -> AsyncIterator[Transfer]:
        """Begin to fetch a file, from `offset` on where the other side still has the same file.

        Args:
            any_host: whether a person said that the file may lie on any public host.
            any_size: whether a person said that it may be larger than the limit.

        Raises HostNotTrusted, LinkDead, FileTooLarge, DownloadCut.
        """
        await self._check_host(url, any_host)
        client = await self._opened()
        headers = {}
        if offset > 0 and etag:
            headers = {"Range": f"bytes={offset}-", "If-Range": etag}
        reply = await self._ask(client, url, headers, any_host=any_host)
        try:
            largest = _LARGEST_EVER if any_size else self.largest
            transfer = self._transfer(reply, offset if headers else 0, largest)
            async with aclosing(transfer.pieces):
                yield transfer
        finally:
            await reply.aclose()

    async def close(self) -> None:
        """Close all connections."""
        if self._client is not None:
            await self._client.aclose()

    async def _check_host(self, url: str, any_host: bool) -> None:
        may = may_fetch(url, self._service)
        if not may and any_host and may_fetch_anyway(url):
            may = await _leads_outside(url)
        if not may:
            raise HostNotTrusted(host_of(url))

    async def _ask(
        self, client: "httpx.AsyncClient", url: str, headers: dict[str, str], *, any_host: bool
    ) -> "httpx.Response":
        """Ask for a file, and follow redirects: within its origin, or anywhere on a person's word.

        The caller closes the reply. Raises HostNotTrusted, DownloadCut.
        """
        for _ in range(_MOST_REDIRECTS + 1):
            with _losses():
                request = client.build_request("GET", url, headers=headers)
                try:
                    async with asyncio.timeout(_HEAD_SECONDS):
                        reply = await client.send(request, stream=True)
                except TimeoutError:
                    raise DownloadCut(f"no answer within {_HEAD_SECONDS:g} s") from None
            if reply.status_code not in _REDIRECTS:
                return reply
            await reply.aclose()
            target = _target(url, reply)
            if not any_host and not _same_origin(url, target):
                raise HostNotTrusted(host_of(target))
            await self._check_host(target, any_host)
            url = target
        raise DownloadCut(f"more than {_MOST_REDIRECTS} redirects")

    async def _opened(self) -> "httpx.AsyncClient":
        async with self._opening:
            if self._client is None:
                self._client = await asyncio.to_thread(_new_client)
            return self._client

    def _transfer(self, reply: "httpx.Response", offset: int, largest: int) -> Transfer:
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
        if total is not None and total > largest:
            raise FileTooLarge(f"{total} bytes")
        etag = reply.headers.get("etag", "")
        strong = etag if etag.startswith('"') and len(etag) <= 256 else ""
        return Transfer(offset, total, strong, self._pieces(reply, offset, total, largest))

    async def _pieces(
        self, reply: "httpx.Response", offset: int, total: int | None, largest: int
    ) -> AsyncGenerator[bytes, None]:
        received = offset
        pace = _Pace()
        piece = bytearray()
        parts = reply.aiter_raw()
        while True:
            begun = time.monotonic()
            try:
                with _losses():
                    try:
                        async with asyncio.timeout(pace.patience):
                            part = await anext(parts, None)
                    except TimeoutError:
                        raise DownloadCut(f"nothing came for {pace.patience:g} s") from None
            except DownloadCut:
                # What came before the cut need not come again.
                if piece:
                    yield bytes(piece)
                raise
            if part is None:
                break
            received += len(part)
            if received > largest or (total is not None and received > total):
                raise FileTooLarge(f"more than {total or largest} bytes came")
            pace.note(len(part), time.monotonic() - begun)
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

    from rushes.api.exchange import USER_AGENT, no_cookies, tls_settings

    return httpx.AsyncClient(
        verify=tls_settings(),
        timeout=httpx.Timeout(connect=15.0, read=30.0, write=30.0, pool=30.0),
        follow_redirects=False,
        cookies=no_cookies(),
        # What lies on this machine is fetched through no proxy.
        mounts=dict.fromkeys(("all://localhost", "all://127.0.0.1", "all://[::1]")),
        limits=httpx.Limits(max_connections=8, max_keepalive_connections=4),
        headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"},
    )


class _Pace:
    """Ends a transfer that is slower than the least rate over a whole window, or takes for ever.

    Only the time that is spent waiting for the other side counts.
    """

    def __init__(self) -> None:
        self._bytes = 0
        self._waited = 0.0
        self._left = _LONGEST_SECONDS

    @property
    def patience(self) -> float:
        """Seconds for which nothing at all may come."""
        return min(_RATE_WINDOW, max(0.0, self._left))

    def note(self, length: int, seconds: float) -> None:
        """Note bytes that came after so many seconds. Raises DownloadCut."""
        self._bytes += length
        self._waited += seconds
        self._left -= seconds
        if self._left <= 0:
            raise DownloadCut(f"it took longer than {_LONGEST_SECONDS:g} s")
        if self._waited >= _RATE_WINDOW:
            if self._bytes / self._waited < _LEAST_RATE:
                raise DownloadCut(f"slower than {_LEAST_RATE} bytes a second")
            self._bytes, self._waited = 0, 0.0


@contextmanager
def _losses() -> Iterator[None]:
    """Tell everything that can break on the way as DownloadCut."""
    import httpx

    try:
        yield
    except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError) as error:
        # A TLS connection that breaks while it is read comes as an OSError.
        raise DownloadCut(f"{type(error).__name__}: {error}") from error


def _target(url: str, reply: "httpx.Response") -> str:
    """Return where a redirect leads. Raises DownloadCut when it does not say."""
    place = str(reply.headers.get("location", ""))
    try:
        if place:
            return urljoin(url, place)
    except ValueError:
        pass
    raise DownloadCut(f"HTTP {reply.status_code} that leads nowhere")


def _same_origin(url: str, other: str) -> bool:
    try:
        mine, theirs = urlsplit(url), urlsplit(other)
        return (mine.scheme, mine.hostname, mine.port) == (
            theirs.scheme,
            theirs.hostname,
            theirs.port,
        )
    except ValueError:
        return False


async def _leads_outside(url: str) -> bool:
    """Tell whether a host's name leads to public addresses alone; raises DownloadCut for none."""
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host_of(url), 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise DownloadCut(f"{type(error).__name__}: {error}") from error
    return bool(found) and all(is_public_host(str(each[4][0]).split("%")[0]) for each in found)


def _length(reply: "httpx.Response") -> int | None:
    text = reply.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
