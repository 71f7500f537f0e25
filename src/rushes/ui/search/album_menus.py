"""The menus of albums: what is shown, and where chosen takes are put."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from rushes.ui.search.album_acts import AlbumActs
from rushes.ui.search.album_rows import (
    MakeAlbum,
    PutInto,
    RemoveAlbum,
    RenameAlbum,
    ShowQuery,
    Situation,
    TakeOutOf,
    adding_rows,
    source_rows,
)
from rushes.ui.search.albums_watch import AlbumsWatch, album_query
from rushes.ui.search.choice_popup import ChoicePopup
from rushes.ui.search.name_popup import NamePopup
from rushes.ui.search.query_text import understood_text

if TYPE_CHECKING:
    from rushes.library.albums import Album

_FEWEST_TO_NARROW = 8


class AlbumMenus(QObject):
    """Opens the menus and has done what is chosen in them.

    Args:
        anchor: what they open under, where nothing else is said.
        query: tells the query that is on.
        chosen_keys: tells the takes that are chosen.

    Signals:
        query_requested: the takes of this query are to be shown.
    """

    query_requested = Signal(str)

    def __init__(
        self,
        watch: AlbumsWatch,
        acts: AlbumActs,
        anchor: QWidget,
        query: Callable[[], str],
        chosen_keys: Callable[[], Sequence[int]],
    ) -> None:
        super().__init__(anchor)
        self._watch, self._acts, self._anchor = watch, acts, anchor
        self._query, self._chosen_keys = query, chosen_keys
        acts.renamed.connect(self._on_renamed)
        acts.removed.connect(self._on_removed)

    def open_sources(self) -> ChoicePopup:
        """Open the menu of what can be shown."""
        many = len(self._watch.albums) >= _FEWEST_TO_NARROW
        popup = ChoicePopup(
            lambda typed: source_rows(self._now(), typed),
            self.tr("What is shown"),
            self._anchor,
            placeholder=self.tr("Find an album") if many else "",
        )
        self._open(popup, list(self._chosen_keys()))
        popup.open_under(self._anchor)
        return popup

    def open_adding(
        self, place: QPoint | None = None, keys: Sequence[int] | None = None
    ) -> ChoicePopup | None:
        """Open the choice of an album for takes (keys); for the chosen ones where none are named.

        Returns None where there are none.
        """
        wanted = list(self._chosen_keys() if keys is None else keys)
        if not wanted:
            return None
        popup = ChoicePopup(
            lambda typed: adding_rows(self._watch.albums, typed),
            self.tr("Add to an album"),
            self._anchor,
            placeholder=self.tr("Find or name an album"),
        )
        self._open(popup, wanted)
        if place is None:
            popup.open_under(self._anchor)
        else:
            popup.open_at(place)
        return popup

    def ask_name_of_search(self, anchor: QWidget | None = None) -> NamePopup:
        """Ask under which name the search is to be kept."""
        return self._ask_name(MakeAlbum(of_search=True), [], anchor)

    def _open(self, popup: ChoicePopup, keys: list[int]) -> None:
        self._watch.changed.connect(popup.show_rows)
        self._watch.refresh(count=True)
        wishes: list[object] = []
        popup.chosen.connect(wishes.append)

        def go_on() -> None:
            for wish in wishes:
                self._do(wish, keys)

        def on_gone() -> None:
            if wishes:
                QTimer.singleShot(0, self, go_on)

        # Not before it is gone altogether: the way of its window would close what opens meanwhile.
        popup.destroyed.connect(on_gone)

    def _now(self) -> Situation:
        query = self._query()
        return Situation(
            self._watch.albums,
            self._watch.counts,
            query,
            self._watch.album_of(query),
            len(self._chosen_keys()),
        )

    def _do(self, wish: object, keys: list[int]) -> None:
        match wish:
            case ShowQuery(text):
                self.query_requested.emit(text)
            case MakeAlbum(name, of_search=False) if name:
                self._acts.make(name, None, keys, self._acts.tell)
            case MakeAlbum() | RenameAlbum():
                self._ask_name(wish, keys)
            case RemoveAlbum(album):
                self._acts.remove(album)
            case PutInto(album):
                self._acts.put(album, keys)
            case TakeOutOf(album):
                self._acts.take(album, keys)

    def _ask_name(
        self, wish: MakeAlbum | RenameAlbum, keys: list[int], anchor: QWidget | None = None
    ) -> NamePopup:
        title, act, name = self.tr("New album"), self.tr("Make"), ""
        if isinstance(wish, RenameAlbum):
            is_album = wish.album.search is None
            title = self.tr("Rename the album") if is_album else self.tr("Rename the search")
            act, name = self.tr("Rename"), wish.album.name
        elif wish.of_search:
            title, act = self.tr("Save the search as"), self.tr("Save")
        popup = NamePopup(title, act, self._anchor, name=name)
        query = understood_text(self._query())

        def take(given: str) -> None:
            if isinstance(wish, RenameAlbum):
                self._acts.rename(wish.album, given, answer)
            elif wish.of_search:
                self._acts.make(given, query, [], answer)
            else:
                self._acts.make(given, None, keys, answer)

        is_open = [True]
        popup.destroyed.connect(lambda: is_open.clear())

        def answer(refusal: str) -> None:
            if not is_open:
                self._acts.tell(refusal)
            elif refusal:
                popup.refuse(refusal)
            else:
                popup.close()

        popup.named.connect(take)
        popup.open_under(anchor or self._anchor)
        return popup

    def _on_renamed(self, before: "Album", now: "Album") -> None:
        """A query that names the album follows it."""
        if before.search is None:
            old, new = album_query(before.name), album_query(now.name)
            if old in self._query():
                self.query_requested.emit(self._query().replace(old, new))

    def _on_removed(self, album: "Album") -> None:
        if self._watch.album_of(self._query()) == album:
            self.query_requested.emit("")
