"""One section of the settings: a heading and its rows, of which a search may leave some out."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rushes.domain.settings import Settings
from rushes.ui.components.text_label import TextLabel
from rushes.ui.settings.setting_row import SettingRow
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_PAUSE_MILLISECONDS = 350


class SettingsSection(QWidget):
    """Base of all sections.

    Qt’s metaclass does not refuse to make it; mypy refuses one that lacks its abstract methods.

    Attributes:
        name: what it is called in the code.
        title: what it is called in the window.
        icon: name of its icon.
        rows: its settings, from top to bottom.

    Signals:
        settings_edited: a person changed these settings: name in `Settings` → value.
    """

    settings_edited = Signal(dict)

    def __init__(self, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.icon, self.title = name, icon, ""
        self.rows: list[SettingRow] = []
        self._pending: dict[str, Any] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.settle)
        self._heading = TextLabel("", TextStyle.PAGE_TITLE, Role.STRONG, self)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._heading)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._apply_theme()

    def set_title(self, title: str) -> None:
        """Name the section."""
        self.title = title
        self._heading.setText(title)
        self.setAccessibleName(title)

    def add_rows(self, rows: Sequence[SettingRow]) -> None:
        """Put rows beneath those that are there."""
        for row in rows:
            row.setParent(self)
            self._layout.addWidget(row)
            self.rows.append(row)

    @abstractmethod
    def show_settings(self, settings: Settings) -> None:
        """Show the settings as they are; nothing is told of it."""

    def settle(self) -> None:
        """Tell what was changed last now, rather than after a pause."""
        self._pause.stop()
        pending, self._pending = self._pending, {}
        if pending:
            self.settings_edited.emit(pending)

    def show_matches(self, words: list[str]) -> bool:
        """Show the rows that hold all these words, all rows for none; tell whether any does."""
        own = self.title.casefold()
        wanted = [word for word in words if word not in own]
        found = False
        for row in self.rows:
            matches = row.matches(wanted)
            row.setVisible(matches)
            found = found or matches
        return found

    def tell(self, **changes: Any) -> None:
        """Tell of a change at once."""
        self._pending.update(changes)
        self.settle()

    def tell_soon(self, **changes: Any) -> None:
        """Tell of a change that may be one of many, such as a step of a slider, after a pause."""
        self._pending.update(changes)
        self._pause.start()

    def drop(self, *names: str) -> None:
        """Tell nothing of these settings after all: what stands there now cannot be used."""
        for name in names:
            self._pending.pop(name, None)

    def _apply_theme(self) -> None:
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._heading.setContentsMargins(0, 0, 0, current_theme().px(12))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
