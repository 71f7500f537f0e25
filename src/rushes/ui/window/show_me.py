"""The main job, done by itself before one's eyes: from a prompt to a playing clip.

Presses the very keys and buttons a person would; for machines without a display, and to see
after a change that the whole way still works.
"""

import asyncio
import contextlib
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rushes.domain.job import Job
from rushes.domain.states import ENDED_STATES, FileState, JobState
from rushes.library.announcements import Announcement, JobsChanged
from rushes.ui.garbage import end_of_start
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.session import Session

PROMPT = "A log cabin under the northern lights, fresh snow, smoke from the chimney, slow push in"

_SECONDS = 180.0
_PLAYED_SECONDS = 1.5
_LOOK_SECONDS = 0.3


async def show_the_main_job(session: Session, window: MainWindow, folder: str) -> int:
    """Run the session and do the main job in its window; print clip and screenshot.

    Args:
        session: not running yet.
        window: on the screen, or off it.
        folder: where the screenshot goes; a new folder if empty.

    Returns:
        0 when the clip played, 1 when the job came to another end.
    """
    running = asyncio.get_running_loop().create_task(session.run(), name="session of the window")
    try:
        await asyncio.wait_for(session.ready.wait(), _SECONDS)
        end_of_start()
        job = await asyncio.wait_for(_generate(session, window), _SECONDS)
        if job.state is not JobState.READY:
            print(f"The job ended as {job.state}.", file=sys.stderr)
            return 1
        frames = await _play(window)
        target = Path(folder or tempfile.mkdtemp(prefix="rushes-"))
        await asyncio.to_thread(target.mkdir, parents=True, exist_ok=True)
        screenshot = target / "rushes.png"
        window.grab().save(str(screenshot))
        for clip in job.clips:
            if clip.path is not None and clip.state is FileState.PRESENT:
                print(await session.library.place_of(clip.path))
        print(screenshot)
        print(f"{frames} frames were played.", file=sys.stderr)
        return 0 if frames else 1
    finally:
        window.close()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(running, _SECONDS)


async def _generate(session: Session, window: MainWindow) -> Job:
    ended: asyncio.Future[Job] = asyncio.get_running_loop().create_future()

    def watch(announcement: Announcement) -> None:
        if isinstance(announcement, JobsChanged) and not ended.done():
            for entry in announcement.entries:
                if entry.job.prompt == PROMPT and entry.job.state in ENDED_STATES:
                    ended.set_result(entry.job)

    stop = session.library.subscribe(watch)
    editor = window.compose.body.prompt.editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, PROMPT)
    button = window.compose.foot.button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    try:
        return await ended
    finally:
        stop()


async def _play(window: MainWindow) -> int:
    """Play for a moment and return how many different frames were painted."""
    seen: set[int] = set()
    viewer = window.viewer
    for _ in range(100):
        if viewer.frame_count:
            break
        await asyncio.sleep(_LOOK_SECONDS)
    viewer.frame_changed.connect(seen.add)
    viewer.setFocus()
    QTest.keyClick(viewer, Qt.Key.Key_Space)
    await asyncio.sleep(_PLAYED_SECONDS)
    QTest.keyClick(viewer, Qt.Key.Key_Space)
    await asyncio.sleep(_LOOK_SECONDS)
    viewer.frame_changed.disconnect(seen.add)
    return len(seen)
