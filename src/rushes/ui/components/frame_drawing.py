"""The offered frame sizes, drawn to one scale, the chosen one solid."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.painting import paint_box, paint_text
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_WIDTH = 104
_HEIGHT = 88
_INSET = 8


class FrameDrawing(QWidget):
    """Shows what a frame size means beside the others; 104 px wide, for the eye only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[tuple[int, int], ...] = ()
        self._chosen: tuple[int, int] | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_frames(
        self,
        sizes: Sequence[tuple[int, int]],
        chosen: tuple[int, int] | None,
        words: str = "",
    ) -> None:
        """Draw frames of these widths and heights in pixels, all to one scale.

        `chosen` is the solid one and is drawn even if it is not among `sizes`; `words`, usually
        the ratio, stand inside it.
        """
        self._sizes = tuple(sizes)
        self._chosen = chosen
        self._words = words
        if chosen is not None:
            text = self.tr("Frame of {width} by {height} pixels, {ratio}")
            self.setAccessibleName(text.format(width=chosen[0], height=chosen[1], ratio=words))
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(_WIDTH), theme.px(56))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, Radius.CONTROL, color(Role.WELL), color(Role.LINE))
        every = [*self._sizes, *([self._chosen] if self._chosen else [])]
        if not every:
            return
        inset = theme.px(_INSET)
        room = area.adjusted(inset, inset, -inset, -inset)
        widest = max(width for width, _ in every)
        tallest = max(height for _, height in every)
        scale = min(room.width() / widest, room.height() / tallest)

        def frame(size: tuple[int, int]) -> QRectF:
            box = QRectF(0, 0, round(size[0] * scale / 2) * 2, round(size[1] * scale / 2) * 2)
            box.moveCenter(area.center())
            return box

        if self._chosen is not None:
            line = color(Role.TEXT if self.isEnabled() else Role.OFF)
            paint_box(painter, frame(self._chosen), 2, color(Role.RAISED), line, 1.5)
        # Larger ones first, so that no dash is covered.
        for size in sorted(set(self._sizes), key=lambda size: size[0] * size[1], reverse=True):
            if size != self._chosen:
                mark = color(Role.MARK)
                paint_box(painter, frame(size), 2, None, mark, 1.0, dashes=(2.0, 3.0))
        if self._words and self._chosen is not None:
            ink = color(Role.TEXT if self.isEnabled() else Role.OFF)
            font = theme.font(TextStyle.CAPTION)
            paint_text(painter, area, self._words, font, ink, Qt.AlignmentFlag.AlignHCenter)
