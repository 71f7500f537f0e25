"""A window that goes from one library to another, as a person has it."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from rushes.engine.configuration import Configuration
from rushes.engine.credentials import Credentials
from rushes.library.settings_file import read_settings
from rushes.library.state_file import read_values
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.session import Session
from rushes.ui.window.window_sessions import WindowSessions

LIMIT = 60.0


class Turning:
    """A window with its sessions, on Qt's loop."""

    def __init__(self, folder: Path, origin: str, library: str = "Northlight") -> None:
        self.configuration = Configuration(
            library=folder / library,
            origin=origin,
            credentials=Credentials({}, fixed="good"),
            settings=read_settings(folder / "settings.json"),
            settings_file=folder / "settings.json",
            state_file=folder / "window.json",
            machine_file=folder / "libraries.json",
            log_file=folder / "rushes.log",
        )
        self.window = MainWindow(self.configuration.settings)
        values = read_values(self.configuration.state_file)
        self.window.restore_place(values.get("geometry"))
        self.window.furnish()
        self.window.restore_shape(values)
        self.sessions = WindowSessions(self.window, self.configuration)
        self.window.show()
        self.running = asyncio.ensure_future(self.sessions.run())

    @property
    def session(self) -> Session:
        return self.sessions.now

    @property
    def name(self) -> str:
        """The library that the window names, once its session is ready."""
        is_ready = self.session.ready.is_set()
        return self.window.top_bar.library.name if is_ready else ""

    async def close(self) -> int:
        self.window.close()
        code = await asyncio.wait_for(self.running, LIMIT)
        self.window.deleteLater()
        return code

    async def until(self, met: Callable[[], object]) -> None:
        async with asyncio.timeout(LIMIT):
            while not met():
                assert not self.running.done(), await self.running
                await asyncio.sleep(0.02)
