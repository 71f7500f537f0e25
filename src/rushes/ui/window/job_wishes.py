"""What a person wishes of jobs, passed from the panels to library and engine."""

from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, SignalInstance

from rushes.domain.errors import InputRefused, RushesError, TokenMissing
from rushes.domain.job import Job
from rushes.engine.engine import Engine
from rushes.engine.generation import GenerationWish
from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.job_faces.acts import seed_of
from rushes.ui.window.desktop_folders import show_on_desktop
from rushes.ui.window.main_window import MainWindow

Act = Callable[[Engine, str], Awaitable[object]]
"""Carries out an answer about the job of this id."""


class Working(Protocol):
    """What stands behind the window: a library, and an engine once it is there."""

    @property
    def library(self) -> Library:
        """The library that is open."""

    @property
    def tasks(self) -> Tasks:
        """Holds what is under way; failures are shown."""

    async def working_engine(self) -> Engine:
        """Return the engine, as soon as there is one."""


class JobWishes:
    """Connects the panels of a window with what they ask for."""

    def __init__(self, window: MainWindow, working: Working) -> None:
        self._window = window
        self._working = working
        window.compose.generate_requested.connect(self._on_generate_requested)
        window.history.reveal_requested.connect(
            lambda job_id: self._spawn(self._reveal(job_id), "reveal")
        )
        answers = window.viewer.answers.wishes
        for source in (window.history, window.take_info, answers):
            source.use_all_requested.connect(self._on_use_all_requested)
        for source in (window.history, window.take_info):
            source.remix_requested.connect(self._on_remix_requested)
            source.use_prompt_requested.connect(
                lambda job_id: self._spawn(self._use_prompt(job_id), "use prompt")
            )
            source.use_seed_requested.connect(
                lambda job_id: self._spawn(self._use_seed(job_id), "use seed")
            )
        for asker in (window.history, window.activity_list):
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
        answers = self._window.viewer.answers.wishes
        answers.take_requested.connect(self._window.history.select_job)
        answers.adopt_requested.connect(
            lambda job_id, remote_id: self._spawn(self._adopt(job_id, remote_id), "follow")
        )
        acts: tuple[tuple[SignalInstance, Act], ...] = (
            (answers.send_again_requested, self._send_again),
            (answers.keep_requested, lambda engine, job: engine.answers.keep(job)),
            (
                answers.send_held_requested,
                lambda engine, job: engine.answers.send_held([job]),
            ),
            (
                answers.drop_held_requested,
                lambda engine, job: engine.answers.drop_held([job]),
            ),
            (answers.fetch_anyway_requested, lambda engine, job: engine.fetch_anyway(job)),
            (answers.ask_again_requested, lambda engine, job: engine.answers.ask_again(job)),
        )
        for signal, act in acts:
            signal.connect(partial(self._on_answered, act))

    def _on_answered(self, act: Act, job_id: str) -> None:
        self._spawn(self._carry_out(act, job_id), "answer")

    async def _carry_out(self, act: Act, job_id: str) -> None:
        """Do as a person answered; why it cannot be done is told where the answer was given."""
        engine = await self._working.working_engine()
        try:
            await act(engine, job_id)
        except RushesError as error:
            self._window.viewer.answers.show_problem(job_id, error)
        except Exception:
            self._window.viewer.answers.show_problem(job_id, RushesError())
            raise

    def _spawn(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._working.tasks.spawn(work, name)

    def _on_generate_requested(self, wishes: list[GenerationWish]) -> None:
        self._spawn(self._generate(wishes), "generate")

    async def _generate(self, wishes: list[GenerationWish]) -> None:
        engine = await self._working.working_engine()
        try:
            entries = await engine.generate(wishes)
        except InputRefused as error:
            self._window.compose.show_problems(error.problems)
        except TokenMissing:
            self._window.compose.settings_requested.emit()
        else:
            self._window.history.select_job(entries[-1].job.id)

    async def _cancel(self, job_id: str) -> None:
        await (await self._working.working_engine()).cancel(job_id)

    async def _pause(self, paused: bool) -> None:
        (await self._working.working_engine()).pause_sending(paused)

    async def _send_waiting(self) -> None:
        (await self._working.working_engine()).send_waiting()

    async def _adopt(self, job_id: str, remote_id: str) -> None:
        engine = await self._working.working_engine()
        try:
            await engine.answers.adopt(job_id, remote_id)
        except RushesError as error:
            self._window.viewer.answers.show_adopt_problem(job_id, error)

    async def _send_again(self, engine: Engine, job_id: str) -> None:
        entry = await engine.answers.send_again(job_id)
        self._window.history.select_job(entry.job.id)

    async def _reveal(self, job_id: str) -> None:
        library = self._working.library
        job = (await library.job(job_id)).job
        paths = [clip.path for clip in job.clips if clip.path is not None]
        if paths:
            show_on_desktop(library.media.absolute(paths[0]))

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
        return (await self._working.library.job(job_id)).job
