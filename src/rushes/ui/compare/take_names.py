"""How the takes that are compared are called, under their pictures and on the lanes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rushes.domain.marks import UNMARKED, Marks
from rushes.media.compare_times import ClipPlaces
from rushes.ui.compare.board import CompareBoard
from rushes.ui.compare.clip_group import ClipGroup
from rushes.ui.compare.compared_take import ComparedTake
from rushes.ui.compare.input_words import caption_parts
from rushes.ui.compare.lanes import CompareLanes
from rushes.ui.compare.lanes_painter import Lane
from rushes.ui.compare.letters import letter_of

if TYPE_CHECKING:
    from rushes.ui.compare.blind_trial import BlindTrial


class TakeNames(QObject):
    """Names takes as far as they may be known; it only shows.

    Attributes:
        trial: the choice between takes that nobody knows, or None.
    """

    def __init__(
        self,
        board: CompareBoard,
        lanes: CompareLanes,
        group: ClipGroup,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._board, self._lanes, self._group = board, lanes, group
        self.trial: BlindTrial | None = None
        self._marks: list[Marks] = []

    @property
    def are_hidden(self) -> bool:
        """Whether nobody may know which take is which."""
        return self.trial is not None and self.trial.is_open

    def order(self) -> list[int]:
        """The places of the takes as they lie."""
        cells = len(self._board.cells)
        return list(range(cells)) if self.trial is None else list(self.trial.order)

    def called(self, place: int) -> str:
        """What a take is called: its letter, or its number while names are hidden."""
        if self.trial is not None and self.trial.is_open:
            return str(self.trial.number_of(place))
        return letter_of(place)

    def title_of(self, place: int, take: ComparedTake) -> str:
        """What a take is called where it stands alone, such as for a file."""
        if self.are_hidden:
            return self.tr("Blind %1").replace("%1", self.called(place))
        return take.name or take.title

    def show(
        self, takes: Sequence[ComparedTake], chosen: int, pair: tuple[int, int] | None
    ) -> None:
        """Name all takes anew; `pair` are the two that lie in one place."""
        hidden = self.are_hidden
        for place, (cell, take) in enumerate(zip(self._board.cells, takes, strict=True)):
            captions = [cell.caption]
            if pair is not None and place in pair:
                captions.append(self._board.pair.captions[pair.index(place)])
            title = "" if hidden else take.title
            parts = () if hidden else caption_parts(takes, place)
            won = self.trial is not None and self.trial.winner == place
            for caption in captions:
                caption.show_take(self.called(place), title, parts)
                caption.show_marks(UNMARKED if hidden else take.marks)
                caption.show_remark(self.tr("chosen blind") if won else "")
                caption.show_chosen(place == chosen)
            cell.show_chosen(place == chosen)
            name = ", ".join(part for part in (self.called(place), title) if part)
            cell.picture.setAccessibleName(self.tr("Picture %1").replace("%1", name))
        marks = [take.marks for take in takes]
        if marks != self._marks:
            self._marks = marks
            self.show_lanes()
        if takes:
            self._lanes.show_chosen(self.order().index(chosen), tells_moments=hidden)

    def show_lanes(self) -> None:
        """Show the clips' lanes anew."""
        shared = self._group.shared
        clips = self._group.clips
        lanes = []
        for place in self.order():
            places = clips[place].places if place < len(clips) else None
            if self.are_hidden and shared is not None and places is not None:
                # Lengths and offsets would tell takes apart.
                moments = shared.times.frames
                places = ClipPlaces(range(moments), 0, moments)
            is_told = not self.are_hidden and place < len(self._marks)
            marks = self._marks[place] if is_told else UNMARKED
            lanes.append(Lane(self.called(place), places, marks))
        self._lanes.show_clock(shared, lanes)
