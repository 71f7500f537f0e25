"""The line under a main button: what goes out on the left, what it costs on the right."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle


class OutcomeLine(QWidget):
    """11 px beneath the button; a problem takes the left half, with its icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconPicture("warn", 12, Role.WARN, self)
        self._lead = TextLabel("", TextStyle.CAPTION, Role.TEXT, self, tabular=True)
        self._rest = ElidedLabel("", TextStyle.CAPTION, Role.MUTED, self, tabular=True)
        self._price = TextLabel("", TextStyle.CAPTION, Role.MUTED, self, tabular=True)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._icon)
        self._layout.addWidget(self._lead)
        self._layout.addWidget(self._rest, 1)
        self._layout.addWidget(self._price)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._apply_theme()
        self.set_outcome("", "")

    def set_outcome(self, lead: str, price: str, rest: str = "") -> None:
        """Say what goes out, as "8 jobs" and "· 6.06 s each", and what it costs."""
        self._show("", Role.TEXT, lead, rest, price)

    def set_problem(self, text: str, role: Role, price: str = "") -> None:
        """Say what is in the way: `role` is BAD, WARN, or MUTED where only something is missing."""
        icon = {Role.BAD: "failed", Role.WARN: "warn"}.get(role, "")
        self._show(icon, role, text, "", price)

    def text(self) -> str:
        """What the left half says."""
        return " ".join(part for part in (self._lead.text(), self._rest.text()) if part)

    def price(self) -> str:
        """What the right half says."""
        return self._price.text()

    def _show(self, icon: str, role: Role, lead: str, rest: str, price: str) -> None:
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.set_icon(icon, role)
        self._lead.set_role(role)
        self._lead.setText(lead)
        self._rest.setText(rest)
        self._price.setText(price)
        self.setAccessibleName(", ".join(part for part in (lead, rest, price) if part))

    def _apply_theme(self) -> None:
        self._layout.setSpacing(current_theme().px(4))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
