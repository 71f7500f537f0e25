"""Run by `test_screen_scales.py` in a process of its own: is every pixel where it belongs?

The environment's QT_SCALE_FACTOR is taken when the application starts. Prints one line for each
picture that was compared, pixel by pixel, with what must be there.
"""

import math
import sys

import numpy as np
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from rushes.media.picture import Picture, Quality
from rushes.ui.viewer.picture import PictureView

CORNER = (11, 7)
SIZE = (483, 291)


def main() -> int:
    """Compare at every scale; returns how many pictures were wrong."""
    application = QApplication.instance() or QApplication([])
    window = QWidget()
    window.resize(507, 311)
    view = PictureView(window)
    view.setGeometry(*CORNER, *SIZE)
    window.show()
    view.measure()
    wrong = 0
    for scale in (None, 0.5, 1.0, 2.0, 3.0, 7.0, 24.0):
        for centre in ((0.5, 0.5), (0.123, 0.777)):
            if scale is None:
                view.zoom.fit()
            else:
                view.zoom.set_scale(scale, centre)
            name = f"{view.devicePixelRatio()} {scale} {centre}"
            exact = _compare(window, view, scale)
            print(name, "exact" if exact else "WRONG")
            wrong += not exact
    kept = _pointer_is_kept(view)
    print("pointer", "kept" if kept else "LOST")
    window.close()
    application.quit()
    return wrong + (not kept)


def _compare(window: QWidget, view: PictureView, scale: float | None) -> bool:
    view.zoom.set_shows_grid(False)
    shape = QSize(640, 360)
    view.show_picture(_noise(640, 360)[0], shape)
    size = shape if scale is not None and scale >= 1 else view.screen_area().size()
    picture, pixels = _noise(size.width(), size.height())
    view.show_picture(picture, shape)
    area, ratio = view.screen_area(), view.devicePixelRatio()
    found = _grabbed(window)
    # The pixels of the screen that lie within the view as wholes.
    left = max(math.ceil(CORNER[0] * ratio), area.left())
    top = max(math.ceil(CORNER[1] * ratio), area.top())
    right = min(math.floor((CORNER[0] + SIZE[0]) * ratio), area.right() + 1)
    bottom = min(math.floor((CORNER[1] + SIZE[1]) * ratio), area.bottom() + 1)
    columns = (np.arange(left, right) - area.left()) * size.width() // area.width()
    rows = (np.arange(top, bottom) - area.top()) * size.height() // area.height()
    seen = found[top:bottom, left:right]
    return seen.size > 0 and np.array_equal(seen, pixels[np.ix_(rows, columns)][..., :3])


def _pointer_is_kept(view: PictureView) -> bool:
    """Whether the pixel under the pointer stays there through all whole scales."""
    view.zoom.set_scale(1.0, (0.4, 0.6))
    for place in (QPointF(160, 100), QPointF(333.4, 201.8)):
        found = set()
        for scale in (1.0, 2.0, 5.0, 32.0, 3.0, 1.0):
            view.zoom_at(place, scale)
            there, area = view.screen_place(place), view.screen_area()
            found.add((
                math.floor((math.floor(there.x()) + 0.5 - area.left()) / scale),
                math.floor((math.floor(there.y()) + 0.5 - area.top()) / scale),
            ))  # fmt: skip
        if len(found) != 1:
            return False
    return True


def _noise(width: int, height: int) -> tuple[Picture, np.ndarray]:
    pixels = np.random.default_rng(7).integers(0, 256, (height, width, 4), dtype=np.uint8)
    pixels[..., 3] = 255
    lent = memoryview(pixels.reshape(-1)).toreadonly()
    return Picture(0, width, height, width * 4, lent, False, Quality.FINE), pixels


def _grabbed(window: QWidget) -> np.ndarray:
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return lines[:, : image.width() * 4].reshape(image.height(), image.width(), 4)[..., :3].copy()


if __name__ == "__main__":
    sys.exit(main())
