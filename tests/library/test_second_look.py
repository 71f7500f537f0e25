"""What fails once is looked at again before the database is judged: only damage that stays is."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from rushes.domain.check_words import FindingKind
from rushes.library import taking
from rushes.library.check import check_library
from rushes.library.layout import Layout
from rushes.library.library import Library
from tests.library.lives import live, new_job, opened, states

PAGE = 4096
ENOUGH = 80

pytestmark = pytest.mark.allow_log(
    "the database is damaged", "the database was made again", optional=True
)


async def filled(root: Path) -> str:
    """Make a library of more than a page or two; return the id of a job under way."""
    library = await opened(root)
    await library.add([new_job(f"{number} " * 300) for number in range(ENOUGH)])
    job_id = await live(library, "accepted")
    await library.close()
    return job_id


class CutShort:
    """The database's file ends early, until somebody waits before looking again."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._database = Layout(root).database
        self._data = self._database.read_bytes()
        self._sleep = time.sleep
        self._lock = threading.Lock()
        self.waited = 0
        monkeypatch.setattr(time, "sleep", self._put_back)

    def cut(self) -> None:
        with self._database.open("r+b") as file:
            file.truncate(len(self._data) // 2 // PAGE * PAGE + 100)

    def _put_back(self, seconds: float) -> None:
        with self._lock:
            self.waited += 1
            with self._database.open("r+b") as file:
                file.write(self._data)
        self._sleep(seconds)


async def test_a_library_that_fails_once_as_it_is_opened_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job_id = await filled(tmp_path)
    short = CutShort(tmp_path, monkeypatch)
    short.cut()
    library = await opened(tmp_path)
    assert short.waited == 1
    assert library.rebuilt is None
    assert not Layout(tmp_path).rebuild_mark.exists()
    assert await states(library, job_id) == ["in_queue"]
    assert len((await library.order()).keys) == ENOUGH + 1
    await library.close()


async def _quick_check(library: Library) -> None:
    assert await library.quick_check() == ()


async def _recover(library: Library) -> None:
    await library.recover()


@pytest.mark.parametrize("look", [_quick_check, _recover])
async def test_a_library_in_use_that_fails_once_is_not_planned_to_be_made_again(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    look: Callable[[Library], object],
) -> None:
    job_id = await filled(tmp_path)
    monkeypatch.setattr(taking, "CHECKED_AT_ONCE", 0)
    library = await opened(tmp_path, recovered=False)
    short = CutShort(tmp_path, monkeypatch)
    short.cut()
    await look(library)  # type: ignore[misc]
    assert short.waited == 1
    assert not Layout(tmp_path).rebuild_mark.exists()
    await library.close()
    library = await opened(tmp_path)
    assert library.rebuilt is None
    assert await states(library, job_id) == ["in_queue"]
    await library.close()


@pytest.mark.parametrize("repair", [False, True])
async def test_a_check_that_fails_once_finds_nothing_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, repair: bool
) -> None:
    await filled(tmp_path)
    short = CutShort(tmp_path, monkeypatch)
    short.cut()
    report = check_library(tmp_path, repair=repair)
    assert short.waited == 1
    assert FindingKind.DATABASE_DAMAGED not in {finding.kind for finding in report.findings}
    assert report.jobs == ENOUGH + 1
    assert report.rebuilt is None


async def test_damage_that_stays_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await filled(tmp_path)
    database = Layout(tmp_path).database
    monkeypatch.setattr(taking, "CHECKED_AT_ONCE", 0)
    library = await opened(tmp_path, recovered=False)
    data = database.read_bytes()
    database.write_bytes(data[: len(data) // 2])
    assert await library.quick_check()
    assert Layout(tmp_path).rebuild_mark.exists()
    await library.close()
    monkeypatch.undo()
    library = await opened(tmp_path)
    assert library.rebuilt is not None
    await library.close()
