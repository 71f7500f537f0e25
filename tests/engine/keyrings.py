"""Keyrings of the tests: real backends of the keyring library, in memory and with faults."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps what it is given, as the real ones do.

    Attributes:
        entries: service and user → what is kept.
        failure: raised by every call, where there is one.
        latest: a call is held until this is set.
        seconds: how long every call takes.
        threads: the names of the threads that came.
    """

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.failure: Exception | None = None
        self.answers = threading.Event()
        self.answers.set()
        self.seconds = 0.0
        self.threads: set[str] = set()

    def get_password(self, service: str, username: str) -> str | None:
        self._come_in()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._come_in()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._come_in()
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("no such entry")

    def _come_in(self) -> None:
        self.threads.add(threading.current_thread().name)
        self.answers.wait()
        time.sleep(self.seconds)
        if self.failure is not None:
            raise self.failure


class ForgetfulKeyring(MemoryKeyring):
    """Takes everything and keeps nothing, without a word."""

    def set_password(self, service: str, username: str, password: str) -> None:
        self._come_in()


class PlaintextKeyring(MemoryKeyring):
    """Would write the token where anybody can read it."""


class ObscuringKeyring(MemoryKeyring):
    """One that the library itself does not recommend."""

    priority = 0.6  # type: ignore[assignment]


@contextmanager
def keyring_in_use(backend: KeyringBackend) -> Iterator[None]:
    """Have the keyring library use a backend for a while."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield
    finally:
        keyring.set_keyring(before)
