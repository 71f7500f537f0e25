import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rushes.engine.configuration import Configuration
from rushes.engine.credentials import Credentials
from rushes.library.settings_file import read_settings
from tests.ui.window.opened import LIMIT, Open, Opened


@pytest.fixture
async def open_window(qapp: QApplication, tmp_path: Path) -> AsyncIterator[Open]:
    opened: list[Opened] = []

    async def make(
        origin: str,
        token: str = "good",
        folder: str = "one",
        watch: Callable[[Opened], None] | None = None,
    ) -> Opened:
        made = Opened(
            Configuration(
                library=tmp_path / folder,
                origin=origin,
                credentials=Credentials({}, fixed=token),
                settings=read_settings(tmp_path / "settings.json"),
                settings_file=tmp_path / "settings.json",
                state_file=tmp_path / "window.json",
                machine_file=tmp_path / "libraries.json",
                log_file=tmp_path / "rushes.log",
            )
        )
        opened.append(made)
        if watch is not None:
            watch(made)
        await asyncio.wait_for(made.session.ready.wait(), LIMIT)
        return made

    yield make
    for each in opened:
        if not each.running.done():
            await each.close()
