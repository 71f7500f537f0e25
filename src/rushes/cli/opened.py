"""A library with its engine, for as long as one command runs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rushes.domain.errors import TokenMissing
from rushes.engine.configuration import Configuration
from rushes.engine.engine import Engine
from rushes.engine.library_of_run import library_of
from rushes.library.library import Library


@asynccontextmanager
async def opened(
    configuration: Configuration, *, send_waiting: bool
) -> AsyncIterator[tuple[Library, Engine]]:
    """Own the library and run its engine; both come to rest at the end, also of an interrupt.

    Args:
        configuration: what this run uses.
        send_waiting: whether jobs that wait since earlier go out as well.

    Raises LibraryError.
    """
    library = library_of(configuration)
    try:
        await library.open(program="rushes on the command line")
        engine = Engine.create(
            library,
            configuration.origin,
            configuration.settings.largest_download_bytes,
            configuration.credentials,
        )
    except BaseException:
        await library.close()
        raise
    try:
        await engine.start(send_waiting=send_waiting, asks=False)
        yield library, engine
    finally:
        await asyncio.shield(engine.stop())
        await library.close()


async def require_token(configuration: Configuration) -> None:
    """Look for a token, in the keyring too; raises TokenMissing."""
    await configuration.credentials.load()
    if not configuration.credentials.token():
        raise TokenMissing
