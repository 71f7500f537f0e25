"""A service that costs next to nothing and counts its calls: the other side of measurements.

`python -m tests.bench.cheap_service [MEDIA]` prints its address and ends with its input. Each job
is in progress until `finish` completes it; `MEDIA` is the one file that every job results in. A
simulator would do far more for each call, on the two cores that are measured.

    GET /bench/calls?since=S&until=S   calls in this span of the monotonic clock, which all
                                       processes of a machine share: `requests`, `bytes` both ways,
                                       and `burst`, the most within any 100 ms
    GET /bench/finish?jobs=N           the first N jobs that were submitted are completed
"""

import asyncio
import bisect
import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.bench.children import allow_many_sockets

BURST_SECONDS = 0.1


class CheapService:
    """What all connections share.

    Args:
        media: the file that every job results in.

    Attributes:
        url: its own address, once it listens.
    """

    def __init__(self, media: Path | None) -> None:
        self.url = ""
        self.media = media
        self._calls: list[tuple[float, int]] = []
        self._submitted = 0
        self._completed = 0

    def note(self, length: int) -> None:
        """Note a call that was answered, and its bytes both ways."""
        self._calls.append((time.monotonic(), length))

    def answer(self, method: str, target: str) -> dict[str, Any]:
        """Answer one call of the service's."""
        parts = urlsplit(target).path.split("/")
        if method == "POST" and parts[2] == "models":
            self._submitted += 1
            return {"request_id": f"job-{self._submitted}"}
        if parts[2] == "requests":
            number = int(parts[3].removeprefix("job-"))
            if number > self._completed:
                return {"request_id": parts[3], "status": "in_progress"}
            if parts[4] == "status":
                return {"request_id": parts[3], "status": "completed"}
            output = {"video": f"{self.url}/media/{number}.mp4"}
            return {"request_id": parts[3], "status": "succeeded", "output": output}
        if parts[-1] == "balance":
            return {"balance_usd": 25}
        return {"error_code": 400001, "message": "there is no such model"}

    def answer_bench(self, target: str) -> dict[str, Any]:
        """Answer one call of the measurement's own."""
        asked = urlsplit(target)
        values = {name: float(value[0]) for name, value in parse_qs(asked.query).items()}
        if asked.path == "/bench/finish":
            self._completed = int(values["jobs"])
            return {}
        calls = [each for each in self._calls if values["since"] <= each[0] < values["until"]]
        times = [at for at, _ in calls]
        within = [bisect.bisect_left(times, at + BURST_SECONDS) - i for i, at in enumerate(times)]
        traffic = sum(length for _, length in calls)
        return {"requests": len(calls), "bytes": traffic, "burst": max(within, default=0)}


class Connection(asyncio.Protocol):
    """One connection, kept until the other side closes it."""

    def __init__(self, service: CheapService) -> None:
        self._service = service
        self._buffer = b""
        self._sending: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while b"\r\n\r\n" in self._buffer:
            head, _, rest = self._buffer.partition(b"\r\n\r\n")
            first, *lines = head.decode("latin-1").split("\r\n")
            headers = {name.lower(): value for name, _, value in (e.partition(": ") for e in lines)}
            length = int(headers.get("content-length", "0"))
            if len(rest) < length:
                return
            self._buffer = rest[length:]
            method, target, _ = first.split(" ")
            self._answer(method, target, headers, len(head) + 4 + length)

    def _answer(self, method: str, target: str, headers: Mapping[str, str], received: int) -> None:
        if target.startswith("/media/"):
            self._sending = asyncio.ensure_future(self._send_media())
            return
        if target.startswith("/bench/"):
            body = json.dumps(self._service.answer_bench(target)).encode()
        else:
            body = json.dumps(self._service.answer(method, target)).encode()
        ends = headers.get("connection", "").lower() == "close"
        reply = _head("application/json", len(body), "Connection: close" if ends else "") + body
        if not target.startswith("/bench/"):
            self._service.note(received + len(reply))
        self._transport.write(reply)
        if ends:
            self._transport.close()

    async def _send_media(self) -> None:
        assert self._service.media is not None
        with self._service.media.open("rb") as stream:
            size = self._service.media.stat().st_size
            self._transport.write(_head("video/mp4", size, 'ETag: "one"'))
            try:
                await asyncio.get_running_loop().sendfile(self._transport, stream)
            except ConnectionError:
                self._transport.close()


def _head(kind: str, length: int, line: str = "") -> bytes:
    lines = ["HTTP/1.1 200 OK", f"Content-Type: {kind}", f"Content-Length: {length}"]
    return "\r\n".join([*lines, *([line] if line else []), "", ""]).encode()


async def serve(media: Path | None) -> None:
    """Listen on loopback until the input of this process ends."""
    service = CheapService(media)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(service), "127.0.0.1", 0, backlog=1024)
    service.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    print(service.url, flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    allow_many_sockets()
    asyncio.run(serve(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
