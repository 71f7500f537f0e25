"""The filmstrip, over a real library with the takes of one shot."""

import asyncio
import dataclasses
from collections.abc import AsyncGenerator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.domain.marks import Flag, Marks
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.ui.filmstrip.panel import FilmstripPanel, StripForm
from tests.gallery.scenes_history import (
    _MODEL,
    _NOW,
    _clip,
    _job,
    _ready,
    came_to_rest,
    opened,
)

SEEN = Marks(seen_at=1.0)


def _take(
    name: str, minutes: float, mood: str, seconds: float, marks: Marks, **inputs: object
) -> Job:
    job = _ready(name, minutes, mood, seconds, "shot")
    request = GenerationRequest(_MODEL, {"prompt": f"{name}, wide lens", "seed": 7, **inputs})
    return dataclasses.replace(job, request=request, marks=marks)


def tram_takes() -> list[Job]:
    """Seven takes, one in progress."""
    name = "Night tram"
    running = dataclasses.replace(
        _job(name, 1, JobState.IN_PROGRESS, shot="shot"), started_at=_NOW - 31
    )
    return [
        _take(name, 60, "storm", 6.06, Marks(2, seen_at=1.0)),
        _take(name, 50, "dusk", 6.06, Marks(flag=Flag.REJECT, seen_at=1.0), seed=8, fps=24),
        _take(f"{name} in the rain", 45, "night", 4.0, Marks(4, Flag.PICK, 9, 1.0), seed=9),
        _take(f"{name} in the rain", 40, "storm", 4.0, Marks(3, seen_at=1.0), seed=10),
        _take(f"{name} in the rain", 30, "night", 4.0, Marks(), seed=11),
        _take(f"{name} in the rain", 20, "storm", 4.0, Marks(), seed=11, resolution="720p"),
        running,
    ]


def _many() -> list[Job]:
    clip = _clip(5.06)
    jobs = []
    for number in range(60):
        job = _take("Cabin", 90 - number, "night", 5.06, SEEN, seed=number)
        jobs.append(dataclasses.replace(job, clips=(clip,)))
    return jobs


async def _strip(
    jobs: Sequence[Job],
    current: int,
    width: int,
    height: int,
    *,
    form: StripForm = StripForm.REVIEW,
    advances: bool = False,
) -> AsyncGenerator[FilmstripPanel, None]:
    async with opened(jobs) as ground:
        panel = FilmstripPanel(form=form, clock=lambda: _NOW)
        panel.resize(width, height)
        panel.attach(ground.library, None, ground.tasks)
        panel.follow(ground.engine)
        panel.set_advances(advances)
        entry = await ground.library.job(jobs[current].id)
        panel.show_current(entry)
        await came_to_rest(panel, ground.tasks)
        yield panel
        panel.detach()


async def _chosen() -> AsyncGenerator[QWidget, None]:
    """The keyboard at one take, three chosen, the pointer over a fourth."""
    async for panel in _strip(tram_takes(), 2, 1092, 166, advances=True):
        panel.setProperty("galleryKeepsFocus", True)
        panel.show()
        panel.activateWindow()
        panel.view.setFocus(Qt.FocusReason.TabFocusReason)
        await asyncio.sleep(0.1)
        QTest.keyClick(panel.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(panel.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        QTest.mouseMove(panel.view.viewport(), panel.view.visualRect(panel.model.index(0)).center())
        yield panel


async def _empty() -> AsyncGenerator[QWidget, None]:
    async with opened([]) as ground:
        panel = FilmstripPanel(clock=lambda: _NOW)
        panel.resize(1092, 166)
        panel.attach(ground.library, None, ground.tasks)
        yield panel
        panel.detach()


SCENES = {
    "filmstrip-review": lambda: _strip(tram_takes(), 2, 1092, 166, advances=True),
    "filmstrip-low": lambda: _strip(tram_takes(), 2, 964, 140),
    "filmstrip-high": lambda: _strip(tram_takes(), 2, 2136, 190),
    "filmstrip-create": lambda: _strip(tram_takes(), 2, 676, 157, form=StripForm.CREATE),
    "filmstrip-many": lambda: _strip(_many(), 30, 1092, 166),
    "filmstrip-one": lambda: _strip(tram_takes()[2:3], 0, 1092, 166),
    "filmstrip-chosen": _chosen,
    "filmstrip-empty": _empty,
}
