"""Titles of panels and of sections inside them."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle


class PanelHead(QWidget):
    """The head of a panel, 36 px: its title on the left, its buttons on the right."""

    def __init__(self, title: str, parent: QWidget | None = None, *, remark: str = "") -> None:
        super().__init__(parent)
        self.title = ElidedLabel(title, TextStyle.TITLE, Role.STRONG, self)
        self.remark = TextLabel(remark, TextStyle.CAPTION, Role.MUTED, self, tabular=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.title)
        self._layout.addStretch(1)
        self._layout.addWidget(self.remark)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._apply_theme()

    def set_title(self, text: str) -> None:
        """Show another title."""
        self.title.setText(text)

    def set_remark(self, text: str) -> None:
        """Show a short fact before the buttons, as "1,284 takes"."""
        self.remark.setText(text)
        self.remark.setVisible(bool(text))

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._layout.addWidget(widget)

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._layout.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
        self._layout.setSpacing(theme.px(4))
        self.setFixedHeight(theme.metrics.head)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()


class SectionHead(QWidget):
    """The title of a section inside a panel, 12 px, with a remark at the other end."""

    def __init__(self, title: str, parent: QWidget | None = None, *, remark: str = "") -> None:
        super().__init__(parent)
        self.title = ElidedLabel(title, TextStyle.CONTROL, Role.STRONG, self, weight=SEMIBOLD)
        self.remark = TextLabel(remark, TextStyle.CAPTION, Role.MUTED, self, tabular=True)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.title, 1)
        self._layout.addWidget(self.remark)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._apply_theme()

    def set_remark(self, text: str) -> None:
        """Show another remark."""
        self.remark.setText(text)

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._layout.addWidget(widget)

    def _apply_theme(self) -> None:
        self._layout.setSpacing(current_theme().px(6))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
