"""Shots whose takes have real clips, in a library that a window opens, and how it is used."""

import asyncio
import dataclasses
from collections.abc import Collection
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from rushes.domain.job import Clip
from rushes.domain.marks import Marks
from rushes.domain.media_facts import MediaFacts
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.simulator.server import Simulator
from rushes.ui.compare.comparison import Comparison
from rushes.ui.window.main_window import REVIEW
from tests.media.clips import write_clip
from tests.ui.job_faces.jobs import MODEL, make_job
from tests.ui.window.opened import LIMIT, Open, Opened

FRAMES = 9
FACTS = MediaFacts("video", "mp4", "h264", 272, 96, FRAMES, Fraction(24), FRAMES / 24)


async def add_shot(
    library: Library, folder: Path, prompt: str, count: int, failed: Collection[int] = ()
) -> list[JobEntry]:
    """Add a shot of so many takes with clips; those at the places `failed` have none."""
    source = folder / "source.mp4"
    if not source.exists():
        write_clip(source, frames=FRAMES, rate=Fraction(24))
    shot_id = make_job().shot_id
    jobs = []
    for place in range(count):
        request = GenerationRequest(MODEL, {"prompt": prompt, "seed": place})
        job = make_job(prompt, JobState.FAILED, shot_id=shot_id, request=request)
        if place not in failed:
            part = library.media.part(job, 0)
            part.write_bytes(source.read_bytes())
            status = part.stat()
            path = library.media.settle(part, "mp4")
            clip = Clip(
                0, "", path, FileState.PRESENT, size=status.st_size, received=status.st_size,
                facts=FACTS,
            )  # fmt: skip
            job = dataclasses.replace(job, state=JobState.READY, clips=(clip,))
        jobs.append(job)
    return await library.add(jobs)


async def filled(folder: Path, **shots: int) -> dict[str, list[JobEntry]]:
    """Fill the library that `open_window` opens; return the takes of each shot by its prompt."""
    library = Library(folder / "one", machine_file=folder / "libraries.json")
    await library.open(program="test")
    try:
        made = {each: await add_shot(library, folder, each, count) for each, count in shots.items()}
    finally:
        await library.close()
    return made


async def show(opened: Opened, entry: JobEntry) -> None:
    """Choose a take in History and wait until its picture and its shot are there."""
    window = opened.window
    window.history.select_job(entry.job.id)
    await opened.until(lambda: opened.session.current and opened.session.current.key == entry.key)
    await opened.until(lambda: window.viewer.current_index >= 0)
    await opened.until(lambda: window.strip.view.currentIndex().isValid())


async def until_marked(opened: Opened, entry: JobEntry, wanted: Marks) -> None:
    """Wait until these marks are written down, whenever the clip was seen."""
    library = opened.session.library
    async with asyncio.timeout(LIMIT):
        while plain((await library.job(entry.job.id)).job.marks) != wanted:
            await asyncio.sleep(0.02)


def plain(marks: Marks) -> Marks:
    """Marks without when the clip was seen."""
    return dataclasses.replace(marks, seen_at=None)


async def is_seen(opened: Opened, entry: JobEntry) -> bool:
    """Whether it is written down that the clip was seen."""
    return (await opened.session.library.job(entry.job.id)).job.marks.is_seen


def choose_takes(opened: Opened, first: int, last: int) -> None:
    """Choose takes in the strip by keys, from a place to another one, both included."""
    view = opened.window.strip.view
    view.setFocus()
    view.choose_row(first)
    for _ in range(last - first):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def comparison_of(opened: Opened) -> Comparison:
    comparison = opened.window.viewer.comparing.comparison
    assert comparison is not None
    return comparison


def is_current(opened: Opened, entry: JobEntry) -> bool:
    current = opened.session.current
    return current is not None and current.key == entry.key


async def reviewed(open_window: Open, simulator: Simulator, at: JobEntry) -> Opened:
    opened = await open_window(simulator.url)
    opened.window.resize(1440, 900)
    opened.window.show_workspace(REVIEW)
    await opened.until(lambda: opened.window.history.model.rowCount())
    await show(opened, at)
    return opened


async def compared(opened: Opened, first: int, last: int) -> Comparison:
    """Compare takes of the strip by the key, and wait for their pictures."""
    choose_takes(opened, first, last)
    opened.session.reviewing.compared.compare()
    await opened.until(lambda: opened.window.viewer.is_comparing)
    return await all_shown(opened)


async def all_shown(opened: Opened) -> Comparison:
    comparison = comparison_of(opened)
    await opened.until(
        lambda: (
            comparison.is_open and all(clip.shown is not None for clip in comparison.group.clips)
        )
    )
    return comparison
