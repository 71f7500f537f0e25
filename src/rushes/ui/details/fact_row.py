"""A row of 24: what something is, its value, and how it was in the take before."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.long_texts import shown_part
from rushes.ui.components.painting import mirrored_rect, paint_text, place_line_edit
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.details.fact import Fact, FactAct
from rushes.ui.details.value_field import ValueField
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

HEIGHT = 24
MARGIN = 16
"""Between the panel's edges and what stands in it, in pixels at 100 %."""

LABEL = 128
"""The label column, in pixels at 100 %, where no label needs more."""

_GAP = 8
_BAR = 3
_MOST_BESIDE = 0.45
"""What is said beside a long value takes no larger share of the room behind the label."""

_LONGEST = 200


class FactRow(QWidget):
    """Shows a `Fact`; reaches from one edge of its panel to the other.

    Attributes:
        value: the value.
        act: the button at its end; hidden where nothing can be done.

    Signals:
        reveal_requested: a person wants to see where it lies.
        copied: the value of this label is on the clipboard.
    """

    reveal_requested = Signal()
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact = Fact("", "")
        self._label_width = 0.0
        self.value = ValueField(self)
        self.act = IconButton("copy", "", self, small=True, icon_size=14)
        self.act.clicked.connect(self._on_act)
        self.value.copied.connect(lambda: self.copied.emit(self._fact.label))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._show()

    @property
    def fact(self) -> Fact:
        """What is shown."""
        return self._fact

    def show_fact(self, fact: Fact) -> None:
        """Show another fact."""
        if fact != self._fact:
            self._fact = fact
            self._show()

    def label_width(self) -> float:
        """How wide the label is in full, in pixels."""
        metrics = QFontMetricsF(current_theme().font(TextStyle.CONTROL))
        return metrics.horizontalAdvance(self._fact.label) + 1

    def set_label_width(self, width: float) -> None:
        """Give the label as much room, in pixels; it never has most of the row."""
        if width != self._label_width:
            self._label_width = width
            self._place()
            self.update()

    def _show(self) -> None:
        fact = self._fact
        role = Role.STRONG if fact.is_changed else Role.MUTED if fact.is_quiet else Role.TEXT
        role = Role.WARN if fact.is_bad else role
        self.value.show_value(
            fact.value, fact.text, role, is_heavy=fact.is_changed, is_name=fact.is_name
        )
        self.value.setAccessibleName(fact.label)
        self.value.setAccessibleDescription(fact.beside)
        self.act.setVisible(fact.act is not FactAct.NONE)
        if fact.act is FactAct.COPY:
            self.act.set_icon_name("copy")
            self.act.set_words(self.tr("Copy: %1").replace("%1", fact.label))
        elif fact.act is FactAct.REVEAL:
            self.act.set_icon_name("folder")
            self.act.set_words(self.tr("Show in folder"))
        self._place()
        self.update()

    def _on_act(self) -> None:
        if self._fact.act is FactAct.COPY:
            self.value.copy_all()
        else:
            self.reveal_requested.emit()

    # Where everything stands

    def _label_rect(self) -> QRectF:
        px = current_theme().px
        # A narrow panel keeps most of its width for the value.
        wanted = max(px(LABEL), self._label_width)
        width = min(wanted, (self.width() - 2 * px(MARGIN)) * 0.48)
        return QRectF(px(MARGIN), 0, width, self.height())

    def _rest(self) -> QRectF:
        """The room behind the label, without that of the button."""
        px = current_theme().px
        left = self._label_rect().right() + px(_GAP)
        right = self.width() - px(MARGIN)
        if self._fact.act is not FactAct.NONE:
            right -= self.act.sizeHint().width() - px(5)
        return QRectF(left, 0, max(right - left, 0), self.height())

    def _beside_width(self) -> float:
        if not self._fact.beside:
            return 0
        font = current_theme().font(TextStyle.CAPTION, tabular=True)
        wanted = QFontMetricsF(font).horizontalAdvance(self._fact.beside) + 1
        heavy = current_theme().font(TextStyle.CONTROL, SEMIBOLD, tabular=True)
        value = QFontMetricsF(heavy).horizontalAdvance(shown_part(self._fact.value, _LONGEST))
        room = self._rest().width()
        left = room - value - current_theme().px(_GAP) - 2
        return min(wanted, max(room * _MOST_BESIDE, left))

    def _place(self) -> None:
        px, rest = current_theme().px, self._rest()
        beside = self._beside_width()
        width = rest.width() - (beside + px(_GAP) if beside else 0)
        # Qt leaves two pixels before the text of a field.
        box = QRectF(rest.x() - 2, 0, max(width, 0) + 4, self.height())
        box = mirrored_rect(box, QRectF(self.rect()), self._is_mirrored())
        place_line_edit(self.value, int(box.x()), int(box.width()), self.height())
        button = self.act.sizeHint()
        place = QRectF(self.width() - px(MARGIN) + px(5) - button.width(), 0, 0, 0)
        place.setSize(button)
        place.moveTop(round((self.height() - button.height()) / 2))
        place = mirrored_rect(place, QRectF(self.rect()), self._is_mirrored())
        self.act.setGeometry(place.toRect())
        self._tell_tips()

    def _tell_tips(self) -> None:
        self.value.tell_tip()
        theme = current_theme()
        small = QFontMetricsF(theme.font(TextStyle.CAPTION, tabular=True))
        is_cut = self.label_width() > self._label_rect().width() + 1.5
        cut = [self._fact.label] if is_cut else []
        if small.horizontalAdvance(self._fact.beside) > self._beside_width() + 0.5:
            cut.append(self._fact.beside)
        set_tool_tip(self, "\n".join(cut))

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def sizeHint(self) -> QSize:
        px = current_theme().px
        return QSize(px(300), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, current_theme().px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._show()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, fact = current_theme(), self._fact
        painter, outer, is_mirrored = QPainter(self), QRectF(self.rect()), self._is_mirrored()
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if is_mirrored:
            near, far = far, near
        label = mirrored_rect(self._label_rect(), outer, is_mirrored)
        font = theme.font(TextStyle.CONTROL)
        paint_text(painter, label, fact.label, font, theme.color(Role.MUTED), near)
        if fact.beside:
            rest, width = self._rest(), self._beside_width()
            box = QRectF(rest.right() - width, 0, width, self.height())
            box = mirrored_rect(box, outer, is_mirrored)
            small = theme.font(TextStyle.CAPTION, tabular=True)
            paint_text(painter, box, fact.beside, small, theme.color(Role.MUTED), far)
        if fact.is_changed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(self._bar(is_mirrored), theme.color(Role.ACCENT))

    def _bar(self, is_mirrored: bool) -> QPainterPath:
        """The mark at the panel's edge, round on the side that looks inwards."""
        px = current_theme().px
        inset, width = px(3), px(_BAR)
        box = QRectF(-width, inset, 2 * width, self.height() - 2 * inset)
        if is_mirrored:
            box.moveCenter(QPointF(self.width(), box.center().y()))
        path = QPainterPath()
        path.addRoundedRect(box, px(2), px(2))
        return path
