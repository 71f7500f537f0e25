"""What the compose panel is made of, and where its parts lie."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.panel_head import PanelHead
from rushes.ui.components.toast import Toast
from rushes.ui.compose.body import ComposeBody
from rushes.ui.compose.foot import GENERATE_KEY, ComposeFoot
from rushes.ui.compose.tab_order import chain, tab_stops
from rushes.ui.theme.theme import current_theme

_NARROWEST = 288
_LOWEST = 320
# Below this height controls stand closer together.
_TIGHT_BELOW = 720


class ComposeFace(QWidget):
    """Head, controls, foot and the key that sends, without what they do.

    Attributes:
        head, reset_button: title of the panel, and what brings the model's defaults back.
        body: the controls.
        foot: takes, main button and its line.
        toast: tells what was done, above the foot.

    Signals:
        generate_key_pressed: a person pressed the key that sends.
    """

    generate_key_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PanelHead(self.tr("Compose"), self)
        self.reset_button = IconButton("reset", self.tr("Back to the model’s defaults"), self)
        self.head.add_widget(self.reset_button)
        self.body = ComposeBody(self)
        self.foot = ComposeFoot(self)
        self.toast = Toast(self.body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.foot)
        self._make_keys()

    def show_takes(self, takes: int) -> None:
        """Show a number of takes at the foot, and what follows from it above."""
        self.foot.set_takes(takes)
        self.body.set_takes(takes)

    def _make_keys(self) -> None:
        for key in (GENERATE_KEY, QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Enter)):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            # Held down, the key would send again and again.
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.generate_key_pressed)

    def order_tabs(self) -> None:
        """Have Tab go from part to part as they stand; after the controls have become others."""
        foot = [self.foot.takes, self.foot.button]
        chain([self.reset_button, *self.body.stops(), *foot, *tab_stops(self.toast)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.body.set_tight(event.size().height() < current_theme().px(_TIGHT_BELOW))

    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(_NARROWEST), theme.px(_LOWEST))

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(328), theme.px(828))
