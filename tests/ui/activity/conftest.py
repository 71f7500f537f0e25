"""A real library in a temporary folder, and the Activity strip and list over it."""

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.activity.activity_list import ActivityList
from rushes.ui.activity.activity_model import ActivityModel
from rushes.ui.activity.activity_strip import ActivityStrip
from tests.ui.job_faces.jobs import TellingEngine, until


class Shown:
    """A window with the list above the strip, both over one model."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.strip = ActivityStrip(self.window)
        self.list = ActivityList(self.window, model=self.strip.model)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self.strip)
        self.window.resize(900, 320)
        self.window.show()

    @property
    def model(self) -> ActivityModel:
        return self.strip.model


@pytest.fixture
async def shown(
    dark: None, library: Library, tasks: Tasks, engine: TellingEngine
) -> AsyncIterator[Shown]:
    made = Shown()
    made.strip.attach(library, None, tasks)
    made.strip.follow(engine)
    await until(lambda: made.model.is_loaded)
    yield made
    made.strip.detach()
    made.window.close()
    made.window.deleteLater()
