"""How the clips that are compared are looked at: side by side, or two in one place."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Signal

from rushes.media.picture import fitted_size
from rushes.ui.compare.board import CompareBoard
from rushes.ui.compare.clip_group import ClipGroup
from rushes.ui.compare.difference_feed import DifferenceFeed
from rushes.ui.compare.kinds import CompareKind

_HALF = 0.5


class Sight(QObject):
    """Gives each clip the view that it is to be seen in.

    Attributes:
        kind: how the pictures are put together.
        pair: the places of the reference and of the chosen take where two lie in one place,
            else None.
        difference: makes the pictures of how the two differ.

    Signals:
        changed: the clips are seen in other views, or no longer.
    """

    changed = Signal()

    def __init__(
        self, board: CompareBoard, group: ClipGroup, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._board, self._group = board, group
        self.kind = CompareKind.SIDE_BY_SIDE
        self.pair: tuple[int, int] | None = None
        self.difference = DifferenceFeed(board.pair.reference, self)
        self._opacity = _HALF
        board.pair.reference.room_changed.connect(self._on_room_changed)
        board.bar.opacity_requested.connect(self._set_opacity)
        board.bar.gain_requested.connect(self.difference.set_gain)

    def begin(self) -> None:
        """Look at pictures side by side, before any clip is open."""
        self.kind, self.pair = CompareKind.SIDE_BY_SIDE, None
        self._board.pair.clear()
        self._board.show_kind(self.kind, self._opacity)

    def let_go(self) -> None:
        """Look at nothing any more."""
        self.difference.let_go()
        self._group.shower = None
        self._board.pair.clear()
        self.pair = None
        self.changed.emit()

    def look(self, kind: CompareKind, order: Sequence[int], chosen: int) -> None:
        """Put the pictures together in a way, the chosen one against the first other in order."""
        self._look(kind, order, chosen)
        self.changed.emit()

    def _look(self, kind: CompareKind, order: Sequence[int], chosen: int) -> None:
        self.kind = kind
        self._board.show_kind(kind, self._opacity)
        self.pair = self._pair_of(order, chosen) if kind.is_of_two else None
        self.difference.let_go()
        cells, clips = self._board.cells, self._group.clips
        for place, clip in enumerate(clips):
            if self.pair is None or place not in self.pair:
                clip.set_room(None)
                clip.set_view(cells[place].picture)
        if self.pair is not None and not self._board.zoom.is_fit:
            # Pictures at their clips' own sizes are large, and nobody sees these now.
            for cell in cells:
                cell.picture.clear()
        if self.pair is None:
            self._group.see(range(len(clips)))
            return
        views = (self._board.pair.reference, self._board.pair.other)
        self._board.pair.clear()
        for place, view in zip(self.pair, views, strict=True):
            facts = clips[place].facts
            clips[place].set_view(view)
            if facts is not None:
                view.expect(QSize(facts.width, facts.height))
        self._fit(self.pair)
        differs = kind is CompareKind.DIFFERENCE
        if differs:
            # A picture of its own is no difference.
            self._board.pair.clear()
        self._group.see(self.pair, self.difference.show_moment if differs else None)

    def _pair_of(self, order: Sequence[int], chosen: int) -> tuple[int, int] | None:
        places = [place for place in order if place in self._group.open_places]
        if len(places) < 2 or chosen not in places:
            return None
        return (places[0] if places[0] != chosen else places[1]), chosen

    def _fit(self, pair: tuple[int, int]) -> None:
        """Have the pictures of a difference made at one size: their own, or the painted one."""
        one, two = (self._group.clips[place] for place in pair)
        room = None
        if self.kind is CompareKind.DIFFERENCE and one.facts and two.facts:
            own = (one.facts.width, one.facts.height)
            if own == (two.facts.width, two.facts.height):
                room = QSize(*own)
            else:
                box = self._board.pair.reference.room
                room = QSize(*fitted_size(own, (max(box.width(), 1), max(box.height(), 1))))
        one.set_room(room)
        two.set_room(room)

    def _on_room_changed(self) -> None:
        if self.pair is not None:
            self._fit(self.pair)

    def _set_opacity(self, opacity: float) -> None:
        self._opacity = opacity
        self._board.pair.show_kind(self.kind, opacity)
