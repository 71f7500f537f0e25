"""What stands under the search: the takes, or what to do while there are none."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from rushes.ui.components.empty_state import EmptyState
from rushes.ui.history.history_views import HistoryViews
from rushes.ui.search.albums_watch import TRASH
from rushes.ui.search.query_text import read
from rushes.ui.search.query_words import query_words

if TYPE_CHECKING:
    from rushes.library.albums import Album


class HistoryPages(QWidget):
    """One page at a time.

    Attributes:
        views: the takes.
        none_yet: for a library without takes.
        no_match: for a query that finds nothing, an empty album, an empty trash.

    Signals:
        clear_requested: all takes shall be shown.
    """

    clear_requested = Signal()

    def __init__(self, views: HistoryViews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = views
        self._blank = QWidget(self)
        self.none_yet = EmptyState("film", "", "", self)
        self.no_match = EmptyState("search", "", "", self)
        self._pages = QStackedLayout(self)
        for page in (self._blank, views, self.none_yet, self.no_match):
            self._pages.addWidget(page)
        self.no_match.act_requested.connect(self.clear_requested)
        self._retranslate()

    def show_blank(self) -> None:
        """Nothing is known yet."""
        self._pages.setCurrentWidget(self._blank)

    def show_takes(self) -> None:
        """There are takes."""
        self._pages.setCurrentWidget(self.views)

    def show_none(self, query: str, album: "Album | None") -> None:
        """There are no takes that the query finds, which may be that of an album."""
        if not query.strip():
            self._pages.setCurrentWidget(self.none_yet)
            return
        page = self.no_match
        if query.strip() == TRASH:
            page.set_words(
                "trash",
                self.tr("Trash is empty"),
                self.tr(
                    "What you trash waits here until you empty it. "
                    "Marks and settings come back with it."
                ),
            )
            page.set_act(self.tr("Show all takes"))
        elif album is not None and album.search is None and not album.jobs:
            page.set_words(
                "stack",
                self.tr("This album is empty"),
                self.tr("Choose takes in History and add them by their menu."),
            )
            page.set_act(self.tr("Show all takes"))
        else:
            words = query_words(read(query))
            text = self.tr("Looked for: {query}.").format(query=words)
            page.set_words("search", self.tr("Nothing matches"), text)
            page.set_act(self.tr("Clear the search"))
        self._pages.setCurrentWidget(page)

    def _retranslate(self) -> None:
        self.none_yet.set_words(
            "film",
            self.tr("No takes yet"),
            self.tr("Write a prompt and press Generate. Every take stays here, with its settings."),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
