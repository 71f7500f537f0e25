"""The billing ledger: one line for every submit that was accepted, whatever was answered."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One accepted submit.

    Attributes:
        request_id: the id that it was given.
        time: when, ISO 8601 in UTC.
        token_digest: the first 16 hexadecimal digits of the token's SHA-256.
        body_digest: SHA-256 of the body's bytes, hexadecimal.
    """

    request_id: str
    time: str
    token_digest: str
    body_digest: str


def ledger_line(request_id: str, token: str, body: bytes) -> LedgerLine:
    """Make the line of a submit that is being accepted now."""
    return LedgerLine(
        request_id=request_id,
        time=datetime.now(UTC).isoformat(),
        token_digest=token_digest(token),
        body_digest=hashlib.sha256(body).hexdigest(),
    )


def token_digest(token: str) -> str:
    """Name a token without telling it: 16 hexadecimal digits."""
    return hashlib.sha256(token.encode()).hexdigest()[:16]


class Ledger:
    """Keeps the accepted submits, and appends each to a file as one line of JSON.

    Attributes:
        lines: the submits accepted since the start, oldest first.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Prepare a ledger; `path` is its file, None for none."""
        self.lines: list[LedgerLine] = []
        self._path = path
        self._file: IO[bytes] | None = None

    def open(self) -> None:
        """Open the file for appending, if there is one. Raises OSError."""
        if self._path is not None:
            # Unbuffered: a line is with the system when the call returns, or it was not written.
            self._file = self._path.open("ab", buffering=0)

    def add(self, line: LedgerLine) -> None:
        """Write a line; it has left this process when the call returns. Raises OSError."""
        if self._file is not None:
            written = json.dumps(asdict(line)).encode() + b"\n"
            if self._file.write(written) != len(written):
                raise OSError("the ledger took only a part of the line")
        self.lines.append(line)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
