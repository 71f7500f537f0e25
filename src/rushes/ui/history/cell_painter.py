"""Paints the cards of the history grid, and lets one state fade into the next."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPixmap

from rushes.ui.components.card_face import CardFace, CardLook
from rushes.ui.components.card_painter import PADDING, paint_card, picture_size
from rushes.ui.components.motion import OPENING_MILLISECONDS
from rushes.ui.job_faces.titles import JobTitle
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_REMEMBERED = 160


@dataclass(frozen=True, slots=True)
class Cell:
    """A card to paint.

    Attributes:
        key: key of its job.
        face: what it shows, or None while the job is on its way.
        title: its title in two parts.
        picture: its thumbnail.
        look: whether it is chosen, visited, under the pointer.
        with_foot: whether the lines under the picture are painted as well.
    """

    key: int
    face: CardFace | None
    title: JobTitle | None
    picture: QImage | None
    look: CardLook
    with_foot: bool = True


@dataclass(slots=True)
class _Fade:
    before: QPixmap
    begun: float


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a card showed last, and from what it was made."""

    face: CardFace
    picture: QImage | None
    width: int
    complete: CardFace

    def is_of(self, face: CardFace, picture: QImage | None, width: int) -> bool:
        return self.face is face and self.picture is picture and self.width == width


class CellPainter:
    """Paints cards one by one, and remembers what each showed last.

    Args:
        seconds: a clock for fades, in seconds.
    """

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._shown: dict[int, _Shown] = {}
        self._fades: dict[int, _Fade] = {}

    def paint(self, painter: QPainter, place: QRect, cell: Cell, *, mirrored: bool) -> bool:
        """Paint a card; return whether something on it moves."""
        if cell.face is None:
            paint_placeholder(painter, place)
            return False
        face = self._note(painter, cell, cell.face, place)
        moves = paint_card(
            painter,
            QRectF(place),
            face,
            cell.look,
            mirrored=mirrored,
            with_foot=cell.with_foot,
        )
        return self._paint_fade(painter, cell.key, place) or moves

    def forget(self) -> None:
        """The list is another one, or looks another way: nothing fades."""
        self._shown.clear()
        self._fades.clear()

    def _note(self, painter: QPainter, cell: Cell, face: CardFace, place: QRect) -> CardFace:
        """Remember what a card shows, and begin a fade where its state is another one."""
        before = self._shown.pop(cell.key, None)
        if before is None or not before.is_of(face, cell.picture, place.width()):
            complete = _complete(cell, face, place.width())
            shown = _Shown(face, cell.picture, place.width(), complete)
        else:
            shown = before
        self._shown[cell.key] = shown
        if len(self._shown) > _REMEMBERED:
            del self._shown[next(iter(self._shown))]
        changed = before is not None and _state_icon(before.face) != _state_icon(face)
        if before is not None and changed and not current_theme().reduced_motion:
            drawn = self._drawn(painter, before.complete, place)
            self._fades[cell.key] = _Fade(drawn, self._seconds())
        return shown.complete

    def _drawn(self, painter: QPainter, face: CardFace, place: QRect) -> QPixmap:
        """The place of a card's picture as it was, as an image."""
        ratio = painter.device().devicePixelRatio()
        size = picture_size(place.width())
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        copier = QPainter(pixmap)
        card = QRectF(-PADDING, -PADDING, place.width(), place.height())
        paint_card(copier, card, face, CardLook())
        copier.end()
        return pixmap

    def _paint_fade(self, painter: QPainter, key: int, place: QRect) -> bool:
        fade = self._fades.get(key)
        if fade is None:
            return False
        done = (self._seconds() - fade.begun) * 1000 / OPENING_MILLISECONDS
        if done >= 1:
            del self._fades[key]
            return False
        painter.save()
        painter.setOpacity(1 - done)
        painter.drawPixmap(place.topLeft() + QPoint(PADDING, PADDING), fade.before)
        painter.restore()
        return True


def paint_placeholder(painter: QPainter, place: QRect) -> None:
    """Paint what stands for a card whose job is on its way."""
    corner = place.topLeft() + QPoint(PADDING, PADDING)
    painter.fillRect(QRect(corner, picture_size(place.width())), current_theme().color(Role.BED))


def _state_icon(face: CardFace) -> str:
    return "" if face.state is None else face.state.icon


def _complete(cell: Cell, face: CardFace, width: int) -> CardFace:
    """Add the picture, and shorten the name so that the take stays readable."""
    text, title = face.title, cell.title
    if title is not None and title.take:
        room = picture_size(width).width() - 4
        metrics = QFontMetricsF(current_theme().font(TextStyle.CAPTION))
        if metrics.horizontalAdvance(text) > room:
            left = room - metrics.horizontalAdvance(title.take)
            text = metrics.elidedText(title.name, Qt.TextElideMode.ElideRight, left) + title.take
    return dataclasses.replace(face, title=text, picture=cell.picture)
