"""The History panel and the Activity strip, over a real library with jobs in every state."""

import asyncio
import contextlib
import dataclasses
import datetime
import tempfile
import uuid
from collections.abc import AsyncGenerator, Callable, Sequence
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.domain.job import Clip, Job, JobError
from rushes.domain.media_facts import MediaFacts
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.engine.events import (
    DownloadProgressed,
    EngineEvent,
    EventSubscriber,
    Reach,
    ReachChanged,
    SendingPaused,
)
from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.activity.activity_list import ActivityList
from rushes.ui.activity.activity_model import ActivityModel
from rushes.ui.activity.activity_strip import ActivityStrip
from rushes.ui.history.job_list_model import JobListModel
from rushes.ui.history.panel import HistoryPanel
from tests.gallery.sample_pictures import picture

_NOW = datetime.datetime(2026, 11, 18, 14, 10).timestamp()
_MODEL = "wan-ai/wan-2-1/text-to-video"


class StillEngine:
    """Tells what a scene wants told, and does nothing."""

    def __init__(self) -> None:
        self._subscribers: list[EventSubscriber] = []

    def subscribe(self, subscriber: EventSubscriber) -> Callable[[], None]:
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def tell(self, event: EngineEvent) -> None:
        for subscriber in tuple(self._subscribers):
            subscriber(event)


def _job(
    name: str,
    minutes: float,
    state: JobState,
    *,
    shot: str = "",
    mood: str = "",
    is_sent: bool = False,
    **more: object,
) -> Job:
    request = GenerationRequest(_MODEL, {"prompt": f"{name}, wide lens, slow push in", "seed": 7})
    shot_id = uuid.uuid5(uuid.NAMESPACE_OID, shot).hex if shot else uuid.uuid4().hex
    job = Job(
        id=uuid.uuid4().hex,
        shot_id=shot_id,
        take=0,
        request=request,
        state=state,
        created_at=_NOW - minutes * 60,
        sent_at=_NOW - minutes * 60 + 1 if is_sent else None,
        service_word=mood or None,
    )
    return dataclasses.replace(job, **more)  # type: ignore[arg-type]


def _clip(seconds: float, width: int = 1280, height: int = 720, **more: object) -> Clip:
    rate = Fraction(16)
    frames = round(seconds * 16)
    facts = MediaFacts("video", "mp4", "h264", width, height, frames, rate, seconds)
    clip = Clip(0, "", "clip.mp4", FileState.PRESENT, 8_400_000, 8_400_000, facts=facts)
    return dataclasses.replace(clip, **more)  # type: ignore[arg-type]


def _ready(name: str, minutes: float, mood: str, seconds: float, shot: str = "") -> Job:
    return _job(
        name, minutes, JobState.READY, shot=shot, mood=mood, clips=(_clip(seconds),), is_sent=True
    )


