"""A keyring that answers when the loop takes its last turn."""

import asyncio
import contextlib
import gc
import threading
import time

from rushes.domain.errors.token import KeyringUnavailable
from rushes.engine.keyring_store import KeyringStore
from tests.engine.keyrings import MemoryKeyring, keyring_in_use


async def asked_in_vain(store: KeyringStore) -> None:
    with contextlib.suppress(KeyringUnavailable):
        await store.read()


def test_an_error_that_comes_with_the_last_turn_of_the_loop_is_no_failure() -> None:
    backend = MemoryKeyring()
    backend.failure = RuntimeError("locked")
    backend.answers.clear()
    loop = asyncio.new_event_loop()
    told: list[object] = []
    loop.set_exception_handler(lambda _, context: told.append(context))
    with keyring_in_use(backend), contextlib.closing(loop):
        store = KeyringStore("https://x.example", read_seconds=0.05)
        loop.run_until_complete(asked_in_vain(store))
        backend.answers.set()
        while any(thread.name == "keyring" for thread in threading.enumerate()):
            time.sleep(0.01)
        loop.call_soon(loop.stop)
        loop.run_forever()
    # Its trace holds what was asked.
    backend.failure = None
    gc.collect()
    assert told == []
