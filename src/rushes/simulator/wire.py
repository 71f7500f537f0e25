"""HTTP/1.1 as values: a request as it came, a reply as it goes out, byte for byte."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType
from urllib.parse import parse_qsl, urlsplit

from rushes.domain.request import JsonValue, canonical_json

MAX_HEAD_BYTES = 64 * 1024
_MAX_HEADERS = 100
_TOKEN_CHARACTERS = frozenset(
    b"!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)


@dataclass(frozen=True, slots=True)
class FileSlice:
    """Part of a file as a body: `length` bytes from `start`."""

    path: Path
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered to one request.

    Attributes:
        status: HTTP status.
        headers: names and values in the order they are sent; ``Content-Length``, ``Connection``
            and ``Date`` are added when the head is written.
        body: bytes, or part of a file.
        close: whether the connection ends after this reply.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | FileSlice = b""
    close: bool = False

    @property
    def length(self) -> int:
        """Length of the body in bytes."""
        return len(self.body) if isinstance(self.body, bytes) else self.body.length


class RequestUnreadable(Exception):
    """What came is not a request that can be answered as asked.

    Attributes:
        reply: what to answer before the connection is closed.
    """

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.reply = json_reply(status, {"message": message}, close=True)


@dataclass(frozen=True, slots=True)
class RequestHead:
    """A request without its body.

    Attributes:
        method: such as ``GET``.
        target: what is asked for, as it came.
        path: the path of the target, still percent-encoded.
        query: the last value of each name.
        headers: by lower-case name; repeated ones are joined with commas.
        version: ``HTTP/1.1`` or ``HTTP/1.0``.
    """

    method: str
    target: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    version: str

    @property
    def keeps_alive(self) -> bool:
        """Whether the client wants to go on using the connection."""
        wish = self.headers.get("connection", "").lower()
        return "close" not in wish if self.version == "HTTP/1.1" else "keep-alive" in wish

    @property
    def bearer_token(self) -> str | None:
        """The token of the ``Authorization`` header, None if there is no usable one."""
        kind, _, token = self.headers.get("authorization", "").partition(" ")
        return token.strip() or None if kind.lower() == "bearer" else None


@dataclass(frozen=True, slots=True)
class Request:
    """A whole request."""

    head: RequestHead
    body: bytes = field(default=b"", repr=False)


def parse_head(raw: bytes) -> RequestHead:
    """Read a request's head, blank line included. Raises RequestUnreadable."""
    first, *lines = raw.removesuffix(b"\r\n\r\n").split(b"\r\n")
    parts = first.split(b" ")
    if len(parts) != 3 or not parts[0] or not _TOKEN_CHARACTERS.issuperset(parts[0]):
        raise RequestUnreadable(HTTPStatus.BAD_REQUEST, "the request line cannot be read")
    version = parts[2].decode("latin-1")
    if version not in ("HTTP/1.1", "HTTP/1.0"):
        raise RequestUnreadable(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, "HTTP/1.1 is spoken here")
    target = urlsplit(parts[1].decode("latin-1"))
    if not target.path.startswith("/"):
        raise RequestUnreadable(HTTPStatus.BAD_REQUEST, "the request target cannot be read")
    headers = _parse_headers(lines)
    if version == "HTTP/1.1" and "host" not in headers:
        raise RequestUnreadable(HTTPStatus.BAD_REQUEST, "the Host header is missing")
    return RequestHead(
        method=parts[0].decode("ascii"),
        target=parts[1].decode("latin-1"),
        path=target.path,
        query=MappingProxyType(dict(parse_qsl(target.query, keep_blank_values=True))),
        headers=MappingProxyType(headers),
        version=version,
    )


def _parse_headers(lines: list[bytes]) -> dict[str, str]:
    if len(lines) > _MAX_HEADERS:
        raise RequestUnreadable(
            HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "there are too many headers"
        )
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(b":")
        if not colon or not name or not _TOKEN_CHARACTERS.issuperset(name):
            raise RequestUnreadable(HTTPStatus.BAD_REQUEST, "a header cannot be read")
        key, text = name.decode("ascii").lower(), value.strip(b" \t").decode("latin-1")
        headers[key] = f"{headers[key]}, {text}" if key in headers else text
    return headers


def body_length(head: RequestHead, limit: int) -> int:
    """Return how many bytes of body follow. Raises RequestUnreadable, also over the limit."""
    if "transfer-encoding" in head.headers:
        raise RequestUnreadable(HTTPStatus.LENGTH_REQUIRED, "the body must come with its length")
    text = head.headers.get("content-length", "0")
    if not (text.isascii() and text.isdigit()):
        raise RequestUnreadable(HTTPStatus.BAD_REQUEST, "Content-Length cannot be read")
    if len(text) > 18 or int(text) > limit:
        raise RequestUnreadable(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a body holds at most {limit} bytes"
        )
    return int(text)


def head_bytes(reply: Reply, *, date: str, close: bool) -> bytes:
    """Write the head of a reply as it goes on the wire.

    `date` is the value of ``Date`` (RFC 9110); `close` says whether the connection ends.
    """
    phrase = HTTPStatus(reply.status).phrase
    lines = [
        f"HTTP/1.1 {reply.status} {phrase}",
        f"Date: {date}",
        *(f"{name}: {value}" for name, value in reply.headers),
        f"Content-Length: {reply.length}",
        f"Connection: {'close' if close else 'keep-alive'}",
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def json_reply(status: int, value: JsonValue, *, close: bool = False) -> Reply:
    """Answer with JSON."""
    return Reply(
        status=int(status),
        headers=(("Content-Type", "application/json"),),
        body=canonical_json(value).encode(),
        close=close,
    )