def sample_jobs() -> list[Job]:
    """Jobs of three days, oldest first; the mood of a picture is kept as the service's word."""
    state, day = JobState, 24 * 60
    arriving = Clip(0, "", size=8_400_000, received=3_100_000)
    tall = _clip(5.06, 720, 1280)
    gone = _clip(5.06, state=FileState.MISSING)
    lost = JobError("outcome_unknown", "", "RemoteProtocolError: Server disconnected.")
    failed = JobError("job_failed", "", "worker ran out of memory")
    refused = JobError("inputs_refused_by_service", "", "HTTP 422: num_frames: too many")
    dead = JobError("link_dead", "", "HTTP 403")
    return [
        _ready("Harbour, blue hour", 2 * day + 300, "dusk", 6.06),
        _job("Ink in water", 2 * day + 290, state.READY, mood="storm", clips=(gone,)),
        _ready("Salt flat at dusk", 2 * day + 280, "dusk", 6.06),
        _job("Jellyfish", 2 * day + 270, state.READY, mood="tall", clips=(tall,)),
        _job("Balloons over a sea of clouds", day + 600, state.EXPIRED, is_sent=True, error=dead),
        _ready("Salt flat at dawn", day + 580, "dawn", 6.06),
        _ready("Fisherman", day + 560, "dawn", 6.06, "fisherman"),
        _job("Fisherman", day + 500, state.CANCELLED, shot="fisherman", is_sent=True),
        _ready("Lighthouse", day + 400, "storm", 4.0, "lighthouse"),
        _ready("Tram in cold light", 70, "storm", 6.06),
        _job("Night tram", 60, state.REJECTED, shot="tram", is_sent=True, error=refused),
        _job("Night tram", 50, state.FAILED, shot="tram", is_sent=True, error=failed),
        _ready("Night tram", 45, "night", 6.06, "tram"),
        _ready("Cabin", 34, "dusk", 5.06, "cabin"),
        _ready("Cabin", 30, "night", 6.06, "cabin"),
        _ready("Cabin", 26, "night", 6.06, "cabin"),
        _job("Lighthouse", 8, state.UNKNOWN, shot="lighthouse", error=lost, is_sent=True),
        _job("Milky Way over the cabin", 6, state.DOWNLOADING, clips=(arriving,)),
        _job("Cabin", 4, state.IN_PROGRESS, shot="cabin", started_at=_NOW - 102),
        _job("Northern lights", 2, state.IN_QUEUE, queue_position=3),
        _job("Northern lights", 1.6, state.IN_PROGRESS, cancel_asked_at=_NOW, started_at=_NOW),
        _job("Milky Way, still air", 1, state.SENDING),
        _job("Milky Way and drifting snow over the lake", 0.9, state.WAITING, shot="snow"),
        _job("Milky Way and drifting snow over the lake", 0.8, state.WAITING, shot="snow"),
    ]


def _jpeg(mood: str) -> bytes:
    image = picture("night", 180, 320) if mood == "tall" else picture(mood, 320, 180)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "jpeg", 90)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


async def filled(library: Library, jobs: Sequence[Job]) -> None:
    """Write jobs into a library, with the pictures of those that are ready."""
    for job in jobs:
        mood = job.service_word if job.state is JobState.READY else None
        (entry,) = await library.add([dataclasses.replace(job, service_word=None)])
        if mood is not None:
            await library.add_thumbnail(entry.key, _jpeg(mood))


async def came_to_rest(widget: QWidget, tasks: Tasks) -> None:
    """Wait until a widget has asked for all that it shows, and has got it."""
    for _ in range(4):
        widget.grab()
        while tasks:
            await asyncio.sleep(0.005)
        await asyncio.sleep(0.06)


@dataclasses.dataclass
class Opened:
    """A library with jobs, and what a panel needs to show it."""

    library: Library
    tasks: Tasks
    engine: StillEngine


@contextlib.asynccontextmanager
async def opened(jobs: Sequence[Job]) -> AsyncGenerator[Opened, None]:
    """A library in a temporary folder, filled with jobs."""
    with tempfile.TemporaryDirectory() as folder:
        library, tasks = Library(Path(folder)), Tasks()
        await library.open(program="gallery")
        try:
            await filled(library, jobs)
            yield Opened(library, tasks, StillEngine())
            await tasks.finish(1.0)
        finally:
            await library.close()


def tell_progress(engine: StillEngine, jobs: Sequence[Job]) -> None:
    """Let the engine tell how far the downloads are."""
    for job in jobs:
        if job.state is JobState.DOWNLOADING:
            engine.tell(DownloadProgressed(job.id, 3_100_000, 8_400_000))


