"""At the start takes are shown before it is read what is under way, in the real window."""

from pathlib import Path

from rushes.domain.states import JobState
from rushes.library.library import Library
from rushes.library.state_file import write_values
from rushes.simulator.server import Simulator
from rushes.ui.history.job_roles import JobRole
from rushes.ui.window.main_window import REVIEW
from tests.ui.job_faces.jobs import make_job
from tests.ui.window.opened import Open, Opened


async def fill(folder: Path, jobs: int) -> None:
    library = Library(folder)
    await library.open()
    await library.add(
        [make_job(f"Take {number}", state=JobState.UNKNOWN) for number in range(jobs)]
    )
    await library.close()


async def test_activity_is_read_once_history_shows_its_takes(
    open_window: Open, tmp_path: Path
) -> None:
    await fill(tmp_path / "one", 40)
    seen: list[bool] = []

    def watch(opened: Opened) -> None:
        history, activity = opened.window.history.model, opened.window.activity.model

        def note() -> None:
            if activity.is_loaded:
                seen.append(history.data(history.index(0), JobRole.FACE) is not None)

        activity.facts_changed.connect(note)

    async with Simulator(token="good") as simulator:
        opened = await open_window(simulator.url, watch=watch)
        await opened.until(lambda: opened.window.activity.model.is_loaded)
        assert seen[0]
        assert opened.window.activity.model.rowCount() == 40


async def test_activity_is_read_where_nobody_looks_at_history(
    open_window: Open, tmp_path: Path
) -> None:
    await fill(tmp_path / "one", 3)
    write_values(tmp_path / "window.json", {"workspace": REVIEW})
    async with Simulator(token="good") as simulator:
        opened = await open_window(simulator.url)
        assert not opened.window.history.isVisible()
        await opened.until(lambda: opened.window.activity.model.rowCount() == 3)


async def test_activity_of_an_empty_library_is_read_at_once(open_window: Open) -> None:
    async with Simulator(token="good") as simulator:
        opened = await open_window(simulator.url)
        await opened.until(lambda: opened.window.activity.model.is_loaded)
        assert opened.window.activity.model.rowCount() == 0
