"""The history as a list, its stacks closed and open, and a clip that plays under the pointer."""

import asyncio
import dataclasses
from collections.abc import AsyncGenerator
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from rushes.domain.job import Job
from rushes.domain.job_sort import NEWEST_FIRST, JobSort, SortKey
from rushes.domain.marks import Flag, Marks
from rushes.domain.request import GenerationRequest
from rushes.ui.history.job_list_model import JobListModel
from rushes.ui.history.panel import HistoryPanel
from tests.gallery.sample_pictures import picture
from tests.gallery.scenes_history import _NOW, came_to_rest, opened, sample_jobs, tell_progress

_RATE = Fraction(16)


def _shot_jobs() -> list[Job]:
    """The sample jobs, where takes of a shot differ from each other."""
    jobs, taken = [], {}
    for number, job in enumerate(sample_jobs()):
        takes = taken.setdefault(job.shot_id, 0)
        taken[job.shot_id] = takes + 1
        changed = dict(job.request.inputs)
        if takes:
            changed["seed"] = 7 + takes
        if takes == 2:
            changed["num_frames"] = 81
        marks = Marks(seen_at=_NOW)
        if number % 4 == 0:
            marks = dataclasses.replace(marks, rating=4, flag=Flag.PICK)
        if number % 7 == 3:
            marks = dataclasses.replace(marks, label=9, tags=("night", "keeper"))
        request = GenerationRequest(job.request.model_id, changed)
        jobs.append(dataclasses.replace(job, request=request, marks=marks))
    return jobs


async def _history(
    width: int,
    height: int,
    *,
    kind: str = "grid",
    opens: bool = False,
    plays: bool = False,
    sort: JobSort = NEWEST_FIRST,
) -> AsyncGenerator[HistoryPanel, None]:
    jobs = _shot_jobs()
    async with opened(jobs) as ground:
        panel = HistoryPanel(model=JobListModel(clock=lambda: _NOW))
        panel.setProperty("galleryKeepsFocus", True)
        panel.resize(width, height)
        panel.attach(ground.library, None, ground.tasks)
        panel.follow(ground.engine)
        panel.show()
        panel.views.set_kind(kind)
        panel.views.set_sort(sort)
        await came_to_rest(panel, ground.tasks)
        tell_progress(ground.engine, jobs)
        rows = range(panel.model.rowCount())
        stacks = [row for row in rows if panel.model.count_at(row) > (2 if plays else 3)]
        stacks = stacks[::-1] if plays else stacks
        panel.views.choose_row(stacks[0])
        if opens:
            QTest.keyClick(panel.views.view, Qt.Key.Key_Return)
            await asyncio.sleep(0.4)
        if plays:
            _let_play(panel, stacks[0])
        await came_to_rest(panel, ground.tasks)
        yield panel
        panel.detach()


def _let_play(panel: HistoryPanel, row: int) -> None:
    """Have a clip's frame in a card, as if the pointer had rested there."""
    play = panel.views.play
    key = panel.model.key_at(row)
    image = picture("dawn", 320, 180)
    play.picture_of = lambda each: (image, 0.4) if each == key else None  # type: ignore[method-assign]


async def _menus(sort: JobSort, kind: str = "list") -> AsyncGenerator[QWidget, None]:
    """The menu of orders, and the one of how takes are shown, over the list they belong to."""
    async for panel in _history(704, 420, kind=kind, sort=sort):
        # A list that was scrolled half a second ago paints only what there is time for.
        await asyncio.sleep(0.6)
        buttons = panel.head.buttons
        for opening in (buttons.open_sorts, buttons.open_menu):
            menu = opening()
            menu.setActiveAction(menu.actions()[1])
            picture_of = menu.grab()
            menu.close()
            shown = QLabel(panel)
            shown.setPixmap(picture_of)
            shown.adjustSize()
            left = 0 if opening == buttons.open_menu else panel.width() - 2 * shown.width()
            shown.move(left + panel.width() // 12, panel.head.height())
            shown.show()
        yield panel


_BY_RATING, _BY_LENGTH = JobSort(SortKey.RATING), JobSort(SortKey.LENGTH, is_reversed=True)

SCENES = {
    "historyviews-stacks": lambda: _history(428, 830),
    "historyviews-open": lambda: _history(428, 830, opens=True),
    "historyviews-open-704": lambda: _history(704, 700, opens=True),
    "historyviews-list": lambda: _history(704, 560, kind="list"),
    "historyviews-list-428": lambda: _history(428, 560, kind="list"),
    "historyviews-list-open": lambda: _history(704, 560, kind="list", opens=True),
    "historyviews-sort": lambda: _menus(_BY_LENGTH),
    "historyviews-rated": lambda: _history(428, 560, sort=_BY_RATING),
    "historyviews-rated-open": lambda: _history(428, 560, sort=_BY_RATING, opens=True),
    "historyviews-rated-280": lambda: _history(280, 420, sort=_BY_RATING),
    "historyviews-list-oldest": lambda: _history(
        428, 420, kind="list", sort=JobSort(SortKey.DATE, is_reversed=True)
    ),
    "historyviews-plays": lambda: _history(428, 560, plays=True),
}
