"""A second origin that should learn nothing, and the forms in which a secret may turn up."""

import asyncio
import base64
import json
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, quote_plus

_REPLY = b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nConnection: close\r\nContent-Length: "


class Canary:
    """A server on this machine that keeps every byte it is sent.

    Args:
        body: what it answers to everything.

    Attributes:
        heard: what each connection sent.
        url: its origin.
    """

    def __init__(self, body: bytes = b"{}") -> None:
        self._body = body
        self._tasks: set[asyncio.Task[None]] = set()
        self.heard: list[bytes] = []
        self.url = ""

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._on_connected, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self.port}"

    async def stop(self) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.sockets[0].getsockname()[1])

    def _on_connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        place = len(self.heard)
        self.heard.append(b"")
        try:
            while b"\r\n\r\n" not in self.heard[place]:
                piece = await reader.read(65_536)
                if not piece:
                    return
                self.heard[place] += piece
            writer.write(_REPLY + str(len(self._body)).encode() + b"\r\n\r\n" + self._body)
            await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()


def forms_of(secret: str) -> dict[str, bytes]:
    """Return the forms in which a secret could be found, each under its name."""
    forms = {
        "literal": secret,
        "url": quote(secret, safe=""),
        "url with slashes": quote(secret),
        "form": quote_plus(secret),
        "json": json.dumps(secret)[1:-1],
        "python": repr(secret)[1:-1],
        "hexadecimal": secret.encode().hex(),
        "backwards": secret[::-1],
    }
    for shift in range(3):
        encoded = base64.b64encode(b" " * shift + secret.encode()).decode()
        inner = encoded[4:-4]
        forms[f"base64, {shift} before"] = inner
        forms[f"base64 for URLs, {shift} before"] = inner.replace("+", "-").replace("/", "_")
    return {name: form.encode() for name, form in forms.items()} | {
        "UTF-16": secret.encode("utf-16-le")
    }


def found_in(secret: str, texts: Iterable[tuple[str, bytes]]) -> list[str]:
    """Return where a secret turns up, and in which form."""
    forms = forms_of(secret)
    return [
        f"{where}: {name}" for where, text in texts for name, form in forms.items() if form in text
    ]


def files_of(folder: Path) -> Iterable[tuple[str, bytes]]:
    """Yield every file under a folder with its bytes, and every name as well."""
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        yield f"name of {name}", name.encode("utf-8", "surrogateescape")
        if path.is_file() and not path.is_symlink():
            yield name, path.read_bytes()
