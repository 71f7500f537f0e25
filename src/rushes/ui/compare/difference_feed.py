"""The bridge between the thread that makes differences and the GUI thread."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal

from rushes.media.difference import LEAST_GAIN
from rushes.media.difference_thread import DifferenceThread, DifferenceWish
from rushes.media.picture import Picture
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.shown_clip import ShownClip

_LONGEST_JOIN_SECONDS = 2.0


class DifferenceFeed(QObject):
    """Shows in one view how two clips differ, always of one and the same moment.

    Both pictures of a moment are taken together, and only if they were made with the same care
    and at the size that is wanted now, so that a clip does not differ from itself.

    Signals:
        shown: the difference at this moment is on the screen.
    """

    shown = Signal(int)

    # The thread emits this; the slot runs on the GUI thread.
    _made = Signal(object, object)

    def __init__(self, view: PictureView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._gain = LEAST_GAIN
        self._thread: DifferenceThread | None = None
        self._ending: list[DifferenceThread] = []
        self._number = 0
        self._void_before = 0
        self._pair: Sequence[ShownClip] = ()
        self._wish: DifferenceWish | None = None
        view.placed.connect(self._on_placed)
        self._made.connect(self._on_made, Qt.ConnectionType.QueuedConnection)

    @property
    def gain(self) -> int:
        """What differences are multiplied by."""
        return self._gain

    def set_gain(self, gain: int) -> None:
        """Multiply differences by another number; what is shown is made anew."""
        self._gain = gain
        wish = self._wish
        if wish is not None:
            self._want(wish.moment, wish.reference, wish.other)

    def show_moment(self, moment: int, pair: Sequence[ShownClip]) -> bool:
        """Have the difference of two clips at a moment made and shown; the reference is first.

        Tells whether both pictures are there.
        """
        if len(pair) != 2:
            return False
        one, two = (clip.picture(moment) for clip in pair)
        if one is None or two is None or one.quality is not two.quality:
            return False
        if not (pair[0].is_made_to_fit(one) and pair[1].is_made_to_fit(two)):
            # Scaled as they stand in for each other, equal pictures would differ.
            return False
        self._pair = pair
        before = self._wish
        same = before is not None and before.reference is one and before.other is two
        if not same or before is None or before.moment != moment or before.gain != self._gain:
            self._want(moment, one, two)
        return True

    def let_go(self) -> None:
        """Show no difference any more; the thread ends by itself soon after."""
        self._void_before = self._number + 1
        self._wish, self._pair = None, ()
        if self._thread is not None:
            self._thread.close()
            self._ending.append(self._thread)
            self._thread = None
        self._ending = [thread for thread in self._ending if not thread.join(0)]

    def close(self) -> None:
        """Let go, and wait for the thread."""
        self.let_go()
        deadline = time.monotonic() + _LONGEST_JOIN_SECONDS
        for thread in self._ending:
            thread.join(max(deadline - time.monotonic(), 0))
        self._ending = []

    def _want(self, moment: int, one: Picture, two: Picture) -> None:
        if self._thread is None:
            self._thread = DifferenceThread(self._made.emit)
        self._number += 1
        size = self._painted_size(one)
        self._wish = DifferenceWish(self._number, moment, one, two, self._gain, size)
        self._thread.want(self._wish)

    def _painted_size(self, picture: Picture) -> tuple[int, int] | None:
        """The size at which a picture is painted, where that is smaller than its own."""
        view = self._view
        painted = view.size_at(view.zoom.scale)
        if painted.isEmpty() or painted.width() >= picture.width:
            return None
        return painted.width(), painted.height()

    def _on_placed(self) -> None:
        wish = self._wish
        if wish is not None and self._painted_size(wish.reference) != wish.size:
            self._want(wish.moment, wish.reference, wish.other)

    def _on_made(self, wish: DifferenceWish, picture: Picture) -> None:
        pair = self._pair
        if wish.number < self._void_before or len(pair) != 2 or pair[0].facts is None:
            return
        # An answer that a later one has overtaken is not shown after it.
        self._void_before = wish.number
        facts = pair[0].facts
        self._view.show_picture(picture, QSize(facts.width, facts.height))
        # By what it was made of: the clock may have other moments by now.
        for clip, made_of in zip(pair, (wish.reference, wish.other), strict=True):
            clip.tell_shown(made_of.index)
        self.shown.emit(wish.moment)
