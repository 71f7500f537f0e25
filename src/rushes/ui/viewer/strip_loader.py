"""Fetches the thumbnails of the timeline on a thread of its own."""

import logging
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from rushes.domain.errors import MediaError

_log = logging.getLogger(__name__)

_SETTLE_MILLISECONDS = 250
_LONGEST_JOIN_SECONDS = 5.0


def slot_of(index: int, count: int, frames: int) -> int:
    """Which of `count` equal parts of a clip of `frames` frames the frame at `index` is in."""
    return ((index + 1) * count - 1) // frames


class _Request(threading.Thread):
    """One walk through a clip, until it is through or nobody wants it."""

    def __init__(
        self, loader: "StripLoader", number: int, path: Path, count: int, height: int
    ) -> None:
        super().__init__(name=f"strip {path.name}", daemon=True)
        self.unwanted = threading.Event()
        self._loader, self._number = loader, number
        self._path, self._count, self._height = path, count, height

    def run(self) -> None:
        from rushes.media.thumbnail import strip

        try:
            for picture in strip(self._path, self._count, self._height):
                if self.unwanted.is_set():
                    return
                form = QImage.Format.Format_RGB32
                lent = QImage(picture.pixels, picture.width, picture.height, picture.stride, form)
                self._loader.came.emit(self._number, picture.index, lent.copy())
        except MediaError as error:
            # The Viewer itself tells about a file that cannot be read.
            _log.info("no thumbnails of %s: %s", self._path.name, error.code)
        except Exception:
            _log.exception("thumbnails of %s", self._path.name)


class StripLoader(QObject):
    """Has the pictures of a strip made, a moment after the last change, so that a resize costs one
    walk through the clip and the first picture of a clip none.

    Signals:
        thumbnails_changed: the list of images, None where one is not there yet.
    """

    thumbnails_changed = Signal(list)

    # Number of the request, index of the frame, image; emitted by the thread of the request.
    came = Signal(int, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._frames = 0
        self._shape = (0, 0)
        self._size = (0, 0)
        self._number = 0
        self._loaded: tuple[int, int] | None = None
        self._images: list[QImage | None] = []
        self._threads: list[_Request] = []
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self._load)
        self.came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    def show_clip(self, path: Path, frames: int, shape: tuple[int, int]) -> None:
        """Make the thumbnails of a clip of so many frames; `shape` is its width and height."""
        self.let_go()
        self._path, self._frames, self._shape = path, frames, shape
        self._settle.start()

    def set_size(self, width: int, height: int) -> None:
        """The strip is so many pixels of the screen wide and high."""
        self._size = (width, height)
        if self._path is not None:
            self._settle.start()

    def let_go(self) -> None:
        """Make no more pictures."""
        self._settle.stop()
        self._path = None
        self._loaded = None
        self._images = []
        self._stop()

    def close(self) -> None:
        """Make no more pictures, and wait for the thread."""
        self.let_go()
        deadline = time.monotonic() + _LONGEST_JOIN_SECONDS
        for thread in self._threads:
            thread.join(max(deadline - time.monotonic(), 0))
        self._threads = [thread for thread in self._threads if thread.is_alive()]

    def _stop(self) -> None:
        self._number += 1
        for thread in self._threads:
            thread.unwanted.set()
        self._threads = [thread for thread in self._threads if thread.is_alive()]

    def _load(self) -> None:
        width, height = self._size
        across, down = self._shape
        if self._path is None or not all((width, height, across, down)):
            return
        natural = max(height * across / down, 1.0)
        count = max(1, min(self._frames, -int(-width // natural)))
        if (count, height) == self._loaded:
            return
        self._loaded = (count, height)
        self._stop()
        if len(self._images) != count:
            self._images = [None] * count
        request = _Request(self, self._number, self._path, count, height)
        self._threads.append(request)
        request.start()

    def _on_came(self, number: int, index: int, image: QImage) -> None:
        if number == self._number:
            self._images[slot_of(index, len(self._images), self._frames)] = image
            self.thumbnails_changed.emit(list(self._images))
