"""The life of one window: library, service and engine behind it, from open to closed."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Any

from rushes.domain.error_words import words_for
from rushes.domain.errors import (
    LibraryAway,
    LibraryError,
    LibraryInUse,
    MediaError,
    MediaMissing,
    RushesError,
)
from rushes.domain.origins import AddressRefused, service_origin
from rushes.domain.settings import Settings
from rushes.engine.account import Account
from rushes.engine.configuration import Configuration, is_service_named
from rushes.engine.credentials import TokenSource
from rushes.engine.engine import Engine
from rushes.engine.errands import Errand
from rushes.engine.events import (
    BalanceTold,
    EngineEvent,
    LibraryUnsound,
    ReachChanged,
    WorkBroken,
)
from rushes.engine.left_behind import left_behind
from rushes.engine.library_of_run import library_of
from rushes.engine.models import bundled_models
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.media.decoder_watch import start_watching, stop_watching
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents
from rushes.ui.settings.presenter import SettingsPresenter
from rushes.ui.settings.run_facts import facts_of_run
from rushes.ui.translation import translated_words
from rushes.ui.window.desktop_folders import show_on_desktop
from rushes.ui.window.job_wishes import JobWishes
from rushes.ui.window.kept_files import KeptFiles
from rushes.ui.window.library_panels import attach_panels, detach_panels
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.own_service import OwnService
from rushes.ui.window.present_engine import PresentEngine
from rushes.ui.window.raise_channel import WINDOW, RaiseChannel, raise_first_window
from rushes.ui.window.reviewing import Reviewing
from rushes.ui.window.session_end import SessionEnd
from rushes.ui.window.shown_job import ShownJob
from rushes.ui.window.slow_opening import slow_opening_told
from rushes.ui.window.viewer_settings import keep_viewer_settings

_log = logging.getLogger(__name__)

GRACE = 3.0
"""Seconds that work of the window gets to end when it closes."""

_ACCOUNT = "account"


class Session:
    """Connects one window with its library and engine.

    Args:
        window: shown already; its panels are empty so far.
        configuration: what this run uses.
        own_service: started before the engine where there is one.

    Attributes:
        library: the library behind the window.
        tasks: hold what is under way; failures are shown.
        ready: set once everything is open.
        told: set once the window says that something cannot be done, as that it cannot be used.
        reviewing: what is done with takes that are there.
        end: how it ended, once it has.
        leaving: called with the errand, as soon as the session ends for one.
    """

    def __init__(
        self,
        window: MainWindow,
        configuration: Configuration,
        own_service: OwnService | None = None,
    ) -> None:
        self.library = library_of(configuration)
        self.ready = asyncio.Event()
        self.told = asyncio.Event()
        self.tasks = Tasks(self._on_failure)
        self.end = SessionEnd()
        self.leaving: list[Callable[[Errand], None]] = []
        self._window = window
        self._configuration = configuration
        self._credentials = configuration.credentials
        self._own_service = own_service
        self._closing = asyncio.Event()
        self._engine = PresentEngine(self.library, self._credentials, configuration.origin)
        self._kept = KeptFiles(configuration, self.tasks, self._state, window)
        self._circumstances = Circumstances()
        self._settings: SettingsPresenter | None = None
        self._forget_token: Callable[[], None] = lambda: None
        self._shown = ShownJob(
            self.library, window.viewer, window.take_info, self._circumstances, self.tasks
        )
        self.reviewing = Reviewing(
            window, self.library, self._circumstances, self._shown, self.tasks
        )

    async def run(self, *, goes_back: bool = False) -> int:
        """Open everything, work until the window is closed, and come to rest; the exit code.

        Args:
            goes_back: whether it ends where the library cannot be opened, for there is another
                to go back to; else the window says so, and stays.
        """
        self._window.close_requested.connect(self._on_close_requested)
        if self._window.is_close_requested:
            self._on_close_requested()
        channel: RaiseChannel | None = None
        try:
            with slow_opening_told(self._window.viewer):
                await self.library.open(program=WINDOW)
            await asyncio.to_thread(start_watching, self._configuration.decoder_folder)
            channel = RaiseChannel(self.library.layout.root)
            channel.raise_requested.connect(self._window.bring_to_front)
            await self._open()
            self.ready.set()
            await self._closing.wait()
            return 0
        except LibraryError as error:
            _log.info("the library cannot be opened: %s", error.code)
            if goes_back:
                self.end.failure = error
                return 1
            # Another start was a moment faster: its window is the one to look at.
            if isinstance(error, LibraryInUse) and await asyncio.to_thread(
                raise_first_window, self.library.layout.root
            ):
                return 0
            self._show_error(error)
            await self._closing.wait()
            return 1
        except Exception as error:
            _log.exception("the window cannot be used")
            if goes_back:
                self.end.failure = LibraryError(f"{type(error).__name__}: {error}")
                return 1
            self._show_error(RushesError(f"{type(error).__name__}: {error}"))
            await self._closing.wait()
            return 1
        finally:
            if channel is not None:
                channel.close()
            await self._close()

    def leave_for(self, errand: Errand) -> None:
        """End the session for an errand, without closing the window."""
        if not self._closing.is_set():
            self.end.errand = errand
            for tell in self.leaving:
                tell(errand)
            self._closing.set()

    @property
    def is_demo(self) -> bool:
        """Whether the program's own service answers: its jobs belong into no other library."""
        return self._configuration.is_demo

    @property
    def configuration(self) -> Configuration:
        """What this run uses."""
        return self._configuration

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._kept.settings

    @property
    def current(self) -> JobEntry | None:
        """The job that the Viewer shows."""
        return self._shown.entry

    async def working_engine(self) -> Engine:
        """Return the engine, as soon as there is one."""
        return await self._engine.get()

    def change_settings(self, **changes: Any) -> Settings:
        """Change settings and have them written down; return them as they are now."""
        settings = self._kept.change_settings(**changes)
        if self._settings is not None:
            self._settings.show_settings(settings)
        self._use(settings)
        if self._engine.now is not None:
            self._engine.now.limit_downloads(settings.largest_download_bytes)
        if "service_url" in changes:
            self.tasks.spawn(self._change_service(), "change service")
        return settings

    def attach(self, events: EngineEvents) -> None:
        """Have the panels show the library, which is open, and what an engine tells of it."""
        attach_panels(
            self._window, self.library, self._circumstances, self.tasks, events, self.ready
        )
        self._shown.follow(events)
        self.reviewing.attach()

    def detach(self) -> None:
        """Let the panels go of the library; before it is closed."""
        detach_panels(self._window)
        self._shown.detach()
        self.reviewing.detach()

    def _use(self, settings: Settings) -> None:
        self._window.viewer.budget.total_bytes = settings.frame_cache_bytes
        self._window.viewer.sound.set_volume(settings.volume)
        self._window.viewer.sound.set_muted(settings.muted)
        self.reviewing.use(settings)

    def open_settings(self, section: str = "") -> None:
        """Open the settings, at a section where one is named."""
        if self._settings is not None:
            self._settings.open(section)

    async def _open(self) -> None:
        window = self._window
        window.top_bar.show_library(self.library.layout.root.name, str(self.library.layout.root))
        self._use(self.settings)
        # History is read while Compose gets its models.
        window.history.model.loaded.connect(self._on_history_loaded)
        self.attach(self._engine)
        window.compose.set_models(await asyncio.to_thread(bundled_models))
        self._engine.subscribe(self._on_engine_event)
        self._connect()
        if self._own_service is not None:
            self._engine.origin = await self._own_service.start()
        self._settings = self._made_settings()
        self._forget_token = self._credentials.subscribe(self._on_token_changed)
        await self._engine.start(self.settings.largest_download_bytes)
        # A keyring may take its time, or a person's password first.
        self.tasks.spawn(self._credentials.load(), "keyring")

    async def _change_service(self) -> None:
        if self._own_service is not None or is_service_named():
            return
        with contextlib.suppress(AddressRefused):
            origin = service_origin(self.settings.service_url)
            await self._engine.move_to(origin, self.settings.largest_download_bytes)

    def _made_settings(self) -> SettingsPresenter:
        facts = facts_of_run(self.library.layout.root, self._engine.origin, is_demo=self.is_demo)
        account = Account(lambda: self._engine.origin, self._credentials)
        presenter = SettingsPresenter(self._window, facts, account, self.tasks, self.settings)
        presenter.settings_changed.connect(lambda changes: self.change_settings(**changes))
        presenter.show_library_requested.connect(lambda: show_on_desktop(self.library.layout.root))
        return presenter

    def _connect(self) -> None:
        window = self._window
        window.compose.draft_changed.connect(self._kept.keep_state_soon)
        window.top_bar.settings_requested.connect(self.open_settings)
        for asker in (window.compose, window.viewer):
            asker.settings_requested.connect(lambda: self.open_settings(_ACCOUNT))
        window.viewer.clip_failed.connect(self._on_clip_failed)
        window.history.notice.folder_requested.connect(show_on_desktop)
        keep_viewer_settings(window.viewer, self.change_settings)
        window.viewer.sound.told.connect(lambda words: self.reviewing.toast.show_message(words))
        self._wishes = JobWishes(window, self.library, self._engine, self.reviewing, self.tasks)

    def _on_history_loaded(self) -> None:
        """Show the newest take at the start, as if the window had never been closed."""
        self._window.history.model.loaded.disconnect(self._on_history_loaded)
        if self._window.history.current is None:
            self._window.history.select_newest()

    def _on_engine_event(self, event: EngineEvent) -> None:
        if isinstance(event, ReachChanged):
            self._window.top_bar.show_reach(event.reach, event.error)
            self._window.compose.show_reach(event.reach, event.error)
        elif isinstance(event, LibraryUnsound):
            self._window.history.notice.show_damage()
        elif isinstance(event, BalanceTold):
            self._window.top_bar.show_balance(event.balance)
        elif isinstance(event, WorkBroken):
            self._window.toast.show_message(translated_words(words_for("work_broken")).sentence)

    def _on_token_changed(self, source: TokenSource) -> None:
        if self._settings is not None:
            self._settings.look_again()
        if self._engine.now is not None and source is not TokenSource.NONE:
            self._engine.now.look_now()

    def _on_clip_failed(self, error: MediaError) -> None:
        if isinstance(error, MediaMissing) and self.current is not None:
            self.tasks.spawn(self.library.note_missing(self.current.job.id), "note missing")

    def _state(self) -> dict[str, Any]:
        return {**self._window.shape(), "draft": self._window.compose.draft()}

    def _on_close_requested(self) -> None:
        self._window.hide()
        self.end.errand = None
        self._closing.set()

    def _on_failure(self, error: BaseException) -> None:
        if isinstance(error, LibraryAway):
            # History says so, as long as it lasts.
            return
        if isinstance(error, RushesError):
            self._show_error(error)
        else:
            self._window.toast.show_message(translated_words(words_for("unexpected")).sentence)

    def _show_error(self, error: RushesError) -> None:
        self.told.set()
        words = translated_words(words_for(error))
        self._window.viewer.show_message(
            "warn", words.happened, f"{words.kept}\n{words.todo}".strip(), detail=error.detail
        )

    async def _close(self) -> None:
        self._forget_token()
        if self._settings is not None:
            self._settings.close()
        self._window.viewer.close_clip()
        self.end.shape = self._state()
        self._kept.keep_state()
        self.detach()
        await self._engine.stop()
        await self.tasks.finish(GRACE)
        if self._own_service is not None:
            await self._own_service.stop()
        if self.ready.is_set():
            with contextlib.suppress(LibraryError):
                self.end.left = await left_behind(self.library)
                await self.library.back_up()
        await self.library.close()
        await asyncio.to_thread(stop_watching)
        self._window.close_requested.disconnect(self._on_close_requested)
        if self.end.closes_window:
            self._window.close_for_good()
