"""One session after the other in one window: each library has its own."""

import asyncio
import dataclasses
import logging
from pathlib import Path
from typing import Any

from rushes.domain.error_words import words_for
from rushes.domain.errors import LibraryError, RushesError, WorkStopped
from rushes.domain.progress import LongWork, Progress
from rushes.domain.settings import Settings
from rushes.engine.configuration import Configuration
from rushes.engine.errands import Errand, ErrandKind
from rushes.engine.local_files import with_links_moved
from rushes.engine.moves import FinishMove, must_go_on, unfinished_move
from rushes.library.recent_libraries import with_latest
from rushes.library.settings_file import read_settings
from rushes.ui.garbage import end_of_start
from rushes.ui.libraries.errand_words import done_words, left_words, not_done_title
from rushes.ui.libraries.library_wishes import LibraryWishes
from rushes.ui.libraries.told_sheet import told_sheet
from rushes.ui.libraries.turning_page import TurningPage
from rushes.ui.translation import translated_words
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.own_service import OwnService
from rushes.ui.window.session import Session
from rushes.ui.window.window_menus import WindowMenus

_log = logging.getLogger(__name__)


class WindowSessions:
    """Runs sessions in a window until it is closed; between two of them errands are done.

    A page over the whole window says what is done meanwhile, and takes the hands off the panels:
    they belong to a library that is closed. They are made anew for the next one, so that nothing
    of one library is left when another is open.

    Args:
        window: furnished.
        configuration: what the first session uses.
        own_service: see `Session`.

    Attributes:
        now: the session that runs, or ran last.
    """

    def __init__(
        self,
        window: MainWindow,
        configuration: Configuration,
        own_service: OwnService | None = None,
    ) -> None:
        self._window = window
        self._configuration = configuration
        self._own_service = own_service
        self._page: TurningPage | None = None
        self._work: LongWork | None = None
        self._told: tuple[str, RushesError] | None = None
        self._done_words = self._left_words = ""
        self._settings = configuration.settings
        self.now = self._begun()

    async def run(self) -> int:
        """Run until the window is closed; the exit code."""
        came_from: Path | None = None
        await self._finish_move()
        while True:
            code, values = await self._run_session(goes_back=came_from is not None)
            end, before = self.now.end, self._configuration.library
            if end.failure is not None and came_from is not None:
                _log.info("back to the library before")
                self._told = (not_done_title(before), end.failure)
                root, came_from = came_from, None
            elif end.errand is not None:
                root = await self._carried_out(end.errand)
                # A library that was moved is the one that is open now: nothing was left.
                is_moved = root != before and end.errand.kind is ErrandKind.MOVE
                is_left = root != before and not is_moved
                self._left_words = left_words(end.left, before.name) if is_left else ""
                values = _with_draft_moved(values, before, root) if is_moved else values
                came_from = before if root != before else None
            else:
                return code
            if self._window.is_close_requested:
                self._window.close_for_good()
                return 0
            self._settings = await self._settings_now()
            self._turn_to(root, values)

    async def _finish_move(self) -> None:
        """Finish a move of the library that was broken off where it could only go on."""
        move = await unfinished_move(self._configuration)
        if move is not None and must_go_on(move) and not self._configuration.is_demo:
            errand = FinishMove(self._configuration, move)
            self._cover(errand)
            root = await self._carried_out(errand)
            self._settings = await self._settings_now()
            values = {**self._window.shape(), "draft": self._window.compose.draft()}
            self._turn_to(root, _with_draft_moved(values, move.root, root))

    def _begun(self) -> Session:
        session = Session(self._window, self._configuration, self._own_service)
        session.leaving.append(self._cover)
        WindowMenus(self._window, session)
        return session

    async def _run_session(self, *, goes_back: bool) -> tuple[int, dict[str, Any]]:
        """Run the present session; returns its exit code and the window's shape at the end."""
        session = self.now
        uncovering = asyncio.get_running_loop().create_task(
            self._uncover_when_ready(session), name="uncover"
        )
        try:
            code = await session.run(goes_back=goes_back)
        finally:
            uncovering.cancel()
            await asyncio.wait([uncovering])
        return code, session.end.shape

    async def _uncover_when_ready(self, session: Session) -> None:
        ways = [asyncio.ensure_future(each.wait()) for each in (session.ready, session.told)]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in ways:
                each.cancel()
        is_turned = self._page is not None
        if self._page is not None:
            page, self._page = self._page, None
            page.leave()
            self._window.compose.focus_prompt()
        end_of_start()
        if session.ready.is_set() and not session.is_demo:
            self._keep(session, is_turned=is_turned and self._told is None)
        if self._told is not None:
            (title, error), self._told = self._told, None
            if isinstance(error, WorkStopped):
                words = translated_words(words_for(error)).sentence
                self._window.toast.show_message(f"{title} {words}")
            else:
                told_sheet(self._window, title, error).show_over(self._window)
        elif words := " ".join(filter(None, (self._done_words, self._left_words))):
            self._window.toast.show_message(words)
        self._done_words = self._left_words = ""
        move = None if session.is_demo else await unfinished_move(self._configuration)
        wishes = self._window.findChild(LibraryWishes)
        if move is not None and isinstance(wishes, LibraryWishes):
            wishes.offer_to_go_on(move)

    @staticmethod
    def _keep(session: Session, *, is_turned: bool) -> None:
        """Have the settings know which library is open."""
        root, settings = session.library.layout.root, session.settings
        recent = with_latest(settings.recent_libraries, root)
        library = str(root) if is_turned else settings.library
        if (recent, library) != (settings.recent_libraries, settings.library):
            session.change_settings(recent_libraries=recent, library=library)

    def _cover(self, errand: Errand) -> None:
        self._page = TurningPage(self._window, errand)
        self._page.cancel_requested.connect(self._on_cancel_requested)
        self._page.show_over()

    def _on_cancel_requested(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _on_close_requested(self) -> None:
        self._window.hide()
        if self._work is not None:
            self._work.stop(stays=True)

    async def _carried_out(self, errand: Errand) -> Path:
        """Do an errand; returns the library to open next, the one before where it failed."""
        loop = asyncio.get_running_loop()
        page = self._page

        def tell(progress: Progress) -> None:
            if page is not None:
                loop.call_soon_threadsafe(page.show_progress, progress)

        self._work = LongWork(tell)
        self._window.close_requested.connect(self._on_close_requested)
        try:
            root = await errand.carry_out(self._work)
            self._done_words = done_words(errand)
            return root
        except RushesError as error:
            _log.info("%s: %s", errand.kind.value, error.code)
            self._told = (not_done_title(errand.place, errand.kind), error)
        except Exception as error:
            _log.exception("%s failed", errand.kind.value)
            self._told = (not_done_title(errand.place, errand.kind), LibraryError(str(error)))
        finally:
            self._work = None
            self._window.close_requested.disconnect(self._on_close_requested)
        return self._configuration.library

    async def _settings_now(self) -> Settings:
        """The settings as an errand may have left them."""
        path = self._configuration.settings_file
        if not await asyncio.to_thread(path.exists):
            return self.now.settings
        return await asyncio.to_thread(read_settings, path)

    def _turn_to(self, root: Path, values: dict[str, Any]) -> None:
        """Make the panels anew, for a library."""
        self._configuration = dataclasses.replace(
            self._configuration, library=root, settings=self._settings
        )
        window = self._window
        # What is left of the session before hears nothing more of the window.
        window.workspace_changed.disconnect()
        window.strip_bare(self._page)
        window.furnish()
        window.restore_shape(values)
        draft = values.get("draft")
        window.compose.restore_draft(draft if isinstance(draft, dict) else {})
        if self._page is not None:
            self._page.raise_()
        self.now = self._begun()


def _with_draft_moved(values: dict[str, Any], old: Path, new: Path) -> dict[str, Any]:
    """Have a draft follow the pictures that it takes from its library."""
    draft = values.get("draft")
    inputs = draft.get("inputs") if isinstance(draft, dict) else None
    moved = with_links_moved(inputs, old.absolute(), new.absolute())
    return {**values, "draft": {**draft, "inputs": moved}} if isinstance(draft, dict) else values
