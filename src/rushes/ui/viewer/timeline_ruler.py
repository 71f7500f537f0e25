"""What is written on the timeline's ruler, and where."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from rushes.ui.theme.roles import Role
from rushes.ui.theme.typography import TextStyle
from rushes.ui.viewer.frame_scale import ruler_steps
from rushes.ui.viewer.timeline_places import TimelinePlaces, number_text


@dataclass(frozen=True)
class RulerText:
    """Words on the ruler and where they stand."""

    area: QRectF
    text: str
    font: QFont
    role: Role


def marked_numbers(count: int, step: int) -> list[int]:
    """Frame 1, then every number that `step` divides."""
    return [1, *(number for number in range(step, count + 1, step) if number != 1)]


def ruler_texts(places: TimelinePlaces) -> list[RulerText]:
    """In, Out and numbers; numbers that would touch another word are left out."""
    theme, scale = places.theme, places.scale
    height = theme.px(14)
    texts = _range_texts(places, height)
    plain = theme.font(TextStyle.CAPTION, tabular=True)
    metrics = QFontMetricsF(plain)
    numbers, _ = ruler_steps(scale, theme.scale)
    taken = [text.area.adjusted(-6, 0, 6, 0) for text in texts]
    for number in marked_numbers(scale.count, numbers):
        words = QLocale().toString(number)
        left = scale.start_of(number - 1) + theme.px(4)
        area = QRectF(left, places.ruler.top(), metrics.horizontalAdvance(words), height)
        free = area.right() <= scale.right and not any(area.intersects(other) for other in taken)
        if free:
            texts.append(RulerText(area, words, plain, Role.MUTED))
            taken.append(area.adjusted(-6, 0, 6, 0))
    return texts


def _range_texts(places: TimelinePlaces, height: int) -> list[RulerText]:
    metrics = places.number_metrics
    area = places.range_area
    room = QRectF(places.ruler)
    found: list[RulerText] = []

    def add(words: str, left: float) -> None:
        width = metrics.horizontalAdvance(words)
        left = max(room.left(), min(left, room.right() - width))
        box = QRectF(left, room.top() + 1, width, height)
        found.append(RulerText(box, words, places.number_font, Role.ACCENT))

    begin = _tr("In %1").replace("%1", number_text(places.first))
    end = _tr("Out %1").replace("%1", number_text(places.last))
    begin_width, end_width = metrics.horizontalAdvance(begin), metrics.horizontalAdvance(end)
    both = places.in_index is not None and places.out_index is not None
    apart = both and area.width() < begin_width + end_width + 12
    if places.in_index is not None:
        add(begin, area.left() - begin_width - 2 if apart else area.left())
    if places.out_index is not None:
        add(end, area.right() + 2 if apart else area.right() - end_width)
    if len(found) == 2 and found[0].area.adjusted(-4, 0, 4, 0).intersects(found[1].area):
        # A short range at the very edge: there is room for one word only.
        found.pop()
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimelineRuler", text)
