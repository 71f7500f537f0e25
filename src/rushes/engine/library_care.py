"""Looks after the library while there is nothing else to do: checks its database, backs it up.

What an older Rushes wrote down gets the figures by which it is found, before anything else.
"""

import logging
from collections.abc import Callable

from rushes.domain.errors import LibraryError
from rushes.engine.stopping import Stop
from rushes.library.library import Library

_log = logging.getLogger(__name__)

_FIRST = 20.0
_EVERY = 6 * 3600.0
_TRAITS_AT_ONCE = 200
_BETWEEN_TRAITS = 0.02


class LibraryCare:
    """Checks the database once, and has it backed up once a day when something changed.

    Args:
        library: open, and owned by this process.
        on_damaged: called when the database is not sound; the next opening makes it again.
        first: seconds before the first look, so that a start has all of the disk.
    """

    def __init__(
        self, library: Library, on_damaged: Callable[[], None], first: float = _FIRST
    ) -> None:
        self._library = library
        self._on_damaged = on_damaged
        self._first = first

    async def run(self, stop: Stop) -> None:
        """Work until told to stop."""
        await self._fill_traits(stop)
        await stop.sleep(self._first)
        if not stop.is_set:
            await self._check()
        while not stop.is_set:
            await self._back_up()
            await stop.sleep(_EVERY)

    async def _check(self) -> None:
        try:
            problems = await self._library.quick_check()
        except LibraryError as error:
            _log.info("the database could not be checked: %s", error.code)
            return
        for problem in problems:
            _log.error("the database is not sound: %s", problem)
        if problems:
            self._on_damaged()

    async def _fill_traits(self, stop: Stop) -> None:
        """Have what an older Rushes wrote down be found by its figures, a little at a time."""
        try:
            while not stop.is_set and await self._library.fill_traits(_TRAITS_AT_ONCE):
                await stop.sleep(_BETWEEN_TRAITS)
        except LibraryError as error:
            _log.info("the figures of the jobs were not made: %s", error.code)

    async def _back_up(self) -> None:
        try:
            made = await self._library.back_up()
        except LibraryError as error:
            _log.info("the database was not backed up: %s", error.code)
            return
        if made is not None:
            _log.info("the database was backed up")
