"""Fetches thumbnails from the library and decodes them on a worker thread."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from rushes.engine.tasks import Tasks
from rushes.ui.history.fetch_queue import FetchQueue
from rushes.ui.history.thumbnail_cache import ThumbnailCache, decode_thumbnails

if TYPE_CHECKING:
    from rushes.library.library import Library

_BATCH = 12
_WISHES = 240
_BYTES = 48 * 1024**2
_DEFAULT_PLACE = QSize(320, 180)


class ThumbnailWindows:
    """Brings the pictures that a view wishes to see, in the size in which they are shown.

    Args:
        came: called with the keys whose pictures are here now, or are known not to exist.
    """

    def __init__(self, came: Callable[[Sequence[int]], None]) -> None:
        self._came = came
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._place = _DEFAULT_PLACE
        self._cache = ThumbnailCache(_BYTES)
        # Pictures of another size serve until the right ones are here.
        self._outdated: set[int] = set()
        self._added: set[int] = set()
        self._queue = FetchQueue("history thumbnails", self._fetch, _BATCH, _WISHES)

    def open(self, library: "Library", tasks: Tasks) -> None:
        """Fetch from this library from now on; `tasks` holds the fetching."""
        self._library, self._tasks = library, tasks

    def close(self) -> None:
        """Fetch nothing any more, and forget all."""
        self._library = None
        self._queue.clear()
        self._cache.clear()
        self._outdated.clear()

    def set_place(self, place: QSize) -> bool:
        """Have pictures fit into `place` (pixels); tell whether that is another size."""
        if place == self._place or place.isEmpty():
            return False
        self._place = place
        self._outdated = self._cache.keys()
        self._queue.clear()
        return True

    def get(self, key: int, *, wishes: bool = True) -> QImage | None:
        """Return a job's picture; if none is here in the right size, wish for it."""
        if wishes and self._library is not None and self._tasks is not None and self._lacks(key):
            self._queue.wish(key, self._tasks)
        return self._cache.get(key)

    def is_without(self, key: int) -> bool:
        """Tell whether a job is known to have no picture that can be shown."""
        return self._cache.is_without(key)

    def forget(self, key: int) -> None:
        """A job's picture is another one now."""
        self._added.add(key)
        self._outdated.add(key)

    def forget_wishes(self) -> None:
        """The list is another one."""
        self._queue.clear()

    def _lacks(self, key: int) -> bool:
        return key not in self._cache or key in self._outdated

    async def _fetch(self, keys: Sequence[int]) -> None:
        library, place = self._library, self._place
        lacking = [key for key in keys if self._lacks(key)]
        if library is None or not lacking:
            return
        self._added.clear()
        jpegs = await library.thumbnails(lacking)
        pictures = await asyncio.to_thread(decode_thumbnails, lacking, jpegs, place)
        if library is not self._library:
            return
        for key, picture in pictures.items():
            self._cache.put(key, picture)
            if place == self._place and key not in self._added:
                self._outdated.discard(key)
            else:
                self._outdated.add(key)
        self._came(list(pictures))
