"""A window with its session on Qt's loop, as a person has it."""

import asyncio
from collections.abc import Awaitable, Callable

from PySide6.QtTest import QTest

from rushes.domain.states import JobState
from rushes.engine.configuration import Configuration
from rushes.library.state_file import read_values
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.session import Session
from rushes.ui.window.window_menus import WindowMenus

LIMIT = 60.0


class Opened:
    """A window with its session, on Qt's loop."""

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self.window = MainWindow(configuration.settings)
        values = read_values(configuration.state_file)
        self.window.restore_place(values.get("geometry"))
        self.window.furnish()
        self.window.restore_shape(values)
        self.session = Session(self.window, configuration)
        WindowMenus(self.window, self.session)
        self.window.show()
        self.running = asyncio.ensure_future(self.session.run())

    async def close(self) -> int:
        self.window.close()
        code = await asyncio.wait_for(self.running, LIMIT)
        self.window.deleteLater()
        return code

    @property
    def notice(self) -> str:
        """What History says of the library as a whole; empty when all is well."""
        notice = self.window.history.notice
        return notice.bar.text.text() if notice.isVisible() else ""

    async def until(self, met: Callable[[], object]) -> None:
        async with asyncio.timeout(LIMIT):
            while not met():
                await asyncio.sleep(0.02)

    async def until_state(self, state: JobState) -> None:
        async def found() -> bool:
            order = await self.session.library.order()
            jobs = await self.session.library.jobs(order.keys)
            return bool(jobs) and jobs[0].job.state is state

        async with asyncio.timeout(LIMIT):
            while not await found():
                await asyncio.sleep(0.05)

    def write_prompt(self, text: str) -> None:
        editor = self.window.compose.body.prompt.editor
        editor.setFocus()
        QTest.keyClicks(editor, text)


Open = Callable[..., Awaitable[Opened]]
