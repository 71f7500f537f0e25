"""A layout of small things side by side, going on in another line where there is no room."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from rushes.ui.theme.theme import current_theme


class WrappedRow(QLayout):
    """Lays widgets out as words are: from the side where reading begins, in lines.

    Args:
        gap: between two of them, and between lines, in pixels at 100 %.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect, moves=True)

    def sizeHint(self) -> QSize:
        gap = current_theme().px(self._gap)
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + gap * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay_out(self, room: QRect, *, moves: bool) -> int:
        """Place everything in lines; returns how high they are together."""
        gap = current_theme().px(self._gap)
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        left, top, line = room.left(), room.top(), 0
        for item in self._shown():
            hint = item.sizeHint()
            width = min(hint.width(), room.width())
            if left > room.left() and left + width > room.left() + room.width():
                left, top, line = room.left(), top + line + gap, 0
            if moves:
                place = QRect(left, top, width, hint.height())
                if mirrored:
                    place.moveLeft(2 * room.left() + room.width() - left - width)
                item.setGeometry(place)
            left += width + gap
            line = max(line, hint.height())
        return top + line - room.top()
