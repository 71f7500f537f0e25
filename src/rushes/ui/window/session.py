"""The life of one window: library, service and engine behind it, from open to closed."""

import asyncio
import dataclasses
import logging
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QTimer

from rushes.domain.error_words import words_for
from rushes.domain.errors import InputRefused, LibraryError, RushesError
from rushes.domain.settings import Settings
from rushes.engine.configuration import Configuration
from rushes.engine.engine import Engine
from rushes.engine.events import EngineEvent, ReachChanged
from rushes.engine.generation import GenerationWish
from rushes.engine.models import bundled_models
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.library.settings_file import write_settings
from rushes.library.state_file import write_values
from rushes.ui.job_faces.acts import seed_of
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.translation import translated_words
from rushes.ui.window.desktop_folders import show_on_desktop
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.raise_channel import RaiseChannel
from rushes.ui.window.shown_job import ShownJob

_log = logging.getLogger(__name__)

_KEEP_MILLISECONDS = 1_500

GRACE = 3.0
"""Seconds that work of the window gets to end when it closes."""


class OwnService(Protocol):
    """A service that the program runs itself, as the demo does."""

    async def start(self) -> str:
        """Start it and return its origin."""

    async def stop(self) -> None:
        """Stop it."""


class Session:
    """Connects one window with its library and engine.

    Args:
        window: shown already; its panels are empty so far.
        configuration: what this run uses.
        own_service: started before the engine where there is one.
    """

    def __init__(
        self,
        window: MainWindow,
        configuration: Configuration,
        own_service: OwnService | None = None,
    ) -> None:
        self.library = Library(configuration.library)
        self.engine: Engine | None = None
        self.ready = asyncio.Event()
        self.tasks = Tasks(self._on_failure)
        self._window = window
        self._configuration = configuration
        self._settings = configuration.settings
        self._own_service = own_service
        self._closing = asyncio.Event()
        self._writing = asyncio.Lock()
        self._keep_soon = QTimer(window)
        self._keep_soon.setSingleShot(True)
        self._keep_soon.setInterval(_KEEP_MILLISECONDS)
        self._keep_soon.timeout.connect(self._keep_state)
        self._circumstances = Circumstances()
        self._shown = ShownJob(self.library, window.viewer, window.take_info, self._circumstances)

    async def run(self) -> int:
        """Open everything, work until the window is closed, and come to rest; the exit code."""
        self._window.close_requested.connect(self._on_close_requested)
        if self._window.is_close_requested:
            self._on_close_requested()
        channel: RaiseChannel | None = None
        try:
            await self.library.open(program="Rushes")
            channel = RaiseChannel(self.library.layout.root)
            channel.raise_requested.connect(self._window.bring_to_front)
            await self._open()
            self.ready.set()
            await self._closing.wait()
            return 0
        except LibraryError as error:
            _log.info("the library cannot be opened: %s", error.code)
            self._show_error(error)
            await self._closing.wait()
            return 1
        except Exception as error:
            _log.exception("the window cannot be used")
            self._show_error(RushesError(f"{type(error).__name__}: {error}"))
            await self._closing.wait()
            return 1
        finally:
            if channel is not None:
                channel.close()
            await self._close()

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    @property
    def current(self) -> JobEntry | None:
        """The job that the Viewer shows."""
        return self._shown.entry

    def change_settings(self, **changes: Any) -> Settings:
        """Change settings and have them written down; return them as they are now."""
        self._settings = dataclasses.replace(self._settings, **changes)
        path, settings = self._configuration.settings_file, self._settings
        self._write(lambda: write_settings(path, settings))
        return settings

    def _write(self, work: Callable[[], None]) -> None:
        """Have a small file written on a worker thread, one after the other in their order."""

        async def in_turn() -> None:
            async with self._writing:
                await asyncio.to_thread(work)

        self.tasks.spawn(in_turn(), "write")

    async def _open(self) -> None:
        window = self._window
        window.top_bar.show_library(self.library.layout.root.name, str(self.library.layout.root))
        window.compose.set_models(await asyncio.to_thread(bundled_models))
        origin = self._configuration.origin
        for panel in (window.history, window.activity):
            panel.attach(self.library, self._circumstances, self.tasks)
        self._connect()
        window.history.model.loaded.connect(self._on_history_loaded)
        if self._own_service is not None:
            origin = await self._own_service.start()
        self.engine = Engine.create(
            self.library,
            origin,
            self._settings.largest_download_bytes,
            self._configuration.credentials,
        )
        self.engine.subscribe(self._on_engine_event)
        for panel in (window.history, window.activity):
            panel.follow(self.engine)
        await self.engine.start()

    def _connect(self) -> None:
        window = self._window
        window.compose.generate_requested.connect(self._on_generate_requested)
        window.compose.draft_changed.connect(self._keep_soon.start)
        window.history.current_changed.connect(self._shown.show)
        window.history.current_updated.connect(self._shown.show)
        window.history.activated.connect(self._on_history_activated)
        window.history.reveal_requested.connect(self._on_reveal_requested)
        for source in (window.history, window.take_info):
            source.use_all_requested.connect(self._on_use_all_requested)
            source.remix_requested.connect(self._on_remix_requested)
            source.use_prompt_requested.connect(self._on_use_prompt_requested)
            source.use_seed_requested.connect(self._on_use_seed_requested)
        for asker in (window.history, window.activity_list):
            asker.cancel_requested.connect(self._on_cancel_requested)
        window.activity_list.job_chosen.connect(window.history.select_job)
        window.activity.pause_requested.connect(self._on_pause_requested)

    def _on_history_loaded(self) -> None:
        """Show the newest take at the start, as if the window had never been closed."""
        self._window.history.model.loaded.disconnect(self._on_history_loaded)
        if self._window.history.current is None:
            self._window.history.select_newest()

    def _on_engine_event(self, event: EngineEvent) -> None:
        if isinstance(event, ReachChanged):
            self._window.top_bar.show_reach(event.reach)

    def _on_generate_requested(self, wishes: list[GenerationWish]) -> None:
        self.tasks.spawn(self._generate(wishes), "generate")

    async def _generate(self, wishes: list[GenerationWish]) -> None:
        if self.engine is None:
            await self.ready.wait()
        assert self.engine is not None
        try:
            entries = await self.engine.generate(wishes)
        except InputRefused as error:
            self._window.compose.show_problems(error.problems)
            return
        self._window.history.select_job(entries[-1].job.id)

    def _on_history_activated(self, entry: JobEntry) -> None:
        """A double click or Enter plays the take."""
        self._shown.show(entry)
        self._window.viewer.setFocus()
        self._window.viewer.play()

    def _on_reveal_requested(self, job_id: str) -> None:
        self.tasks.spawn(self._reveal(job_id), "reveal")

    async def _reveal(self, job_id: str) -> None:
        job = (await self.library.job(job_id)).job
        paths = [clip.path for clip in job.clips if clip.path is not None]
        if paths:
            show_on_desktop(self.library.media.absolute(paths[0]))

    def _on_cancel_requested(self, job_id: str) -> None:
        if self.engine is not None:
            self.tasks.spawn(self.engine.cancel(job_id), "cancel")

    def _on_pause_requested(self, paused: bool) -> None:
        if self.engine is not None:
            self.engine.pause_sending(paused)

    def _on_use_all_requested(self, job_id: str) -> None:
        self.tasks.spawn(self._reuse(job_id, keep_seed=True), "use all")

    def _on_remix_requested(self, job_id: str) -> None:
        self.tasks.spawn(self._reuse(job_id, keep_seed=False), "remix")

    def _on_use_prompt_requested(self, job_id: str) -> None:
        self.tasks.spawn(self._use_prompt(job_id), "use prompt")

    def _on_use_seed_requested(self, job_id: str) -> None:
        self.tasks.spawn(self._use_seed(job_id), "use seed")

    async def _reuse(self, job_id: str, *, keep_seed: bool) -> None:
        job = (await self.library.job(job_id)).job
        used = self._window.compose.use_inputs(
            job.request.model_id, dict(job.request.inputs), keep_seed=keep_seed, parent=job
        )
        if not used:
            text = QCoreApplication.translate("Session", "The model of this take is not here.")
            self._window.toast.show_message(text)

    async def _use_prompt(self, job_id: str) -> None:
        self._window.compose.use_prompt((await self.library.job(job_id)).job.prompt)

    async def _use_seed(self, job_id: str) -> None:
        seed = seed_of((await self.library.job(job_id)).job)
        if seed is not None:
            self._window.compose.use_seed(seed)

    def _keep_state(self) -> None:
        """Have the window's shape and the unsent draft written down."""
        values = {**self._window.shape(), "draft": self._window.compose.draft()}
        self._write(lambda: write_values(self._configuration.state_file, values))

    def _on_close_requested(self) -> None:
        self._window.hide()
        self._closing.set()

    def _on_failure(self, error: BaseException) -> None:
        if isinstance(error, RushesError):
            self._show_error(error)
        else:
            self._window.toast.show_message(translated_words(words_for("unexpected")).sentence)

    def _show_error(self, error: RushesError) -> None:
        words = translated_words(words_for(error))
        self._window.viewer.show_message(
            "warn", words.happened, f"{words.kept}\n{words.todo}".strip(), detail=error.detail
        )

    async def _close(self) -> None:
        self._window.viewer.close_clip()
        self._keep_soon.stop()
        self._keep_state()
        for panel in (self._window.history, self._window.activity):
            panel.detach()
        if self.engine is not None:
            await self.engine.stop()
        await self.tasks.finish(GRACE)
        if self._own_service is not None:
            await self._own_service.stop()
        await self.library.close()
        self._window.close_for_good()
