"""The list of sections on the left; arrow keys go from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.components.option import Option
from rushes.ui.components.painted_button import PaintedButton
from rushes.ui.components.painting import mirrored_rect, mix, paint_box, paint_text
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_HEIGHT = 30
_PADDING = 10
_ICON = 14
_GAP = 10
_EDGE = 2


class SectionButton(PaintedButton):
    """One section: its icon and its name."""

    def __init__(self, option: Option, parent: QWidget) -> None:
        super().__init__(option.text, parent)
        self.option = option
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        font = theme.font(TextStyle.CONTROL, SEMIBOLD)
        words = QFontMetricsF(font).horizontalAdvance(self.text())
        return QSize(int(words + theme.px(2 * _PADDING + _ICON + _GAP) + 1), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        chosen, mirrored = self.isChecked(), self.is_mirrored()
        clear = QColor(0, 0, 0, 0)
        fill = mix(clear, color(Role.QUIET_HOVER), self.hover.value)
        paint_box(painter, area, Radius.CONTROL, color(Role.PRESS) if chosen else fill)
        ink = color(Role.STRONG if chosen else Role.TEXT)
        if chosen:
            edge = QRectF(0, 0, theme.px(_EDGE), area.height())
            painter.fillRect(mirrored_rect(edge, area, mirrored), color(Role.ACCENT))
        side = theme.px(_ICON)
        box = QRectF(theme.px(_PADDING), area.center().y() - side / 2, side, side)
        placed = mirrored_rect(box, area, mirrored)
        paint_icon(painter, self.option.icon, placed, ink, mirrored=mirrored)
        left = box.right() + theme.px(_GAP)
        words = QRectF(left, 0, area.width() - left - theme.px(4), area.height())
        font = theme.font(TextStyle.CONTROL, SEMIBOLD if chosen else None)
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        paint_text(painter, mirrored_rect(words, area, mirrored), self.text(), font, ink, align)

    def focus_ring_radius(self) -> float:
        """How round the focus ring is."""
        return float(Radius.CONTROL)


class SectionList(QWidget):
    """All sections, one of them chosen, or none while a search goes over all.

    Signals:
        section_chosen: a person chose the section of this name.
    """

    section_chosen = Signal(str)

    def __init__(self, sections: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sections"))
        self.buttons = [SectionButton(option, self) for option in sections]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for button in self.buttons:
            button.clicked.connect(lambda _=False, name=button.option.value: self._choose(name))
            layout.addWidget(button)
        layout.addStretch(1)
        self.show_chosen(self.buttons[0].option.value if self.buttons else "")

    def show_chosen(self, name: str) -> None:
        """Show which section is seen; an empty name shows none as chosen."""
        reached = next((b for b in self.buttons if b.option.value == name), None)
        for button in self.buttons:
            # Exclusive buttons cannot be cleared one by one.
            button.setAutoExclusive(False)
            button.setChecked(button is reached)
            button.setAutoExclusive(True)
        stop = reached or (self.buttons[0] if self.buttons else None)
        for button in self.buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.buttons) - 1}
        at = next((i for i, button in enumerate(self.buttons) if button.hasFocus()), None)
        if at is None or event.key() not in {**steps, **ends}:
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        target = ends[key] if key in ends else at + steps[key]
        target = max(0, min(target, len(self.buttons) - 1))
        self._choose(self.buttons[target].option.value)
        self.buttons[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, name: str) -> None:
        self.show_chosen(name)
        self.section_chosen.emit(name)
