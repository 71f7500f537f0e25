"""Albums to drop takes on: they are offered while takes of the history are in hand."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.components.chip import Chip
from rushes.ui.components.painting import paint_box
from rushes.ui.components.text_label import TextLabel
from rushes.ui.search.album_acts import AlbumActs
from rushes.ui.search.album_menus import AlbumMenus
from rushes.ui.search.albums_watch import AlbumsWatch
from rushes.ui.search.query_words import takes_words
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

if TYPE_CHECKING:
    from rushes.library.albums import Album
    from rushes.ui.history.take_drag import TakeDrag

_MOST_LINES = 3
_PADDING = 12
_GAP = 6


class AlbumDrop(QObject):
    """Shows the albums that takes can be put into, over the search, and puts them there.

    Args:
        drags: of the views in which takes are chosen.
        covered: what gives its place to the albums meanwhile.
        chosen_keys: tells the takes that are chosen.
    """

    def __init__(
        self,
        drags: "Iterable[TakeDrag]",
        covered: QWidget,
        watch: AlbumsWatch,
        acts: AlbumActs,
        menus: AlbumMenus,
        chosen_keys: Callable[[], Sequence[int]],
    ) -> None:
        super().__init__(covered)
        self.targets: AlbumTargets | None = None
        self._covered = covered
        self._watch, self._acts, self._menus = watch, acts, menus
        self._chosen_keys = chosen_keys
        for drag in drags:
            drag.words = lambda: takes_words(len(chosen_keys()))
            drag.begun.connect(self._on_begun)
            drag.moved.connect(self._on_moved)
            drag.dropped.connect(self._on_dropped)
            drag.ended.connect(self._on_ended)

    def _on_begun(self) -> None:
        by_hand = [album for album in self._watch.albums if album.search is None]
        self.targets = AlbumTargets(by_hand, self._covered)
        self.targets.show()

    def _on_moved(self, place: QPoint) -> None:
        if self.targets is not None:
            self.targets.point_at(place)

    def _on_dropped(self, place: QPoint) -> None:
        chip = None if self.targets is None else self.targets.chip_at(place)
        if self.targets is None or chip is None:
            return
        album, keys = self.targets.albums[chip], list(self._chosen_keys())
        if album is None:
            self._menus.open_adding(place, keys)
        else:
            self._acts.put(album, keys)

    def _on_ended(self) -> None:
        if self.targets is not None:
            self.targets.hide()
            self.targets.deleteLater()
            self.targets = None


class AlbumTargets(QWidget):
    """Albums side by side, in three lines at most, and the way to all others.

    Attributes:
        albums: by the chip that stands for each; None for another one.
    """

    def __init__(self, albums: "Sequence[Album]", covered: QWidget) -> None:
        super().__init__(covered.parentWidget())
        self._title = TextLabel(self.tr("Drop on an album"), TextStyle.CAPTION, Role.MUTED, self)
        self.albums: dict[Chip, Album | None] = {}
        chips = [self._chip(album.name, "stack", album) for album in albums]
        other = self._chip(self.tr("Another album…"), "plus", None)
        theme, width = current_theme(), covered.width()
        side, gap = theme.px(_PADDING), theme.px(_GAP)
        self._title.setGeometry(side, gap, width - 2 * side, theme.line_height(TextStyle.CAPTION))
        top = self._title.geometry().bottom() + 1 + gap
        # Those for which there is no room are reached by the last one.
        while not self._lay_out([*chips, other], side, top, width) and chips:
            gone = chips.pop()
            del self.albums[gone]
            gone.hide()
        height = max(other.geometry().bottom() + 1 + side, covered.height())
        self.setGeometry(QRect(covered.x(), covered.y(), width, height))
        self.setAccessibleName(self._title.text())
        self.raise_()

    def _chip(self, words: str, icon: str, album: "Album | None") -> Chip:
        chip = Chip(words, self, icon=icon, checkable=True, outlined=True)
        self.albums[chip] = album
        return chip

    def _lay_out(self, chips: Sequence[Chip], side: int, top: int, width: int) -> bool:
        """Place chips in lines; tells whether there is room for all."""
        gap, x, lines = current_theme().px(_GAP), side, 1
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for chip in chips:
            size = chip.sizeHint()
            wide = min(size.width(), width - 2 * side)
            if x > side and x + wide > width - side:
                x, lines = side, lines + 1
                top += size.height() + gap
            left = width - x - wide if mirrored else x
            chip.setGeometry(left, top, wide, size.height())
            x += wide + gap
        return lines <= _MOST_LINES

    def chip_at(self, place: QPoint) -> Chip | None:
        """The chip at a place of the screen, or None."""
        found = (each for each in self.albums if each.rect().contains(each.mapFromGlobal(place)))
        return next(found, None)

    def point_at(self, place: QPoint) -> None:
        """Show where takes would be dropped."""
        pointed = self.chip_at(place)
        for chip in self.albums:
            chip.setChecked(chip is pointed)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.color(Role.PANEL))
        area = QRectF(self.rect()).adjusted(4, 0, -4, -2)
        paint_box(painter, area, Radius.CARD, theme.color(Role.WELL), theme.color(Role.ACCENT))
