import dataclasses
from collections.abc import Iterable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from rushes.domain.job import Clip, JobError
from rushes.domain.states import JobState
from rushes.engine.events import DownloadProgressed, Reach, ReachChanged, SendingPaused
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.activity.activity_counts import ActivityCounts
from rushes.ui.activity.activity_model import ActivityModel, ActivityRole
from tests.ui.job_faces.jobs import TellingEngine, make_job, until

S = JobState


async def opened(library: Library, tasks: Tasks, engine: TellingEngine) -> ActivityModel:
    model = ActivityModel()
    reporting = QAbstractItemModelTester.FailureReportingMode.Warning
    QAbstractItemModelTester(model, reporting, model)
    model.open(library, tasks)
    model.follow(engine)
    await until(lambda: model.is_loaded)
    return model


def rows(model: ActivityModel) -> list[str]:
    indexes = [model.index(row) for row in range(model.rowCount())]
    return [
        f"{model.data(index)}: {model.data(index, ActivityRole.STATE).word}" for index in indexes
    ]


async def test_what_is_under_way_is_listed_oldest_first_and_what_asks_last(
    library: Library, tasks: Tasks, engine: TellingEngine
) -> None:
    unknown = make_job("Lighthouse", S.UNKNOWN, error=JobError("outcome_unknown", ""))
    others = [
        make_job("Harbour", S.READY),
        make_job("Cabin", S.IN_PROGRESS),
        make_job("Tram", S.DOWNLOADING),
        make_job("Snow"),
        make_job("Old", S.FAILED),
    ]
    await library.add([unknown, *others])
    model = await opened(library, tasks, engine)
    assert rows(model) == [
        "Cabin: In progress",
        "Tram: Downloading",
        "Snow: Waiting",
        "Lighthouse: Needs you",
    ]
    spoken = model.data(model.index(3), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Lighthouse. Needs you, reply lost.")
    model.close()
    assert model.rowCount() == 0


async def test_rows_come_change_move_and_go(
    library: Library, tasks: Tasks, engine: TellingEngine
) -> None:
    model = await opened(library, tasks, engine)
    moves: list[tuple[int, int]] = []

    def on_moved(_: QModelIndex, start: int, end: int, __: QModelIndex, to: int) -> None:
        moves.append((start, to))

    model.rowsMoved.connect(on_moved)
    first, second = await library.add([make_job("Cabin"), make_job("Tram")])
    assert rows(model) == ["Cabin: Waiting", "Tram: Waiting"]
    place = model.data(model.index(1), ActivityRole.STATE).detail
    assert place == "2nd here"
    await library.journal_sending(first.job.id, 1.0)
    assert model.data(model.index(1), ActivityRole.STATE).detail == "1st here"
    await library.change(first.job.id, lambda job: dataclasses.replace(job, state=S.UNKNOWN))
    assert rows(model) == ["Tram: Waiting", "Cabin: Needs you"]
    assert moves == [(0, 2)]
    await library.change(first.job.id, lambda job: dataclasses.replace(job, state=S.IN_QUEUE))
    assert rows(model) == ["Cabin: In queue", "Tram: Waiting"]
    await library.change(second.job.id, lambda job: dataclasses.replace(job, state=S.CANCELLED))
    assert rows(model) == ["Cabin: In queue"]
    model.close()


async def test_counts_and_bytes_of_all_downloads(
    library: Library, tasks: Tasks, engine: TellingEngine
) -> None:
    trusted_not = JobError("host_not_trusted", "")
    clips = (Clip(0, "u", size=6_000_000),)
    await library.add(
        [
            make_job(),
            make_job(),
            make_job(state=S.SENDING),
            make_job(state=S.IN_QUEUE),
            make_job(state=S.IN_PROGRESS),
            make_job(state=S.FINISHED, clips=clips, error=trusted_not),
            make_job(state=S.HELD),
        ]
    )
    one, two = await library.add(
        [make_job(state=S.DOWNLOADING, clips=clips), make_job(state=S.FINISHED, clips=clips)]
    )
    model = await opened(library, tasks, engine)
    assert model.counts() == ActivityCounts(2, 1, 1, 1, 2, 2, 0, 12_000_000)
    assert model.counts().jobs == 9
    facts: list[None] = []
    model.facts_changed.connect(lambda: facts.append(None))
    engine.tell(DownloadProgressed(one.job.id, 3_000_000, 6_000_000))
    engine.tell(DownloadProgressed(two.job.id, 3_000_000, 6_000_000))
    await until(lambda: facts)
    assert facts == [None]
    assert model.counts().share == 0.5
    engine.tell(DownloadProgressed(two.job.id, 3_000_000, None))
    assert model.counts().share is None
    model.close()


async def test_pause_and_network_are_known(
    library: Library, tasks: Tasks, engine: TellingEngine
) -> None:
    await library.add([make_job()])
    model = await opened(library, tasks, engine)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _: changed.append(first.row()))
    engine.tell(SendingPaused(True))
    engine.tell(ReachChanged(Reach.OFFLINE, 60.0))
    assert changed == [0, 0]
    assert model.data(model.index(0), ActivityRole.STATE).detail == "for the network"
    assert model.circumstances.is_sending_paused
    model.close()
    assert engine.subscribers == []


async def test_what_is_announced_while_the_library_is_asked_is_newer(
    library: Library,
    tasks: Tasks,
    engine: TellingEngine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    going, staying = await library.add([make_job("Cabin"), make_job("Tram")])
    read = library.in_states

    async def slow(states: Iterable[JobState]) -> list[JobEntry]:
        answer = await read(states)
        await library.change(going.job.id, lambda job: dataclasses.replace(job, state=S.CANCELLED))
        await library.add([make_job("Harbour")])
        return answer

    monkeypatch.setattr(library, "in_states", slow)
    model = await opened(library, tasks, engine)
    assert rows(model) == ["Tram: Waiting", "Harbour: Waiting"]
    assert model.data(model.index(0), ActivityRole.ENTRY) == staying
    assert model.data(model.index(0), ActivityRole.STATE).detail == "1st here"
    model.close()
