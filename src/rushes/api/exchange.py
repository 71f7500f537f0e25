"""One bounded exchange with the service: a size cap, a total deadline, no redirects.

httpx's own time-outs restart with every byte, so a reply that drips never ends by itself; the
total deadline here does end it. A client whose call had to be cancelled is closed and replaced,
because a call cancelled while its connection opens can keep its place in the pool for good.
"""

import asyncio
import contextlib
import dataclasses
import functools
import json
import ssl
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.parse import urlsplit

import httpx

from rushes import __version__
from rushes.api.raw_reply import RawReply
from rushes.api.reply_body import ENCODINGS, read_whole
from rushes.domain.errors import (
    ConnectionLost,
    NotReachable,
    ReplyMalformed,
)
from rushes.domain.origins import is_loopback

LARGEST_REPLY = 8 * 1024 * 1024
"""Bytes of a reply that are read at most."""

_SHORTEST_TOKEN = 16
"""Characters; a shorter one, such as the demo's, may well stand in a reply for another reason."""

USER_AGENT = f"Rushes/{__version__}"
_TIMEOUT = httpx.Timeout(connect=10.0, read=30.0, write=30.0, pool=30.0)
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


@functools.cache
def tls_settings() -> ssl.SSLContext:
    """Return the TLS settings of all clients: certificates and host names are always checked."""
    return ssl.create_default_context()


def no_cookies() -> CookieJar:
    """Return a jar that takes no cookie: one that cannot be sent back would end all later calls."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


class Exchange:
    """Calls to one pinned origin, with relative paths alone, so that the token cannot leave it.

    Args:
        origin: scheme, host and port; see `rushes.domain.origins.service_origin`.
        keep_connections: whether a connection may serve a second call.
        tls: shared TLS settings; making them is slow.
    """

    def __init__(self, origin: str, *, keep_connections: bool, tls: ssl.SSLContext) -> None:
        self._origin = origin
        self._limits = httpx.Limits(
            max_connections=16, max_keepalive_connections=8 if keep_connections else 0
        )
        self._tls = tls
        self._client = self._new_client()

    async def call(
        self,
        method: str,
        path: str,
        *,
        token: str,
        body: bytes | None = None,
        query: dict[str, str] | None = None,
        deadline: float = 45.0,
    ) -> RawReply:
        """Make one call and read its whole reply.

        Args:
            method: HTTP method.
            path: absolute path on the origin, beginning with a single slash.
            token: sent as bearer token.
            body: JSON to send, in bytes.
            query: parameters of the query.
            deadline: seconds that the whole exchange may take.

        Raises NotReachable when surely nothing was sent, ConnectionLost when it broke later or
        took too long, ReplyMalformed when the reply is over the size cap or breaks HTTP.
        """
        if not path.startswith("/") or path.startswith("//"):
            raise ValueError("a call needs a path on the pinned origin")
        client = self._client
        work = asyncio.ensure_future(self._exchange(client, method, path, token, body, query))
        try:
            done, _ = await asyncio.wait({work}, timeout=deadline)
        except asyncio.CancelledError:
            # It comes to its own end, at the latest when the client is closed: to cancel it while
            # it connects would keep its place in the pool for good. Nobody waits for its outcome.
            work.add_done_callback(_disregard)
            raise
        if done:
            return work.result()
        work.cancel()
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await work
        await self._replace(client)
        raise ConnectionLost(f"no whole answer within {deadline:g} s")

    async def close(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def _exchange(
        self,
        client: httpx.AsyncClient,
        method: str,
        path: str,
        token: str,
        body: bytes | None,
        query: dict[str, str] | None,
    ) -> RawReply:
        headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        request = client.build_request(method, path, content=body, params=query, headers=headers)
        try:
            reply = await client.send(request, stream=True)
            try:
                return _without_token(await _read(reply), token)
            finally:
                await reply.aclose()
        except _NEVER_LEFT as error:
            raise NotReachable(_told(error)) from error
        except (httpx.RemoteProtocolError, httpx.DecodingError, httpx.InvalidURL) as error:
            # It looks at the address of a redirect even where none is followed.
            raise ReplyMalformed(_told(error)) from error
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            # A TLS connection that breaks while it is read comes as an OSError.
            raise ConnectionLost(_told(error)) from error

    async def _replace(self, client: httpx.AsyncClient) -> None:
        if client is self._client:
            self._client = self._new_client()
            with contextlib.suppress(Exception):
                await client.aclose()

    def _new_client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            base_url=self._origin,
            verify=self._tls,
            limits=self._limits,
            timeout=_TIMEOUT,
            follow_redirects=False,
            # A call to this machine goes through no proxy, which would be given the token.
            trust_env=not is_loopback(urlsplit(self._origin).hostname or ""),
            cookies=no_cookies(),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": ENCODINGS},
        )


async def _read(reply: httpx.Response) -> RawReply:
    body = await read_whole(reply, LARGEST_REPLY)
    headers = {name.lower(): value for name, value in reply.headers.items()}
    return RawReply(reply.status_code, body, headers)


def _without_token(reply: RawReply, token: str) -> RawReply:
    """Take the token out of a reply that repeats it, for what a reply says is written down."""
    if len(token) < _SHORTEST_TOKEN:
        return reply
    body = reply.body
    escaped = json.dumps(token)[1:-1]
    for form in (token, escaped, escaped.replace("/", "\\/")):
        body = body.replace(form.encode("ascii"), b"[token]")
    return reply if body == reply.body else dataclasses.replace(reply, body=body)


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _disregard(work: asyncio.Future[RawReply]) -> None:
    """Take note of an outcome, so that it is not reported as one that was overlooked."""
    if not work.cancelled():
        work.exception()
