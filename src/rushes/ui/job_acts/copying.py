"""Copies what chosen jobs are: their files, paths, prompts, and requests as commands."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.engine.tasks import Tasks
from rushes.ui.job_acts.curl_text import can_be_sent, curl_text
from rushes.ui.job_acts.long_act import LongAct
from rushes.ui.job_faces.measures import count_text

if TYPE_CHECKING:
    from rushes.library.library import Library


class Copying(QObject):
    """Puts texts and files into the clipboard; none of them ever holds the token.

    Args:
        tasks: hold what is under way; failures are shown.

    Signals:
        told: what was copied, or why nothing was.
    """

    told = Signal(str)

    def __init__(self, library: "Library", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._tasks = tasks

    def copy_files(self, keys: Sequence[int], host: QWidget) -> None:
        """Copy the files themselves, as file managers do."""
        self._tasks.spawn(self._copy_files(keys, host), "copy files")

    def copy_paths(self, keys: Sequence[int], host: QWidget) -> None:
        """Copy where the files lie, a line for each."""
        self._tasks.spawn(self._copy_paths(keys, host), "copy paths")

    def copy_prompts(self, keys: Sequence[int], host: QWidget) -> None:
        """Copy the prompts, apart by an empty line; one that is the same again only once."""
        self._tasks.spawn(self._copy_prompts(keys, host), "copy prompts")

    def copy_curl(self, keys: Sequence[int], host: QWidget) -> None:
        """Copy the requests as commands for a shell."""
        self._tasks.spawn(self._copy_curl(keys, host), "copy as curl")

    async def _paths(self, keys: Sequence[int], host: QWidget) -> list[Path] | None:
        with LongAct(host, self.tr("Looking where the files lie")) as act:
            return await act.gather(keys, self._library.files)

    async def _copy_files(self, keys: Sequence[int], host: QWidget) -> None:
        paths = await self._paths(keys, host)
        if paths is None:
            return
        if paths:
            mime = QMimeData()
            mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
            QGuiApplication.clipboard().setMimeData(mime)
        one, many = self.tr("1 file copied"), self.tr("{count} files copied")
        self._tell(len(paths), one, many, self.tr("There is no file to copy yet."))

    async def _copy_paths(self, keys: Sequence[int], host: QWidget) -> None:
        paths = await self._paths(keys, host)
        if paths is None:
            return
        self._put("\n".join(str(path) for path in paths))
        one, many = self.tr("1 path copied"), self.tr("{count} paths copied")
        self._tell(len(paths), one, many, self.tr("There is no file to copy yet."))

    async def _copy_prompts(self, keys: Sequence[int], host: QWidget) -> None:
        with LongAct(host, self.tr("Reading the prompts")) as act:
            found = await act.gather(keys, self._library.prompts)
        if found is None:
            return
        prompts = list(dict.fromkeys(found))
        self._put("\n\n".join(prompts))
        one, many = self.tr("1 prompt copied"), self.tr("{count} prompts copied")
        self._tell(len(prompts), one, many, self.tr("There is no prompt to copy."))

    async def _copy_curl(self, keys: Sequence[int], host: QWidget) -> None:
        with LongAct(host, self.tr("Reading the requests")) as act:
            commands = await act.gather(keys, self._commands)
        if commands is None:
            return
        self._put("\n\n".join(commands))
        one = self.tr("1 command copied. It reads the token from $RUNCOMFY_TOKEN.")
        many = self.tr("{count} commands copied. They read the token from $RUNCOMFY_TOKEN.")
        self._tell(len(commands), one, many, self.tr("There is no request to copy."))

    async def _commands(self, keys: Sequence[int]) -> list[str]:
        entries = await self._library.jobs(keys)
        return await asyncio.to_thread(_commands_of, [entry.job for entry in entries])

    def _put(self, text: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)

    def _tell(self, count: int, one: str, many: str, none: str) -> None:
        words = one if count == 1 else many if count else none
        self.told.emit(words.format(count=count_text(count)))


def _commands_of(jobs: Sequence[Job]) -> list[str]:
    return [curl_text(job.request, job.service) for job in jobs if can_be_sent(job.request)]