async def history_scene(
    width: int, height: int, jobs: Sequence[Job], words: str = "", chosen: int = -1
) -> AsyncGenerator[HistoryPanel, None]:
    """The History panel of so many pixels, searched for words, with the job of a row chosen."""
    async with opened(jobs) as ground:
        panel = HistoryPanel(model=JobListModel(clock=lambda: _NOW))
        panel.resize(width, height)
        panel.attach(ground.library, None, ground.tasks)
        panel.follow(ground.engine)
        await came_to_rest(panel, ground.tasks)
        tell_progress(ground.engine, jobs)
        panel.search.set_text(words)
        await came_to_rest(panel, ground.tasks)
        if chosen >= 0:
            panel.grid.setCurrentIndex(panel.model.index(chosen))
        await came_to_rest(panel, ground.tasks)
        yield panel
        panel.detach()


async def _activity(
    width: int,
    jobs: Sequence[Job],
    events: Sequence[EngineEvent] = (),
    *,
    is_open: bool = False,
) -> AsyncGenerator[QWidget, None]:
    async with opened(jobs) as ground:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        strip = ActivityStrip(holder, model=ActivityModel(holder, clock=lambda: _NOW))
        strip.attach(ground.library, None, ground.tasks)
        strip.follow(ground.engine)
        if is_open:
            column.addWidget(ActivityList(holder, model=strip.model))
            strip.show_open(True)
        column.addWidget(strip)
        holder.resize(width, 36 + 33 * 9 + 28 if is_open else 28)
        await came_to_rest(holder, ground.tasks)
        tell_progress(ground.engine, jobs)
        for event in events:
            ground.engine.tell(event)
        await came_to_rest(holder, ground.tasks)
        yield holder
        strip.detach()


async def _chosen() -> AsyncGenerator[QWidget, None]:
    """Three chosen takes, the keyboard at one, the pointer over another."""
    async for panel in history_scene(428, 560, sample_jobs()):
        panel.setProperty("galleryKeepsFocus", True)
        panel.show()
        panel.activateWindow()
        panel.grid.setFocus()
        panel.grid.verticalScrollBar().setValue(360)
        # Until then what was just scrolled is painted in parts.
        await asyncio.sleep(0.6)
        places = [panel.grid.visualRect(panel.model.index(row)).center() for row in (9, 11, 13)]
        QTest.mouseClick(panel.grid.viewport(), Qt.MouseButton.LeftButton, pos=places[0])
        shift = Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(panel.grid, Qt.Key.Key_Right, shift)
        QTest.keyClick(panel.grid, Qt.Key.Key_Right, shift)
        QTest.mouseMove(panel.grid.viewport(), places[2])
        yield panel


def _waiting_only() -> list[Job]:
    return [job for job in sample_jobs() if job.state is JobState.WAITING]


_OFFLINE = ReachChanged(Reach.OFFLINE, _NOW - 600)
_NO_TOKEN = ReachChanged(Reach.TOKEN_NEEDED, _NOW - 600)

SCENES = {
    "history-428": lambda: history_scene(428, 830, sample_jobs(), chosen=9),
    "history-300": lambda: history_scene(300, 680, sample_jobs()),
    "history-704": lambda: history_scene(704, 830, sample_jobs(), chosen=9),
    "history-152": lambda: history_scene(152, 560, sample_jobs()),
    "history-chosen": _chosen,
    "history-found": lambda: history_scene(428, 420, sample_jobs(), words="cabin"),
    "history-empty": lambda: history_scene(428, 560, []),
    "history-nothing-matches": lambda: history_scene(428, 560, sample_jobs(), words="umbrella"),
    "activity-busy": lambda: _activity(1112, sample_jobs()),
    "activity-narrow": lambda: _activity(560, sample_jobs()),
    "activity-idle": lambda: _activity(1112, []),
    "activity-offline": lambda: _activity(1112, _waiting_only(), [_OFFLINE]),
    "activity-token": lambda: _activity(1112, _waiting_only(), [_NO_TOKEN]),
    "activity-paused": lambda: _activity(1112, _waiting_only(), [SendingPaused(True)]),
    "activity-open": lambda: _activity(760, sample_jobs(), is_open=True),
    "activity-open-idle": lambda: _activity(760, [], is_open=True),
}
