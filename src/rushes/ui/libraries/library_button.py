"""The button of the top bar that names the library and opens its menu."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import MEDIUM, TextStyle

_LONGEST = 180


class LibraryButton(Button):
    """A quiet button with the library's name, shortened where it is long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, kind=ButtonKind.QUIET, icon="folder", drops_down=True)
        self._name = ""
        # A click opens a menu; what follows leaves the keyboard where a hand was working.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def name(self) -> str:
        """The whole name."""
        return self._name

    def show_library(self, name: str, place: str) -> None:
        """Show a library's name; its place is told in the tool tip."""
        self._name = name
        self.setAccessibleName(self.tr("Library {name}").format(name=name))
        self.setAccessibleDescription(place)
        set_tool_tip(self, place)
        self._shorten()

    def theme_changed(self) -> None:
        self._shorten()
        super().theme_changed()

    def _shorten(self) -> None:
        theme = current_theme()
        metrics = QFontMetricsF(theme.font(TextStyle.CONTROL, MEDIUM))
        room = theme.px(_LONGEST)
        # Two signs are one on a button: else the next letter would be its key.
        text = metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, room)
        self.setText(text.replace("&", "&&"))
