"""Thumbnails as pictures, decoded off the GUI thread, bounded in bytes."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

_LONGEST_SIDE = 4_096
_MOST_KEYS = 4_000
_JPEG_BEGINS = b"\xff\xd8"


class ThumbnailCache:
    """Remembers the pictures used last, by key, and which jobs have none.

    Args:
        capacity: bytes of pixels at most.
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._pictures: OrderedDict[int, QImage | None] = OrderedDict()
        self._bytes = 0

    @property
    def byte_count(self) -> int:
        """Bytes of pixels that are held now."""
        return self._bytes

    def __contains__(self, key: int) -> bool:
        return key in self._pictures

    def keys(self) -> set[int]:
        """All keys of which something is known."""
        return set(self._pictures)

    def is_without(self, key: int) -> bool:
        """Tell whether a job is known to have no picture."""
        return key in self._pictures and self._pictures[key] is None

    def get(self, key: int) -> QImage | None:
        """Return a picture as the one used last; None if there is none, or none is known."""
        if key not in self._pictures:
            return None
        self._pictures.move_to_end(key)
        return self._pictures[key]

    def put(self, key: int, picture: QImage | None) -> None:
        """Keep a picture, or that there is none."""
        self.forget(key)
        self._pictures[key] = picture
        self._bytes += _size(picture)
        while self._is_too_full():
            self.forget(next(iter(self._pictures)))

    def _is_too_full(self) -> bool:
        too_large = self._bytes > self._capacity and len(self._pictures) > 1
        return too_large or len(self._pictures) > _MOST_KEYS

    def forget(self, key: int) -> None:
        """Have a picture asked for again."""
        if key in self._pictures:
            self._bytes -= _size(self._pictures.pop(key))

    def clear(self) -> None:
        """Forget all."""
        self._pictures.clear()
        self._bytes = 0


def decode_thumbnails(
    keys: Iterable[int], jpegs: Mapping[int, bytes], place: QSize
) -> dict[int, QImage | None]:
    """Decode thumbnails to fit into `place` (pixels); for a worker thread.

    A job without a thumbnail, or with one that cannot be read, gets None.
    """
    return {key: _decode(jpegs[key], place) if key in jpegs else None for key in keys}


def _decode(jpeg: bytes, place: QSize) -> QImage | None:
    if not jpeg.startswith(_JPEG_BEGINS):
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(jpeg))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    size = reader.size()
    if size.isEmpty() or max(size.width(), size.height()) > _LONGEST_SIDE:
        return None
    reader.setScaledSize(fitted_size(size, place))
    picture = reader.read()
    return None if picture.isNull() else picture.convertToFormat(QImage.Format.Format_RGB32)


def fitted_size(size: QSize, place: QSize) -> QSize:
    """The largest size of this shape in `place`, never larger than the picture itself.

    One that misses the place by a rounding error fills it, so that painting it is a copy.
    """
    scale = min(place.width() / size.width(), place.height() / size.height(), 1.0)
    width, height = size.width() * scale, size.height() * scale
    if place.width() - width < 2 and place.height() - height < 2:
        return place
    return QSize(max(round(width), 1), max(round(height), 1))


def _size(picture: QImage | None) -> int:
    return 0 if picture is None else picture.sizeInBytes()
