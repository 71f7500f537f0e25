"""A picture that goes to the service as it is, rather than as an address: small, with its name."""

import base64
import binascii
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.engine.local_files import local_path
from rushes.ui.components.painting import mirrored_rect, paint_box, paint_text
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.job_faces.measures import received_text
from rushes.ui.ordered_work import OrderedWork
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_HEIGHT = 44
_PICTURE = (64, 36)
_SHARPEST = 3
"""Pixels of the picture for each pixel at 100 %, enough for every screen and text size."""

_MEDIA_LINK = "data:"


def shows_as_picture(link: str) -> bool:
    """Tell whether a link stands for a picture rather than for an address to read."""
    return link.startswith(_MEDIA_LINK) or local_path(link) is not None


@dataclass(frozen=True, slots=True)
class SmallPicture:
    """What was found behind a link.

    Attributes:
        image: a small picture; None where there is none to be had.
        width, height: of the whole picture, in pixels.
        nbytes: how large it is as it is sent.
    """

    image: QImage | None
    width: int = 0
    height: int = 0
    nbytes: int = 0


def read_small(link: str) -> SmallPicture:
    """Read what a link holds or names, small; blocks."""
    try:
        path = local_path(link)
        data = path.read_bytes() if path is not None else _written_out(link)
    except (OSError, ValueError):
        return SmallPicture(None)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    room = QSize(*_PICTURE) * _SHARPEST
    reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return SmallPicture(None)
    return SmallPicture(image, size.width(), size.height(), len(data))


def _written_out(link: str) -> bytes:
    head, comma, body = link.partition(",")
    if not comma or not head.endswith(";base64"):
        raise ValueError(head)
    try:
        return base64.b64decode(body, validate=True)
    except binascii.Error as error:
        raise ValueError(head) from error


class KeptPicture(QWidget):
    """Shows the picture behind a link as soon as it was read, which happens on a thread.

    Attributes:
        link: the link.
    """

    _read = Signal(object)

    def __init__(self, link: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = link
        self._title = name
        self._found: SmallPicture | None = None
        self._refused = False
        path = local_path(link)
        self._file_name = path.name if path is not None else self.tr("Picture")
        set_tool_tip(self, str(path) if path is not None else "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        self._tell()
        OrderedWork().add(self._read_now)

    def set_refused(self, refused: bool) -> None:
        """Show that it cannot be sent."""
        self._refused = refused
        self.update()

    def words(self) -> tuple[str, str]:
        """Its name, and what it is."""
        found = self._found
        if found is None:
            return self._file_name, ""
        if found.image is None:
            return self._file_name, self.tr("Not there any more")
        size = f"{found.width} × {found.height}"
        return self._file_name, f"{size} · {received_text(found.nbytes, None)}"

    def _read_now(self) -> None:
        found = read_small(self.link)
        try:
            self._read.emit(found)
        except RuntimeError:
            # The link was taken away meanwhile, and this widget with it.
            return

    def _on_read(self, found: SmallPicture) -> None:
        self._found = found
        self._tell()
        self.update()

    def _tell(self) -> None:
        self.setAccessibleName(", ".join(part for part in (self._title, *self.words()) if part))

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(200), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(120), theme.px(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        px, color = theme.px, theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        line = color(Role.BAD if self._refused else Role.RIM)
        paint_box(painter, area, Radius.CONTROL, color(Role.WELL), line)
        width, height = (px(side) for side in _PICTURE)
        box = QRectF(area.left() + px(4), area.center().y() - height / 2, width, height)
        self._paint_picture(painter, mirrored_rect(box, area, mirrored))
        left = box.right() + px(8)
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        name, rest = self.words()
        room = area.right() - px(8) - left
        lost = self._found is not None and self._found.image is None
        rows = (
            (name, TextStyle.CONTROL, Role.TEXT, px(5)),
            (rest, TextStyle.CAPTION, Role.BAD if lost else Role.MUTED, px(23)),
        )
        for text, style, role, top in rows:
            row = QRectF(left, area.top() + top, room, px(18))
            placed = mirrored_rect(row, area, mirrored)
            paint_text(painter, placed, text, theme.font(style), color(role), align)

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        theme = current_theme()
        paint_box(painter, box, Radius.SMALL, theme.color(Role.RAISED))
        image = None if self._found is None else self._found.image
        if image is None:
            side = theme.px(14)
            place = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            sign = "camera" if self._found is None else "warn"
            role = Role.MUTED if self._found is None else Role.BAD
            paint_icon(painter, sign, place, theme.color(role))
            return
        size = image.size().scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left = box.center().x() - size.width() / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, box.top(), size.width(), size.height()), image)
