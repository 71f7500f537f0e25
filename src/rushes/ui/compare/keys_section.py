"""The keys that act while takes are compared."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rushes.ui.components.key_cap import KeyCap, key_text
from rushes.ui.components.panel_head import SectionHead
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from rushes.ui.viewer.keys import DEFAULT_KEYS, ViewerCommand

_ROW = 26
_KEYS_WIDTH = 92


class KeysSection(QWidget):
    """Key and what it does, one a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._widgets: list[QWidget] = []
        self._told = -1
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(SectionHead(self.tr("Keys here"), self))
        self._layout.addLayout(self._grid)
        self._apply_theme()
        self.show_keys(0)

    def show_keys(self, numbers: int) -> None:
        """Tell the keys; `numbers` is how many takes there are without names, else 0."""
        if numbers == self._told:
            return
        self._told = numbers
        for widget in self._widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        for row, (key, words) in enumerate(self._lines(numbers)):
            cap = KeyCap(key, self)
            label = TextLabel(words, TextStyle.CONTROL, Role.MUTED, self)
            self._widgets += [cap, label]
            self._grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(label, row, 1)
            self._grid.setRowMinimumHeight(row, current_theme().px(_ROW))

    def _lines(self, numbers: int) -> list[tuple[str, str]]:
        command = ViewerCommand
        both = f"{_key(command.EARLIER)}  {_key(command.LATER)}"
        lines = [
            (_key(command.NEXT_CLIP), self.tr("next clip")),
            (_key(command.WIPE), self.tr("wipe under the pointer")),
            (key_text("Shift+W"), self.tr("turn the wipe")),
            (both, self.tr("shift the chosen one by a frame")),
            (_key(command.LEAVE), self.tr("back to one clip")),
        ]
        if numbers:
            return [
                (f"1–{numbers}", self.tr("choose the best")),
                (key_text("Return"), self.tr("choose the one with the ring")),
                *lines,
            ]
        lines.insert(1, ("1–5, P, X", self.tr("mark the chosen one")))
        return lines

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._layout.setContentsMargins(px(16), px(12), px(16), px(12))
        self._layout.setSpacing(px(6))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, px(_KEYS_WIDTH))
        self._grid.setColumnStretch(1, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, current_theme().color(Role.LINE))


def _key(command: ViewerCommand) -> str:
    return key_text(DEFAULT_KEYS[command])
