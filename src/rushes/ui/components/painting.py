"""Shapes that several components draw: crisp outlines, rounded fills, text in a box."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLineEdit

from rushes.ui.components.long_texts import shown_part

Align = Qt.AlignmentFlag


def paint_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    line: QColor | None = None,
    line_width: float = 1.0,
    dashes: tuple[float, ...] = (),
) -> None:
    """Paint a rounded box; its outline lies inside `rect`, so that it stays crisp."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    has_line = line is not None and line.alpha() > 0 and line_width > 0
    if fill is not None and fill.alpha() > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        # Under an outline the fill ends at its middle, so that it does not show around it.
        inset = line_width / 2 if has_line else 0.0
        inner = rect.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inner, max(radius - inset, 0), max(radius - inset, 0))
    if has_line and line is not None:
        pen = QPen(line, line_width)
        if dashes:
            pen.setDashPattern([length / line_width for length in dashes])
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = line_width / 2
        inner = rect.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inner, max(radius - half, 0), max(radius - half, 0))


_LONGEST_LINE = 2_000
"""Characters; one line of a screen holds far fewer."""


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = Align.AlignLeft,
    *,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> float:
    """Paint one line of plain text, centred up and down, shortened to fit; returns its width.

    `align` is left, right or centre as it is seen: mirror it before for right to left.
    """
    metrics = QFontMetricsF(font)
    text = shown_part(text, _LONGEST_LINE)
    width = metrics.horizontalAdvance(text)
    if width > rect.width() + 0.5:
        text = metrics.elidedText(text, elide, rect.width())
        width = metrics.horizontalAdvance(text)
    if align & Align.AlignHCenter:
        x = rect.x() + (rect.width() - width) / 2
    elif align & Align.AlignRight:
        x = rect.right() - width
    else:
        x = rect.x()
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(x, baseline(rect, metrics)), text)
    return width


def baseline(rect: QRectF, metrics: QFontMetricsF) -> float:
    """Where a line of text stands so that its capitals are in the middle of `rect`.

    The line is put on whole pixels, so that letters of neighbouring widgets agree.
    """
    return float(round(rect.center().y() + metrics.capHeight() / 2))


def place_line_edit(edit: QLineEdit, left: int, width: int, height: int) -> None:
    """Put a frameless line edit into a control of this height, its text in the middle of it.

    Qt centres the letters' box, painting here centres capitals: both shall agree to the pixel.
    """
    metrics = edit.fontMetrics()
    inner = height - 2
    its_own = (inner - metrics.height() + 1) // 2 + metrics.ascent()
    wanted = baseline(QRectF(0, 0, width, height), QFontMetricsF(edit.font()))
    edit.setGeometry(left, int(wanted) - its_own, width, inner)


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """A colour on the way from one to the other; transparent ones fade in their partner's tone."""
    if share <= 0:
        return first
    if share >= 1:
        return second
    near = second if first.alpha() == 0 else first
    far = first if second.alpha() == 0 else second
    return QColor.fromRgbF(
        near.redF() + (far.redF() - near.redF()) * share,
        near.greenF() + (far.greenF() - near.greenF()) * share,
        near.blueF() + (far.blueF() - near.blueF()) * share,
        first.alphaF() + (second.alphaF() - first.alphaF()) * share,
    )


def mirrored_rect(rect: QRectF, outer: QRectF, mirrored: bool) -> QRectF:
    """`rect` as it lies in `outer`, or its mirror image there for right to left."""
    if not mirrored:
        return rect
    left = outer.left() + outer.right() - rect.right()
    return QRectF(left, rect.y(), rect.width(), rect.height())
