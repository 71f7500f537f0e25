"""Whether what stands on the screen is true: pixels, words, and what the program says itself."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from rushes.ui.compare.kinds import CompareKind
from rushes.ui.viewer.picture import PictureView
from tests.media.clips import BITS
from tests.monkey.viewer_window import ViewerWindow
from tests.ui.viewer.painted_frames import Numbered, block_places, levels, pixels_of, screen_image

if TYPE_CHECKING:
    from rushes.ui.compare.comparison import Comparison
    from rushes.ui.viewer.shown_clip import ShownClip

_UNSURE = 45.0
"""So far from its level a block may be that is looked at through glass."""

_SMALLEST = 6
"""Blocks narrower than this are blurred by the neighbours when they are made smaller."""

_ROUNDING = 32
_LOOKS = 3

Seen = tuple["ShownClip", PictureView, Numbered]


class Truth:
    """Judges one Viewer.

    Attributes:
        read: how many pictures were read from pixels.
        unread: how many could not be: too small, beyond the view, or covered.
        shot: the window as it was when the first picture was wrong.
    """

    def __init__(self, viewer: ViewerWindow) -> None:
        self._viewer = viewer
        self.read = 0
        self.unread = 0
        self.shot: QImage | None = None

    def at_paint(self, window: QWidget, image: QImage) -> Iterator[str]:
        """What is wrong in a window that was just painted."""
        for fault in self._wrong_pictures(window, image):
            self.shot = self.shot or image
            yield f"as it was painted: {fault}"
        yield from self._wrong_words()

    def at_rest(self) -> Iterator[str]:
        """What is wrong now that nothing moves."""
        stage = self._viewer.panel.stage
        window = stage.area.window()
        if not stage.area.isVisible():
            return
        before = self.unread
        yield from self._looked_at(window)
        if self.unread > before and self._is_enlarged():
            yield from self._looked_at_whole()
        yield from self._wrong_words()
        yield from self._wrong_playhead()
        yield from self._stale_pixels()

    def _looked_at(self, window: QWidget) -> list[str]:
        """What is wrong with the pictures of a window that nothing changes any more."""
        faults: list[str] = []
        for _ in range(_LOOKS):
            image = screen_image(window)
            faults = list(self._wrong_pictures(window, image))
            if not faults:
                return []
            # Something may still have been about to be painted.
            QTest.qWait(60)
        self.shot = self.shot or image
        return faults

    def _wrong_pictures(self, window: QWidget, image: QImage) -> Iterator[str]:
        if image.isNull():
            return
        seen: list[Seen] = [
            (clip, view, numbered)
            for clip, view, numbered in self._viewer.shown_clips()
            if numbered is not None and view.picture is not None and view.window() is window
        ]
        comparison = self._viewer.panel.comparing.comparison
        if comparison is None or not comparison.is_open or not comparison.sight.kind.is_of_two:
            for each in seen:
                yield from self._wrong_bits(image, each, QRect())
        elif len(seen) == len(self._pair(comparison)):
            yield from self._wrong_pair(image, comparison, seen)

    @staticmethod
    def _pair(comparison: "Comparison") -> list[PictureView]:
        pair = comparison.board.pair
        return [view for view in (pair.reference, pair.other) if view.isVisible()]

    def _wrong_pair(
        self, image: QImage, comparison: "Comparison", seen: list[Seen]
    ) -> Iterator[str]:
        if comparison.sight.kind is CompareKind.WIPE:
            for each in seen:
                yield from self._wrong_bits(image, each, self._covered(comparison, each[1]))
        elif comparison.sight.kind is CompareKind.OVERLAY and len(seen) == 2:
            yield from self._wrong_overlay(image, comparison, seen)
        elif comparison.sight.kind is CompareKind.DIFFERENCE:
            yield from self._wrong_difference(image, comparison)

    @staticmethod
    def _covered(comparison: "Comparison", view: PictureView) -> QRect:
        """The part of a view, in pixels of the window, where the other one of a wipe is seen."""
        pair = comparison.board.pair
        ratio = view.devicePixelRatio()
        corner = view.mapTo(view.window(), QPoint(0, 0)) * ratio
        whole = QRect(corner, view.size() * ratio)
        half = pair.other.half(whole)
        if view is pair.reference:
            return half.adjusted(-2, -2, 2, 2)
        if half.width() < whole.width():
            return QRect(whole.left(), whole.top(), half.left() - whole.left() + 3, whole.height())
        return QRect(whole.left(), whole.top(), whole.width(), half.top() - whole.top() + 3)

    def _wrong_bits(self, image: QImage, seen: Seen, covered: QRect) -> Iterator[str]:
        clip, view, numbered = seen
        places = block_places(view, numbered)
        if places is None or clip.shown is None or _is_laid_over(view, places):
            self.unread += 1
            return
        if not all(image.rect().contains(place) for place in places):
            yield f"{view!r} lies beyond what its window has painted"
            return
        wanted = clip.shown + 1
        found = levels(image, places)
        number, compared = 0, 0
        for bit, (place, level) in enumerate(zip(places, found, strict=True)):
            value = 1 << (BITS - 1 - bit)
            if place.intersects(covered):
                number |= wanted & value
                continue
            compared += 1
            number |= value if level > 128 else 0
        self.read += compared > 0
        if number != wanted:
            told = [round(level) for level in found]
            name, picture = self._viewer.name_of(clip), view.picture
            given = "none" if picture is None else f"that of index {picture.index}"
            yield (
                f"the pixels of {name} are of frame {number}, not {wanted}; the picture given is "
                f"{given}, due is {self._viewer.panel.playback.due}; {told}"
            )

    def _wrong_overlay(
        self, image: QImage, comparison: "Comparison", seen: list[Seen]
    ) -> Iterator[str]:
        if seen[0][1] is comparison.board.pair.other:
            seen = seen[::-1]
        (one, view, numbered), (two, other, also) = seen
        places = block_places(view, numbered)
        same = numbered == also and view.screen_area() == other.screen_area()
        if places is None or not same or places[0].width() < _SMALLEST / 2:
            self.unread += 1
            return
        if one.shown is None or two.shown is None or _is_laid_over(other, places):
            return
        self.read += 1
        opacity = comparison.board.bar.opacity.value() / 100
        for bit, level in enumerate(levels(image, places)):
            below, above = (number + 1 >> (BITS - 1 - bit) & 1 for number in (one.shown, two.shown))
            wanted = 255 * (below * (1 - opacity) + above * opacity)
            if abs(wanted - level) > _UNSURE:
                yield f"overlaid frames {one.shown + 1} and {two.shown + 1}: {level} at bit {bit}"
                return

    def _wrong_difference(self, image: QImage, comparison: "Comparison") -> Iterator[str]:
        view = comparison.board.pair.reference
        two = [
            (clip, self._viewer.numbered.get(take.path))
            for clip, take in zip(comparison.group.clips, comparison.takes, strict=True)
            if clip.view in (view, comparison.board.pair.other)
        ]
        if len(two) != 2 or view.picture is None:
            return
        (one, numbered), (other, also) = two
        places = None if numbered is None else block_places(view, numbered)
        if places is None or numbered != also or places[0].width() < _SMALLEST / 2:
            self.unread += 1
            return
        if one.shown is None or other.shown is None or one.facts is None or other.facts is None:
            return
        same = (one.facts.width, one.facts.height) == (other.facts.width, other.facts.height)
        if not same or _is_laid_over(view, places):
            return
        self.read += 1
        wanted = (one.shown + 1) ^ (other.shown + 1)
        number = 0
        found = levels(image, places)
        for level in found:
            number = number << 1 | (level > 190)
        if number != wanted:
            told = [round(level) for level in found]
            numbers = f"{one.shown + 1} and {other.shown + 1}"
            yield f"the difference of frames {numbers} is {number:b}, not {wanted:b}: {told}"

    def _is_enlarged(self) -> bool:
        seen = self._viewer.shown_clips()
        return bool(seen) and not seen[0][1].zoom.is_fit

    def _looked_at_whole(self) -> Iterator[str]:
        """Fit the picture for a moment: the number lay beyond the view."""
        zoom = self._viewer.panel.stage.picture.zoom
        scale, centre = zoom.scale, zoom.centre
        zoom.fit()
        QTest.qWait(30)
        yield from self._looked_at(self._viewer.panel.stage.area.window())
        if scale is not None:
            zoom.set_scale(scale, centre)
        QTest.qWait(30)

    def _wrong_words(self) -> Iterator[str]:
        """Whether the transport, and the captions where there are any, tell what is shown."""
        panel, told = self._viewer.panel, self._viewer.told_number()
        comparison = panel.comparing.comparison
        if comparison is None or not comparison.is_open:
            index = panel.current_index
            if index >= 0 and told is not None and told != index + 1:
                yield f"frame {told} is told while frame {index + 1} is shown"
            return
        clips = comparison.group.clips
        shown = clips[comparison.chosen].shown
        if shown is None or comparison.hides_names:
            return
        if told is not None and told != shown + 1:
            yield f"frame {told} is told while the chosen clip shows {shown + 1}"
        captions = [(place, cell.caption) for place, cell in enumerate(comparison.board.cells)]
        captions += zip(comparison.sight.pair or (), comparison.board.pair.captions, strict=False)
        for place, caption in captions:
            shown, number = clips[place].shown, self._viewer.number_in_words(caption.words())
            if caption.isVisible() and None not in (shown, number) and number != (shown or 0) + 1:
                yield f"a caption of clip {place} tells {number} while {(shown or 0) + 1} is shown"

    def _wrong_playhead(self) -> Iterator[str]:
        panel, told = self._viewer.panel, self._viewer.told_number()
        timeline, index = panel.stage.timeline, panel.current_index
        if panel.is_comparing or index < 0 or told is None or not panel.stage.isVisible():
            return
        if timeline.value() != index + 1:
            yield f"the timeline tells {timeline.value()} while frame {index + 1} is shown"

    def _stale_pixels(self) -> Iterator[str]:
        """Whether all of every picture's place was painted when it had to be."""
        for view in self._viewer.panel.stage.area.findChildren(PictureView):
            if not view.isVisible():
                continue
            for _ in range(_LOOKS):
                window, ratio = view.window(), view.devicePixelRatio()
                place = QRect(view.mapTo(window, QPoint(0, 0)) * ratio, view.size() * ratio)
                fresh = window.grab().toImage().copy(place)
                where = different_part(screen_image(window).copy(place), fresh)
                if where.isEmpty():
                    break
                # Something may still have been about to be painted.
                QTest.qWait(60)
            else:
                yield f"{where} of {view!r} was not painted anew"


