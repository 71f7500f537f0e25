"""A process with a library and its engine, told what to do through a socket, line by line.

The other side listens on a Unix socket; each line that it sends is ``{"do": NAME, …}``, and each
is answered by one line: ``{"answer": …}``, or ``{"refused": code}`` for an expected error. The
process comes to rest and ends when the socket closes.
"""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any

from rushes.cli.opened import opened
from rushes.domain.errors import RushesError
from rushes.engine.configuration import configure
from rushes.engine.engine import Engine
from rushes.engine.generation import GenerationWish
from rushes.library.library import Library
from tests.engine.tiny_model import SPEC

_QUIET_ROUNDS = 3


def run(socket_path: str) -> int:
    """Connect, work through what is asked, and come to rest; returns the exit code."""
    return asyncio.run(_session(socket_path))


async def _session(socket_path: str) -> int:
    reader, writer = await asyncio.open_unix_connection(socket_path)
    try:
        async with _opened() as (library, engine):
            writer.write(b'{"answer": "open"}\n')
            while line := await reader.readline():
                writer.write(
                    json.dumps(await _answered(library, engine, json.loads(line))).encode()
                )
                writer.write(b"\n")
                await writer.drain()
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
    return 0


@contextlib.asynccontextmanager
async def _opened() -> AsyncIterator[tuple[Library, Engine]]:
    configuration = configure()
    await configuration.credentials.load()
    async with opened(configuration, send_waiting=True) as both:
        yield both


async def _answered(library: Library, engine: Engine, asked: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"answer": await _do(library, engine, **asked)}
    except RushesError as error:
        return {"refused": error.code}


async def _do(library: Library, engine: Engine, do: str, **given: Any) -> Any:
    answers = engine.answers
    match do:
        case "generate":
            wish = GenerationWish(SPEC, {"prompt": "a cabin"}, takes=given["takes"])
            return [entry.job.id for entry in await engine.generate([wish])]
        case "wait":
            return await asyncio.sleep(given["seconds"])
        case "rest":
            return await _rest(engine, given["seconds"])
        case "cancel":
            return (await engine.cancel(given["job"])).state
        case "adopt":
            return (await answers.adopt(given["job"], given["remote_id"])).state
        case "send_again":
            return (await answers.send_again(given["job"])).job.id
        case "keep":
            return (await answers.keep(given["job"])).state
        case "send_held":
            return (await answers.send_held(given["job"])).state
        case "drop_held":
            return (await answers.drop_held(given["job"])).state
        case "ask_again":
            return (await answers.ask_again(given["job"])).state
    raise ValueError(do)


async def _rest(engine: Engine, seconds: float) -> int:
    """Wait until nothing is pending, `seconds` at most; return how many jobs still are."""
    loop = asyncio.get_running_loop()
    give_up, quiet = loop.time() + seconds, 0
    pending = 0
    while quiet < _QUIET_ROUNDS and loop.time() < give_up:
        await asyncio.sleep(0.05)
        pending = len(await engine.pending())
        quiet = 0 if pending else quiet + 1
    return pending
