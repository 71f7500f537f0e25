"""Malformed replies over a real connection: to the client alone, and to an engine with jobs."""

import asyncio
import dataclasses
import hashlib
import itertools
import json
import logging
import random
from collections import Counter, defaultdict
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from rushes.api.client import ServiceClient
from rushes.api.raw_reply import RawReply
from rushes.domain.errors import RushesError
from rushes.domain.job import Job
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FETCHING_STATES, REMOTE_STATES, JobState
from rushes.engine.credentials import Credentials
from rushes.engine.engine import Engine
from rushes.engine.generation import GenerationWish
from rushes.library.library import Library
from tests.api.scripted_server import Request, ScriptedServer
from tests.engine.tiny_model import SPEC
from tests.faults.haste import hurry
from tests.faults.no_network import block
from tests.faults.reply_reference import (
    has_output,
    meaning,
    says_cancelled,
    submit_outcome,
    word_of,
)

Note = Callable[[str, object], None]
_REPLIES_A_JOB = 4
_LONGEST = 45.0
"""Seconds after which an engine that has not asked for everything is judged as it is."""


def wire(reply: RawReply) -> bytes:
    """Return the bytes of a whole reply."""
    try:
        phrase = HTTPStatus(reply.status).phrase
    except ValueError:
        phrase = "Odd"
    lines = [f"HTTP/1.1 {reply.status} {phrase}", "Connection: close"]
    if reply.status not in (204, 304):
        lines.append(f"Content-Length: {len(reply.body)}")
    lines += [f"{name}: {value}" for name, value in reply.headers.items()]
    body = b"" if reply.status in (204, 304) else reply.body
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace") + body


def as_received(reply: RawReply) -> RawReply:
    """Return a reply as a client sees it: two statuses have no body."""
    return dataclasses.replace(reply, body=b"") if reply.status in (204, 304) else reply


