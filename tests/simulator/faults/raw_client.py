"""Talks to a simulator in raw bytes, and tells how the connection ended."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tests.simulator.small_models import VIDEO_ID


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back.

    Attributes:
        content: the bytes.
        end: ``closed``, ``reset``, ``refused``, ``silent`` (nothing more came in time), or
            ``enough`` (as much came as was wanted).
    """

    content: bytes
    end: str

    @property
    def status(self) -> int:
        return int(self.content.split(b" ", 2)[1])

    @property
    def body(self) -> bytes:
        return self.content.partition(b"\r\n\r\n")[2]

    @property
    def head(self) -> bytes:
        return self.content.partition(b"\r\n\r\n")[0]

    def json(self) -> Any:
        return json.loads(self.body)


async def talk(url: str, request: bytes, *, within: float = 5.0, enough: int = 10_000_000) -> Heard:
    """Send a request on a connection of its own; listen until it ends, or so many seconds."""
    parts = urlsplit(url)
    try:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    except ConnectionRefusedError:
        return Heard(b"", "refused")
    content, end = b"", "closed"
    try:
        writer.write(request)
        async with asyncio.timeout(within):
            while len(content) < enough:
                piece = await reader.read(65_536)
                if not piece:
                    break
                content += piece
            else:
                end = "enough"
    except TimeoutError:
        end = "silent"
    except ConnectionError:
        end = "reset"
    writer.transport.abort()
    return Heard(content, end)


def post(path: str, body: bytes = b"{}") -> bytes:
    head = f"POST {path} HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer secret\r\n"
    return f"{head}Connection: close\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def get(path: str, *headers: str, token: bool = True) -> bytes:
    lines = [f"GET {path} HTTP/1.1", "Host: h", "Connection: close", *headers]
    lines += ["Authorization: Bearer secret"] if token else []
    return "\r\n".join([*lines, "", ""]).encode()


def submit(**inputs: Any) -> bytes:
    body = json.dumps({"prompt": "sea", **inputs}).encode()
    return post(f"/v1/models/{VIDEO_ID}", body)
