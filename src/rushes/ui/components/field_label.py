"""The label over a control: its name, help behind "?", and a value at the other end."""

from PySide6.QtCore import QEvent, QRect
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.popover import Popover
from rushes.ui.components.text_label import TextLabel
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle


class HelpButton(IconButton):
    """A "?" that tells what a control does, as a tool tip and, pressed, as a popover."""

    def __init__(self, about: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__("help", "", parent, icon_size=14, size=(24, 24))
        self._text = text
        self.setAccessibleName(self.tr("Help: {control}").format(control=about))
        self.setAccessibleDescription(text)
        set_tool_tip(self, text)
        self.clicked.connect(self._on_clicked)

    def focus_ring_rect(self) -> QRect:
        """The ring goes around the sign, so that it keeps clear of the words."""
        side = current_theme().px(16)
        area = QRect(0, 0, side, side)
        area.moveCenter(self.rect().center())
        return area

    def _on_clicked(self) -> None:
        Popover(self._text, self).show_beside(self)


class FieldLabel(QWidget):
    """A control's name on the left; a value that follows from it, muted, on the right."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, value: str = "", help_text: str = ""
    ) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(text, TextStyle.CONTROL, Role.TEXT, self)
        self.value = TextLabel(value, TextStyle.CONTROL, Role.MUTED, self, tabular=True)
        self.help: HelpButton | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._layout.addWidget(self.name)
        if help_text:
            self.help = HelpButton(text, help_text, self)
            self._layout.addWidget(self.help)
        self._layout.addStretch(1)
        self._layout.addWidget(self.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._apply_theme()

    def set_value(self, text: str) -> None:
        """Show what follows from the control, as "6.06 s"."""
        self.value.setText(text)

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._layout.setSpacing(theme.px(1 if self.help is not None else 4))
        self.setFixedHeight(theme.px(24 if self.help is not None else 16))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
