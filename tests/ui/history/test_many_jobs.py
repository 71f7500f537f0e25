"""With 100,000 jobs as with 100: what is asked, laid out and painted is what is seen."""

import dataclasses
import time
import types
from array import array
from collections.abc import AsyncIterator, Callable, Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rushes.domain.job_sort import NEWEST_FIRST, JobSort
from rushes.domain.states import JobState
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry, JobsAdded, Subscriber
from rushes.library.queries import JobOrder
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.job_windows import WINDOW
from rushes.ui.history.panel import HistoryPanel
from tests.ui.job_faces.jobs import NOON, jpeg, make_clip, make_job, until

JOBS = 100_000
MINUTES_APART = 25
"""Five years of work."""


class CountingLibrary:
    """Answers as a library with 100,000 jobs does, and counts what it is asked."""

    is_away = False
    rebuilt = older = None

    def __init__(self) -> None:
        self.media = types.SimpleNamespace(is_away=False)
        self.asked_jobs: list[int] = []
        self.asked_thumbnails: list[int] = []
        self.calls = 0
        self._subscribers: list[Subscriber] = []
        self._job = make_job("Cabin", JobState.READY, clips=(make_clip(),))
        self._jpeg = jpeg()

    def created_at(self, key: int) -> float:
        return NOON - (JOBS - key) * MINUTES_APART * 60

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def add(self, key: int) -> None:
        for subscriber in self._subscribers:
            subscriber(JobsAdded((self.entry(key),)))

    def entry(self, key: int) -> JobEntry:
        job = dataclasses.replace(
            self._job, id=f"{key}", shot_id=f"{key}", created_at=self.created_at(key)
        )
        return JobEntry(key, job)

    async def in_states(self, states: object) -> list[JobEntry]:
        return []

    async def order(
        self,
        text: str = "",
        limit: int = -1,
        *,
        stacked: bool = False,
        sort: JobSort = NEWEST_FIRST,
    ) -> JobOrder:
        keys = array("q", range(JOBS, 0, -1))
        counts = array("i", [1]) * len(keys) if stacked else None
        return JobOrder(keys, array("d", (self.created_at(key) for key in keys)), counts)

    async def albums(self) -> tuple[()]:
        return ()

    async def count(self, texts: Iterable[str]) -> list[int]:
        return [0 for _ in texts]

    async def jobs(self, keys: Iterable[int]) -> list[JobEntry]:
        wanted = list(keys)
        self.calls += 1
        self.asked_jobs += wanted
        return [self.entry(key) for key in wanted]

    async def thumbnails(self, keys: Iterable[int]) -> dict[int, bytes]:
        wanted = list(keys)
        self.asked_thumbnails += wanted
        return dict.fromkeys(wanted, self._jpeg)


@pytest.fixture
def many() -> CountingLibrary:
    return CountingLibrary()


@pytest.fixture
async def full(dark: None, many: CountingLibrary, tasks: Tasks) -> AsyncIterator[HistoryPanel]:
    panel = HistoryPanel()
    panel.resize(428, 830)
    panel.show()
    panel.attach(many, None, tasks)  # type: ignore[arg-type]
    await until(lambda: panel.model.is_loaded and len(many.asked_thumbnails) >= 15)
    await until(lambda: not tasks)
    yield panel
    panel.detach()
    panel.close()
    panel.deleteLater()


async def test_opening_asks_for_what_is_seen(full: HistoryPanel, many: CountingLibrary) -> None:
    assert full.model.rowCount() == JOBS
    assert len(full.grid.grid.groups) > 1_700
    assert full.grid.grid.height > 4_000_000
    assert len(many.asked_jobs) <= 2 * WINDOW
    assert len(many.asked_thumbnails) <= 40
    assert 15 <= len(list(full.grid.visible_rows())) <= 24


async def test_a_jump_to_the_end_asks_for_the_end(
    full: HistoryPanel, many: CountingLibrary, tasks: Tasks
) -> None:
    before = len(many.asked_jobs)
    QTest.keyClick(full.grid, Qt.Key.Key_End)
    last = full.model.index(JOBS - 1)
    await until(lambda: full.model.data(last, JobRole.FACE) is not None)
    await until(lambda: not tasks)
    asked = many.asked_jobs[before:]
    assert len(asked) <= 3 * WINDOW
    assert max(asked) <= 3 * WINDOW
    assert full.grid.viewport().rect().contains(full.grid.visualRect(last))


async def test_rows_that_rushed_by_are_not_fetched(
    full: HistoryPanel, many: CountingLibrary, tasks: Tasks
) -> None:
    before = len(many.asked_jobs)
    bar = full.grid.verticalScrollBar()
    for step in range(200):
        bar.setValue(bar.maximum() * step // 200)
        full.grid.viewport().repaint()
    seen = [full.model.index(row) for row in full.grid.visible_rows()]
    # Nothing is fetched before the hand rests.
    await until(lambda: all(full.model.data(each, JobRole.FACE) is not None for each in seen))
    await until(lambda: not tasks)
    # What is seen in the end, and the few wishes that are remembered.
    assert len(many.asked_jobs) - before <= 10 * WINDOW
    for row in full.grid.visible_rows():
        assert full.model.data(full.model.index(row), JobRole.FACE) is not None


async def test_memory_is_bounded_by_what_was_seen_lately(full: HistoryPanel, tasks: Tasks) -> None:
    for row in range(0, JOBS, WINDOW * 20):
        full.model.data(full.model.index(row), JobRole.ENTRY)
        await until(lambda: not tasks)
    assert len(full.model._rows) <= 2_000


async def test_a_new_job_and_a_big_choice_cost_no_walk(
    full: HistoryPanel, many: CountingLibrary
) -> None:
    full.grid.verticalScrollBar().setValue(2_000_000)
    held = next(iter(full.grid.visible_rows()))
    begun = time.perf_counter()
    for key in range(JOBS + 1, JOBS + 21):
        many.add(key)
    full.grid._selection.choose_all()
    full.grid.viewport().repaint()
    # Walks over 100,000 rows, twenty times, would take many seconds.
    assert time.perf_counter() - begun < 1.5
    assert next(iter(full.grid.visible_rows())) == held + 20
    assert full.model.total == JOBS + 20
    assert full.grid.selectionModel().isSelected(full.model.index(JOBS + 19))


async def test_laying_out_is_quick_whatever_the_size(full: HistoryPanel) -> None:
    begun = time.perf_counter()
    for width in range(300, 700, 20):
        full.resize(width, 830)
        full.grid.viewport().repaint()
    assert time.perf_counter() - begun < 3.0
