"""What one task a job costs, each asking every two seconds: ``URL JOBS SECONDS``.

The rival of `tests.bench.polls_of_rushes`: the loop that comes to mind first, with the same HTTP
library, on the same service, and without a library of jobs. Every task has a client of its own:
a thousand that share one get in each other's way in its pool, fill a core, and reach a tenth of
their pace. Prints the same figures as JSON.
"""

import asyncio
import json
import ssl
import sys
import time

import httpx

from tests.bench.children import allow_many_sockets
from tests.bench.polls_of_rushes import cpu_seconds

PAUSE = 2.0
"""Seconds between an answer and the next question; the shortest pause of the official clients."""


async def follow(url: str, count: int, seconds: float) -> dict[str, float]:
    """Follow `count` jobs for so many seconds, and return the figures."""
    tls = ssl.create_default_context()
    headers = {"Authorization": "Bearer good"}
    clients = [
        httpx.AsyncClient(base_url=url, headers=headers, timeout=30.0, verify=tls)
        for _ in range(count)
    ]
    await _state(clients[0], 1)
    since, before = time.monotonic(), cpu_seconds()
    tasks = [
        asyncio.create_task(_poll(client, number)) for number, client in enumerate(clients, start=1)
    ]
    await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
    figures = {"cpu": cpu_seconds() - before, "since": since, "until": time.monotonic()}
    for task in tasks:
        task.cancel()
    for ended in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(ended, Exception):
            raise ended
    for client in clients:
        await client.aclose()
    return figures


async def _poll(client: httpx.AsyncClient, number: int) -> None:
    while await _state(client, number) == "in_progress":
        await asyncio.sleep(PAUSE)


async def _state(client: httpx.AsyncClient, number: int) -> str:
    reply = await client.get(f"/v1/requests/job-{number}/status")
    reply.raise_for_status()
    return str(reply.json()["status"])


if __name__ == "__main__":
    _, _url, _count, _seconds = sys.argv
    allow_many_sockets()
    print(json.dumps(asyncio.run(follow(_url, int(_count), float(_seconds)))))
