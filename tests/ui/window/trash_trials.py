"""A window over a library with takes that have clips, for tests of its trash."""

import dataclasses
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rushes.domain.job import Clip, Job
from rushes.domain.states import FileState, JobState
from rushes.library.announcements import JobEntry
from rushes.ui.components.button import Button
from rushes.ui.trash.emptying_sheets import AskingSheet
from rushes.ui.trash.running_question import RunningQuestion
from tests.ui.job_faces.jobs import make_job, until
from tests.ui.window.opened import Opened

K, LEFT = Qt.Key, Qt.MouseButton.LeftButton


class Trials:
    """A window over a library with some takes that have clips."""

    def __init__(self, opened: Opened, clip: Path) -> None:
        self.opened = opened
        self.window = opened.window
        self.history = opened.window.history
        self.library = opened.session.library
        self.clip = clip

    async def ready(self, *prompts: str, is_one_shot: bool = False) -> list[JobEntry]:
        jobs: list[Job] = []
        for prompt in prompts:
            job = make_job(prompt, JobState.READY)
            path = f"2026-11/{job.id}-1.mp4"
            place = self.library.layout.media / path
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(self.clip.read_bytes())
            size, stamp = place.stat().st_size, place.stat().st_mtime_ns
            found = Clip(
                0, "", path, FileState.PRESENT, size, size, disk_size=size, disk_mtime_ns=stamp
            )
            shot = jobs[0].shot_id if is_one_shot and jobs else job.shot_id
            jobs.append(dataclasses.replace(job, shot_id=shot, clips=(found,)))
        return await self.library.add(jobs)

    async def choose(self, *entries: JobEntry) -> None:
        self.window.activateWindow()
        self.history.select_job(entries[0].job.id)
        await until(lambda: self.history.current and self.history.current.key == entries[0].key)
        self.history.grid.setFocus()
        selection = self.history.grid.selectionModel()
        for entry in entries[1:]:
            index = self.history.model.index(self.history.model.row_of(entry))
            selection.select(index, selection.SelectionFlag.Select)

    def keys(self) -> set[int]:
        model = self.history.model
        return {model.key_at(row) for row in range(model.rowCount())}

    async def shows(self, *entries: JobEntry) -> None:
        await until(lambda: self.keys() == {entry.key for entry in entries})

    async def choose_shown(self, entry: JobEntry) -> None:
        """Choose by a click where the list shows it."""
        model, grid = self.history.model, self.history.grid
        await until(lambda: model.row_of(entry) >= 0)
        place = grid.visualRect(model.index(model.row_of(entry))).center()
        QTest.mouseClick(grid.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
        grid.setFocus()

    async def until_state(self, entry: JobEntry, state: JobState) -> None:
        while (await self.library.job(entry.job.id)).job.state is not state:
            await self.opened.until(lambda: True)

    async def in_trash(self) -> set[int]:
        return set(await self.library.trashed_keys())

    async def until_in_trash(self, *entries: JobEntry) -> None:
        wanted = {entry.key for entry in entries}
        while await self.in_trash() != wanted:
            await self.opened.until(lambda: True)

    async def look_into_trash(self) -> None:
        self.window.show_trash()
        await until(lambda: not self.history.trash_bar.isHidden())
        await until(lambda: self.history.trash_bar.empty.isEnabled())

    @property
    def looked_at(self) -> int | None:
        entry = self.opened.session.reviewing.looked_at
        return None if entry is None else entry.key

    @property
    def toast(self) -> str:
        return self.opened.session.reviewing.toast.text()

    @property
    def question(self) -> RunningQuestion | None:
        return self.opened.session._wishes.acts.trashing.question


def press(button: Button) -> None:
    QTest.mouseClick(button, LEFT)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


async def sheet_of(kind: type[AskingSheet]) -> AskingSheet:
    def found() -> list[AskingSheet]:
        return [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, kind) and each.isVisible()
        ]

    await until(found)
    return found()[0]
