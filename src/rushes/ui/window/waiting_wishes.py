"""What a person wishes of jobs that have not gone out, passed on to the engine."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from rushes.domain.errors import InputRefused, JobNotFound
from rushes.domain.job import Job
from rushes.domain.request import GenerationRequest
from rushes.engine.generation import GenerationWish, requests_for
from rushes.engine.local_files import with_files
from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.window.main_window import CREATE, MainWindow
from rushes.ui.window.present_engine import PresentEngine


class WaitingWishes:
    """Connects Activity and Compose with what they ask for of jobs that wait.

    Args:
        engine: what is waited for where there is none yet.
        tasks: holds what is under way; failures are shown.
    """

    def __init__(
        self, window: MainWindow, library: Library, engine: PresentEngine, tasks: Tasks
    ) -> None:
        self._window = window
        self._library = library
        self._engine = engine
        self._tasks = tasks
        activity, compose = window.activity_list, window.compose
        activity.reorder_requested.connect(self._on_reorder_requested)
        activity.edit_requested.connect(self._on_edit_requested)
        activity.try_again_requested.connect(self._on_try_again_requested)
        activity.cancel_all_requested.connect(self._on_cancel_all_requested)
        compose.edit_saved.connect(self._on_edit_saved)
        compose.edit_left.connect(self._on_edit_left)

    def _spawn(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._tasks.spawn(work, name)

    def _on_reorder_requested(self, job_ids: Sequence[str]) -> None:
        self._spawn(self._reorder(job_ids), "reorder")

    def _on_edit_requested(self, job_ids: Sequence[str]) -> None:
        self._spawn(self._begin_edit(job_ids), "edit")

    def _on_try_again_requested(self, job_id: str) -> None:
        self._spawn(self._try_again(job_id), "try again")

    def _on_cancel_all_requested(self) -> None:
        self._spawn(self._cancel_all(), "cancel all")

    def _on_edit_saved(self, job_ids: Sequence[str], wish: GenerationWish) -> None:
        self._spawn(self._save_edit(job_ids, wish), "save an edit")

    def _on_edit_left(self, job_ids: Sequence[str]) -> None:
        self._spawn(self._end_edit(job_ids), "end an edit")

    async def _reorder(self, job_ids: Sequence[str]) -> None:
        await (await self._engine.get()).waiting.reorder(job_ids)

    async def _begin_edit(self, job_ids: Sequence[str]) -> None:
        waiting = (await self._engine.get()).waiting
        # Those that are changed at the moment are let go of first.
        self._window.compose.leave_edit()
        jobs = [job for job_id in job_ids if (job := await waiting.begin_edit(job_id)) is not None]
        if not jobs:
            self._say(_tr("It has gone out meanwhile."))
        elif self._window.compose.edit_jobs(jobs):
            self._window.show_workspace(CREATE)
            self._window.compose.focus_prompt()
        else:
            for job in jobs:
                waiting.end_edit(job.id)
            self._say(_tr("The model of this take is not here."))

    async def _save_edit(self, job_ids: Sequence[str], wish: GenerationWish) -> None:
        waiting = (await self._engine.get()).waiting
        compose = self._window.compose
        try:
            complete = await asyncio.to_thread(with_files, wish)
            requests = requests_for(complete)
        except InputRefused as error:
            compose.show_problems(error.problems)
            return
        jobs = [(await self._library.job(job_id)).job for job_id in job_ids]
        requests = _with_own_seeds(jobs, wish, requests)
        changed = [
            await waiting.edit(job.id, request) for job, request in zip(jobs, requests, strict=True)
        ]
        if compose.edited == tuple(job_ids):
            compose.leave_edit()
        if not all(changed):
            self._say(_tr("It has gone out meanwhile, as it was before."))

    async def _end_edit(self, job_ids: Sequence[str]) -> None:
        waiting = (await self._engine.get()).waiting
        for job_id in job_ids:
            waiting.end_edit(job_id)

    async def _try_again(self, job_id: str) -> None:
        waiting = (await self._engine.get()).waiting
        try:
            entry = await waiting.try_again(job_id)
        except JobNotFound:
            return
        if entry is not None:
            self._window.history.select_job(entry.job.id)

    async def _cancel_all(self) -> None:
        await (await self._engine.get()).waiting.cancel_all()

    def _say(self, words: str) -> None:
        self._window.toast.show_message(words)


def _with_own_seeds(
    jobs: Sequence[Job], wish: GenerationWish, requests: Sequence[GenerationRequest]
) -> list[GenerationRequest]:
    """Give each job the seed that it had, unless a person chose another one."""
    field = wish.spec.seed_field
    if field is None or wish.inputs.get(field.name) != jobs[0].request.inputs.get(field.name):
        return list(requests)
    return [
        GenerationRequest(
            request.model_id,
            {**request.inputs, field.name: job.request.inputs.get(field.name)},
        )
        for job, request in zip(jobs, requests, strict=True)
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("JobWishes", text)
