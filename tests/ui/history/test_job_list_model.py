import asyncio
import dataclasses
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester

from rushes.domain.job import Clip, Job
from rushes.domain.states import JobState
from rushes.engine.events import DownloadProgressed, Reach, ReachChanged, SendingPaused
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.components.card_face import CardFace
from rushes.ui.history.job_list_model import JobListModel
from rushes.ui.history.job_roles import JobRole
from tests.ui.job_faces.jobs import TellingEngine, jpeg, make_clip, make_job, until

MakeModel = Callable[[], JobListModel]
S = JobState


async def loaded(make: MakeModel, *, watched: bool = True) -> JobListModel:
    """A model with its order; `watched` by Qt's tester, which asks for the first rows itself."""
    model = make()
    if watched:
        reporting = QAbstractItemModelTester.FailureReportingMode.Warning
        QAbstractItemModelTester(model, reporting, model)
    await until(lambda: model.is_loaded)
    return model


async def value(model: JobListModel, row: int, role: int) -> Any:
    """What a row answers once its job is here."""
    index = model.index(row)
    await until(lambda: model.data(index, role) is not None)
    return model.data(index, role)


async def face(model: JobListModel, row: int = 0) -> CardFace:
    found = await value(model, row, JobRole.FACE)
    assert isinstance(found, CardFace)
    return found


async def titles(model: JobListModel) -> list[str]:
    rows = range(model.rowCount())
    return [await value(model, row, Qt.ItemDataRole.DisplayRole) for row in rows]


def keys(entries: Iterable[JobEntry]) -> list[int]:
    return [entry.key for entry in entries]


class Changes:
    """Collects which rows a model says have changed, and how it grew."""

    def __init__(self, model: JobListModel) -> None:
        self.rows: list[tuple[int, int]] = []
        self.inserted: list[tuple[int, int]] = []
        self.resets = 0
        model.dataChanged.connect(self._on_data_changed)
        model.rowsInserted.connect(self._on_rows_inserted)
        model.modelReset.connect(self._on_reset)

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.rows.append((first.row(), last.row()))

    def _on_rows_inserted(self, _: QModelIndex, first: int, last: int) -> None:
        self.inserted.append((first, last))

    def _on_reset(self) -> None:
        self.resets += 1


