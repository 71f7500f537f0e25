"""One clip or several in the same stage: the way from the one to the other, and back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from rushes.media.cache_budget import CacheBudget
from rushes.ui.viewer.frames_out.shown_frame import ShownFrame
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.single_clip import SingleClip
from rushes.ui.viewer.stage import ViewerStage
from rushes.ui.viewer.stage_commands import StageCommands

if TYPE_CHECKING:
    from rushes.ui.compare.compared_take import ComparedTake
    from rushes.ui.compare.comparison import Comparison


class Comparing(QObject):
    """Lets the one clip go while takes are compared, and opens the chosen one afterwards.

    What is needed to compare is loaded when it is wanted first.

    Attributes:
        comparison: the takes that are compared, or were last; None before the first.

    Signals:
        began: takes are compared from now on; the `Comparison`.
        ended: one clip is shown again.
        refused: so many takes cannot be compared: too few, or too many.
        chosen_changed: the job id of the take that keys and buttons act on; empty while names
            are hidden.
        alone_requested: show the take of this job by itself.
        marks_requested: (job id, `MarkChange`) how a take is to be marked.
        looked_changed: `LookedAt`, what of the chosen take is seen; None where nothing is compared.
        heard_changed: `HeardClip`, what of the chosen take is heard; None for nothing.
        menu_requested: a person asks what can be done with the picture; a place on the screen.
        surround_double_clicked: a double click beside the picture.
    """

    began = Signal(object)
    ended = Signal()
    refused = Signal(int)
    chosen_changed = Signal(str)
    alone_requested = Signal(str)
    marks_requested = Signal(str, object)
    looked_changed = Signal(object)
    heard_changed = Signal(object)
    menu_requested = Signal(QPoint)
    surround_double_clicked = Signal()

    def __init__(
        self,
        stage: ViewerStage,
        playback: Playback,
        budget: CacheBudget,
        commands: StageCommands,
        clip: SingleClip,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stage, self._playback, self._budget = stage, playback, budget
        self._commands, self._clip = commands, clip
        self.comparison: Comparison | None = None

    @property
    def is_comparing(self) -> bool:
        """Whether takes are compared now."""
        return self.comparison is not None and self.comparison.is_open

    @property
    def shown_frame(self) -> ShownFrame | None:
        """The frame that is meant when a frame is asked for: the chosen take's, or the clip's."""
        if self.comparison is not None and self.comparison.is_open:
            return self.comparison.shown_frame
        return self._clip.shown_frame

    def compare(self, takes: "Sequence[ComparedTake]") -> bool:
        """Compare takes from where the clip stands that is shown; tells whether that can be."""
        from rushes.ui.compare.compared_take import FEWEST_TAKES, MOST_TAKES

        if not FEWEST_TAKES <= len(takes) <= MOST_TAKES:
            self.refused.emit(len(takes))
            return False
        shown = self.shown_frame
        self._clip.let_go()
        self._stage.picture.clear()
        comparison = self._made()
        chosen, index = ("", 0) if shown is None else (shown.job_id, shown.index)
        comparison.open(takes, chosen=chosen, index=index)
        self.began.emit(comparison)
        return True

    def put_away(self) -> None:
        """Compare no more, and show nothing instead."""
        if self.comparison is not None and self.comparison.is_open:
            self.comparison.put_away()
            self.ended.emit()

    def close(self) -> None:
        """Compare no more, and show the chosen take by itself where it stands."""
        if self.comparison is not None:
            self.comparison.close()

    def end(self) -> None:
        """Put all away, and wait for the threads; for the end of the window."""
        if self.comparison is not None:
            self.comparison.end()

    def go_to(self, index: int) -> bool:
        """Show the frame at `index` of the chosen take; tells whether takes are compared."""
        if self.comparison is None or not self.comparison.is_open:
            return False
        self.comparison.go_to(index)
        return True

    def _made(self) -> "Comparison":
        if self.comparison is None:
            from rushes.ui.compare.chosen_take import ChosenTake
            from rushes.ui.compare.comparison import Comparison

            made = Comparison(self._stage, self._playback, self._budget, self._commands, self)
            made.closed.connect(self._on_closed)
            made.chosen_changed.connect(self.chosen_changed)
            made.alone_requested.connect(self._on_alone_requested)
            made.marks_requested.connect(self.marks_requested)
            chosen = ChosenTake(made, self._playback)
            chosen.looked_changed.connect(self.looked_changed)
            chosen.heard_changed.connect(self.heard_changed)
            chosen.menu_requested.connect(self.menu_requested)
            chosen.surround_double_clicked.connect(self.surround_double_clicked)
            self.comparison = made
        return self.comparison

    def _on_closed(self, take: "ComparedTake", index: int) -> None:
        self._clip.job_id = take.job_id
        self._clip.open(take.path, take.title, at=index)
        self.ended.emit()

    def _on_alone_requested(self, job_id: str) -> None:
        self.close()
        self.alone_requested.emit(job_id)
