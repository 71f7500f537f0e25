"""The token in the system's own keyring.

Everything that touches the keyring runs on daemon threads: a keyring may wait for somebody to
unlock it, for as long as it likes, and neither the window nor the end of the program waits for it.
"""

import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from rushes.domain.errors import KeyringUnavailable

if TYPE_CHECKING:
    import asyncio

    from keyring.backend import KeyringBackend

SERVICE_NAME = "Rushes"
"""The name under which keyrings list the entry; its user is the service's origin."""

READ_SECONDS = 5.0
"""How long a start waits for the token."""

WRITE_SECONDS = 20.0
"""How long it may take to unlock a keyring that a person has just asked for."""

_SAFE_ENOUGH = 1.0
"""keyring's own line between backends that it recommends and those that only obscure."""

_Work = Callable[["KeyringBackend"], str]


class KeyringStore:
    """One entry of the system's keyring.

    Calls are done one after the other; one that has not begun when a newer one is made is left
    out. A call that took too long goes on by itself, and ends whenever the keyring answers.

    Args:
        origin: the service's origin: each service has a token of its own.
        read_seconds: how long `read` waits.
        write_seconds: how long `write` and `delete` wait.
    """

    def __init__(
        self,
        origin: str,
        *,
        read_seconds: float = READ_SECONDS,
        write_seconds: float = WRITE_SECONDS,
    ) -> None:
        self._origin = origin
        self._read_seconds = read_seconds
        self._write_seconds = write_seconds
        self._turn = threading.Lock()
        self._newest: _Work | None = None

    def of(self, origin: str) -> "KeyringStore":
        """Return the store of another service's token."""
        return KeyringStore(
            origin, read_seconds=self._read_seconds, write_seconds=self._write_seconds
        )

    async def read(self, on_late: Callable[[str], None] | None = None) -> str:
        """Return the token, empty when none is kept; raises KeyringUnavailable.

        Args:
            on_late: called on this loop with a token that came after the time was over.
        """

        def work(backend: "KeyringBackend") -> str:
            return _read(backend, self._origin)

        return await self._ask(work, self._read_seconds, on_late)

    async def write(self, token: str) -> None:
        """Keep a token in place of any other, and see that it is there.

        Raises KeyringUnavailable.
        """

        def work(backend: "KeyringBackend") -> str:
            backend.set_password(SERVICE_NAME, self._origin, token)
            # Some backends drop what they are given and say nothing.
            if _read(backend, self._origin) != token:
                raise KeyringUnavailable("it did not keep what it was given")
            return ""

        await self._ask(work, self._write_seconds)

    async def delete(self) -> None:
        """Take the token out, if it is there; raises KeyringUnavailable."""

        def work(backend: "KeyringBackend") -> str:
            # Backends refuse to delete what is not there: what counts is that it is gone.
            with contextlib.suppress(Exception):
                backend.delete_password(SERVICE_NAME, self._origin)
            if _read(backend, self._origin):
                raise KeyringUnavailable("it did not give up what it keeps")
            return ""

        await self._ask(work, self._write_seconds)

    async def _ask(
        self, work: _Work, seconds: float, on_late: Callable[[str], None] | None = None
    ) -> str:
        # The window is on the screen before anything needs asyncio.
        import asyncio

        loop = asyncio.get_running_loop()
        answer: asyncio.Future[str] = loop.create_future()
        self._newest = work

        def settle(told: str | Exception) -> None:
            if answer.done():
                return
            if isinstance(told, Exception):
                answer.set_exception(told)
                # Whoever asked may be gone by now, and the loop with its next turn: an error that
                # nobody asks for is none.
                answer.exception()
            else:
                answer.set_result(told)

        def run() -> None:
            told = self._done_in_turn(work)
            # The loop is gone when a keyring answers after the program's end.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(settle, told)

        threading.Thread(target=run, name="keyring", daemon=True).start()
        await asyncio.wait({answer}, timeout=seconds)
        if answer.done():
            return answer.result()
        answer.add_done_callback(lambda done: _tell_late(done, on_late))
        raise KeyringUnavailable(f"no answer within {seconds:g} s")

    def _done_in_turn(self, work: _Work) -> str | Exception:
        with self._turn:
            if self._newest is not work:
                return KeyringUnavailable("something newer was asked of it")
            try:
                return work(_trusted_backend())
            except KeyringUnavailable as error:
                return error
            except Exception as error:
                # Each backend has errors of its own, whose texts may hold what they were given.
                return KeyringUnavailable(type(error).__name__)


def _tell_late(answer: "asyncio.Future[str]", on_late: Callable[[str], None] | None) -> None:
    if on_late is None or answer.cancelled() or answer.exception() is not None:
        return
    if answer.result():
        on_late(answer.result())


def _read(backend: "KeyringBackend", origin: str) -> str:
    kept = backend.get_password(SERVICE_NAME, origin)
    return kept.strip() if isinstance(kept, str) else ""


def _trusted_backend() -> "KeyringBackend":
    """Return the backend to use; raises KeyringUnavailable where none keeps a secret."""
    import keyring
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    candidates = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    for candidate in candidates:
        if _keeps_secrets(candidate):
            return candidate
    raise KeyringUnavailable(f"no keyring that keeps secrets: {type(chosen).__name__}")


def _keeps_secrets(backend: "KeyringBackend") -> bool:
    from keyring.backends import fail, null

    if isinstance(backend, fail.Keyring | null.Keyring):
        return False
    kinds = [f"{kind.__module__}.{kind.__name__}".lower() for kind in type(backend).__mro__]
    if any("plaintext" in kind for kind in kinds):
        return False
    # Files that obscure what they hold, and those that ask on the terminal, say less than this.
    return float(backend.priority) >= _SAFE_ENOUGH
