"""A clip that is dropped on the window brings its settings into Compose."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from rushes.engine.found_jobs import embedded_request
from rushes.engine.tasks import Tasks
from rushes.ui.window.main_window import MainWindow

_SUFFIXES = frozenset({".mp4", ".mov", ".m4v", ".png"})
_COMING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class DroppedClip(QObject):
    """Takes one file at a time, wherever in the window nothing else takes it."""

    def __init__(self, window: MainWindow, tasks: Tasks) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _COMING and isinstance(event, QDragMoveEvent):
            return self._takes(event)
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            path = _clip_in(event)
            if path is not None:
                event.acceptProposedAction()
                self._spawn(self._use(path))
                return True
        return False

    def _takes(self, event: QDropEvent) -> bool:
        if _clip_in(event) is None:
            return False
        event.acceptProposedAction()
        return True

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.spawn(work, "settings of a dropped clip")

    async def _use(self, path: Path) -> None:
        request = await asyncio.to_thread(embedded_request, path)
        toast, compose = self._window.toast, self._window.compose
        if request is None:
            text = _tr("{name} does not say how it was made.")
        elif compose.use_inputs(request.model_id, dict(request.inputs), keep_seed=True):
            text = _tr("The settings of {name} are in Compose.")
        else:
            text = _tr("The model of {name} is not here.")
        toast.show_message(text.format(name=path.name))


def _clip_in(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in _SUFFIXES else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Libraries", text)
