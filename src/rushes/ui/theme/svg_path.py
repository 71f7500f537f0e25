"""SVG path data as a QPainterPath, so that icons stay sharp at every scale.

All commands of the SVG path grammar but the smooth ones for quadratic curves are read: M L H V
C S Q A Z, absolute and relative. Source: SVG 2, chapter 9.
"""

import math
import re

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


def _tokens(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", text)


def parse_path(text: str) -> QPainterPath:
    """Read SVG path data.

    Raises ValueError for a command that is not known, or one with too few numbers.
    """
    tokens = _tokens(text)
    path = QPainterPath()
    path.setFillRule(path.fillRule().WindingFill)
    start = here = QPointF(0, 0)
    control: QPointF | None = None
    at = 0
    command = ""
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
        elif command in ("", "Z", "z"):
            raise ValueError(f"a number where a path command belongs: {tokens[at]!r}")
        count = _ARGUMENTS.get(command.upper())
        if count is None:
            raise ValueError(f"the path command {command!r} is not known")
        try:
            numbers = [float(token) for token in tokens[at : at + count]]
        except ValueError as error:
            raise ValueError(f"too few numbers after {command!r}") from error
        if len(numbers) < count:
            raise ValueError(f"too few numbers after {command!r}")
        at += count
        origin = here if command.islower() else QPointF(0, 0)
        kind = command.upper()
        points = _points(kind, numbers, origin)
        next_control: QPointF | None = None
        if kind == "M":
            here = start = points[0]
            path.moveTo(here)
            # Further pairs after a move are lines.
            command = "l" if command == "m" else "L"
        elif kind == "L":
            here = points[0]
            path.lineTo(here)
        elif kind == "H":
            here = QPointF(origin.x() + numbers[0], here.y())
            path.lineTo(here)
        elif kind == "V":
            here = QPointF(here.x(), origin.y() + numbers[0])
            path.lineTo(here)
        elif kind == "C":
            path.cubicTo(points[0], points[1], points[2])
            next_control, here = points[1], points[2]
        elif kind == "S":
            first = here if control is None else here * 2 - control
            path.cubicTo(first, points[0], points[1])
            next_control, here = points[0], points[1]
        elif kind == "Q":
            path.quadTo(points[0], points[1])
            here = points[1]
        elif kind == "A":
            end = QPointF(origin.x() + numbers[5], origin.y() + numbers[6])
            _add_arc(path, here, numbers, end)
            here = end
        else:
            path.closeSubpath()
            here = start
        control = next_control
    return path


def _points(kind: str, numbers: list[float], origin: QPointF) -> list[QPointF]:
    if kind not in "MLCSQ":
        return []
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [QPointF(origin.x() + x, origin.y() + y) for x, y in pairs]


def _add_arc(path: QPainterPath, start: QPointF, numbers: list[float], end: QPointF) -> None:
    """Add an elliptical arc given by its end points (SVG 2, appendix B.2.4)."""
    rx, ry = abs(numbers[0]), abs(numbers[1])
    large, sweep = numbers[3] != 0, numbers[4] != 0
    if start == end:
        return
    if rx == 0 or ry == 0:
        path.lineTo(end)
        return
    tilt = math.radians(numbers[2])
    cos, sin = math.cos(tilt), math.sin(tilt)
    half = (start - end) / 2
    x = cos * half.x() + sin * half.y()
    y = -sin * half.x() + cos * half.y()
    # Radii that cannot span the two points grow until they do.
    reach = (x / rx) ** 2 + (y / ry) ** 2
    if reach > 1:
        rx, ry = rx * math.sqrt(reach), ry * math.sqrt(reach)
    across = (rx * y) ** 2 + (ry * x) ** 2
    share = math.sqrt(max((rx * ry) ** 2 / across - 1, 0))
    if large == sweep:
        share = -share
    center_x, center_y = share * rx * y / ry, -share * ry * x / rx
    first = math.atan2((y - center_y) / ry, (x - center_x) / rx)
    last = math.atan2((-y - center_y) / ry, (-x - center_x) / rx)
    span = last - first
    if sweep and span < 0:
        span += 2 * math.pi
    elif not sweep and span > 0:
        span -= 2 * math.pi
    middle = (start + end) / 2
    pieces = max(math.ceil(abs(span) / (math.pi / 2) - 1e-9), 1)
    step = span / pieces
    # The control points of a curve that follows an arc of this angle.
    reach_out = 4 / 3 * math.tan(step / 4)

    def place(x: float, y: float) -> QPointF:
        """A point of the unit circle, as it lies on the ellipse."""
        across, down = rx * x + center_x, ry * y + center_y
        return QPointF(
            middle.x() + cos * across - sin * down, middle.y() + sin * across + cos * down
        )

    for piece in range(pieces):
        angle, after = first + piece * step, first + (piece + 1) * step
        from_x, from_y = math.cos(angle), math.sin(angle)
        to_x, to_y = math.cos(after), math.sin(after)
        path.cubicTo(
            place(from_x - reach_out * from_y, from_y + reach_out * from_x),
            place(to_x + reach_out * to_y, to_y - reach_out * to_x),
            end if piece == pieces - 1 else place(to_x, to_y),
        )
