"""What all hand-painted buttons share: the fill under the pointer, keys, measuring again."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from rushes.ui.components.motion import Transition


class PaintedButton(QPushButton):
    """A push button that paints itself; Enter presses it as well as Space.

    Attributes:
        hover: how far the fill under the pointer has come, 0 to 1.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.hover = Transition(self)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_pointer_over(self, over: bool) -> None:
        """Look as if the pointer were over the button, or not."""
        self.hover.go_to(1.0 if over and self.isEnabled() else 0.0)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.set_pointer_over(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.set_pointer_over(False)
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.theme_changed()
        elif event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self.hover.jump_to(0.0)

    def theme_changed(self) -> None:
        """Measure again: text size or density may be another one."""
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def is_mirrored(self) -> bool:
        """Tell whether the text runs from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def looks_pressed(self) -> bool:
        """Tell whether it is held down, or its menu is open."""
        menu = self.menu()
        return self.isDown() or (menu is not None and menu.isVisible())
