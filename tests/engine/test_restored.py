"""A restored library sends nothing by itself, whatever it held; the service's ledger is asked."""

import asyncio
from pathlib import Path

from rushes.domain.progress import LongWork
from rushes.domain.states import JobState
from rushes.engine.credentials import Credentials
from rushes.engine.engine import Engine
from rushes.engine.imports import import_from
from rushes.library.library import Library
from rushes.library.moving.journal import MoveJournal
from rushes.library.moving.restore import restore_library
from rushes.simulator.server import Simulator
from tests.library.lives import live

_LOOK_SECONDS = 1.0


async def _work(library: Library, simulator: Simulator) -> None:
    """Have an engine work on it that may send whatever waits."""
    engine = Engine.create(library, simulator.url, 10**9, Credentials({}, fixed="good"))
    await engine.start(send_waiting=True)
    await asyncio.sleep(_LOOK_SECONDS)
    await engine.stop()


async def test_neither_a_restored_nor_an_imported_job_is_sent_by_itself(
    tmp_path: Path, simulator: Simulator
) -> None:
    machine = tmp_path / "libraries.json"
    library = Library(tmp_path / "library", machine_file=machine)
    await library.open()
    waiting = [await live(library, fate) for fate in ("waiting", "returned", "sending")]
    await library.save_into(tmp_path / "saved", LongWork())
    await library.close()
    place = await asyncio.to_thread(
        restore_library, tmp_path / "saved", tmp_path / "library",
        MoveJournal(tmp_path / "moves"), LongWork(), takes_place=True,
    )  # fmt: skip
    again = Library(place, machine_file=machine)
    await again.open()
    await _work(again, simulator)
    states = [(await again.job(each)).job.state for each in waiting]
    assert states == [JobState.HELD, JobState.HELD, JobState.UNKNOWN]
    fresh = Library(tmp_path / "fresh", machine_file=machine)
    await fresh.open()
    summary = await import_from(fresh, place, LongWork())
    assert summary.added == 3
    await _work(fresh, simulator)
    states = [(await fresh.job(each)).job.state for each in waiting]
    assert states == [JobState.HELD, JobState.HELD, JobState.UNKNOWN]
    assert not simulator.accepted
    await fresh.close()
    await again.close()
