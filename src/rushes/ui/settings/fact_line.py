"""An icon and a sentence: how something stands."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_ICON = 14


class FactLine(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconPicture("info", _ICON, Role.MUTED, self)
        self._text = TextLabel("", TextStyle.CONTROL, Role.TEXT, self, wrap=True)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self._text, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._apply_theme()
        self.hide()

    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_fact(self, icon: str, text: str, icon_role: Role, text_role: Role) -> None:
        """Say how something stands; an empty text says nothing and takes no room."""
        if icon:
            self._icon.set_icon(icon, icon_role)
        self._text.setText(text)
        self._text.set_role(text_role)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._layout.setSpacing(theme.px(6))
        self._layout.setContentsMargins(0, theme.px(1), 0, theme.px(1))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