async def test_jobs_are_listed_newest_first(library: Library, model: MakeModel) -> None:
    entries = await library.add([make_job("Cabin"), make_job("Tram"), make_job("Harbour")])
    listed = await loaded(model)
    assert listed.rowCount() == listed.total == 3
    assert await titles(listed) == ["Harbour", "Tram", "Cabin"]
    assert [listed.row_of(entry) for entry in entries] == [2, 1, 0]
    entry = await value(listed, 0, JobRole.ENTRY)
    assert entry.job.id == entries[2].job.id
    assert listed.data(listed.index(0), JobRole.TIME) == entry.job.created_at
    spoken = await value(listed, 2, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Cabin. Waiting")
    assert listed.data(QModelIndex(), JobRole.FACE) is None


async def test_a_row_that_is_not_here_says_so_and_comes(library: Library, model: MakeModel) -> None:
    await library.add([make_job() for _ in range(3)])
    listed = await loaded(model, watched=False)
    changes = Changes(listed)
    assert listed.data(listed.index(1), JobRole.FACE) is None
    assert listed.data(listed.index(1), JobRole.TIME) is not None
    await until(lambda: changes.rows)
    assert changes.rows == [(0, 2)]
    assert listed.data(listed.index(1), JobRole.FACE) is not None


async def test_new_jobs_come_in_at_the_top_as_one(library: Library, model: MakeModel) -> None:
    await library.add([make_job("Cabin")])
    listed = await loaded(model)
    changes = Changes(listed)
    await library.add([make_job("Tram"), make_job("Harbour")])
    assert changes.inserted == [(0, 1)]
    assert changes.resets == 0
    assert await titles(listed) == ["Harbour", "Tram", "Cabin"]
    assert listed.total == 3


async def test_a_job_of_an_earlier_time_comes_in_where_it_belongs(
    library: Library, model: MakeModel
) -> None:
    old = make_job("Old", created_at=100.0)
    await library.add([make_job("First", created_at=50.0), make_job("Last", created_at=200.0)])
    listed = await loaded(model)
    changes = Changes(listed)
    await library.add([old])
    assert changes.inserted == [(1, 1)]
    assert await titles(listed) == ["Last", "Old", "First"]


async def test_a_change_touches_its_own_row_only(library: Library, model: MakeModel) -> None:
    entries = await library.add([make_job(state=S.IN_QUEUE) for _ in range(5)])
    listed = await loaded(model)
    await face(listed)
    changes = Changes(listed)
    await library.change(
        entries[3].job.id, lambda job: dataclasses.replace(job, state=S.IN_PROGRESS)
    )
    assert changes.rows == [(1, 1)]
    shown = (await face(listed, 1)).state
    assert shown is not None
    assert shown.word == "In progress"


async def test_places_in_line_follow_what_is_sent(library: Library, model: MakeModel) -> None:
    entries = await library.add([make_job() for _ in range(3)])
    listed = await loaded(model)

    async def details() -> list[str]:
        states = [(await face(listed, row)).state for row in range(3)]
        return [state.detail for state in states if state is not None]

    assert await details() == ["3rd here", "2nd here", "1st here"]
    await library.journal_sending(entries[0].job.id, 1.0)
    assert await details() == ["2nd here", "1st here", "written down first"]


async def test_takes_of_a_shot_are_numbered_once_there_are_several(
    library: Library, model: MakeModel
) -> None:
    (first,) = await library.add([make_job("Cabin", shot_id="shot")])
    listed = await loaded(model)
    assert await titles(listed) == ["Cabin"]
    await library.add([make_job("Cabin", shot_id="shot")])
    assert await titles(listed) == ["Cabin, take 2", "Cabin, take 1"]
    assert listed.row_of(first) == 1


async def test_a_stale_answer_does_not_undo_what_was_announced(
    library: Library, model: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    (entry,) = await library.add([make_job(state=S.IN_QUEUE)])
    listed = await loaded(model, watched=False)
    read = library.jobs

    async def slow(wanted: Iterable[int]) -> list[JobEntry]:
        answer = await read(wanted)
        await library.change(
            entry.job.id, lambda job: dataclasses.replace(job, state=S.IN_PROGRESS)
        )
        return answer

    monkeypatch.setattr(library, "jobs", slow)
    state = (await face(listed)).state
    assert state is not None
    assert state.word == "In progress"


async def test_words_narrow_the_list_and_new_jobs_are_held_to_them(
    library: Library, model: MakeModel
) -> None:
    await library.add([make_job("Cabin in snow"), make_job("Tram"), make_job("Cabin at dawn")])
    listed = await loaded(model)
    listed.set_words(" cabin ")
    await until(lambda: listed.rowCount() == 2)
    assert listed.words == "cabin"
    assert await titles(listed) == ["Cabin at dawn", "Cabin in snow"]
    await library.add([make_job("Harbour"), make_job("The last cabin")])
    await until(lambda: listed.rowCount() == 3)
    assert await titles(listed) == ["Last cabin", "Cabin at dawn", "Cabin in snow"]
    assert listed.total == 5
    listed.set_words("")
    await until(lambda: listed.rowCount() == 5)


async def test_an_overtaken_search_is_dropped(
    library: Library, model: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    await library.add([make_job("Cabin"), make_job("Tram")])
    listed = await loaded(model)
    changes = Changes(listed)
    for words in ("c", "ca", "tram"):
        listed.set_words(words)
    await until(lambda: changes.resets)
    assert await titles(listed) == ["Tram"]
    assert changes.resets == 1


async def test_jobs_added_while_the_order_is_read_are_not_lost(
    library: Library, model: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    await library.add([make_job("Cabin")])
    read = library.order

    async def slow(text: str = "", limit: int = -1, **how: Any) -> Any:
        order = await read(text, limit, **how)
        if len(order) == 1:
            await library.add([make_job("Tram"), make_job("Cabin at night")])
        return order

    monkeypatch.setattr(library, "order", slow)
    listed = await loaded(model)
    assert await titles(listed) == ["Cabin at night", "Tram", "Cabin"]


async def test_bytes_of_a_download_show_after_a_moment(
    library: Library, model: MakeModel, engine: TellingEngine
) -> None:
    clip = Clip(0, "u", size=8_000_000)
    (entry,) = await library.add([make_job(state=S.DOWNLOADING, clips=(clip,))])
    listed = await loaded(model)
    await face(listed)
    changes = Changes(listed)
    for received in range(0, 4_000_001, 100_000):
        engine.tell(DownloadProgressed(entry.job.id, received, 8_000_000))
    await until(lambda: changes.rows)
    assert changes.rows == [(0, 0)]
    state = (await face(listed)).state
    assert state is not None
    assert (state.detail, state.share) == ("4.0 of 8.0 MB", 0.5)


async def test_pause_and_network_show_on_waiting_jobs(
    library: Library, model: MakeModel, engine: TellingEngine
) -> None:
    await library.add([make_job(state=S.FAILED), make_job()])
    listed = await loaded(model)
    await face(listed)
    changes = Changes(listed)
    engine.tell(SendingPaused(True))
    engine.tell(ReachChanged(Reach.OFFLINE, 5.0))
    assert changes.rows == [(0, 0), (0, 0)]
    state = (await face(listed)).state
    assert state is not None
    assert state.detail == "for the network"


async def test_thumbnails_come_in_the_size_that_is_asked_for(
    library: Library, model: MakeModel
) -> None:
    entries = await library.add([make_job(), make_job(state=S.READY, clips=(make_clip(),))])
    await library.add_thumbnail(entries[1].key, jpeg())
    listed = await loaded(model)
    listed.set_picture_size(QSize(124, 70))
    picture = await value(listed, 0, JobRole.THUMBNAIL)
    assert picture.size() == QSize(124, 70)
    assert listed.data(listed.index(1), JobRole.THUMBNAIL) is None
    changes = Changes(listed)
    listed.set_picture_size(QSize(248, 140))
    assert changes.rows == [(0, 1)]
    assert listed.data(listed.index(0), JobRole.THUMBNAIL).size() == QSize(124, 70)
    await until(lambda: listed.data(listed.index(0), JobRole.THUMBNAIL).width() == 248)


async def test_a_new_thumbnail_replaces_the_old_one(library: Library, model: MakeModel) -> None:
    (entry,) = await library.add([make_job(state=S.READY, clips=(make_clip(),))])
    listed = await loaded(model)
    await face(listed)
    assert listed.data(listed.index(0), JobRole.THUMBNAIL) is None
    for color in ("#ff0000", "#0000ff"):
        await library.add_thumbnail(entry.key, jpeg(color))
        index = listed.index(0)

        async with asyncio.timeout(5):
            while (picture := listed.data(index, JobRole.THUMBNAIL)) is None or not (
                _is_close(picture.pixelColor(5, 5), QColor(color))
            ):
                await asyncio.sleep(0.005)


async def test_a_closed_model_is_empty_and_follows_nobody(
    library: Library, model: MakeModel, engine: TellingEngine, tasks: Tasks
) -> None:
    await library.add([make_job()])
    listed = await loaded(model)
    listed.data(listed.index(0), JobRole.FACE)
    listed.close()
    assert (listed.rowCount(), listed.is_loaded, engine.subscribers) == (0, False, [])
    await library.add([make_job()])
    await until(lambda: not tasks)
    assert listed.rowCount() == 0


async def test_it_opens_again(library: Library, model: MakeModel, tasks: Tasks) -> None:
    await library.add([make_job("Cabin")])
    listed = await loaded(model)
    listed.close()
    listed.open(library, tasks)
    await until(lambda: listed.is_loaded)
    assert await titles(listed) == ["Cabin"]


async def test_time_counts_up_by_the_clock(library: Library, tasks: Tasks) -> None:
    now = [1000.0]
    model = JobListModel(clock=lambda: now[0])
    model.open(library, tasks)
    running: Job = make_job(state=S.IN_PROGRESS, started_at=990.0)
    await library.add([running])
    await until(lambda: model.rowCount())
    first = await face(model)
    now[0] = 1000.4
    assert await face(model) is first
    now[0] = 1001.2
    state = (await face(model)).state
    assert state is not None
    assert state.detail == "0:11 so far"
    model.close()


def _is_close(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 6 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))
