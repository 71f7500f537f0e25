"""Jobs as a library keeps them, and an engine that tells what a test wants told."""

import asyncio
import dataclasses
import itertools
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from rushes.domain.ids import new_job_id
from rushes.domain.job import Clip, Job
from rushes.domain.media_facts import MediaFacts
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.engine.events import EngineEvent, EventSubscriber

MODEL = "wan-ai/wan-2-1/text-to-video"
NOON = 1_795_000_000.0
"""A moment on 17 November 2026."""

_later = itertools.count()


def make_job(
    prompt: str = "A lighthouse, storm", state: JobState = JobState.WAITING, **more: Any
) -> Job:
    """A job as new, written down a second after the one made before."""
    job_id = new_job_id()
    job = Job(
        id=job_id,
        shot_id=job_id,
        take=0,
        request=GenerationRequest(MODEL, {"prompt": prompt, "seed": 7}),
        state=state,
        created_at=NOON + next(_later),
    )
    return dataclasses.replace(job, **more)


def make_clip(seconds: float = 6.0625, **more: Any) -> Clip:
    """A clip that is here, of 16 frames a second."""
    facts = MediaFacts("video", "mp4", "h264", 1280, 720, 97, Fraction(16), seconds)
    clip = Clip(0, "https://media/", "a.mp4", FileState.PRESENT, 8_400_000, 8_400_000, facts=facts)
    return dataclasses.replace(clip, **more)


def jpeg(color: str = "#336699", width: int = 320, height: int = 180) -> bytes:
    """A thumbnail of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "jpeg")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


class TellingEngine:
    """Passes on what a test tells it."""

    def __init__(self) -> None:
        self.subscribers: list[EventSubscriber] = []

    def subscribe(self, subscriber: EventSubscriber) -> Callable[[], None]:
        self.subscribers.append(subscriber)
        return lambda: self.subscribers.remove(subscriber)

    def tell(self, event: EngineEvent) -> None:
        for subscriber in tuple(self.subscribers):
            subscriber(event)


async def until(met: Callable[[], object], seconds: float = 10.0) -> None:
    """Let the event loop run until something holds."""
    async with asyncio.timeout(seconds):
        while not met():
            await asyncio.sleep(0.005)
