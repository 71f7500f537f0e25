"""A real library of marked takes, and the History panel over it."""

from collections.abc import AsyncIterator

import pytest

from rushes.domain.job import Job
from rushes.domain.marks import Flag, Marks
from rushes.domain.states import JobState
from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.history.panel import HistoryPanel
from tests.ui.job_faces.jobs import TellingEngine, make_job, until


def takes() -> list[Job]:
    """Six takes: four cabins, two of them picks; a tram that needs a person; one of it trashed."""
    ready = JobState.READY
    return [
        make_job("Cabin in rain", ready, marks=Marks(3, Flag.PICK, seen_at=1.0)),
        make_job("Cabin at dawn", ready, marks=Marks(5, Flag.PICK, tags=("night city",))),
        make_job("Cabin", ready, marks=Marks(1, seen_at=1.0, tags=("night bus", "dusk"))),
        make_job("Cabin far", ready, marks=Marks(4, seen_at=1.0, tags=("night city",))),
        make_job("Tram", JobState.UNKNOWN),
        make_job("Tram of old", ready, marks=Marks(trashed_at=5.0, seen_at=1.0)),
    ]


@pytest.fixture
async def panel(
    dark: None, library: Library, tasks: Tasks, engine: TellingEngine
) -> AsyncIterator[HistoryPanel]:
    """A shown panel of three columns over six takes; the keyboard is in its search field."""
    await library.add(takes())
    made = HistoryPanel()
    made.resize(428, 700)
    made.show()
    made.activateWindow()
    made.attach(library, None, tasks)
    made.follow(engine)
    await until(lambda: made.model.is_loaded)
    made.focus_search()
    await until(made.search.field.editor.hasFocus)
    yield made
    made.detach()
    made.close()
    made.deleteLater()
