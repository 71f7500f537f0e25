"""The left part of the Activity strip: a button that says how things stand."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.activity.strip_facts import Fact
from rushes.ui.components.mini_bar import paint_bar
from rushes.ui.components.motion import LoopTicker, loop_phase
from rushes.ui.components.painted_button import PaintedButton
from rushes.ui.components.painting import mirrored_rect, mix, paint_box, paint_text
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_HEIGHT = 24
_LEFT = 8
_GAP = 16
_ICON = 13
_CHEVRON = 12
_ICON_GAP = 6
_BAR = 72


class ActivitySummary(PaintedButton):
    """Names the panel and tells its facts; pressing it opens or closes the list.

    Where there is little room the facts shrink to their numbers, from the left, and then give way
    from the left as well: what needs a person comes last.

    Signals:
        asking_clicked: the fact that speaks of jobs that ask for a person was clicked; such a
            click is no `clicked`.
    """

    asking_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._facts: list[Fact] = []
        self._asking_place = QRectF()
        self._ticker = LoopTicker(self)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def facts(self) -> list[Fact]:
        """What it tells now, from left to right."""
        return self._facts

    def show_facts(self, facts: list[Fact]) -> None:
        """Tell other facts."""
        if facts != self._facts:
            self._facts = facts
            self.setAccessibleDescription(", ".join(fact.text for fact in facts))
            self.update()

    def is_moving(self) -> bool:
        """Tell whether a next step of a moving bar is due."""
        return self._ticker.is_running()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(320), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(96), theme.px(_HEIGHT))

    def asking_place(self) -> QRectF:
        """Where the fact lies that speaks of jobs that ask for a person; empty if it is not said.

        It reaches over the whole height, and half way to its neighbours.
        """
        return QRectF(self._asking_place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_asking = self._is_on_asking(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self.isDown() and on_asking:
            self.setDown(False)
            self.asking_clicked.emit()
            return
        super().mouseReleaseEvent(event)

    def _is_on_asking(self, position: QPoint) -> bool:
        return self._asking_place.contains(position.x(), position.y())

    def nextCheckState(self) -> None:
        """Whether the list is open is said by whoever opens it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill = mix(theme.color(Role.PANEL), theme.color(Role.QUIET_HOVER), self.hover.value)
        paint_box(painter, area, Radius.CONTROL, fill)
        left = float(theme.px(_LEFT))
        left = self._paint_name(painter, theme, area, left)
        room = area.right() - theme.px(_LEFT) - left
        self._asking_place = QRectF()
        for fact, text in self._fitting(theme, room):
            begin = left
            left = self._paint_fact(painter, theme, area, left, fact, text)
            if fact.asks:
                half = theme.px(_GAP) / 2
                place = QRectF(begin - half, area.top(), left - begin, area.height())
                self._asking_place = mirrored_rect(place, area, self.is_mirrored())

    def _paint_name(self, painter: QPainter, theme: Theme, area: QRectF, left: float) -> float:
        side = theme.px(_CHEVRON)
        box = QRectF(left, area.center().y() - side / 2, side, side)
        name = "chevron_down" if self.isChecked() else "chevron_up"
        strong = theme.color(Role.STRONG)
        paint_icon(painter, name, mirrored_rect(box, area, self.is_mirrored()), strong)
        left += side + theme.px(_ICON_GAP)
        font = theme.font(TextStyle.CAPTION, SEMIBOLD)
        width = QFontMetricsF(font).horizontalAdvance(self.text())
        row = QRectF(left, area.top(), width + 1, area.height())
        paint_text(painter, mirrored_rect(row, area, self.is_mirrored()), self.text(), font, strong)
        return left + width + theme.px(_GAP)

    def _fitting(self, theme: Theme, room: float) -> list[tuple[Fact, str]]:
        """The facts that there is room for, each with the text that fits."""
        said = [(fact, fact.text) for fact in self._facts]
        for at, fact in enumerate(self._facts):
            if self._width(theme, said) <= room:
                return said
            said[at] = (fact, fact.short)
        said = [(fact, text) for fact, text in said if text]
        while said and self._width(theme, said) > room:
            del said[0]
        return said

    def _width(self, theme: Theme, said: list[tuple[Fact, str]]) -> float:
        widths = [self._fact_width(theme, fact, text) for fact, text in said if text]
        return sum(widths) + theme.px(_GAP) * max(len(widths) - 1, 0)

    def _fact_width(self, theme: Theme, fact: Fact, text: str) -> float:
        width = QFontMetricsF(_font(theme, fact)).horizontalAdvance(text)
        if fact.icon:
            width += theme.px(_ICON) + theme.px(_ICON_GAP)
        if fact.has_bar:
            width += theme.px(_BAR) + theme.px(_ICON_GAP)
        return width

    def _paint_fact(
        self, painter: QPainter, theme: Theme, area: QRectF, left: float, fact: Fact, text: str
    ) -> float:
        mirrored = self.is_mirrored()
        middle = area.center().y()
        if fact.icon:
            side = theme.px(_ICON)
            box = mirrored_rect(QRectF(left, middle - side / 2, side, side), area, mirrored)
            paint_icon(painter, fact.icon, box, theme.color(fact.icon_role), mirrored=mirrored)
            left += side + theme.px(_ICON_GAP)
        font = _font(theme, fact)
        width = QFontMetricsF(font).horizontalAdvance(text)
        row = mirrored_rect(QRectF(left, area.top(), width + 1, area.height()), area, mirrored)
        paint_text(painter, row, text, font, theme.color(fact.role), Qt.AlignmentFlag.AlignLeft)
        left += width
        if fact.has_bar:
            left += theme.px(_ICON_GAP)
            place = QRectF(left, round(middle - 1.5), theme.px(_BAR), 3)
            self._paint_bar(painter, theme, mirrored_rect(place, area, mirrored), fact.share)
            left += place.width()
        return left + theme.px(_GAP)

    def _paint_bar(
        self, painter: QPainter, theme: Theme, place: QRectF, share: float | None
    ) -> None:
        paint_bar(
            painter,
            place,
            share,
            theme.color(Role.PRESS),
            theme.color(Role.ACCENT),
            phase=loop_phase(),
            still=theme.reduced_motion,
            mirrored=self.is_mirrored(),
        )
        if share is None:
            self._ticker.painted()


def _font(theme: Theme, fact: Fact) -> QFont:
    return theme.font(TextStyle.CAPTION, SEMIBOLD if fact.leads else None, tabular=True)
