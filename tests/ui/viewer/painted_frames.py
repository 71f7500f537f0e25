"""What stands on the screen: the burned-in numbers of pictures, read after every paint."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from rushes.ui.viewer.picture import PictureView
from tests.media.clips import BITS, BLOCK

READABLE_PIXELS = 3.0
"""Blocks that are smaller than this on the screen cannot be told apart."""

_SURE_PIXELS = 6.0
_BLACK, _WHITE = 80, 175


@dataclass(frozen=True)
class Numbered:
    """A clip whose pictures carry their number: the size at which the number was drawn.

    It is that of the picture as it stands upright, before oblong pixels are made square.
    """

    width: int = 272
    height: int = 96


USUAL = Numbered()


class WrongPixels(AssertionError):
    """Pixels that belong to no picture with a number."""


def screen_image(window: QWidget) -> QImage:
    """What a window has painted, in pixels of the screen; nothing is painted anew for it.

    A null image where it has painted nothing yet.
    """
    store = window.backingStore()
    device = None if store is None else store.paintDevice()
    return device.copy() if isinstance(device, QImage) else QImage()


def block_places(
    view: PictureView, numbered: Numbered = USUAL, *, last: int = BITS
) -> list[QRect] | None:
    """The middle of each block of the number, in pixels of the window; None where one is unseen.

    Only the `last` bits count.
    """
    area = view.screen_area()
    across = area.width() * BLOCK / numbered.width
    down = area.height() * BLOCK / numbered.height
    # A picture that was made for a smaller place may stand in until its own is there.
    made = 0.0 if view.picture is None else view.picture.width * BLOCK / numbered.width
    if min(across, down, made) < READABLE_PIXELS:
        return None
    seen = _seen_part(view)
    places = []
    for bit in range(BITS - last, BITS):
        middle = QPoint(
            int(area.left() + across * (bit + 0.5)),
            int(area.top() + area.height() - down / 2),
        )
        wide, high = max(int(across / 2), 1), max(int(down / 2), 1)
        place = QRect(middle.x() - wide // 2, middle.y() - high // 2, wide, high)
        if not seen.contains(place):
            return None
        places.append(place)
    return places


def _seen_part(view: PictureView) -> QRect:
    ratio = view.devicePixelRatio()
    corner = view.mapTo(view.window(), QPoint(0, 0))
    inside = QRect(corner, view.size()).intersected(view.window().rect())
    return QRect(
        int(inside.left() * ratio) + 1,
        int(inside.top() * ratio) + 1,
        int(inside.width() * ratio) - 2,
        int(inside.height() * ratio) - 2,
    )


def pixels_of(image: QImage) -> NDArray[np.uint8]:
    """An image as rows × columns × (blue, green, red)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    lines = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    pixels = lines[:, : plain.width() * 4].reshape(plain.height(), plain.width(), 4)
    # The bytes are lent by an image that ends here.
    return pixels[:, :, :3].copy()


def levels(image: QImage, places: list[QRect]) -> list[float]:
    """How bright some places of an image are, from 0 to 255; lines of a grid do not count."""
    pixels = pixels_of(image)
    found = []
    for place in places:
        patch = pixels[
            place.top() : place.top() + place.height(), place.left() : place.left() + place.width()
        ]
        found.append(float(np.median(patch.mean(axis=2))))
    return found


def number_on(
    image: QImage, view: PictureView, numbered: Numbered = USUAL, threshold: float | None = None
) -> int | None:
    """The number in a view's picture, as it stands in an image of its window.

    None where it is too small to be read or lies beyond what is seen. Raises `WrongPixels` when a
    block is neither black nor white; with a `threshold`, what is brighter counts as white.
    """
    places = block_places(view, numbered)
    if places is None or image.isNull():
        return None
    number = 0
    for bit, level in enumerate(found := levels(image, places)):
        unsure = threshold is None and _BLACK < level < _WHITE
        if unsure and places[bit].width() >= _SURE_PIXELS / 2:
            raise WrongPixels(f"no number: {[round(each) for each in found]}")
        number = number << 1 | int(level > (128 if threshold is None else threshold))
    return number


@dataclass(frozen=True)
class Painted:
    """What stood on the screen after one paint.

    Attributes:
        number: as it was read from the pixels; None where it could not be read.
        facts: what was told at that moment, by name.
    """

    number: int | None
    facts: Mapping[str, object]


class PaintedFrames(QObject):
    """Looks at the screen after every paint of a window.

    Args:
        read: reads the number from an image of the window that was painted.
        facts: tells what the program says of itself at that moment.
    """

    def __init__(
        self,
        read: Callable[[QWidget, QImage], int | None],
        facts: Callable[[], Mapping[str, object]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._facts = read, facts
        self._painting = False
        self.painted: list[Painted] = []
        self.faults: list[BaseException] = []

    def watch(self, window: QWidget) -> None:
        """Look at this window from now on."""
        window.removeEventFilter(self)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.UpdateRequest or self._painting:
            return False
        assert isinstance(watched, QWidget)
        self._painting = True
        try:
            watched.event(event)
            self.painted.append(Painted(self._read(watched, screen_image(watched)), self._facts()))
        except BaseException as error:
            # What is raised here would be lost in Qt.
            self.faults.append(error)
        finally:
            self._painting = False
        return True

    def clear(self) -> None:
        """Begin anew."""
        self.painted.clear()

    @property
    def numbers(self) -> list[int]:
        """The numbers that stood on the screen, one after another."""
        seen = (each.number for each in self.painted if each.number is not None)
        return [number for number, _ in groupby(seen)]
