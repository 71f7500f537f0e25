"""The rows of the menus of albums. Texts are translated in the context ``AlbumRows``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rushes.ui.job_faces.measures import count_text
from rushes.ui.search.albums_watch import TRASH, album_query
from rushes.ui.search.popup_rows import PopupRow
from rushes.ui.search.query_words import takes_words

if TYPE_CHECKING:
    from rushes.library.albums import Album


@dataclass(frozen=True, slots=True)
class ShowQuery:
    """The takes of a query are to be shown."""

    text: str


@dataclass(frozen=True, slots=True)
class MakeAlbum:
    """An album is to be made; without a name it is to be asked for.

    Attributes:
        name: its name, or "".
        of_search: whether it keeps the search, rather than the chosen takes.
    """

    name: str = ""
    of_search: bool = False


@dataclass(frozen=True, slots=True)
class RenameAlbum:
    """An album is to have another name."""

    album: "Album"


@dataclass(frozen=True, slots=True)
class RemoveAlbum:
    """An album is to be removed."""

    album: "Album"


@dataclass(frozen=True, slots=True)
class PutInto:
    """The chosen takes are to come into an album."""

    album: "Album"


@dataclass(frozen=True, slots=True)
class TakeOutOf:
    """The chosen takes are to leave an album."""

    album: "Album"


@dataclass(frozen=True, slots=True)
class Situation:
    """What the menu of sources speaks of.

    Attributes:
        albums: all albums.
        counts: how many takes a query finds, by its text.
        query: the query that is on.
        shown: the album that is on.
        chosen: how many takes are chosen.
    """

    albums: "Sequence[Album]"
    counts: Mapping[str, int]
    query: str
    shown: "Album | None"
    chosen: int


def source_rows(now: Situation, typed: str) -> list[PopupRow]:
    """What can be shown, and what can be done with albums; `typed` narrows it."""
    searches = [album for album in now.albums if album.search is not None]
    by_hand = [album for album in now.albums if album.search is None]
    rows = [
        _source(_tr("All takes"), "", now, "film"),
        *_section(_tr("Saved searches"), searches, now),
        *_section(_tr("Albums"), by_hand, now),
        PopupRow(),
        _source(_tr("Trash"), TRASH, now, "trash"),
    ]
    if typed:
        return [row for row in rows if row.wish is not None and _holds(row.text, typed)]
    return [*rows, PopupRow(), *_act_rows(now)]


def _section(title: str, albums: "Sequence[Album]", now: Situation) -> list[PopupRow]:
    if not albums:
        return []
    rows = [PopupRow(title)]
    for album in albums:
        query = album.search if album.search is not None else album_query(album.name)
        icon = "stack" if album.search is None else "search"
        rows.append(_source(album.name, query, now, icon, album))
    return rows


def _source(
    name: str, query: str, now: Situation, icon: str, album: "Album | None" = None
) -> PopupRow:
    count = now.counts.get(query) if album is None or album.jobs is None else album.jobs
    is_on = now.query.strip() == query if album is None else now.shown == album
    remark = "" if count is None else count_text(count)
    spoken = name if count is None else f"{name}, {takes_words(count)}"
    if is_on:
        spoken = _tr("{source}, shown now").format(source=spoken)
    return PopupRow(name, remark, icon, wish=ShowQuery(query), checked=is_on, spoken=spoken)


def _act_rows(now: Situation) -> list[PopupRow]:
    rows = []
    is_kept = now.shown is not None and now.shown.search is not None
    if now.query.strip() and not is_kept:
        rows.append(PopupRow(_tr("Save this search…"), "", "plus", wish=MakeAlbum(of_search=True)))
    if now.chosen:
        words = _tr("New album of {takes}…").format(takes=takes_words(now.chosen))
    else:
        words = _tr("New album…")
    rows.append(PopupRow(words, "", "plus", wish=MakeAlbum()))
    if now.shown is not None:
        name = now.shown.name
        if now.shown.search is None and now.chosen:
            words = _tr("Take {takes} out of “{name}”")
            words = words.format(takes=takes_words(now.chosen), name=name)
            rows.append(PopupRow(words, "", "minus", wish=TakeOutOf(now.shown)))
        words = _tr("Rename “{name}”…").format(name=name)
        rows.append(PopupRow(words, wish=RenameAlbum(now.shown)))
        words = _tr("Remove “{name}”").format(name=name)
        rows.append(PopupRow(words, wish=RemoveAlbum(now.shown)))
    return rows


def adding_rows(albums: "Sequence[Album]", typed: str) -> list[PopupRow]:
    """The albums that takes can come into, and a new one of the name that is typed."""
    by_hand = [album for album in albums if album.search is None]
    rows = [
        PopupRow(album.name, count_text(album.jobs or 0), "stack", wish=PutInto(album))
        for album in by_hand
        if _holds(album.name, typed)
    ]
    if not typed:
        return [*rows, *([PopupRow()] if rows else []), _new_row("")]
    if not any(album.name.casefold() == typed.casefold() for album in albums):
        rows.append(_new_row(typed))
    return rows


def _new_row(name: str) -> PopupRow:
    words = _tr("New album “{name}”").format(name=name) if name else _tr("New album…")
    return PopupRow(words, "", "plus", wish=MakeAlbum(name))


def _holds(text: str, typed: str) -> bool:
    return typed.casefold() in text.casefold()


def _tr(text: str) -> str:
    return QCoreApplication.translate("AlbumRows", text)
