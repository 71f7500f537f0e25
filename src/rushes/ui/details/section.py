"""A part of the panel under a title that folds it away."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.painted_button import PaintedButton
from rushes.ui.components.painting import mirrored_rect, mix, paint_text
from rushes.ui.details.fact_row import MARGIN
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_CHEVRON = 12
_ICON = 12
_DIAMOND = 9
_HEAD = 24
_ABOVE = 9
_BELOW = 12
_AFTER_HEAD = 2


class SectionTitle(PaintedButton):
    """The title of a section; pressed, it folds the section away or opens it again.

    Its arrow is seen while the section is folded, and under pointer and keyboard.
    """

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        font = theme.font(TextStyle.CONTROL, SEMIBOLD)
        width = QFontMetricsF(font).horizontalAdvance(self.text())
        return QSize(int(width + 0.99) + theme.px(_CHEVRON + 6), theme.px(_HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter, outer, is_mirrored = QPainter(self), QRectF(self.rect()), self.is_mirrored()
        side, gap = theme.px(_CHEVRON), theme.px(4)
        words = QRectF(0, 0, outer.width() - side - gap, outer.height())
        align = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        font = theme.font(TextStyle.CONTROL, SEMIBOLD)
        box = mirrored_rect(words, outer, is_mirrored)
        width = paint_text(painter, box, self.text(), font, theme.color(Role.STRONG), align)
        shown = 1.0 if not self.isChecked() or self.hasFocus() else self.hover.value
        if shown > 0:
            icon = "chevron_down" if self.isChecked() else "chevron_right"
            place = QRectF(width + gap, round((outer.height() - side) / 2), side, side)
            place = mirrored_rect(place, outer, is_mirrored)
            ink = mix(theme.color(Role.MUTED), theme.color(Role.STRONG), self.hover.value)
            painter.setOpacity(shown)
            paint_icon(painter, icon, place, ink, mirrored=is_mirrored)

    def focus_ring_radius(self) -> float:
        """How round the focus ring is."""
        return float(Radius.CONTROL)


class DetailsSection(QWidget):
    """A title with a remark at the other end, and what belongs to it beneath.

    Args:
        name: by which it is remembered whether it is folded.
        title: its words.
        is_wide: what stands in it reaches to the panel's edges.

    Attributes:
        body: the column of what belongs to it.

    Signals:
        folded: (name, whether it is folded away now), by a person.
    """

    folded = Signal(str, bool)

    def __init__(
        self, name: str, title: str, parent: QWidget | None = None, *, is_wide: bool = False
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._is_wide = is_wide
        self.title = SectionTitle(title, self)
        self._icon = IconPicture("ready", _ICON, Role.OK, self)
        self._diamond = IconPicture("diamond", _DIAMOND, Role.ACCENT, self)
        self._remark = ElidedLabel("", TextStyle.CAPTION, Role.MUTED, self, tabular=True)
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._remark.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        for picture in (self._icon, self._diamond):
            self._head.addWidget(picture)
        self._head.addWidget(self._remark)
        self._content = QWidget(self)
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._content)
        self.title.toggled.connect(self._content.setVisible)
        self.title.toggled.connect(self._tell_state)
        self.title.clicked.connect(lambda open_now: self.folded.emit(self.name, not open_now))
        self.set_remark("")
        self._tell_state(True)
        self._apply_theme()

    @property
    def is_folded(self) -> bool:
        """Whether only the head is seen."""
        return not self.title.isChecked()

    @property
    def remark(self) -> str:
        """What is said at the end of the head."""
        return self._remark.text()

    def set_folded(self, is_folded: bool) -> None:
        """Fold the section away, or open it."""
        self.title.setChecked(not is_folded)

    def set_title(self, title: str) -> None:
        """Call the section otherwise."""
        self.title.setText(title)
        self.title.updateGeometry()

    def room_for_remark(self, text: str) -> bool:
        """Whether a remark with an icon stands beside the title in full."""
        px = current_theme().px
        wanted = QFontMetricsF(self._remark.font()).horizontalAdvance(text) + 1
        taken = self.title.sizeHint().width() + px(12) + 3 * px(5)
        return wanted + taken <= self.width() - 2 * px(MARGIN)

    def set_remark(
        self, text: str, icon: str = "", role: Role = Role.MUTED, *, tells_change: bool = False
    ) -> None:
        """Say something short at the end of the head, behind an icon where one is named.

        Behind the diamond stands what changed.
        """
        self._remark.setText(text)
        self._remark.setVisible(bool(text))
        self._icon.setVisible(bool(text and icon))
        self._diamond.setVisible(bool(text) and tells_change)
        if icon:
            self._icon.set_icon(icon, role)

    def _tell_state(self, is_open: bool) -> None:
        words = self.tr("open") if is_open else self.tr("folded away")
        self.title.setAccessibleDescription(words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def _apply_theme(self) -> None:
        px = current_theme().px
        side = 0 if self._is_wide else px(MARGIN)
        self._column.setContentsMargins(0, px(_ABOVE), 0, px(_BELOW))
        self._column.setSpacing(px(_AFTER_HEAD))
        self._head.setContentsMargins(px(MARGIN), 0, px(MARGIN), 0)
        self._head.setSpacing(px(5))
        self.body.setContentsMargins(side, 0, side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, current_theme().color(Role.LINE))