def _is_laid_over(view: PictureView, places: list[QRect]) -> bool:
    """Whether something that lies in a view covers one of some places, in pixels of the window.

    Of two views in one place, either may hold the information about the frame.
    """
    ratio = view.devicePixelRatio()
    for child in [
        *view.findChildren(QWidget),
        *view.window().findChildren(QWidget, "information"),
    ]:
        corner = child.mapTo(view.window(), QPoint(0, 0)) * ratio
        over = QRect(corner, child.size() * ratio)
        if child.isVisible() and any(over.intersects(place) for place in places):
            return True
    return False


def different_part(one: QImage, two: QImage) -> QRect:
    """The smallest part of two images beyond which they are alike; all, where sizes differ.

    A picture that is scaled part by part is rounded otherwise than the same one as a whole.
    """
    if one.size() != two.size():
        return QRect(QPoint(0, 0), one.size().expandedTo(two.size()))
    levels_apart = pixels_of(one).astype(np.int16) - pixels_of(two)
    unlike = (abs(levels_apart) > _ROUNDING).any(axis=2)
    rows, columns = unlike.any(axis=1).nonzero()[0], unlike.any(axis=0).nonzero()[0]
    if not rows.size:
        return QRect()
    corner = QPoint(int(columns[0]), int(rows[0]))
    return QRect(corner, QPoint(int(columns[-1]), int(rows[-1])))
