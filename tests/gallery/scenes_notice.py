"""What the History panel says of the library as a whole, in every state of it."""

from collections.abc import AsyncGenerator, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from rushes.library.announcements import Announcement, LibraryWentAway, MediaAway, WritingRefused
from rushes.library.rebuild import RebuildReport
from rushes.ui.history.library_notice import LibraryNotice
from rushes.ui.history.panel import HistoryPanel
from tests.gallery.scenes_history import history_scene, sample_jobs

_WIDE, _NARROW, _NARROWEST = (428, 480), (300, 480), (152, 560)

_DAMAGED = Path("/media/anna/Northlight/damaged/2026-11-18")
_REBUILT = RebuildReport("torn page", _DAMAGED, jobs=1284, from_rows=1284)
_REBUILT_IN_DOUBT = RebuildReport("torn page", _DAMAGED, jobs=1284, held=2, unknown=1)


def _opened(**facts: Any) -> Any:
    """What a library says of itself when it was just opened."""
    media = SimpleNamespace(is_away=False)
    return SimpleNamespace(
        **{"is_away": False, "rebuilt": None, "older": None, **facts}, media=media
    )


def _scene(
    tell: Callable[[LibraryNotice], object], size: tuple[int, int] = _WIDE
) -> Callable[[], AsyncGenerator[HistoryPanel, None]]:
    async def build() -> AsyncGenerator[HistoryPanel, None]:
        async for panel in history_scene(*size, sample_jobs()):
            tell(panel.notice)
            yield panel

    return build


def _announced(*news: Announcement) -> Callable[[LibraryNotice], object]:
    return lambda notice: [notice.note_announcement(announcement) for announcement in news]


def _followed(**facts: Any) -> Callable[[LibraryNotice], object]:
    return lambda notice: notice.follow(_opened(**facts))


SCENES = {
    "notice-away": _scene(_announced(LibraryWentAway())),
    "notice-away-narrowest": _scene(_announced(LibraryWentAway()), _NARROWEST),
    "notice-media-away": _scene(_announced(MediaAway())),
    "notice-media-away-narrow": _scene(_announced(MediaAway()), _NARROW),
    "notice-disk-full": _scene(_announced(WritingRefused("disk_full"))),
    "notice-not-writable": _scene(_announced(WritingRefused("library_not_writable"))),
    "notice-rebuilt": _scene(_followed(rebuilt=_REBUILT)),
    "notice-rebuilt-in-doubt": _scene(_followed(rebuilt=_REBUILT_IN_DOUBT)),
    "notice-rebuilt-narrow": _scene(_followed(rebuilt=_REBUILT_IN_DOUBT), _NARROW),
    "notice-rebuilt-narrowest": _scene(_followed(rebuilt=_REBUILT_IN_DOUBT), _NARROWEST),
    "notice-older": _scene(_followed(older="backup")),
    "notice-damaged": _scene(lambda notice: notice.show_damage()),
}
