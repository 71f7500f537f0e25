"""An evening of review where nothing can be reached; run by the promise of the same subject."""

import asyncio
import dataclasses
import socket
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.states import FileState, JobState
from rushes.engine.configuration import configure
from rushes.library.library import Library
from rushes.media.probe import probe
from rushes.media.thumbnail import thumbnail
from rushes.ui.window.main_window import MainWindow
from tests.faults import no_network
from tests.media.clips import write_clip
from tests.ui.job_faces.jobs import make_clip, make_job
from tests.ui.window.test_session import Opened

LIMIT = 60.0
FRAMES = 24


def test_the_guard_is_up() -> None:
    before = len(no_network.tried)
    with pytest.raises(no_network.Blocked):
        socket.create_connection(("127.0.0.1", 9))
    with pytest.raises(no_network.Blocked):
        socket.getaddrinfo("localhost", 80)
    with socket.socket() as server, pytest.raises(no_network.Blocked):
        server.bind(("127.0.0.1", 0))
    del no_network.tried[before:]


async def filled(root: Path, takes: int) -> None:
    """Make a library of finished takes, as an earlier session left it."""
    library = Library(root)
    await library.open(program="earlier session")
    for number in range(takes):
        job = make_job(f"Take {number} of the lighthouse", JobState.READY)
        part = library.media.part(job, 0)
        write_clip(part.with_suffix(".mp4"), frames=FRAMES)
        path = part.with_suffix(".mp4")
        size = path.stat().st_size
        clip = make_clip(
            url="https://files.runcomfy.net/a.mp4?sig=1",
            path=path.relative_to(library.layout.media).as_posix(),
            state=FileState.PRESENT,
            size=size,
            received=size,
            facts=probe(path),
        )
        (entry,) = await library.add([dataclasses.replace(job, clips=(clip,))])
        await library.add_thumbnail(entry.key, thumbnail(path))
    await library.close()


def _shows(window: MainWindow, row: int) -> bool:
    """Whether the clip on the screen is that of a row, and not still the one before."""
    entry = window.history.model.entry_of(window.history.model.key_at(row))
    viewer = window.viewer
    is_its = entry is not None and viewer.clip.job_id == entry.job.id
    return is_its and viewer.frame_count == FRAMES


async def test_a_library_opens_shows_and_plays(qapp: QApplication, tmp_path: Path) -> None:
    await filled(tmp_path / "library", 8)
    no_network.tried.clear()
    opened = Opened(configure(str(tmp_path / "library"), environment={}))
    window = opened.window
    await asyncio.wait_for(opened.session.ready.wait(), LIMIT)
    await opened.until(lambda: window.history.model.rowCount() == 8)
    grid = window.history.grid
    for row in (0, 5):
        place = grid.visualRect(window.history.model.index(row)).center()
        QTest.mouseClick(
            grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
        await opened.until(partial(_shows, window, row))
    seen: list[int] = []
    window.viewer.frame_changed.connect(seen.append)
    window.viewer.setFocus()
    QTest.keyClick(window.viewer, Qt.Key.Key_Space)
    await opened.until(lambda: len(set(seen)) > 5)
    QTest.keyClick(window.viewer, Qt.Key.Key_Space)
    QTest.keyClick(window.viewer, Qt.Key.Key_End)
    await opened.until(lambda: window.viewer.current_index == FRAMES - 1)
    QTest.keyClick(window.viewer, Qt.Key.Key_Left)
    await opened.until(lambda: window.viewer.current_index == FRAMES - 2)
    assert window.take_info.isVisible()
    assert await opened.close() == 0
    assert no_network.tried == []
