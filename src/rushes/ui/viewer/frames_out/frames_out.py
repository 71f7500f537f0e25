"""Saves, copies and keeps the frame that is on the screen."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QImage

from rushes.domain.error_words import words_for
from rushes.domain.errors import RushesError
from rushes.media.frame_export import frame_name, frame_png
from rushes.media.whole_new_file import write_new_file
from rushes.ui.ordered_work import OrderedWork
from rushes.ui.translation import translated_words
from rushes.ui.viewer.frames_out.pictures_folder import folder_words, pictures_folder
from rushes.ui.viewer.frames_out.shown_frame import ShownFrame

_log = logging.getLogger(__name__)

_PNG = "image/png"
_LONGEST_END_SECONDS = 10.0

Meant = Callable[[], ShownFrame | None]
"""Gives the frame that is meant now, or None while there is none."""


class FramesOut(QObject):
    """Takes the frame that is meant, at its full size and with all care, on a thread of its own.

    Each picture is decoded anew from its file under its own index, so that what is written is the
    frame that was on the screen when it was asked for, whatever is shown meanwhile. What is asked
    for quickly in a row is all done, in that order.

    Attributes:
        meant: gives the frame that is meant; another one may be put here for as long as it holds.
        folder: gives the folder for saved frames.

    Signals:
        told: (words, words of an act or "", the act or None): what was done, or why not.
        show_requested: `Path` of a picture that a person wants to see in its folder.
        kept: (`ShownFrame`, `Path`, purpose): a frame lies in the folder where it was to be kept.
    """

    told = Signal(str, str, object)
    show_requested = Signal(object)
    kept = Signal(object, object, object)

    # The worker thread emits these; the slots run on the GUI thread.
    _saved = Signal(object, object, object)
    _copied = Signal(object, object, object)
    _kept = Signal(object, object, object)
    _failed = Signal(object)

    def __init__(self, meant: Meant, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.meant = meant
        self.folder: Callable[[], Path] = pictures_folder
        self._work = OrderedWork()
        self._on_clipboard: QMimeData | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self._saved.connect(self._on_saved, queued)
        self._copied.connect(self._on_copied, queued)
        self._kept.connect(self.kept, queued)
        self._failed.connect(self._on_failed, queued)

    def save(self) -> None:
        """Write the frame into the folder for pictures."""
        frame = self.meant()
        if frame is not None:
            folder = self.folder()
            self._start(partial(self._write, frame, folder, frame.file_name, self._saved, None))

    def copy(self) -> None:
        """Put the frame on the clipboard."""
        frame = self.meant()
        if frame is not None:
            self._start(partial(self._make_copy, frame))

    def keep(self, folder: Path, purpose: object) -> None:
        """Write the frame into a folder of Rushes' own; `kept` tells where, and the purpose."""
        frame = self.meant()
        if frame is not None:
            name = frame_name(frame.path.stem, frame.index, frame.frames)
            self._start(partial(self._write, frame, folder, name, self._kept, purpose))

    def close(self) -> None:
        """Wait until what was asked for is written; for the end of the window."""
        self._leave_clipboard()
        if not self._work.finish(_LONGEST_END_SECONDS):
            _log.warning("a picture is still being written")

    def _start(self, work: Callable[[], None]) -> None:
        self._work.add(partial(self._guarded, work))

    # What follows runs on the worker thread.

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except RushesError as error:
            _log.info("a frame cannot go out: %s", error)
            self._failed.emit(error)
        except Exception:
            self._failed.emit(RushesError())
            raise

    def _write(
        self, frame: ShownFrame, folder: Path, name: str, done: SignalInstance, purpose: object
    ) -> None:
        path = write_new_file(folder, name, frame_png(frame.path, frame.index))
        done.emit(frame, path, purpose)

    def _make_copy(self, frame: ShownFrame) -> None:
        png = frame_png(frame.path, frame.index)
        self._copied.emit(frame, QImage.fromData(png), png)

    # What follows runs on the GUI thread.

    def _on_saved(self, frame: ShownFrame, path: Path, _purpose: object) -> None:
        words = self.tr("Frame %1 saved to %2")
        words = words.replace("%1", frame.number).replace("%2", folder_words(path.parent))
        self.told.emit(words, self.tr("Show"), partial(self.show_requested.emit, path))

    def _on_copied(self, frame: ShownFrame, image: QImage, png: bytes) -> None:
        content = QMimeData()
        # Programs that take a PNG get the very bytes; the others a picture of Qt's making.
        content.setData(_PNG, png)
        content.setImageData(image)
        QGuiApplication.clipboard().setMimeData(content)
        self._on_clipboard = content
        self.told.emit(self.tr("Frame %1 copied").replace("%1", frame.number), "", None)

    def _leave_clipboard(self) -> None:
        """Leave the copied picture to Qt alone, which may let it go after Python has ended."""
        content, self._on_clipboard = self._on_clipboard, None
        clipboard = QGuiApplication.clipboard()
        # Not every platform tells who owns the clipboard.
        if content is not None and clipboard.mimeData() is content:
            clipboard.setImage(clipboard.image())

    def _on_failed(self, error: RushesError) -> None:
        self.told.emit(translated_words(words_for(error)).sentence, "", None)
