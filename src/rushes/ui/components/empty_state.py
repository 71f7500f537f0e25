"""What a panel says while it has nothing to show, and what to do next."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.components.button import Button
from rushes.ui.components.key_cap import KeyCap
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_ICON = 28
_WIDTH = 250


class IconPicture(QWidget):
    """An icon as a picture, in a colour role; `size` in pixels at 100 %."""

    def __init__(self, icon: str, size: int, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._size = size
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, role: Role | None = None) -> None:
        """Show another icon, in another role where one is named."""
        self._icon_name = icon
        self._role = role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        side = current_theme().px(self._size)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color(self._role if self.isEnabled() else Role.OFF)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        area = QRectF(self.rect())
        paint_icon(QPainter(self), self._icon_name, area, color, mirrored=mirrored)


class EmptyState(QWidget):
    """An icon, a title, one or two lines, and one button or a key.

    Signals:
        act_requested: the button was pressed.
    """

    act_requested = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        parent: QWidget | None = None,
        *,
        act: str = "",
        key: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        centred = Qt.AlignmentFlag.AlignHCenter
        self.icon = IconPicture(icon, _ICON, Role.FAINT, self)
        self.title = TextLabel(title, TextStyle.TITLE, Role.STRONG, self, wrap=True)
        self.text = TextLabel(text, TextStyle.CONTROL, Role.MUTED, self, wrap=True)
        self.button = Button(act, self)
        self._key = KeyCap(key, self)
        for label in (self.title, self.text):
            label.setAlignment(centred)
        self.button.clicked.connect(self.act_requested)
        self._column = QWidget(self)
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.icon, 0, centred)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.text)
        self._layout.addWidget(self.button, 0, centred)
        self._layout.addWidget(self._key, 0, centred)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._column)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        self.set_act(act)
        self._key.setVisible(bool(key))
        self._apply_theme()

    def set_words(self, icon: str, title: str, text: str) -> None:
        """Say something else."""
        self.icon.set_icon(icon)
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def set_act(self, act: str) -> None:
        """Offer one thing to do; an empty word offers none."""
        self.button.setText(act)
        self.button.setVisible(bool(act))

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._layout.setSpacing(0)
        self.title.setContentsMargins(0, theme.px(12), 0, theme.px(4))
        self.text.setContentsMargins(0, 0, 0, theme.px(14))
        self._fit()

    def _fit(self) -> None:
        """At most as wide as is pleasant to read, and never wider than there is room for."""
        theme = current_theme()
        room = max(self.width() - theme.px(16), theme.px(64))
        self._column.setFixedWidth(min(theme.px(_WIDTH), room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
