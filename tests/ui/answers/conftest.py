"""A Viewer in a window that has the keyboard, and jobs that wait for a person's word."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rushes.domain.job import Job, JobError
from rushes.domain.states import JobState
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from rushes.ui.viewer.panel import ViewerPanel
from tests.ui.job_faces.jobs import NOON, make_job

LOST = "RemoteProtocolError: Server disconnected without sending a response."


def job_in(state: JobState, code: str = "", detail: str = "", **more: Any) -> Job:
    """A job that was sent, and stopped with this error."""
    error = JobError(code, "", detail) if code else None
    return make_job(state=state, error=error, **{"sent_at": NOON, **more})


def lost_job(detail: str = LOST, **more: Any) -> Job:
    """A job whose outcome nobody knows."""
    return job_in(JobState.UNKNOWN, "outcome_unknown", detail, **more)


def as_new(job: Job) -> Job:
    """The same job as another announcement brings it."""
    return replace(job)


class Heard:
    """Everything that a person's answers told, in order: name of the signal and its arguments."""

    def __init__(self, wishes: QObject) -> None:
        self.wishes: list[tuple[str, ...]] = []
        for name in dir(type(wishes)):
            if name.endswith("_requested"):
                getattr(wishes, name).connect(self._note(name))

    def _note(self, name: str) -> Callable[..., None]:
        return lambda *arguments: self.wishes.append((name.removesuffix("_requested"), *arguments))


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=True)))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def viewer(qtbot: QtBot) -> Iterator[ViewerPanel]:
    window = QWidget()
    panel = ViewerPanel(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(panel)
    window.resize(676, 774)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield panel
    panel.close_clip()
    window.close()
    window.deleteLater()


@pytest.fixture
def heard(viewer: ViewerPanel) -> Heard:
    return Heard(viewer.answers.wishes)
