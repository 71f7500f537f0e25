"""Wraps around places of the program, from outside: what a failpoint is made of.

A place is named ``module:attribute`` or ``module:Class.attribute``; a name that is not there any
more is an AttributeError, so that a failpoint cannot go quiet when the program changes.
"""

import functools
import importlib
import inspect
import os
import signal
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any

Fire = Callable[[], None]
"""Called whenever the point is passed."""


def killer(count: int) -> Fire:
    """Return what ends this process by SIGKILL at the `count`-th call."""
    lock, left = threading.Lock(), [count]

    def fire() -> None:
        with lock:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
                # The signal may reach another thread first: go no further here.
                threading.Event().wait()

    return fire


def refuser(number: int) -> Fire:
    """Return what raises OSError of this number at each call."""

    def fire() -> None:
        raise OSError(number, os.strerror(number))

    return fire


def before(place: str, fire: Fire) -> None:
    """Fire before each call of a function or coroutine function."""
    _wrap(place, fire, None)


def after(place: str, fire: Fire) -> None:
    """Fire after each call that returned."""
    _wrap(place, None, fire)


def before_commit(state: str, fire: Fire) -> None:
    """Fire inside a transaction in which a row has just come to be in `state`."""
    owner, name = _found("rushes.library.job_rows:update_job")
    original = getattr(owner, name)

    @functools.wraps(original)
    def update_job(connection: Any, key: int, job: Any, *more: Any, **named: Any) -> Any:
        old = connection.execute("SELECT state FROM jobs WHERE key = ?", (key,)).fetchone()
        answer = original(connection, key, job, *more, **named)
        if job.state.value == state and old is not None and old[0] != state:
            fire()
        return answer

    setattr(owner, name, update_job)


def after_commit(state: str, fire: Fire) -> None:
    """Fire when a job's step into `state` was committed, before anybody hears of it."""
    last: dict[str, str] = {}

    def look(announcement: Any) -> None:
        for entry in getattr(announcement, "entries", ()):
            before_it = last.get(entry.job.id)
            last[entry.job.id] = entry.job.state.value
            if entry.job.state.value == state and before_it != state:
                fire()

    _before_announcements(look)


def after_jobs_added(fire: Fire) -> None:
    """Fire when new jobs were committed, before anybody hears of it."""

    def look(announcement: Any) -> None:
        if type(announcement).__name__ == "JobsAdded":
            fire()

    _before_announcements(look)


def before_receipt(event: str, fire: Fire) -> None:
    """Fire before the first byte of a receipt of this kind is written."""
    _stand_in_for_os(write=lambda text, _: fire() if _is_receipt(text, event) else None)


def inside_receipt(event: str, fire: Fire) -> None:
    """Fire when half of a receipt of this kind has been written."""

    def write(text: bytes, descriptor: int) -> int | None:
        if not _is_receipt(text, event):
            return None
        written = os.write(descriptor, text[: len(text) // 2])
        fire()
        return written

    _stand_in_for_os(write=write)


def before_receipt_sync(event: str, fire: Fire) -> None:
    """Fire when a receipt of this kind is written and not yet synced."""
    _around_receipt_sync(event, fire, is_after=False)


def after_receipt_sync(event: str, fire: Fire) -> None:
    """Fire when a receipt of this kind is synced, and its transaction is still open."""
    _around_receipt_sync(event, fire, is_after=True)


def on_submit_event(ending: str, fire: Fire) -> None:
    """Fire at an event of the HTTP connection of a submit, such as ``connect_tcp.complete``."""
    import httpx

    original = httpx.AsyncClient.send

    async def trace(event: str, _: Any) -> None:
        if event.endswith(ending):
            fire()

    @functools.wraps(original)
    async def send(self: Any, request: Any, **named: Any) -> Any:
        if request.method == "POST" and request.url.path.startswith("/v1/models/"):
            request.extensions = {**request.extensions, "trace": trace}
        return await original(self, request, **named)

    httpx.AsyncClient.send = send  # type: ignore[method-assign]


def after_first_migration(fire: Fire) -> None:
    """Fire inside the transaction of a migration, after its first step."""
    database = importlib.import_module("rushes.library.database")

    def fired(step: Callable[[Any], None]) -> Callable[[Any], None]:
        def run(connection: Any) -> None:
            step(connection)
            fire()

        return run

    database.MIGRATIONS = tuple(fired(step) for step in database.MIGRATIONS)  # type: ignore[attr-defined]


def _before_announcements(look: Callable[[Any], None]) -> None:
    owner, name = _found("rushes.library.library:Library._announce")
    original = getattr(owner, name)

    @functools.wraps(original)
    def announce(self: Any, announcement: Any) -> None:
        look(announcement)
        original(self, announcement)

    setattr(owner, name, announce)


def _around_receipt_sync(event: str, fire: Fire, *, is_after: bool) -> None:
    written: list[bytes] = [b""]

    def write(text: bytes, _: int) -> None:
        written[0] = text

    def fsync(_: int) -> None:
        if _is_receipt(written[0], event):
            written[0] = b""
            fire()

    if is_after:
        _stand_in_for_os(write=write, after_fsync=fsync)
    else:
        _stand_in_for_os(write=write, before_fsync=fsync)


def _is_receipt(text: bytes, event: str) -> bool:
    return b'"event":"%s"' % event.encode() in text


def _stand_in_for_os(
    write: Callable[[bytes, int], int | None],
    before_fsync: Callable[[int], None] | None = None,
    after_fsync: Callable[[int], None] | None = None,
) -> None:
    """Give the module of the receipts an `os` of its own, whose write and fsync are watched."""
    receipts = importlib.import_module("rushes.library.receipts")
    stand_in = ModuleType("os")
    stand_in.__dict__.update(vars(os))

    def watched_write(descriptor: int, text: bytes) -> int:
        written = write(bytes(text), descriptor)
        return os.write(descriptor, text) if written is None else written

    def watched_fsync(descriptor: int) -> None:
        if before_fsync is not None:
            before_fsync(descriptor)
        os.fsync(descriptor)
        if after_fsync is not None:
            after_fsync(descriptor)

    stand_in.__dict__.update(write=watched_write, fsync=watched_fsync)
    receipts.os = stand_in  # type: ignore[attr-defined]


def _wrap(place: str, first: Fire | None, last: Fire | None) -> None:
    owner, name = _found(place)
    kept = inspect.getattr_static(owner, name)
    original = getattr(owner, name)
    function = kept.__func__ if isinstance(kept, classmethod) else original
    wrapper: Any

    if inspect.iscoroutinefunction(function):

        async def wrapped_coroutine(*given: Any, **named: Any) -> Any:
            if first is not None:
                first()
            answer = await function(*given, **named)
            if last is not None:
                last()
            return answer

        wrapper = wrapped_coroutine
    else:

        def wrapped(*given: Any, **named: Any) -> Any:
            if first is not None:
                first()
            answer = function(*given, **named)
            if last is not None:
                last()
            return answer

        wrapper = wrapped
    wrapper = functools.wraps(function)(wrapper)
    setattr(owner, name, classmethod(wrapper) if isinstance(kept, classmethod) else wrapper)


def _found(place: str) -> tuple[Any, str]:
    """Return what holds the named attribute, and the attribute's name."""
    module, _, path = place.partition(":")
    owner: Any = importlib.import_module(module)
    *holders, name = path.split(".")
    for holder in holders:
        owner = getattr(owner, holder)
    getattr(owner, name)
    return owner, name
