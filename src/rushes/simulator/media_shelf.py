"""The second origin: finished files behind signed links, with ranges (RFC 9110, section 14)."""

import hashlib
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus

from rushes.simulator.made_file import MadeFile
from rushes.simulator.wire import FileSlice, Reply, Request

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_LINK_SECONDS = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class ReceivedToken:
    """A request to the media origin that carried an ``Authorization`` header, which it must not.

    Attributes:
        path: what was asked for.
        header: the header's value.
    """

    path: str
    header: str


class MediaShelf:
    """Serves files by link.

    Attributes:
        received_tokens: requests that brought a token along; each was refused.
    """

    def __init__(self) -> None:
        self.received_tokens: list[ReceivedToken] = []
        self._secret = secrets.token_hex(16)
        self._files: dict[str, MadeFile] = {}

    def put(self, request_id: str, number: int, file: MadeFile) -> str:
        """Put up a job's file, counted from 1; return path and query of its link."""
        path = f"/{request_id}/output_{number:02d}{file.path.suffix}"
        self._files[path] = file
        return f"{path}?X-Expires={_LINK_SECONDS}&X-Signature={self._signature(path)}"

    async def answer(self, request: Request) -> Reply:
        """Answer GET and HEAD."""
        head = request.head
        if "authorization" in head.headers:
            self.received_tokens.append(ReceivedToken(head.path, head.headers["authorization"]))
            return _refusal(HTTPStatus.BAD_REQUEST, "only one authentication mechanism is allowed")
        if head.method not in ("GET", "HEAD"):
            return _refusal(HTTPStatus.METHOD_NOT_ALLOWED, "only GET and HEAD", Allow="GET, HEAD")
        file = self._files.get(head.path)
        signature = head.query.get("X-Signature", "")
        if not secrets.compare_digest(signature.encode(), self._signature(head.path).encode()):
            return _refusal(HTTPStatus.FORBIDDEN, "the signature does not match")
        if file is None:
            return _refusal(HTTPStatus.NOT_FOUND, "no such file")
        return _file_reply(file, head.headers if head.method == "GET" else {})

    def _signature(self, path: str) -> str:
        return hashlib.sha256(f"{self._secret}{path}".encode()).hexdigest()


def _file_reply(file: MadeFile, headers: Mapping[str, str]) -> Reply:
    etag, modified = f'"{file.digest[:32]}"', file.path.stat().st_mtime
    described = (
        ("Content-Type", file.content_type),
        ("Accept-Ranges", "bytes"),
        ("ETag", etag),
        ("Last-Modified", formatdate(modified, usegmt=True)),
    )
    asked = _RANGE.fullmatch(headers.get("range", "").replace(" ", ""))
    # Several ranges, other units and a range of a file that has changed get the whole file.
    if asked is None or asked.group() == "bytes=-" or not _is_current(headers, etag, modified):
        return Reply(HTTPStatus.OK, described, FileSlice(file.path, 0, file.size))
    start, end = _span(asked.group(1), asked.group(2), file.size)
    if start >= file.size or start > end:
        return Reply(
            HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
            (("Content-Range", f"bytes */{file.size}"),),
        )
    return Reply(
        HTTPStatus.PARTIAL_CONTENT,
        (*described, ("Content-Range", f"bytes {start}-{end}/{file.size}")),
        FileSlice(file.path, start, end - start + 1),
    )


def _span(first: str, last: str, size: int) -> tuple[int, int]:
    """First and last byte of a range; a missing first means the last so many bytes."""
    if not first:
        return max(0, size - int(last)), size - 1 if int(last) else -1
    return int(first), min(int(last), size - 1) if last else size - 1


def _is_current(headers: Mapping[str, str], etag: str, modified: float) -> bool:
    condition = headers.get("if-range")
    if condition is None or condition == etag:
        return True
    try:
        return int(modified) == int(parsedate_to_datetime(condition).timestamp())
    except ValueError:
        return False


def _refusal(status: HTTPStatus, message: str, **headers: str) -> Reply:
    described = (("Content-Type", "text/plain; charset=utf-8"), *headers.items())
    return Reply(status, described, message.encode())
