"""A small popup that asks for a name."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.error_line import ErrorLine
from rushes.ui.components.line_field import LineField
from rushes.ui.components.painting import paint_box
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_WIDTH = 260
_LONGEST = 80


class NamePopup(QWidget):
    """A title, a field, one button; Enter takes the name, Escape closes.

    It stays open until whoever takes the name closes it, so that a refusal can be told in it.

    Signals:
        named: the name that a person gave.
    """

    named = Signal(str)

    def __init__(self, title: str, act: str, parent: QWidget, *, name: str = "") -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self._title = TextLabel(title, TextStyle.CONTROL, Role.STRONG, self, weight=SEMIBOLD)
        self.field = LineField(self.tr("Name"), self, name=title)
        self.field.setMaxLength(_LONGEST)
        self.field.setText(name)
        self.field.selectAll()
        self.button = Button(act, self, kind=ButtonKind.PRIMARY)
        self.error = ErrorLine("", self)
        theme = current_theme()
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self._layout = QVBoxLayout(self)
        side = theme.px(12)
        self._layout.setContentsMargins(side, theme.px(10), side, side)
        self._layout.setSpacing(theme.px(8))
        self._layout.addWidget(self._title)
        self._layout.addLayout(row)
        self._layout.addWidget(self.error)
        self.setFixedWidth(max(theme.px(_WIDTH), self._layout.sizeHint().width()))
        self.field.textEdited.connect(self._on_edited)
        self.button.clicked.connect(self._take)
        self.field.installEventFilter(self)
        self._on_edited()

    def open_under(self, anchor: QWidget) -> None:
        """Open beneath a widget, on its screen."""
        self._fit()
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        room = anchor.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        self.field.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why the name cannot be taken."""
        self.field.set_refused(bool(sentence))
        self.error.set_message(sentence)
        self.field.setAccessibleDescription(sentence)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the sentence needs in this width, which the hint alone does not know."""
        self._layout.activate()
        self.resize(self.width(), self._layout.totalHeightForWidth(self.width()))

    def _on_edited(self) -> None:
        self.refuse("")
        self.button.setEnabled(bool(self.field.text().strip()))

    def _take(self) -> None:
        name = self.field.text().strip()
        if name:
            self.named.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        fill, line = theme.color(Role.POPUP), theme.color(Role.EDGE)
        paint_box(QPainter(self), QRectF(self.rect()), Radius.CARD, fill, line)