async def serve_to_client(served: list[tuple[str, RawReply]], note: Note) -> None:
    """Give each reply to a real client in answer to the call that it belongs to."""
    block(loopback=True)
    current = [b""]

    async def answer(_: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(current[0])

    server = ScriptedServer(answer)
    await server.start()
    client = ServiceClient(server.url, lambda: "canary-token")
    request = GenerationRequest("maker/model/kind", {"prompt": "a cabin at dawn"})
    calls: dict[str, Callable[[], Any]] = {
        "submit": lambda: client.submit(request),
        "status": lambda: client.status("r"),
        "result": lambda: client.result("r"),
        "cancel": lambda: client.cancel("r"),
        "catalogue": lambda: client.models(),
        "entry": lambda: client.model("maker/model/kind"),
        "balance": lambda: client.balance(),
    }
    for call, reply in served:
        current[0] = wire(reply)
        asked = len(server.requests)
        try:
            async with asyncio.timeout(20):
                await calls[call]()
        except RushesError:
            pass
        except Exception as error:
            note(f"client, {call}: {type(error).__name__}: {error}"[:160], reply)
        if len(server.requests) != asked + 1 and call != "catalogue":
            note(f"client, {call}: asked {len(server.requests) - asked} times", reply)
    await client.close()
    await server.stop()


class _Service:
    """Answers an engine from a pool of replies, and remembers what each job was told."""

    def __init__(self, pool: dict[str, list[RawReply]]) -> None:
        self._pool = {call: iter(replies) for call, replies in pool.items()}
        self._ids = itertools.count(1)
        self._asked = 0
        self.submits: dict[str, str] = {}
        """Digest of a body → what the answer to it means."""
        self.told: defaultdict[str, Counter[str]] = defaultdict(Counter)
        """Request id → what it was told, and how often."""
        self.left = sum(map(len, pool.values()))
        self.served = 0

    async def answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        path = request.target.split("?")[0].split("/")
        if path[2] == "models":
            digest = hashlib.sha256(request.body).hexdigest()
            reply, meant = self._submit(digest)
            self.submits[digest] = meant if digest not in self.submits else "sent twice"
        else:
            reply = self._about(path[4])
            self._remember(path[4], path[3], as_received(reply))
        writer.write(wire(reply))

    def _submit(self, digest: str) -> tuple[RawReply, str]:
        # Every second job gets in, so that there is something to ask about.
        reply = self._next("submit") if int(digest, 16) % 2 else None
        if reply is None or submit_outcome(reply.status, as_received(reply).body) == "later":
            body = json.dumps({"request_id": f"given-{next(self._ids)}"}).encode()
            reply = RawReply(200, body)
        elif (values := meaning(reply.body)) is not None and "request_id" in values:
            # The same id for two jobs would be another trial.
            own = reply.body.replace(b"req-0123456789abcdef", f"own-{next(self._ids)}".encode())
            reply = dataclasses.replace(reply, body=own)
        return reply, submit_outcome(reply.status, as_received(reply).body)

    def _about(self, call: str) -> RawReply:
        """Every second status is a sound one that says the job ended, so that results are asked."""
        self._asked += 1
        reply = self._next(call) if call != "status" or self._asked % 2 else None
        if reply is None:
            word = ("completed", "succeeded", "failed", "cancelled")[self._asked // 2 % 4]
            body = {"status": word if call == "status" else "in_progress"}
            reply = RawReply(200, json.dumps(body).encode())
        return reply

    def _next(self, call: str) -> RawReply | None:
        reply = next(self._pool.get(call, iter(())), None)
        if reply is not None:
            self.left -= 1
            self.served += 1
        return reply

    def _remember(self, call: str, remote_id: str, reply: RawReply) -> None:
        told = self.told[remote_id]
        if call == "cancel":
            told["cancelled"] += says_cancelled(reply.status, reply.body)
            return
        word = word_of(reply.status, reply.body)
        told["failed"] += word == "failed"
        told["cancelled"] += word in ("cancelled", "canceled")
        if call == "result" and word in ("completed", "succeeded"):
            told["done" if has_output(reply.body) else "empty"] += 1


async def serve_to_engine(pool: dict[str, list[RawReply]], root: Path, note: Note) -> int:
    """Have an engine live on such replies, judge every job's state; return how many were given."""
    block(loopback=True)
    bugs = _Bugs()
    logging.getLogger().addHandler(bugs)
    service = _Service(pool)
    server = ScriptedServer(service.answer)
    await server.start()
    library = Library(root)
    await library.open(program="trial")
    hurry()
    engine = Engine.create(library, server.url, 10**6, Credentials({}, fixed="canary-token"))
    await engine.start()
    asked = len(pool.get("status", ())) + len(pool.get("result", ()))
    jobs = max(20, 2 * asked // _REPLIES_A_JOB)
    wishes = [GenerationWish(SPEC, {"prompt": f"take {n}", "seed": n}) for n in range(jobs)]
    entries = await engine.generate(wishes)
    loop, chance = asyncio.get_running_loop(), random.Random(len(entries))
    end = loop.time() + _LONGEST
    while service.left > 0 and loop.time() < end:
        # The trouble that one reply tells of would otherwise hold up all the others.
        engine.look_now()
        await asyncio.sleep(0.05)
        remote = await library.in_states(REMOTE_STATES)
        waiting = await library.in_states([JobState.WAITING, JobState.SENDING])
        if not remote and not waiting:
            break
        if remote:
            await engine.cancel(chance.choice(remote).job.id)
    await engine.stop()
    for entry in entries:
        job = (await library.job(entry.job.id)).job
        wrong = _wrong_state(job, service)
        if wrong:
            note(f"engine: {wrong}", (job.remote_id, dict(service.told[job.remote_id or ""])))
    for bug in bugs.found:
        note(f"engine, log: {bug.splitlines()[-1][:160]}", bug)
    await library.close()
    await server.stop()
    return service.served


def _wrong_state(job: Job, service: _Service) -> str:
    """Say what is wrong with a job's state, by what it was told; empty when nothing is."""
    submitted = service.submits.get(job.request.digest)
    if submitted is None:
        return "" if job.state is JobState.WAITING else f"{job.state}, though never sent"
    if submitted == "sent twice":
        return submitted
    if submitted == "refused" or submitted == "unknown":
        right = JobState.REJECTED if submitted == "refused" else JobState.UNKNOWN
        return "" if job.state is right else f"{job.state} after a submit that is {submitted}"
    if submitted != f"accepted {job.remote_id}":
        return f"follows {job.remote_id}, was {submitted}"
    told = service.told[job.remote_id or ""]
    match job.state:
        case JobState.FAILED:
            right_so = told["failed"] > 0 or told["empty"] >= 5 or told["done"] > 0
        case JobState.CANCELLED:
            right_so = told["cancelled"] > 0
        case JobState.EXPIRED:
            right_so = told["done"] > 0
        case JobState.READY:
            right_so = False
        case state if state in FETCHING_STATES:
            right_so = told["done"] > 0
        case state:
            right_so = state in REMOTE_STATES
    return "" if right_so else f"{job.state}, though told {dict(told)}"


class _Bugs(logging.Handler):
    """Keeps what is logged as an error: a bug, by the rules of the program."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(logging.Formatter().format(record))
