"""Small files that the window keeps: settings, and its own shape with the unsent draft."""

import asyncio
import dataclasses
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from rushes.domain.settings import Settings
from rushes.engine.configuration import Configuration
from rushes.engine.tasks import Tasks
from rushes.library.settings_file import write_settings
from rushes.library.state_file import write_values

_SOON_MILLISECONDS = 1_500


class KeptFiles:
    """Writes on worker threads, one file after the other, in the order in which it was asked.

    Args:
        state: asked for the window's shape and the draft, as plain values.
        parent: who keeps the timer alive.

    Attributes:
        settings: the settings as they are now.
    """

    def __init__(
        self,
        configuration: Configuration,
        tasks: Tasks,
        state: Callable[[], dict[str, Any]],
        parent: QObject,
    ) -> None:
        self.settings = configuration.settings
        self._settings_file = configuration.settings_file
        self._state_file = configuration.state_file
        self._tasks = tasks
        self._state = state
        self._turn = asyncio.Lock()
        self._soon = QTimer(parent)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MILLISECONDS)
        self._soon.timeout.connect(self.keep_state)

    def change_settings(self, **changes: Any) -> Settings:
        """Change settings and have them written down; return them as they are now."""
        self.settings = dataclasses.replace(self.settings, **changes)
        path, settings = self._settings_file, self.settings
        self._write(lambda: write_settings(path, settings))
        return self.settings

    def keep_state_soon(self) -> None:
        """Have shape and draft written down once nothing changes any more."""
        self._soon.start()

    def keep_state(self) -> None:
        """Have shape and draft written down."""
        self._soon.stop()
        path, values = self._state_file, self._state()
        self._write(lambda: write_values(path, values))

    def _write(self, work: Callable[[], None]) -> None:
        async def in_turn() -> None:
            async with self._turn:
                await asyncio.to_thread(work)

        self._tasks.spawn(in_turn(), "write")
