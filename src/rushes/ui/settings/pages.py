"""The sections one above the other, of which one is seen, or all while a search goes on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from rushes.ui.components.empty_state import EmptyState
from rushes.ui.compose.overlay_scroll_bar import OverlayScrollBar
from rushes.ui.settings.section import SettingsSection
from rushes.ui.theme.theme import current_theme


class SettingsPages(QScrollArea):
    """Scrolls over what is seen of the sections."""

    def __init__(self, sections: Sequence[SettingsSection], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = list(sections)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        page = QWidget(self)
        page.setAutoFillBackground(False)
        self._layout = QVBoxLayout(page)
        for section in self._sections:
            section.setParent(page)
            self._layout.addWidget(section)
        self.nothing = EmptyState("search", self.tr("Nothing matches"), "", page)
        self._layout.addWidget(self.nothing)
        self._layout.addStretch(1)
        self.setWidget(page)
        OverlayScrollBar(self)
        self._apply_theme()
        if self._sections:
            self.show_section(self._sections[0].name)

    def show_section(self, name: str) -> None:
        """Show one section with all its rows."""
        for section in self._sections:
            section.show_matches([])
            section.setVisible(section.name == name)
        self.nothing.hide()
        self.verticalScrollBar().setValue(0)

    def show_matches(self, words: list[str]) -> None:
        """Show the rows of all sections that hold these words, in small letters."""
        found = False
        for section in self._sections:
            matches = section.show_matches(words)
            section.setVisible(matches)
            found = found or matches
        self.nothing.setVisible(not found)
        self.verticalScrollBar().setValue(0)

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._layout.setContentsMargins(theme.px(24), theme.px(18), theme.px(24), theme.px(18))
        self._layout.setSpacing(theme.px(20))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_layout"):
            self._apply_theme()
