"""The life of one window: library, service and engine behind it, from open to closed."""

import asyncio
import contextlib
import logging
import os
from typing import Any, Protocol

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
from rushes.engine.configuration import SERVICE_VARIABLE, Configuration
from rushes.engine.credentials import TokenSource
from rushes.engine.engine import Engine
from rushes.engine.events import (
    BalanceTold,
    EngineEvent,
    LibraryUnsound,
    ReachChanged,
    WorkBroken,
)
from rushes.engine.library_of_run import library_of
from rushes.engine.models import bundled_models
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.media.decoder_watch import start_watching, stop_watching
from rushes.ui.job_faces.circumstances import Circumstances, EngineEvents
from rushes.ui.settings.live_look import put_look_in_force
from rushes.ui.settings.presenter import SettingsPresenter
from rushes.ui.settings.run_facts import RunFacts
from rushes.ui.theme.theme import Surround
from rushes.ui.translation import translated_words
from rushes.ui.window.desktop_folders import show_on_desktop
from rushes.ui.window.job_wishes import JobWishes
from rushes.ui.window.kept_files import KeptFiles
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.present_engine import PresentEngine
from rushes.ui.window.raise_channel import WINDOW, RaiseChannel, raise_first_window
from rushes.ui.window.reviewing import Reviewing
from rushes.ui.window.shown_job import ShownJob

_log = logging.getLogger(__name__)

GRACE = 3.0
"""Seconds that work of the window gets to end when it closes."""

_ACCOUNT = "account"


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

    Attributes:
        library: the library behind the window.
        tasks: hold what is under way; failures are shown.
        ready: set once everything is open.
        reviewing: what is done with takes that are there.
    """

    def __init__(
        self,
        window: MainWindow,
        configuration: Configuration,
        own_service: OwnService | None = None,
    ) -> None:
        self.library = library_of(configuration)
        self.ready = asyncio.Event()
        self.tasks = Tasks(self._on_failure)
        self._window = window
        self._configuration = configuration
        self._credentials = configuration.credentials
        self._own_service = own_service
        self._closing = asyncio.Event()
        self._engine = PresentEngine(self.library, self._credentials, configuration.origin)
        self._kept = KeptFiles(configuration, self.tasks, self._state, window)
        self._circumstances = Circumstances()
        self._settings: SettingsPresenter | None = None
        self._shown = ShownJob(
            self.library, window.viewer, window.take_info, self._circumstances, self.tasks
        )
        self.reviewing = Reviewing(
            window, self.library, self._circumstances, self._shown, self.tasks
        )

    async def run(self) -> int:
        """Open everything, work until the window is closed, and come to rest; the exit code."""
        self._window.close_requested.connect(self._on_close_requested)
        if self._window.is_close_requested:
            self._on_close_requested()
        channel: RaiseChannel | None = None
        try:
            await self.library.open(program=WINDOW)
            await asyncio.to_thread(start_watching, self._configuration.decoder_folder)
            channel = RaiseChannel(self.library.layout.root)
            channel.raise_requested.connect(self._window.bring_to_front)
            await self._open()
            self.ready.set()
            await self._closing.wait()
            return 0
        except LibraryInUse as error:
            # Another start was a moment faster: its window is the one to look at.
            if await asyncio.to_thread(raise_first_window, self.library.layout.root):
                return 0
            self._show_error(error)
            await self._closing.wait()
            return 1
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
        window = self._window
        for panel in (window.history, window.activity, window.takes, window.filmstrip):
            panel.attach(self.library, self._circumstances, self.tasks)
            panel.follow(events)
        self.reviewing.attach()

    def detach(self) -> None:
        """Let the panels go of the library; before it is closed."""
        window = self._window
        for panel in (window.history, window.activity, window.takes, window.filmstrip):
            panel.detach()
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
        window.compose.set_models(await asyncio.to_thread(bundled_models))
        self.attach(self._engine)
        self._engine.subscribe(self._on_engine_event)
        self._connect()
        window.history.model.loaded.connect(self._on_history_loaded)
        if self._own_service is not None:
            self._engine.origin = await self._own_service.start()
        self._settings = self._made_settings()
        self._credentials.subscribe(self._on_token_changed)
        await self._engine.start(self.settings.largest_download_bytes)
        # A keyring may take its time, or a person's password first.
        self.tasks.spawn(self._credentials.load(), "keyring")

    async def _change_service(self) -> None:
        if self._own_service is not None or os.environ.get(SERVICE_VARIABLE, "").strip():
            return
        with contextlib.suppress(AddressRefused):
            origin = service_origin(self.settings.service_url)
            await self._engine.move_to(origin, self.settings.largest_download_bytes)

    def _made_settings(self) -> SettingsPresenter:
        named = bool(os.environ.get(SERVICE_VARIABLE, "").strip())
        facts = RunFacts(
            library=self.library.layout.root,
            origin=self._engine.origin,
            address_variable=SERVICE_VARIABLE if named else "",
            is_demo=self._own_service is not None,
        )
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
        window.viewer.surround_requested.connect(self._on_surround_requested)
        sound = window.viewer.sound
        sound.volume_changed.connect(lambda volume: self.change_settings(volume=volume))
        sound.muted_changed.connect(lambda muted: self.change_settings(muted=muted))
        sound.told.connect(lambda words: self.reviewing.toast.show_message(words))
        self._wishes = JobWishes(window, self.library, self._engine, self.tasks)

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

    def _on_surround_requested(self, surround: Surround) -> None:
        put_look_in_force(self.change_settings(surround=surround.value))

    def _on_clip_failed(self, error: MediaError) -> None:
        if isinstance(error, MediaMissing) and self.current is not None:
            self.tasks.spawn(self.library.note_missing(self.current.job.id), "note missing")

    def _state(self) -> dict[str, Any]:
        return {**self._window.shape(), "draft": self._window.compose.draft()}

    def _on_close_requested(self) -> None:
        self._window.hide()
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
        words = translated_words(words_for(error))
        self._window.viewer.show_message(
            "warn", words.happened, f"{words.kept}\n{words.todo}".strip(), detail=error.detail
        )

    async def _close(self) -> None:
        if self._settings is not None:
            self._settings.close()
        self._window.viewer.close_clip()
        self._kept.keep_state()
        self.detach()
        await self._engine.stop()
        await self.tasks.finish(GRACE)
        if self._own_service is not None:
            await self._own_service.stop()
        if self.ready.is_set():
            with contextlib.suppress(LibraryError):
                await self.library.back_up()
        await self.library.close()
        await asyncio.to_thread(stop_watching)
        self._window.close_for_good()
