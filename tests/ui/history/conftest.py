"""A real library in a temporary folder, and the History panel over it, on Qt's loop."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.history.job_list_model import JobListModel
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from tests.ui.job_faces.jobs import TellingEngine, until


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


@pytest.fixture
async def model(
    library: Library, tasks: Tasks, engine: TellingEngine
) -> AsyncIterator[Callable[[], JobListModel]]:
    """Makes models over the library, once it holds what it should."""
    made: list[JobListModel] = []

    def make() -> JobListModel:
        model = JobListModel()
        model.open(library, tasks)
        model.follow(engine)
        made.append(model)
        return model

    yield make
    for each in made:
        each.close()
        each.deleteLater()


@pytest.fixture
async def panel(
    dark: None, library: Library, tasks: Tasks, engine: TellingEngine
) -> AsyncIterator[HistoryPanel]:
    """A shown panel of three columns, over what the library holds when the test begins."""
    made = HistoryPanel()
    made.resize(428, 700)
    made.show()
    made.attach(library, None, tasks)
    made.follow(engine)
    await until(lambda: made.model.is_loaded)
    yield made
    made.detach()
    made.close()
    made.deleteLater()
