"""Notices that the library's folder, or its media folder, goes away and comes back."""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from rushes.domain.errors import LibraryError
from rushes.engine.stopping import Stop
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.file_sweep import SweepReport
from rushes.library.library import Library

_log = logging.getLogger(__name__)

EVERY = 2.0
"""Seconds between two looks."""

PATIENCE = 8.0
"""Seconds after which a look that got no answer counts as a drive that is gone. A disk that has
to start turning first takes less."""

_FIRST_SWEEP = 3.0


class LibraryWatch:
    """Looks every few seconds, lets go of a library that is gone, and opens it anew.

    Args:
        library: open, and owned by this process.
        on_away: called when the library went away.
        on_back: awaited with the jobs that were settled on the way, once it is open again.
        note_bug: told what a bug broke off.
    """

    def __init__(
        self,
        library: Library,
        on_away: Callable[[], None],
        on_back: Callable[[Sequence[JobEntry]], Awaitable[None]],
        note_bug: Callable[[str, BaseException], None],
    ) -> None:
        self._library = library
        self._on_away = on_away
        self._on_back = on_back
        self._note_bug = note_bug
        self._place = _Look(library.is_in_place, "library-look", note_bug)
        self._media = _Look(library.media.is_here, "media-look", note_bug)
        self._tasks = Tasks()

    async def run(self, stop: Stop) -> None:
        """Watch until told to stop; the files are gone through at first, and after each return."""
        self._begin_sweep(stop, _FIRST_SWEEP)
        try:
            while not stop.is_set:
                await self._look(stop)
                await stop.sleep(EVERY)
        finally:
            await self._tasks.finish(0.0)

    async def _look(self, stop: Stop) -> None:
        is_there = await self._place.take(stop)
        if stop.is_set:
            return
        if not is_there:
            if not self._library.is_away:
                _log.info("the library's folder is gone")
                self._library.go_away()
                self._on_away()
        elif self._library.is_away:
            await self._open_again(stop)
        else:
            await self._look_for_media(stop)

    async def _open_again(self, stop: Stop) -> None:
        try:
            entries = await self._library.come_back()
            _log.info("the library's folder is there again")
            await self._on_back(entries)
        except LibraryError as error:
            # Another process may have it, or it is gone again: the next look tells.
            _log.info("the library cannot be opened again yet: %s", error.code)
            return
        self._begin_sweep(stop)

    async def _look_for_media(self, stop: Stop) -> None:
        was_away = self._library.media.is_away
        is_here = await self._media.take(stop)
        if stop.is_set or self._library.is_away:
            return
        self._library.note_media(is_away=not is_here)
        if was_away and is_here:
            self._begin_sweep(stop)

    def _begin_sweep(self, stop: Stop, delay: float = 0.0) -> None:
        async def go_through() -> None:
            await stop.sleep(delay)
            if stop.is_set or self._library.is_away:
                return
            try:
                report = await sweep(self._library)
            except LibraryError as error:
                _log.info("the files were not gone through: %s", error.code)
            except Exception as error:
                self._note_bug("the way through the files", error)
            else:
                _log.info(
                    "%d files: %d missing, %d changed, %d back",
                    report.looked_at,
                    report.missing,
                    report.changed,
                    report.returned,
                )

        if not len(self._tasks):
            self._tasks.spawn(go_through(), "sweep files")


async def sweep(library: Library) -> SweepReport:
    """Go through the files of all clips; raises LibraryError."""

    def digest_of(path: Path) -> str:
        from rushes.media.settings_box import original_sha256

        return original_sha256(path)

    return await library.sweep_files(digest_of)


class _Look:
    """Asks the disk something on a thread that nobody has to wait for.

    On a dead network drive the answer may take minutes. It is asked for once at a time, and the
    thread dies with the program. What fails counts as a no, and is told where it is a bug.
    """

    def __init__(
        self, ask: Callable[[], bool], name: str, note_bug: Callable[[str, BaseException], None]
    ) -> None:
        self._ask = ask
        self._name = name
        self._note_bug = note_bug
        self._told: asyncio.Event | None = None
        self._answer = False

    async def take(self, stop: Stop) -> bool:
        """Return the answer, or False when none comes in time."""
        if self._told is None:
            told = self._told = asyncio.Event()
            loop = asyncio.get_running_loop()

            def tell(answer: bool, bug: Exception | None) -> None:
                self._answer = answer
                told.set()
                if bug is not None:
                    self._note_bug(f"the {self._name}", bug)

            def ask() -> None:
                answer, bug = False, None
                try:
                    answer = self._ask()
                except OSError:
                    pass
                except Exception as error:
                    bug = error
                # The program may have ended meanwhile.
                with contextlib.suppress(RuntimeError):
                    loop.call_soon_threadsafe(tell, answer, bug)

            threading.Thread(target=ask, name=self._name, daemon=True).start()
        await stop.wait_for(self._told, PATIENCE)
        if not self._told.is_set():
            return False
        self._told = None
        return self._answer
