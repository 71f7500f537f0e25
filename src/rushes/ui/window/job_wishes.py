"""What a person wishes of jobs, passed from the panels to library and engine."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, SignalInstance

from rushes.domain.errors import InputRefused, RushesError, TokenMissing
from rushes.domain.job import Job
from rushes.engine.engine import Engine
from rushes.engine.generation import GenerationWish
from rushes.engine.local_files import with_files
from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.job_acts.revealing import reveal
from rushes.ui.job_faces.acts import seed_of
from rushes.ui.window.job_acts import JobActs
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.present_engine import PresentEngine
from rushes.ui.window.reviewing import Reviewing
from rushes.ui.window.waiting_wishes import WaitingWishes

Act = Callable[..., Awaitable[object]]
"""Carries out an answer; called with the engine, a job's id, and what else was answered."""

Tell = Callable[[str, RushesError], None]
"""Says of the job of this id why its answer cannot be carried out."""


class JobWishes:
    """Connects the panels of a window with what they ask for.

    Args:
        library: the library behind the window.
        engine: what is waited for where there is none yet.
        reviewing: what is done with takes that are there.
        tasks: holds what is under way; failures are shown.

    Attributes:
        acts: the acts of menus and of the trash.
        waiting: what is wished of jobs that have not gone out.
    """

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        engine: PresentEngine,
        reviewing: Reviewing,
        tasks: Tasks,
    ) -> None:
        self.acts = JobActs(window, library, engine, reviewing, tasks)
        self.waiting = WaitingWishes(window, library, engine, tasks)
        self._window = window
        self._library = library
        self._engine = engine
        self._tasks = tasks
        # Reading files takes time: jobs are written down in the order in which they were wished.
        self._turn = asyncio.Lock()
        window.compose.generate_requested.connect(self._on_generate_requested)
        answers = window.viewer.answers.wishes
        lists = (window.history, window.takes, window.filmstrip)
        for each in (*lists, window.details):
            each.reveal_requested.connect(
                lambda job_id: self._spawn(self._reveal(job_id), "reveal")
            )
        for user in (*lists, window.take_info, window.details, answers):
            user.use_all_requested.connect(self._on_use_all_requested)
        for source in (*lists, window.take_info, window.details):
            source.remix_requested.connect(self._on_remix_requested)
            source.use_prompt_requested.connect(
                lambda job_id: self._spawn(self._use_prompt(job_id), "use prompt")
            )
            source.use_seed_requested.connect(
                lambda job_id: self._spawn(self._use_seed(job_id), "use seed")
            )
        for asker in (*lists, window.activity_list):
            asker.cancel_requested.connect(
                lambda job_id: self._spawn(self._cancel(job_id), "cancel")
            )
        for chooser in (window.activity, window.activity_list):
            chooser.job_chosen.connect(window.history.select_job)
        window.activity.pause_requested.connect(
            lambda paused: self._spawn(self._pause(paused), "pause")
        )
        window.activity_list.send_waiting_requested.connect(
            lambda: self._spawn(self._send_waiting(), "send waiting")
        )
        self._connect_answers()

    def _connect_answers(self) -> None:
        answers = self._window.viewer.answers
        wishes = answers.wishes
        wishes.take_requested.connect(self._window.history.select_job)
        wishes.adopt_requested.connect(
            partial(
                self._on_answered,
                lambda engine, job, remote_id: engine.answers.adopt(job, remote_id),
                answers.show_adopt_problem,
            )
        )
        acts: tuple[tuple[SignalInstance, Act], ...] = (
            (wishes.send_again_requested, self._send_again),
            (wishes.keep_requested, lambda engine, job: engine.answers.keep(job)),
            (wishes.send_held_requested, lambda engine, job: engine.answers.send_held(job)),
            (wishes.drop_held_requested, lambda engine, job: engine.answers.drop_held(job)),
            (wishes.fetch_anyway_requested, lambda engine, job: engine.fetch_anyway(job)),
            (wishes.ask_again_requested, lambda engine, job: engine.answers.ask_again(job)),
        )
        for signal, act in acts:
            signal.connect(partial(self._on_answered, act, answers.show_problem))

    def _on_answered(self, act: Act, tell: Tell, job_id: str, *more: str) -> None:
        self._spawn(self._carry_out(act, tell, job_id, *more), "answer")

    async def _carry_out(self, act: Act, tell: Tell, job_id: str, *more: str) -> None:
        """Do as a person answered; why it cannot be done is told where the answer was given."""
        engine = await self._engine.get()
        try:
            await act(engine, job_id, *more)
        except RushesError as error:
            tell(job_id, error)
        except Exception:
            tell(job_id, RushesError())
            raise

    def _spawn(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._tasks.spawn(work, name)

    def _on_generate_requested(self, wishes: list[GenerationWish]) -> None:
        self._spawn(self._generate(wishes), "generate")

    async def _generate(self, wishes: list[GenerationWish]) -> None:
        engine = await self._engine.get()
        try:
            async with self._turn:
                complete = [await asyncio.to_thread(with_files, wish) for wish in wishes]
                entries = await engine.generate(complete)
        except InputRefused as error:
            self._window.compose.show_problems(error.problems)
        except TokenMissing:
            self._window.compose.settings_requested.emit()
        else:
            self._window.history.select_job(entries[-1].job.id)

    async def _cancel(self, job_id: str) -> None:
        await (await self._engine.get()).cancel(job_id)

    async def _pause(self, paused: bool) -> None:
        (await self._engine.get()).pause_sending(paused)

    async def _send_waiting(self) -> None:
        (await self._engine.get()).send_waiting()

    async def _send_again(self, engine: Engine, job_id: str) -> None:
        entry = await engine.answers.send_again(job_id)
        self._window.history.select_job(entry.job.id)

    async def _reveal(self, job_id: str) -> None:
        job = (await self._library.job(job_id)).job
        paths = [clip.path for clip in job.clips if clip.path is not None]
        if paths:
            reveal([await self._library.place_of(paths[0])])

    def _on_use_all_requested(self, job_id: str) -> None:
        self._spawn(self._reuse(job_id, keep_seed=True), "use all")

    def _on_remix_requested(self, job_id: str) -> None:
        self._spawn(self._reuse(job_id, keep_seed=False), "remix")

    async def _reuse(self, job_id: str, *, keep_seed: bool) -> None:
        job = await self._job(job_id)
        used = self._window.compose.use_inputs(
            job.request.model_id, dict(job.request.inputs), keep_seed=keep_seed, parent=job
        )
        if not used:
            text = QCoreApplication.translate("JobWishes", "The model of this take is not here.")
            self._window.toast.show_message(text)

    async def _use_prompt(self, job_id: str) -> None:
        self._window.compose.use_prompt((await self._job(job_id)).prompt)

    async def _use_seed(self, job_id: str) -> None:
        seed = seed_of(await self._job(job_id))
        if seed is not None:
            self._window.compose.use_seed(seed)

    async def _job(self, job_id: str) -> Job:
        return (await self._library.job(job_id)).job
