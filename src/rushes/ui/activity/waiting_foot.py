"""The foot of the jobs that wait for a person's word: the one question, and its two answers."""

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.text_lines import TextLines
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_EDGE = 3
_UNASKED_MILLISECONDS = 600


class TwoLines(ElidedLabel):
    """A sentence in one line, shortened; where it is narrow, in two, of which none is shortened."""

    _is_narrow = False

    def set_narrow(self, narrow: bool) -> None:
        """Take two lines, or one."""
        self._is_narrow = narrow
        self.setText(self.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width(), size.height() * (2 if self._is_narrow else 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def is_elided(self) -> bool:
        if self._is_narrow:
            return self._broken().height > self.sizeHint().height()
        return super().is_elided()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_narrow:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(current_theme().color(self.role if self.isEnabled() else Role.OFF))
        self._broken().paint(painter, QPointF(self.contentsRect().topLeft()), self.alignment())

    def _broken(self) -> TextLines:
        width, height = self.contentsRect().width(), self._line_height()
        direction = self.layoutDirection()
        return TextLines(self.text(), self.font(), width, height, direction, wrap=True)


class WaitingFoot(QWidget):
    """Count and price of what waits, and the button that lets it go.

    Signals:
        send_requested: a person wants them sent.
        keep_requested: a person wants them to wait on.
    """

    send_requested = Signal()
    keep_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks = False
        self.lead = ElidedLabel(
            "", TextStyle.BODY, Role.STRONG, self, weight=SEMIBOLD, tabular=True
        )
        self.lead.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.rest = ElidedLabel("", TextStyle.BODY, Role.TEXT, self, tabular=True)
        self.below = TwoLines("", TextStyle.CONTROL, Role.MUTED, self, tabular=True)
        self.keep = Button(self.tr("Keep waiting"), self)
        self.send = Button("", self, kind=ButtonKind.PRIMARY)
        self._line = QHBoxLayout()
        self._line.addWidget(self.lead)
        self._line.addWidget(self.rest, 1)
        self._words = QVBoxLayout()
        self._words.addLayout(self._line)
        self._words.addWidget(self.below)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.keep)
        self._buttons.addWidget(self.send)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.addLayout(self._words, 1)
        self._layout.addLayout(self._buttons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # Keys that were meant for another place do not send anything.
        self._just_came = QTimer(self)
        self._just_came.setSingleShot(True)
        self._just_came.setInterval(_UNASKED_MILLISECONDS)
        self.send.installEventFilter(self)
        self.send.clicked.connect(self.send_requested)
        self.keep.clicked.connect(self.keep_requested)
        self._apply_theme()

    def show_question(self, question: str, below: str, send_word: str) -> None:
        """Ask whether the jobs are to go out now."""
        self._show(question, "", below, send_word, "")

    def show_wait(self, count: str, price: str, below: str, send_word: str, icon: str) -> None:
        """Say what waits, and why it cannot go out yet; `icon` tells the same on the button."""
        self._show(count, f"· {price}", below, send_word, icon)

    def set_narrow(self, narrow: bool) -> None:
        """Put the buttons beneath the words, where both have no room side by side."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(down if narrow else across)
        self.below.set_narrow(narrow)
        # A layout inside another learns of it late, and the list asks for the height at once.
        self._words.invalidate()
        self._layout.invalidate()

    @property
    def asks(self) -> bool:
        """Whether the jobs can go out on a person's word."""
        return self._asks

    @property
    def is_fresh(self) -> bool:
        """Whether the keyboard has just come to the button by itself, so that keys do nothing."""
        return self._just_came.isActive()

    def offer_focus(self) -> None:
        """Put the keyboard on the button, unless it is needed where it is.

        It is taken from a button alone: in a text field keys write, in the Viewer Space plays,
        and neither may send anything.
        """
        window = self.window()
        focused = window.focusWidget()
        idle = focused is None or focused is window or not focused.isVisible()
        if self._asks and (idle or isinstance(focused, QAbstractButton)):
            self._just_came.start()
            self.send.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, lead: str, rest: str, below: str, send_word: str, icon: str) -> None:
        asks = self._asks = not icon
        self.lead.setText(lead)
        self.rest.setText(rest)
        self.below.setText(below)
        self.send.setText(send_word)
        self.send.set_icon_name(icon)
        self.send.setEnabled(asks)
        self.send.setAccessibleDescription(" ".join(part for part in (lead, rest, below) if part))
        self.keep.setVisible(asks)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        keys = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        if watched is self.send and event.type() in keys and self.is_fresh:
            return True
        return super().eventFilter(watched, event)

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._layout.setContentsMargins(px(16), px(12), px(12), px(12))
        self._layout.setSpacing(px(12))
        self._buttons.setSpacing(px(12))
        self._line.setSpacing(px(4))
        self._words.setSpacing(px(2))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
        elif event.type() == QEvent.Type.LanguageChange:
            self.keep.setText(self.tr("Keep waiting"))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._asks:
            return
        edge = current_theme().px(_EDGE)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - edge if mirrored else 0
        QPainter(self).fillRect(left, 0, edge, self.height(), current_theme().color(Role.ACCENT))
