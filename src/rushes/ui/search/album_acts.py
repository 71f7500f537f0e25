"""What is done with albums: made, named, filled, removed; each told, with the way back."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rushes.domain.error_words import words_for
from rushes.domain.errors import AlbumRefused, RushesError
from rushes.engine.tasks import Tasks
from rushes.ui.components.toast import Toast
from rushes.ui.search.query_words import takes_words
from rushes.ui.translation import translated_words

if TYPE_CHECKING:
    from rushes.library.albums import Album, RemovedAlbum
    from rushes.library.library import Library

Refuse = Callable[[str], object]
"""Told why a name cannot be taken; with "" that it was."""


class AlbumActs(QObject):
    """Asks the library for what a person wants done with albums.

    Attributes:
        toast: where it is told.

    Signals:
        renamed: an album as it was and as it is now (two Albums).
        removed: an album that is gone (Album).
    """

    renamed = Signal(object, object)
    removed = Signal(object)

    def __init__(self, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self.toast = toast
        self._library: Library | None = None
        self._tasks: Tasks | None = None

    def follow(self, library: "Library", tasks: Tasks) -> None:
        """Act on this library."""
        self._library, self._tasks = library, tasks

    def let_go(self) -> None:
        """Act on nothing more."""
        self._library = self._tasks = None

    def make(self, name: str, search: str | None, keys: Sequence[int], refuse: Refuse) -> None:
        """Keep a search under a name, or make an album of these takes."""
        self._act(lambda library: self._make(library, name, search, keys), refuse)

    def rename(self, album: "Album", name: str, refuse: Refuse) -> None:
        """Give an album another name."""
        self._act(lambda library: self._rename(library, album, name), refuse)

    def remove(self, album: "Album") -> None:
        """Remove an album, not its takes."""
        self._act(lambda library: self._remove(library, album), self.tell)

    def put(self, album: "Album", keys: Sequence[int]) -> None:
        """Put takes into an album."""
        self._act(lambda library: self._put(library, album, keys), self.tell)

    def take(self, album: "Album", keys: Sequence[int]) -> None:
        """Take takes out of an album."""
        self._act(lambda library: self._take(library, album, keys), self.tell)

    def _act(self, work: "Callable[[Library], Awaitable[None]]", refuse: Refuse) -> None:
        library = self._library
        if library is None or self._tasks is None:
            return

        async def run() -> None:
            try:
                await work(library)
            except RushesError as error:
                words = translated_words(words_for(error.code))
                refuse(words.sentence)
                if not isinstance(error, AlbumRefused):
                    raise
            else:
                refuse("")

        self._tasks.spawn(run(), "album")

    def tell(self, sentence: str) -> None:
        """Tell of something that could not be done; of nothing with ""."""
        if sentence:
            self.toast.show_message(sentence)

    async def _make(
        self, library: "Library", name: str, search: str | None, keys: Sequence[int]
    ) -> None:
        album = await library.add_album(name, search)
        if keys:
            await library.add_to_album(album.key, keys)
        words = self.tr("“{name}” made").format(name=album.name)
        if keys:
            words = self.tr("“{name}” made of {takes}").format(
                name=album.name, takes=takes_words(len(keys))
            )
        if search is not None:
            words = self.tr("Search saved as “{name}”").format(name=album.name)
        self._tell_undo(words, lambda: self._undo(lambda library: library.remove_album(album.key)))

    async def _rename(self, library: "Library", album: "Album", name: str) -> None:
        renamed = await library.rename_album(album.key, name)
        self.renamed.emit(album, renamed)

    async def _remove(self, library: "Library", album: "Album") -> None:
        gone: RemovedAlbum = await library.remove_album(album.key)
        self.removed.emit(album)
        words = self.tr("“{name}” removed; its takes are kept").format(name=album.name)
        self._tell_undo(words, lambda: self._undo(lambda library: library.restore_album(gone)))

    async def _put(self, library: "Library", album: "Album", keys: Sequence[int]) -> None:
        added = await library.add_to_album(album.key, keys)
        if not added:
            self.tell(self.tr("Already in “{name}”").format(name=album.name))
            return
        words = self.tr("{takes} added to “{name}”").format(
            takes=takes_words(len(added)), name=album.name
        )
        self._tell_undo(
            words, lambda: self._undo(lambda library: library.take_from_album(album.key, added))
        )

    async def _take(self, library: "Library", album: "Album", keys: Sequence[int]) -> None:
        taken = await library.take_from_album(album.key, keys)
        words = self.tr("{takes} taken out of “{name}”").format(
            takes=takes_words(len(taken)), name=album.name
        )
        self._tell_undo(
            words, lambda: self._undo(lambda library: library.add_to_album(album.key, taken))
        )

    def _tell_undo(self, words: str, undo: Callable[[], None]) -> None:
        self.toast.show_message(words, act=self.tr("Undo"), wish=undo)

    def _undo(self, work: "Callable[[Library], Awaitable[object]]") -> None:
        async def undo(library: "Library") -> None:
            await work(library)

        self._act(undo, self.tell)
