"""A bar inside a panel: what happened, what was kept, and one thing to do."""

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.ui.components.button import Button
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.painting import mirrored_rect, paint_box
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_EDGE = 3


class MessageKind(Enum):
    """What kind of news it is: its colour role and its usual icon."""

    INFO = (Role.ACCENT, "info")
    OK = (Role.OK, "ready")
    WARN = (Role.WARN, "warn")
    BAD = (Role.BAD, "failed")


class MessageBar(QWidget):
    """News that stays until it is settled; never a window in the way.

    Signals:
        act_requested: the button was pressed.
        close_requested: the cross was pressed.
    """

    act_requested = Signal()
    close_requested = Signal()

    def __init__(
        self,
        kind: MessageKind,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        act: str = "",
        closable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self.icon = IconPicture(icon or kind.value[1], 16, kind.value[0], self)
        self.text = TextLabel(text, TextStyle.CONTROL, Role.TEXT, self, wrap=True)
        self.button = Button(act, self, small=True)
        self.close_button = IconButton("close", self.tr("Close"), self, small=True)
        # A click leaves the keyboard where it is: what goes away could not keep it.
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.act_requested)
        self.close_button.clicked.connect(self.close_requested)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.icon)
        self._layout.addWidget(self.text, 1)
        self._layout.addWidget(self.button)
        self._layout.addWidget(self.close_button)
        self.button.setVisible(bool(act))
        self.close_button.setVisible(closable)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        self._apply_theme()

    def set_message(self, kind: MessageKind, text: str, *, icon: str = "", act: str = "") -> None:
        """Tell something else."""
        self._kind = kind
        self.icon.set_icon(icon or kind.value[1], kind.value[0])
        self.text.setText(text)
        self.button.setText(act)
        self.button.setVisible(bool(act))
        self.setAccessibleName(text)
        self.update()

    def _apply_theme(self) -> None:
        theme = current_theme()
        small = theme.px(8)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start, end = theme.px(12) + _EDGE, small
        left, right = (end, start) if mirrored else (start, end)
        self._layout.setContentsMargins(left, theme.px(6), right, theme.px(6))
        self._layout.setSpacing(theme.px(10))
        self.setMinimumHeight(theme.px(36))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        edge_color = theme.color(self._kind.value[0])
        fill, line = theme.color(Role.POPUP), theme.color(Role.EDGE)
        paint_box(painter, area, Radius.CONTROL, fill, line)
        shape = QPainterPath()
        shape.addRoundedRect(area, Radius.CONTROL, Radius.CONTROL)
        painter.setClipPath(shape)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = QRectF(area.left(), area.top(), _EDGE, area.height())
        painter.fillRect(mirrored_rect(edge, area, mirrored), edge_color)
