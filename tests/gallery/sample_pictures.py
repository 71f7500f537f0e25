"""Small painted pictures that stand for clips in the gallery."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath

_SKIES = {
    "dawn": ("#27406b", "#d8926a", "#f4d9a4"),
    "dusk": ("#241a3f", "#8d3f63", "#e8875a"),
    "night": ("#070b1a", "#123047", "#2f7d6b"),
    "storm": ("#1b252c", "#4b5d66", "#93a3a6"),
}


@cache
def picture(mood: str = "dawn", width: int = 480, height: int = 270) -> QImage:
    """A hill, a sun and a lake under one of four skies."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sky = QLinearGradient(0, 0, 0, height * 0.7)
    for index, color in enumerate(_SKIES[mood]):
        sky.setColorAt(index / 2, QColor(color))
    painter.fillRect(image.rect(), QBrush(sky))
    painter.setPen(Qt.PenStyle.NoPen)
    glow = QColor(255, 244, 214, 210)
    painter.setBrush(glow)
    radius = height * 0.09
    painter.drawEllipse(QPointF(width * 0.64, height * 0.42), radius, radius)
    for share, shade in ((0.52, 70), (0.6, 45), (0.68, 26)):
        hill = QPainterPath(QPointF(0, height))
        hill.lineTo(0, height * share)
        hill.cubicTo(
            width * 0.3,
            height * (share - 0.2),
            width * 0.5,
            height * (share + 0.16),
            width,
            height * (share - 0.05),
        )
        hill.lineTo(width, height)
        painter.setBrush(QColor(shade, shade + 6, shade + 12))
        painter.drawPath(hill)
    painter.fillRect(QRectF(0, height * 0.82, width, height), QColor(12, 16, 22, 190))
    painter.end()
    return image
