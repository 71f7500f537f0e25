"""The panels that show a library: attached once it is open, detached before it is closed."""

import asyncio
import contextlib

from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.history.first_sight import first_sight
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents
from rushes.ui.window.main_window import MainWindow

_SETTLE_SECONDS = 1.0


def attach_panels(
    window: MainWindow,
    library: Library,
    circumstances: Circumstances,
    tasks: Tasks,
    events: EngineEvents,
    ready: asyncio.Event,
) -> None:
    """Have the panels show a library, which is open, and what an engine tells of it.

    What is under way is read once takes are seen and `ready` is set, soon in any case.
    """

    async def until_settled() -> None:
        await first_sight(window.history)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_SETTLE_SECONDS):
                await ready.wait()

    window.activity.attach(library, circumstances, tasks, after=until_settled)
    for panel in (window.history, window.takes, window.filmstrip, window.details):
        panel.attach(library, circumstances, tasks)
    for follower in (window.activity, window.history, window.takes, window.filmstrip):
        follower.follow(events)
    window.details.follow(events)


def detach_panels(window: MainWindow) -> None:
    """Let the panels go of the library; before it is closed."""
    for panel in (window.history, window.activity, window.takes, window.filmstrip):
        panel.detach()
    window.details.detach()
