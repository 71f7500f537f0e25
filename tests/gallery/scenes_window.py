"""The whole window: both workspaces, the first start, jobs under way, its sheets and menus."""

import asyncio
import dataclasses
import shutil
import tempfile
import time
from collections.abc import AsyncGenerator, Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.domain.settings import Settings
from rushes.domain.states import JobState
from rushes.engine.configuration import Configuration
from rushes.engine.credentials import Credentials
from rushes.engine.events import Reach
from rushes.engine.models import bundled_models
from rushes.library.library import Library
from rushes.media.probe import probe
from rushes.ui.window.about import about_sheet
from rushes.ui.window.key_sheet import key_sheet
from rushes.ui.window.main_window import REVIEW, MainWindow
from rushes.ui.window.session import Session
from rushes.ui.window.window_menus import WindowMenus
from tests.gallery import scenes_viewer
from tests.gallery.scenes_history import StillEngine, filled, sample_jobs, tell_progress

PROMPT = (
    "A log cabin under the northern lights, fresh snow, smoke from the chimney, "
    "still air, wide lens, slow push in, grainy 35 mm film"
)
_CHOSEN = 9
_LONGEST_WAIT_SECONDS = 20.0


def _jobs() -> list[Job]:
    """The sample jobs as if they were of today, the chosen one with words and inputs."""
    samples = sample_jobs()
    now, newest = time.time(), max(job.created_at for job in samples)
    later = now - newest
    jobs = [dataclasses.replace(job, **_moments(job, later)) for job in samples]
    inputs = {
        "prompt": PROMPT,
        "seed": 481516,
        "num_frames": 97,
        "frames_per_second": 16,
        "resolution": "720p",
        "aspect_ratio": "16:9",
        "enable_prompt_expansion": True,
    }
    place = len(jobs) - 1 - _CHOSEN
    request = dataclasses.replace(jobs[place].request, inputs=inputs)
    jobs[place] = dataclasses.replace(jobs[place], request=request)
    return jobs


def _moments(job: Job, later: float) -> dict[str, float]:
    """Every moment of a job, so many seconds later."""
    names = ("created_at", "sent_at", "started_at", "finished_at", "cancel_asked_at")
    known = {name: getattr(job, name) for name in names}
    return {name: moment + later for name, moment in known.items() if moment is not None}


def _with_file(library: Library, job: Job) -> Job:
    """Put a real clip where the job's clip says it is."""
    source = scenes_viewer.sample_clip()
    target = library.layout.media / "sample.mp4"
    shutil.copyfile(source, target)
    clip = dataclasses.replace(job.clips[0], path=target.name, facts=probe(target))
    return dataclasses.replace(job, clips=(clip,))


def _configuration(folder: Path) -> Configuration:
    return Configuration(
        library=folder / "Northlight",
        origin="http://127.0.0.1:9",
        credentials=Credentials({}),
        settings=Settings(),
        settings_file=folder / "settings.json",
        state_file=folder / "window.json",
        machine_file=folder / "libraries.json",
        log_file=folder / "rushes.log",
    )


async def _until(met: Callable[[], object]) -> None:
    async with asyncio.timeout(_LONGEST_WAIT_SECONDS):
        while not met():
            await asyncio.sleep(0.02)


async def _window(
    width: int,
    height: int,
    *,
    workspace: str = "",
    is_empty: bool = False,
    chosen: int = _CHOSEN,
    activity: bool = False,
    sheet: Callable[[QWidget], QWidget] | None = None,
) -> AsyncGenerator[QWidget, None]:
    with tempfile.TemporaryDirectory() as folder:
        window, engine = MainWindow(), StillEngine()
        window.resize(width, height)
        window.furnish()
        session = Session(window, _configuration(Path(folder)))
        library = session.library
        await library.open(program="gallery")
        jobs = [] if is_empty else _jobs()
        place = len(jobs) - 1 - _CHOSEN
        if jobs:
            jobs[place] = await asyncio.to_thread(_with_file, library, jobs[place])
        await filled(library, jobs)
        window.restore_shape({"workspace": workspace})
        WindowMenus(window, session)
        window.compose.set_models(bundled_models())
        window.top_bar.show_library("Northlight", folder)
        session.attach(engine)
        if jobs:
            window.top_bar.show_reach(Reach.ONLINE)
            window.compose.use_prompt(PROMPT)
        window.show()
        if activity:
            window.toggle_activity()
        await _until(lambda: window.history.model.is_loaded)
        tell_progress(engine, jobs)
        if jobs:
            job = jobs[len(jobs) - 1 - chosen]
            window.history.select_job(job.id)
            if job.state is JobState.READY:
                await _until(lambda: window.viewer.frame_count)
                window.viewer.seek(42)
                await _until(lambda: window.viewer.current_index == 42)
        await asyncio.sleep(1.0)
        window.centralWidget().setFocus()
        opened = sheet(window) if sheet is not None else None
        yield opened or window
        window.viewer.close_clip()
        session.detach()
        await session.tasks.finish(1.0)
        await library.close()
        window.close_for_good()
        window.deleteLater()


SCENES = {
    "window-create": lambda: _window(1440, 900),
    "window-review": lambda: _window(1440, 900, workspace=REVIEW),
    "window-1280": lambda: _window(1280, 720),
    "window-smallest": lambda: _window(1120, 640),
    "window-empty": lambda: _window(1440, 900, is_empty=True),
    "window-activity": lambda: _window(1440, 900, activity=True),
    "window-failed": lambda: _window(1440, 900, chosen=12),
    "window-needs-you": lambda: _window(1440, 900, chosen=7),
    "sheet-keys": lambda: _window(1440, 900, is_empty=True, sheet=key_sheet),
    "sheet-about": lambda: _window(1440, 900, is_empty=True, sheet=about_sheet),
}
