"""Jobs that wait for the network or for a person's word: the list, Compose, and the window."""

import asyncio
import dataclasses
import tempfile
import time
import uuid
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.domain.errors import NotReachable, ServiceDown, TokenRefused
from rushes.domain.job import Job
from rushes.domain.replies import Balance
from rushes.domain.request import GenerationRequest, JsonValue
from rushes.domain.states import JobState
from rushes.engine.events import EngineEvent, Reach, ReachChanged, SendingAsked
from rushes.engine.models import bundled_models
from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.activity.activity_list import ActivityList
from rushes.ui.activity.activity_model import ActivityModel
from rushes.ui.activity.activity_strip import ActivityStrip
from rushes.ui.compose.panel import ComposePanel
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.session import Session
from rushes.ui.window.window_menus import WindowMenus
from tests.gallery import scenes_window
from tests.gallery.__main__ import KEEPS_FOCUS
from tests.gallery.scenes_compose import PROMPT, panel, wan
from tests.gallery.scenes_history import (
    StillEngine,
    came_to_rest,
    filled,
    opened,
    sample_jobs,
)

_SINCE = time.mktime((2026, 11, 18, 14, 20, 0, 0, 0, -1))
_OFFLINE = ReachChanged(Reach.OFFLINE, _SINCE, NotReachable())
_ONLINE = ReachChanged(Reach.ONLINE, _SINCE + 600)
_PROBLEM = ReachChanged(Reach.OFFLINE, _SINCE, ServiceDown())
_NO_TOKEN = ReachChanged(Reach.TOKEN_NEEDED, _SINCE, TokenRefused())
_OTHER = "wan-ai/wan-2-7/text-to-video"


def _waiting(
    model: str, prompt: str, takes: int, inputs: Mapping[str, JsonValue], price: str = ""
) -> list[Job]:
    shot = uuid.uuid4().hex
    return [
        Job(
            id=uuid.uuid4().hex,
            shot_id=shot,
            take=0,
            request=GenerationRequest(model, {"prompt": prompt, "seed": seed, **inputs}),
            state=JobState.WAITING,
            created_at=_SINCE - 60,
            price_shown=Decimal(price) if price else None,
        )
        for seed in range(takes)
    ]


def waiting_jobs() -> list[Job]:
    """Six jobs of four requests; three have a price."""
    wan_2_1 = {"num_frames": 97, "resolution": "720p"}
    wan_2_7 = {"duration": 5, "resolution": "1080p"}
    first = "wan-ai/wan-2-1/text-to-video"
    return [
        *_waiting(first, "A log cabin under the northern lights, still air, wide lens", 2, wan_2_1),
        *_waiting(first, "A log cabin under the Milky Way, drifting snow, wide lens", 1, wan_2_1),
        *_waiting(_OTHER, "Harbour at blue hour, a ferry comes in, long lens", 2, wan_2_7, "0.50"),
        *_waiting(_OTHER, "Balloons over a sea of clouds, sunrise, slow pan", 1, wan_2_7, "0.50"),
    ]


def _asked(jobs: Sequence[Job], *, back: bool, was_offline: bool = True) -> SendingAsked:
    ids = tuple(job.id for job in jobs if job.state is JobState.WAITING)
    return SendingAsked(ids, is_reachable=back, was_offline=was_offline)


def _events(jobs: Sequence[Job], *, back: bool) -> list[EngineEvent]:
    asked: list[EngineEvent] = [_OFFLINE, _asked(jobs, back=False)]
    return [*asked, _ONLINE, _asked(jobs, back=True)] if back else asked


async def _list(
    width: int, jobs: Sequence[Job], events: Sequence[EngineEvent], height: int = 0
) -> AsyncGenerator[QWidget, None]:
    async with opened(jobs) as ground:
        model = ActivityModel(clock=lambda: _SINCE)
        holder = QWidget()
        strip = ActivityStrip(holder, model=model)
        listed = ActivityList(holder, model=model)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(listed, 1)
        column.addWidget(strip)
        strip.attach(ground.library, None, ground.tasks)
        strip.follow(ground.engine)
        strip.show_open(True)
        await came_to_rest(holder, ground.tasks)
        for event in events:
            ground.engine.tell(event)
        holder.resize(width, height or listed.sizeHint().height() + strip.height() + 1)
        yield holder
        strip.detach()


