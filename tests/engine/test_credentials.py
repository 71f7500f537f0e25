"""The token: where it comes from, where it is kept, and what a keyring may do meanwhile."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from keyring.backends import chainer, fail, null
from keyring.errors import (
    InitError,
    KeyringError,
    KeyringLocked,
    NoKeyringError,
    PasswordDeleteError,
    PasswordSetError,
)

from rushes.domain.errors import KeyringUnavailable
from rushes.engine.credentials import Credentials, TokenSource
from rushes.engine.keyring_store import SERVICE_NAME, KeyringStore
from tests.engine.keyrings import (
    ForgetfulKeyring,
    MemoryKeyring,
    ObscuringKeyring,
    PlaintextKeyring,
    keyring_in_use,
)

ORIGIN = "https://model-api.runcomfy.net"
PROXY = "https://keys.studio.example"
ENTRY = (SERVICE_NAME, ORIGIN)
TOKEN = "rc-token-0123456789"


@pytest.fixture
def backend() -> Iterator[MemoryKeyring]:
    memory = MemoryKeyring()
    with keyring_in_use(memory):
        yield memory
    # Lets threads that still wait come to an end.
    memory.answers.set()


def new(
    origin: str = ORIGIN, environment: dict[str, str] | None = None, seconds: float = 10.0
) -> Credentials:
    store = KeyringStore(origin, read_seconds=seconds, write_seconds=seconds)
    return Credentials(environment or {}, keyring=store)


async def test_a_kept_token_is_there_in_the_next_session(backend: MemoryKeyring) -> None:
    first = new()
    assert await first.load() is TokenSource.NONE
    await first.keep(f" {TOKEN}\n")
    assert (first.token(), first.source, first.is_kept) == (TOKEN, TokenSource.KEYRING, True)
    assert backend.entries == {ENTRY: TOKEN}
    second = new()
    assert second.token() == ""
    assert await second.load() is TokenSource.KEYRING
    assert (second.token(), second.is_kept) == (TOKEN, True)


async def test_each_service_has_a_token_of_its_own(backend: MemoryKeyring) -> None:
    await new().keep(TOKEN)
    assert await new(PROXY).load() is TokenSource.NONE


async def test_another_service_is_never_given_the_token_of_the_first(
    backend: MemoryKeyring,
) -> None:
    credentials = new()
    await credentials.keep(TOKEN)
    credentials.serve(PROXY)
    assert (credentials.token(), credentials.source) == ("", TokenSource.NONE)
    assert await credentials.load() is TokenSource.NONE
    await credentials.keep("for the proxy")
    credentials.serve(ORIGIN)
    assert await credentials.load() is TokenSource.KEYRING
    assert credentials.token() == TOKEN
    assert backend.entries == {ENTRY: TOKEN, (SERVICE_NAME, PROXY): "for the proxy"}
    outer = new(environment={"RUNCOMFY_TOKEN": "outer"})
    outer.use("typed")
    outer.serve(PROXY)
    assert (outer.token(), outer.source) == ("outer", TokenSource.ENVIRONMENT)
    outer.serve(ORIGIN)
    assert outer.token() == "outer"


async def test_a_late_token_of_the_first_service_is_not_used_at_the_second(
    backend: MemoryKeyring,
) -> None:
    backend.entries[ENTRY] = TOKEN
    backend.answers.clear()
    credentials = new(seconds=0.05)
    await credentials.load()
    credentials.serve(PROXY)
    loading = asyncio.ensure_future(credentials.load())
    await asyncio.sleep(0)
    backend.answers.set()
    assert await loading is TokenSource.NONE
    await _until(lambda: not _is_asked())
    await asyncio.sleep(0.05)
    assert credentials.token() == ""


async def test_the_environment_comes_first_and_the_keyring_is_left_alone(
    backend: MemoryKeyring,
) -> None:
    backend.entries[ENTRY] = "kept"
    credentials = new(environment={"YOUR_API_TOKEN": " second ", "RUNCOMFY_TOKEN": "first"})
    assert await credentials.load() is TokenSource.ENVIRONMENT
    assert (credentials.token(), credentials.variable) == ("first", "RUNCOMFY_TOKEN")
    assert backend.threads == set()


async def test_the_token_of_the_environment_comes_back_when_another_is_forgotten(
    backend: MemoryKeyring,
) -> None:
    credentials = new(environment={"YOUR_API_TOKEN": "outer"})
    await credentials.keep(TOKEN)
    assert credentials.token() == TOKEN
    await credentials.forget()
    assert (credentials.token(), credentials.source) == ("outer", TokenSource.ENVIRONMENT)
    assert backend.entries == {}


async def test_the_token_of_a_demo_is_neither_looked_up_nor_kept(backend: MemoryKeyring) -> None:
    demo = Credentials({"RUNCOMFY_TOKEN": "real"}, fixed="demo")
    assert await demo.load() is TokenSource.SESSION
    assert (demo.token(), demo.variable) == ("demo", "")
    with pytest.raises(KeyringUnavailable):
        await demo.keep("other")
    assert backend.threads == set()


async def test_a_forgotten_token_is_gone_everywhere(backend: MemoryKeyring) -> None:
    credentials = new()
    await credentials.keep(TOKEN)
    await credentials.forget()
    assert (credentials.token(), credentials.source) == ("", TokenSource.NONE)
    assert backend.entries == {}
    # What was only used in this session leaves nothing to look for.
    credentials.use("typed")
    backend.threads.clear()
    await credentials.forget()
    assert (credentials.token(), backend.threads) == ("", set())


async def test_the_keyring_is_never_touched_on_the_thread_of_the_loop(
    backend: MemoryKeyring,
) -> None:
    credentials = new()
    await credentials.load()
    await credentials.keep(TOKEN)
    await credentials.forget()
    assert backend.threads == {"keyring"}


FAILURES = [
    *(kind("locked") for kind in (KeyringError, KeyringLocked, InitError, NoKeyringError)),
    PasswordSetError(f"cannot store {TOKEN}"),
    PasswordDeleteError("no"),
    RuntimeError("no bus"),
    OSError(2, "no socket"),
    ImportError("no such backend"),
    AttributeError("half installed"),
]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda each: type(each).__name__)
async def test_a_keyring_that_fails_leaves_the_token_for_this_session(
    backend: MemoryKeyring, failure: Exception
) -> None:
    backend.failure = failure
    credentials = new()
    assert await credentials.load() is TokenSource.NONE
    with pytest.raises(KeyringUnavailable) as told:
        await credentials.keep(TOKEN)
    assert (credentials.token(), credentials.source) == (TOKEN, TokenSource.SESSION)
    assert not credentials.is_kept
    error: BaseException | None = told.value
    while error is not None:
        assert TOKEN not in f"{error} {error!r} {getattr(error, 'detail', '')}"
        error = error.__cause__ or error.__context__
    with pytest.raises(KeyringUnavailable):
        await credentials.forget()
    assert credentials.token() == ""


@pytest.mark.parametrize(
    "unfit", [fail.Keyring, null.Keyring, ForgetfulKeyring, PlaintextKeyring, ObscuringKeyring]
)
async def test_what_keeps_no_secrets_counts_as_no_keyring(unfit: type) -> None:
    backend = unfit()
    with keyring_in_use(backend):
        credentials = new()
        assert await credentials.load() is TokenSource.NONE
        with pytest.raises(KeyringUnavailable):
            await credentials.keep(TOKEN)
    assert credentials.source is TokenSource.SESSION
    assert getattr(backend, "entries", {}) == {}


async def test_of_a_chain_the_first_that_keeps_secrets_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain, good = PlaintextKeyring(), MemoryKeyring()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain, good])
    with keyring_in_use(chainer.ChainerBackend()):
        await new().keep(TOKEN)
    assert (plain.entries, good.entries) == ({}, {ENTRY: TOKEN})


async def test_a_chain_of_nothing_counts_as_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [])
    with keyring_in_use(chainer.ChainerBackend()), pytest.raises(KeyringUnavailable):
        await new().keep(TOKEN)


async def test_a_keyring_that_hangs_is_not_waited_for(backend: MemoryKeyring) -> None:
    backend.answers.clear()
    credentials = new(seconds=0.1)
    began = time.monotonic()
    assert await credentials.load() is TokenSource.NONE
    with pytest.raises(KeyringUnavailable, match="no answer"):
        await credentials.keep(TOKEN)
    assert credentials.source is TokenSource.SESSION
    assert time.monotonic() - began < 5


async def test_a_token_that_comes_late_is_used_from_then_on(backend: MemoryKeyring) -> None:
    backend.entries[ENTRY] = TOKEN
    backend.answers.clear()
    credentials = new(seconds=0.05)
    told: list[TokenSource] = []
    credentials.subscribe(told.append)
    assert await credentials.load() is TokenSource.NONE
    backend.answers.set()
    await _until(lambda: credentials.token() == TOKEN)
    assert told == [TokenSource.KEYRING]


async def test_a_token_that_comes_late_does_not_replace_a_newer_one(
    backend: MemoryKeyring,
) -> None:
    backend.entries[ENTRY] = "old"
    backend.answers.clear()
    credentials = new(seconds=0.05)
    await credentials.load()
    credentials.use("typed")
    await credentials.forget()
    backend.answers.set()
    await asyncio.sleep(0.2)
    assert (credentials.token(), credentials.source) == ("", TokenSource.NONE)


async def test_forgetting_comes_after_a_write_that_hangs(backend: MemoryKeyring) -> None:
    backend.answers.clear()
    credentials = new(seconds=0.05)
    with pytest.raises(KeyringUnavailable):
        await credentials.keep(TOKEN)
    with pytest.raises(KeyringUnavailable):
        await credentials.forget()
    backend.answers.set()
    await _until(lambda: backend.entries == {} and not _is_asked())


async def test_of_calls_that_wait_only_the_newest_is_made(backend: MemoryKeyring) -> None:
    backend.answers.clear()
    credentials = new(seconds=0.05)
    for token in ("first", "second", "third"):
        with pytest.raises(KeyringUnavailable):
            await credentials.keep(token)
    backend.answers.set()
    await _until(lambda: not _is_asked())
    assert backend.entries == {ENTRY: "third"}


def test_a_keyring_that_hangs_does_not_hold_up_the_end_of_the_program() -> None:
    program = """
import asyncio, keyring
from tests.engine.keyrings import MemoryKeyring
from rushes.engine.credentials import Credentials
from rushes.engine.keyring_store import KeyringStore
hanging = MemoryKeyring()
hanging.answers.clear()
keyring.set_keyring(hanging)
credentials = Credentials({}, keyring=KeyringStore("https://x.example", read_seconds=0.1))
print(asyncio.run(credentials.load()))
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "none\n", "")


def test_every_token_of_the_session_is_a_secret() -> None:
    credentials = Credentials({"RUNCOMFY_TOKEN": "outer"})
    credentials.use("typed")
    credentials.hide(" tried ")
    credentials.hide("")
    assert credentials.secrets() == {"outer", "typed", "tried"}
    assert "typed" not in repr(credentials)


def _is_asked() -> bool:
    import threading

    return any(thread.name == "keyring" for thread in threading.enumerate())


async def _until(met: object) -> None:
    assert callable(met)
    async with asyncio.timeout(20):
        while not met():
            await asyncio.sleep(0.01)
