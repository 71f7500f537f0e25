"""What the rest of the Viewer follows while takes are compared: the chosen one of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from rushes.media.compare_sound import sound_place
from rushes.ui.compare.comparison import Comparison
from rushes.ui.compare.kinds import CompareKind
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.shown_clip import ShownClip
from rushes.ui.viewer.sound.heard_clip import HeardClip

if TYPE_CHECKING:
    from rushes.ui.compare.cell import CompareCell


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What the information is to be told of.

    Attributes:
        clip, view: the chosen clip, and where it is seen.
        title: what it may be called.
        due: gives the index of the frame that it is to show.
        is_blind: whether nothing may be told that would tell takes apart.
    """

    clip: ShownClip
    view: PictureView
    title: str
    due: Callable[[], int] = field(compare=False)
    is_blind: bool


class ChosenTake(QObject):
    """Tells what is seen and heard of the chosen take.

    Signals:
        looked_changed: `LookedAt`, or None where nothing is compared any more.
        heard_changed: `HeardClip`, or None where there is nothing to be heard.
        menu_requested: a person asks what can be done with its picture; a place on the screen.
        surround_double_clicked: a double click beside two pictures in one place.
    """

    looked_changed = Signal(object)
    heard_changed = Signal(object)
    menu_requested = Signal(QPoint)
    surround_double_clicked = Signal()

    def __init__(self, comparison: Comparison, playback: Playback) -> None:
        super().__init__(comparison)
        self._comparison, self._playback = comparison, playback
        self._heard: HeardClip | None = None
        self._looked: LookedAt | None = None
        comparison.opened.connect(self._on_opened)
        for changed in (
            comparison.sight.changed,
            comparison.chosen_changed,
            comparison.changed,
            comparison.group.opened,
        ):
            changed.connect(self._tell)
        board = comparison.board
        board.menu_requested.connect(self._on_menu_key)
        for view in (board.pair.reference, board.pair.other):
            view.menu_requested.connect(self.menu_requested)
            view.surround_double_clicked.connect(self.surround_double_clicked)

    def _on_opened(self) -> None:
        for place, cell in enumerate(self._comparison.board.cells):
            cell.menu_requested.connect(partial(self._on_cell_menu, place))
        self._tell()

    def _on_cell_menu(self, place: int, at: QPoint) -> None:
        """The menu is that of the take under the pointer, which is chosen by it."""
        self._comparison.choose(place)
        self.menu_requested.emit(at)

    def _on_menu_key(self) -> None:
        view = self._view
        if view is not None:
            self.menu_requested.emit(view.mapToGlobal(view.rect().center()))

    @property
    def _cell(self) -> "CompareCell | None":
        comparison = self._comparison
        return comparison.board.cells[comparison.chosen] if comparison.is_open else None

    @property
    def _view(self) -> PictureView | None:
        """Where the chosen take is seen, alone or with another one."""
        sight, pair, cell = self._comparison.sight, self._comparison.board.pair, self._cell
        if cell is None or sight.pair is None:
            return None if cell is None else cell.picture
        return pair.reference if sight.kind is CompareKind.DIFFERENCE else pair.other

    def _tell(self) -> None:
        looked, heard = self._looked_at(), self._heard_clip()
        if looked != self._looked:
            self._looked = looked
            self.looked_changed.emit(looked)
        if heard != self._heard:
            self._heard = heard
            self.heard_changed.emit(heard)

    def _chosen_clip(self) -> ShownClip | None:
        clips, chosen = self._comparison.group.clips, self._comparison.chosen
        return clips[chosen] if self._comparison.is_open and chosen < len(clips) else None

    def _looked_at(self) -> LookedAt | None:
        clip, view, take = self._chosen_clip(), self._view, self._comparison.chosen_take
        if clip is None or view is None or take is None:
            return None
        hidden = self._comparison.hides_names
        title = "" if hidden else take.title
        return LookedAt(clip, view, title, partial(self._due_of, clip), hidden)

    def _due_of(self, clip: ShownClip) -> int:
        return clip.index_of(self._playback.due)

    def _heard_clip(self) -> HeardClip | None:
        clip, shared = self._chosen_clip(), self._comparison.group.shared
        take = self._comparison.chosen_take
        if clip is None or shared is None or take is None or clip.facts is None:
            return None
        if not clip.facts.has_sound or clip.times is None or clip.places is None:
            return None
        place = sound_place(clip.times, clip.places, shared.times, shared.lock)
        return None if place is None else HeardClip(take.path, place)