async def _window(events: Sequence[EngineEvent], jobs: list[Job]) -> AsyncGenerator[QWidget, None]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        library, tasks, engine = Library(place / "Northlight"), Tasks(), StillEngine()
        await library.open(program="gallery")
        ready = [job for job in sample_jobs() if job.state is JobState.READY]
        await filled(library, [*ready, *jobs])
        window = MainWindow()
        window.resize(1280, 720)
        window.furnish()
        window.restore_shape({})
        WindowMenus(window, Session(window, scenes_window._configuration(place)))
        window.compose.set_models(bundled_models())
        window.compose.use_prompt(PROMPT)
        window.top_bar.show_library("Northlight", folder)
        circumstances = Circumstances()
        for each in (window.history, window.activity):
            each.attach(library, circumstances, tasks)
            each.follow(engine)
        window.show()
        await came_to_rest(window, tasks)
        window.toggle_activity()
        for event in events:
            engine.tell(event)
            if isinstance(event, ReachChanged):
                window.top_bar.show_reach(event.reach, event.error)
                window.compose.show_reach(event.reach, event.error)
                if event.reach is Reach.ONLINE:
                    window.top_bar.show_balance(Balance(Decimal("41.20")))
        window.setProperty(KEEPS_FOCUS, True)
        if events[-2:] == events[:2]:
            window.compose.focus_prompt()
        await asyncio.sleep(0.4)
        await came_to_rest(window, tasks)
        yield window
        for each in (window.history, window.activity):
            each.detach()
        await tasks.finish(1.0)
        await library.close()
        window.close_for_good()
        window.deleteLater()


def _draft(change: ReachChanged, takes: int = 8) -> ComposePanel:
    made = panel(wan(), takes=takes, num_frames=97)
    made.show_reach(change.reach, change.error)
    return made


def _mixed() -> list[Job]:
    busy = {JobState.IN_PROGRESS, JobState.DOWNLOADING, JobState.UNKNOWN}
    running = [
        dataclasses.replace(job, started_at=_SINCE - 102)
        for job in sample_jobs()
        if job.state in busy
    ]
    return [*running, *waiting_jobs()]


def _with(jobs: list[Job], build: object) -> AsyncGenerator[QWidget, None]:
    """Call a scene with jobs and with the events that speak of these very jobs."""
    assert callable(build)
    made: AsyncGenerator[QWidget, None] = build(jobs)
    return made


def _earlier(jobs: list[Job]) -> list[EngineEvent]:
    return [_ONLINE, _asked(jobs, back=True, was_offline=False)]


def _tokenless(jobs: list[Job]) -> list[EngineEvent]:
    return [_NO_TOKEN, _asked(jobs, back=False, was_offline=False)]


async def _questioned() -> AsyncGenerator[QWidget, None]:
    """Jobs under way, two that failed, and the question before everything is cancelled."""
    jobs = [job for job in sample_jobs() if job.state is not JobState.UNKNOWN]
    async with opened(jobs) as ground:
        listed = ActivityList(model=ActivityModel(clock=lambda: _SINCE))
        listed.attach(ground.library, None, ground.tasks)
        listed.resize(760, 400)
        await came_to_rest(listed, ground.tasks)
        running = (JobState.IN_QUEUE, JobState.IN_PROGRESS)
        for entry in (await ground.library.in_states(running))[:2]:
            await ground.library.change(
                entry.job.id, lambda job: replace(job, state=JobState.FAILED, finished_at=_SINCE)
            )
        listed.cancel_all.click()
        yield listed
        listed.model.close()


def _edited() -> ComposePanel:
    made = panel(wan(), takes=8, num_frames=97)
    made.edit_jobs([job for job in sample_jobs() if job.state is JobState.WAITING][:1])
    return made


SCENES = {
    "activity-cancel-all": _questioned,
    "compose-edit": _edited,
    "waiting-offline": lambda: _with(
        waiting_jobs(), lambda jobs: _list(964, jobs, _events(jobs, back=False))
    ),
    "waiting-back": lambda: _with(
        waiting_jobs(), lambda jobs: _list(964, jobs, _events(jobs, back=True))
    ),
    "waiting-earlier": lambda: _with(waiting_jobs(), lambda jobs: _list(964, jobs, _earlier(jobs))),
    "waiting-token": lambda: _with(waiting_jobs(), lambda jobs: _list(964, jobs, _tokenless(jobs))),
    "waiting-problem": lambda: _with(
        waiting_jobs(), lambda jobs: _list(964, jobs, [_PROBLEM, _asked(jobs, back=False)])
    ),
    "waiting-narrow": lambda: _with(
        waiting_jobs(), lambda jobs: _list(400, jobs, _events(jobs, back=True))
    ),
    "waiting-and-others": lambda: _with(
        _mixed(), lambda jobs: _list(964, jobs, _events(jobs, back=True), height=360)
    ),
    "offline-1280": lambda: _with(
        waiting_jobs(), lambda jobs: _window(_events(jobs, back=False), jobs)
    ),
    "back-online-1280": lambda: _with(
        waiting_jobs(), lambda jobs: _window(_events(jobs, back=True), jobs)
    ),
    "compose-offline": lambda: _draft(_OFFLINE),
    "compose-problem": lambda: _draft(_PROBLEM, 1),
    "compose-token": lambda: _draft(_NO_TOKEN),
}

SIZES = {
    "compose-offline": (312, 640),
    "compose-problem": (312, 640),
    "compose-token": (312, 640),
    "compose-edit": (312, 640),
}
