"""What every panel's tests stand on: a real library, its tasks, and an engine that only tells."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from tests.ui.job_faces.jobs import TellingEngine


@pytest.fixture
def dark(qapp: QApplication) -> None:
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=True)))


@pytest.fixture
async def library(qapp: QApplication, tmp_path: Path) -> AsyncIterator[Library]:
    opened = Library(tmp_path / "library")
    await opened.open(program="test")
    yield opened
    await opened.close()


@pytest.fixture
async def tasks() -> AsyncIterator[Tasks]:
    failures: list[BaseException] = []
    holder = Tasks(failures.append)
    yield holder
    await holder.finish(1.0)
    assert failures == []


@pytest.fixture
def engine() -> TellingEngine:
    return TellingEngine()
