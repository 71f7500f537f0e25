"""A few values side by side, one of them chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.motion import Transition
from rushes.ui.components.option import Option
from rushes.ui.components.painting import mirrored_rect, paint_box
from rushes.ui.components.segment import PADDING, Segment, segment_width
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

__all__ = ["Segment", "Segmented", "segmented_width"]

_INSET = 2
_BETWEEN = 1


def segmented_width(options: Sequence[Option], *, equal: bool = True) -> int:
    """The width of a `Segmented` that shows every value in full, in pixels."""
    widths = [segment_width(option) for option in options]
    if not widths:
        return 0
    inner = max(widths) * len(widths) if equal else sum(widths)
    return inner + 2 * _INSET + _BETWEEN * (len(widths) - 1)


class Segmented(QWidget):
    """Values side by side on a track; arrow keys move, and the chosen one has a grey bar.

    With `equal` all segments are as wide as the widest; without it each takes what it needs, and
    spare width is shared out.

    Signals:
        value_edited: a person chose this value; setters do not emit it.
    """

    value_edited = Signal(object)

    def __init__(
        self,
        options: Sequence[Option] = (),
        parent: QWidget | None = None,
        *,
        equal: bool = True,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._equal = equal
        self._segments: list[Segment] = []
        self._bar = Transition(self)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_options(options)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        # A segment is read as its own words and what it is a value of.
        for segment in self._segments:
            segment.setAccessibleDescription(name)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these values; the first is chosen unless the chosen one is still among them."""
        before = self.value()
        for segment in self._segments:
            segment.hide()
            segment.deleteLater()
        self._segments = [Segment(option, self) for option in options]
        self.setAccessibleName(self.accessibleName())
        for segment in self._segments:
            segment.choice_requested.connect(self.choose)
            segment.step_requested.connect(self._on_step_requested)
            segment.show()
        values = [option.value for option in options]
        if before in values:
            self.set_value(before)
        elif values:
            self.set_value(values[0])
        self._place()
        self.updateGeometry()

    @property
    def segments(self) -> list[Segment]:
        """The segments from first to last."""
        return list(self._segments)

    def options(self) -> list[Option]:
        """The values that are offered."""
        return [segment.option for segment in self._segments]

    def value(self) -> Any:
        """The chosen value; None while nothing is chosen."""
        for segment in self._segments:
            if segment.isChecked():
                return segment.option.value
        return None

    def set_value(self, value: Any) -> None:
        """Show `value` as chosen; a value that is not offered leaves nothing chosen."""
        values = [segment.option.value for segment in self._segments]
        chosen = values.index(value) if value in values else -1
        for index, segment in enumerate(self._segments):
            # Exclusive buttons cannot be cleared one by one.
            segment.setAutoExclusive(False)
            segment.setChecked(index == chosen)
            segment.setAutoExclusive(True)
            segment.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        reached = chosen if chosen >= 0 else self._first_enabled()
        if reached is not None and reached < len(self._segments):
            self._segments[reached].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setFocusProxy(self._segments[reached])
        if chosen >= 0:
            self._bar.go_to(float(chosen))
        self.update()

    def _first_enabled(self) -> int | None:
        enabled = (i for i, segment in enumerate(self._segments) if segment.isEnabled())
        return next(enabled, None)

    def choose(self, value: Any) -> None:
        """Choose as a person does: shows it, and tells it if it was another one before."""
        if self.value() == value:
            return
        had_focus = any(segment.hasFocus() for segment in self._segments)
        self.set_value(value)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value_edited.emit(value)

    def _on_step_requested(self, origin: Segment, key: int) -> None:
        forward = {Qt.Key.Key_Right, Qt.Key.Key_Down}
        backward = {Qt.Key.Key_Left, Qt.Key.Key_Up}
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forward = {Qt.Key.Key_Left, Qt.Key.Key_Down}
            backward = {Qt.Key.Key_Right, Qt.Key.Key_Up}
        at = self._segments.index(origin)
        if key in forward:
            reachable = self._segments[at + 1 :]
        elif key in backward:
            reachable = self._segments[:at][::-1]
        elif key == Qt.Key.Key_Home:
            reachable = self._segments
        else:
            reachable = self._segments[::-1]
        target = next((segment for segment in reachable if segment.isEnabled()), None)
        if target is not None:
            self.choose(target.option.value)

    def natural_width(self) -> int:
        """The width that shows every word in full, in pixels."""
        return segmented_width(self.options(), equal=self._equal)

    def sizeHint(self) -> QSize:
        return QSize(self.natural_width(), current_theme().metrics.control)

    def minimumSizeHint(self) -> QSize:
        widths = segmented_width(self.options(), equal=False)
        return QSize(min(widths, current_theme().px(120)), self.sizeHint().height())

    def _boxes(self) -> list[QRectF]:
        """Where each segment lies, in whole pixels."""
        count = len(self._segments)
        if not count:
            return []
        room = self.width() - 2 * _INSET - _BETWEEN * (count - 1)
        if self._equal:
            shares = [room / count] * count
        else:
            natural = [segment_width(segment.option) for segment in self._segments]
            spare = (room - sum(natural)) / count
            if spare >= 0:
                shares = [width + spare for width in natural]
            else:
                shares = [width * room / sum(natural) for width in natural]
        boxes = []
        left = float(_INSET)
        height = self.height() - 2 * _INSET
        for share in shares:
            start, end = int(left + 0.5), int(left + share + 0.5)
            boxes.append(QRectF(start, _INSET, end - start, height))
            left += share + _BETWEEN
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        outer = QRectF(self.rect())
        return [mirrored_rect(box, outer, mirrored) for box in boxes]

    def _place(self) -> None:
        for segment, box in zip(self._segments, self._boxes(), strict=True):
            segment.setGeometry(box.toRect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._place()
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        enabled = self.isEnabled()
        line = color(Role.TRACK_LINE if enabled else Role.LINE)
        paint_box(painter, area, Radius.TRACK, color(Role.TRACK), line)
        boxes = self._boxes()
        if self.value() is None or not boxes:
            return
        at = min(self._bar.value, len(boxes) - 1)
        first, share = int(at), at - int(at)
        box = QRectF(boxes[first])
        if share > 0:
            after = boxes[first + 1]
            box.moveLeft(box.left() + (after.left() - box.left()) * share)
            box.setWidth(box.width() + (after.width() - box.width()) * share)
        paint_box(painter, box, Radius.SMALL, color(Role.SEGMENT))
        inset = theme.px(PADDING)
        bar = QRectF(box.left() + inset, box.bottom() - 2, box.width() - 2 * inset, 2)
        paint_box(painter, bar, 1, color(Role.MUTED if enabled else Role.OFF))
