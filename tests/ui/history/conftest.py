"""A real library in a temporary folder, and the History panel over it, on Qt's loop."""

from collections.abc import AsyncIterator, Callable

import pytest

from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.history.job_list_model import JobListModel
from rushes.ui.history.panel import HistoryPanel
from tests.ui.job_faces.jobs import TellingEngine, until


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
