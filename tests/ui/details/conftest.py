import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rushes.domain.job import Job
from rushes.engine.models import bundled_models
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.details.panel import DetailsPanel, by_id
from rushes.ui.job_faces.circumstances import Circumstances
from tests.ui.job_faces.jobs import NOON, TellingEngine, until

NOW = NOON + 7_200


class Told:
    """A Details panel over a real library, on the screen."""

    def __init__(self, library: Library, models: list[object]) -> None:
        self.library = library
        self.tasks = Tasks()
        self.engine = TellingEngine()
        self.circumstances = Circumstances()
        self.now = NOW
        known = by_id(models)  # type: ignore[arg-type]
        self.panel = DetailsPanel(models=lambda: known, clock=lambda: self.now)
        self.panel.resize(344, 1_600)
        self.panel.attach(library, self.circumstances, self.tasks)
        self.panel.follow(self.engine)
        self.panel.show()

    async def add(self, *jobs: Job) -> list[JobEntry]:
        return [(await self.library.add([job]))[0] for job in jobs]

    async def show(self, entry: JobEntry) -> None:
        """Tell of a take, and wait until it is told."""
        self.panel.show_current(entry)
        await self.until(lambda: self.panel.takes.told.keys == (entry.key,))

    async def until(self, met: Callable[[], object]) -> None:
        await until(met)

    def inputs(self) -> dict[str, str]:
        return {fact.label: fact.value for fact in self.panel.page.inputs.list.facts}

    def job(self) -> dict[str, str]:
        return {fact.label: fact.value for fact in self.panel.page.job.list.facts}


@pytest.fixture
async def told(qapp: QApplication, tmp_path: Path) -> AsyncIterator[Told]:
    library = Library(tmp_path / "library", machine_file=tmp_path / "machine.json")
    await library.open(program="test")
    made = Told(library, list(await asyncio.to_thread(bundled_models)))
    yield made
    made.panel.detach()
    await made.tasks.finish(2.0)
    await library.close()
    made.panel.hide()
    made.panel.deleteLater()
