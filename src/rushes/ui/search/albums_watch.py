"""The albums of the library as they are now, and how many takes their searches find."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rushes.domain.errors import RushesError
from rushes.engine.tasks import Tasks
from rushes.library.announcements import AlbumsChanged, Announcement, LibraryCameBack
from rushes.ui.search.query_text import has_part, read

if TYPE_CHECKING:
    from rushes.library.albums import Album
    from rushes.library.library import Library

TRASH = "is:trashed"
"""The query that finds what is in the trash."""


def album_query(name: str) -> str:
    """The query that finds the takes of an album; its name has no quotation marks."""
    return f'album:"{name}"'


class AlbumsWatch(QObject):
    """Knows the albums.

    Attributes:
        albums: all of them, in the order of their names.
        counts: how many takes a query finds, by its text: of the searches that are kept, of the
            trash, and under "" of all takes; empty until they were counted.

    Signals:
        changed: albums or counts are others.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.albums: tuple[Album, ...] = ()
        self.counts: dict[str, int] = {}
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._generation = 0

    def follow(self, library: "Library", tasks: Tasks) -> None:
        """Know the albums of this library."""
        self._library, self._tasks = library, tasks
        self.refresh()

    def let_go(self) -> None:
        """Know none."""
        self._library = self._tasks = None
        self._generation += 1
        self.albums, self.counts = (), {}
        self.changed.emit()

    def note_announcement(self, announcement: Announcement) -> None:
        """Follow what the library says of itself."""
        if isinstance(announcement, AlbumsChanged | LibraryCameBack):
            self.refresh()

    def refresh(self, *, count: bool = False) -> None:
        """Ask again; with `count` also how many takes there are."""
        if self._library is not None and self._tasks is not None:
            self._generation += 1
            self._tasks.spawn(self._ask(self._library, self._generation, count), "albums")

    async def _ask(self, library: "Library", generation: int, count: bool) -> None:
        try:
            albums = await library.albums()
        except RushesError:
            return
        if generation == self._generation:
            self.albums = albums
            self.changed.emit()
        if not count:
            return
        texts = ["", TRASH, *(album.search for album in albums if album.search is not None)]
        texts = [text for text in texts if read(text).problem is None]
        try:
            found = await library.count(texts)
        except RushesError:
            return
        if generation == self._generation:
            self.counts = dict(zip(texts, found, strict=True))
            self.changed.emit()

    def album_of(self, query: str) -> "Album | None":
        """The album that a query shows: it names it, or it is its search."""
        text = query.strip()
        for album in self.albums:
            if album.search is not None and text and album.search.strip() == text:
                return album
        for album in self.albums:
            if album.search is None and has_part(text, album_query(album.name)):
                return album
        return None
