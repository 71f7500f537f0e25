"""The settings in a window of their own: search and sections on the left, rows on the right."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rushes.domain.settings import Settings
from rushes.ui.components.line_field import LineField
from rushes.ui.components.option import Option
from rushes.ui.compose.tab_order import tab_stops
from rushes.ui.settings.account_section import AccountSection
from rushes.ui.settings.appearance_section import AppearanceSection
from rushes.ui.settings.pages import SettingsPages
from rushes.ui.settings.run_facts import RunFacts
from rushes.ui.settings.section_list import SectionList
from rushes.ui.settings.service_section import ServiceSection
from rushes.ui.settings.storage_section import StorageSection
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_LIST_WIDTH = 180
_SIZE = (800, 560)
_LEAST = (640, 360)


class SettingsDialog(QDialog):
    """Shows the settings as they are, and tells what a person changes; it acts on nothing.

    There is no OK and no Cancel: every change counts at once.

    Attributes:
        account, service, appearance, storage: the sections.
        search: finds rows of all sections.

    Signals:
        settings_edited: a person changed these settings: name in `Settings` → value.
    """

    settings_edited = Signal(dict)

    def __init__(self, facts: RunFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.account = AccountSection(facts, self)
        self.service = ServiceSection(facts, self)
        self.appearance = AppearanceSection(facts, self)
        self.storage = StorageSection(facts, self)
        self.sections = (self.account, self.service, self.appearance, self.storage)
        self._section = self.account.name
        self.search = LineField(self.tr("Search settings"), self, icon="search")
        self.search.setClearButtonEnabled(False)
        options = [Option(each.name, each.title, each.icon) for each in self.sections]
        self.list = SectionList(options, self)
        self.pages = SettingsPages(self.sections, self)
        self._side = QVBoxLayout()
        self._side.addWidget(self.search)
        self._side.addWidget(self.list, 1)
        self._layout = QHBoxLayout(self)
        self._layout.addLayout(self._side)
        self._layout.addWidget(self.pages, 1)
        self.list.section_chosen.connect(self.show_section)
        self.search.textChanged.connect(self._on_search)
        for section in self.sections:
            section.settings_edited.connect(self.settings_edited)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._focus_search)
        self._apply_theme()
        self.resize(self.sizeHint())

    def show_settings(self, settings: Settings) -> None:
        """Show the settings as they are; nothing is told of it."""
        for section in self.sections:
            section.show_settings(settings)

    def show_section(self, name: str) -> None:
        """Turn to the section of this name."""
        self._section = name
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.list.show_chosen(name)
        self.pages.show_section(name)

    def settle(self) -> None:
        """Tell what was changed last; called by itself when the dialog closes."""
        for section in self.sections:
            section.settle()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(*(theme.px(side) for side in _SIZE))

    def _on_search(self, text: str) -> None:
        words = text.casefold().split()
        if not words:
            self.show_section(self._section)
            return
        self.list.show_chosen("")
        self.pages.show_matches(words)

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.show_section(self._section)
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self.settle()
        super().done(result)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go from one control to the next as they stand.

        Qt's own chain would have to be mended each time that a choice makes its segments anew.
        """
        rows = [row for section in self.sections for row in section.rows]
        stops = [stop for row in rows for stop in tab_stops(row)]
        stops = [self.search, *self.list.buttons, *stops]
        here = self.focusWidget()
        reached = [each for each in stops if each is here or _can_be_reached(each)]
        if not reached:
            return False
        step = 1 if forward else -1
        at = reached.index(here) + step if here in reached else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        reached[at % len(reached)].setFocus(reason)
        return True

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.setMinimumSize(*(theme.px(side) for side in _LEAST))
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        side = theme.px(8)
        self._side.setContentsMargins(side, theme.px(12), side + 1, side)
        self._side.setSpacing(theme.px(8))
        self.search.setFixedWidth(theme.px(_LIST_WIDTH) - 2 * side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_side"):
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(Role.PANEL))
        width = theme.px(_LIST_WIDTH)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - width if mirrored else 0
        painter.fillRect(left, 0, width, self.height(), theme.color(Role.WELL))
        edge = left if mirrored else width
        painter.fillRect(edge, 0, 1, self.height(), theme.color(Role.LINE))


def _can_be_reached(widget: QWidget) -> bool:
    takes_it = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes_it and widget.isVisible() and widget.isEnabled()
