"""A third origin that nobody has a reason to talk to, and that writes down who does."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from http import HTTPStatus
from pathlib import Path
from typing import IO

from rushes.simulator.origin import Origin
from rushes.simulator.wire import Reply, Request


@dataclass(frozen=True, slots=True)
class CanaryRequest:
    """One request to the canary.

    Attributes:
        method: such as ``GET``.
        target: path and query.
        headers: by lower-case name; a token that came along is told as it came.
        body: its text.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    body: str


class Canary(Origin):
    """Answers 404 to everything.

    Args:
        path: a file that gets every request as a line of JSON; None for none.

    Attributes:
        requests: what came, oldest first.
    """

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(self._note)
        self.requests: list[CanaryRequest] = []
        self._path = path
        self._file: IO[bytes] | None = None

    async def start(self, port: int = 0) -> None:
        """Listen, and open the file. Raises OSError."""
        if self._path is not None:
            self._file = self._path.open("ab", buffering=0)
        await super().start(port)

    async def stop(self, grace_seconds: float = 1.0) -> None:
        """Stop listening, and close the file."""
        await super().stop(grace_seconds)
        if self._file is not None:
            self._file.close()
            self._file = None

    async def _note(self, request: Request) -> Reply:
        head = request.head
        noted = CanaryRequest(
            head.method, head.target, dict(head.headers), request.body.decode("utf-8", "replace")
        )
        self.requests.append(noted)
        if self._file is not None:
            self._file.write(json.dumps(asdict(noted)).encode() + b"\n")
        return Reply(HTTPStatus.NOT_FOUND, (("Content-Type", "text/plain"),), b"nothing here")
