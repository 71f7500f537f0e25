"""What was just done, with the way back: a small bar at the bottom of a panel for 8 seconds."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QRectF,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QStackedLayout,
    QWidget,
)
from shiboken6 import isValid

from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.floating_shadow import paint_floating
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.key_cap import KeyCap
from rushes.ui.components.motion import LEAVING_MILLISECONDS, OPENING_MILLISECONDS
from rushes.ui.components.text_label import TextLabel
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

STAY_MILLISECONDS = 8000
_ABOVE_EDGE = 12
_SHADOW = 14
_LEAST_FOR_WORDS = 200
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Toast(QWidget):
    """One message at the bottom centre of its parent; the newest replaces the one before.

    It stays for 8 seconds, and longer while the pointer is over it or the keyboard in it. Where
    the parent is narrow the words take several lines, and the act stands beneath them.

    Args:
        parent: the panel.
        above: what in the panel is to stay free while it is shown, with all that lies below it:
            a hand that was at it goes on there.

    Signals:
        undo_requested: the act was pressed.
        closed: it went, by time, by its cross, or because a newer one came.
    """

    undo_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget, *, above: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._above = above
        self._leaving = False
        self._wish: Callable[[], object] | None = None
        self._had_keyboard: QWidget | None = None
        self._text = TextLabel("", TextStyle.CONTROL, Role.STRONG, self, wrap=True)
        self._act = Button("", self, kind=ButtonKind.QUIET, small=True, icon="undo")
        self._key = KeyCap("", self)
        self._close = IconButton("close", self.tr("Close"), self, small=True)
        self._acts = QHBoxLayout()
        self._acts.addWidget(self._act)
        self._acts.addWidget(self._key)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addWidget(self._text, 1)
        self._body.addLayout(self._acts)
        self._layout = QHBoxLayout(self)
        self._layout.addLayout(self._body, 1)
        self._layout.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAY_MILLISECONDS)
        self._timer.timeout.connect(self.dismiss)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QVariantAnimation(self)
        self._fade.valueChanged.connect(self._on_fade_moved)
        self._fade.finished.connect(self._on_fade_finished)
        self._act.clicked.connect(self._on_act_clicked)
        self._close.clicked.connect(self.dismiss)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        for watched in filter(None, (parent, above)):
            watched.installEventFilter(self)
        pages = parent.layout()
        if isinstance(pages, QStackedLayout):
            # Qt puts the page that is turned to on top of everything.
            pages.currentChanged.connect(self.raise_)
        self._apply_theme()
        self.hide()

    def show_message(
        self,
        text: str,
        *,
        act: str = "",
        key: str = "",
        icon: str = "undo",
        wish: Callable[[], object] | None = None,
    ) -> None:
        """Say what was done; `act` is the way back (or on), `key` the name of its key.

        `wish` is called when the act of this message is pressed.
        """
        if self.isVisible() and not self._leaving:
            self.closed.emit()
        self._leaving = False
        self._wish = wish
        self._text.setText(text)
        self._act.setText(act)
        self._act.set_icon_name(icon if act else "")
        self._act.setVisible(bool(act))
        self._key.setText(key)
        self._key.setVisible(bool(act and key))
        self.setAccessibleName(text)
        self.show()
        self._place()
        self.raise_()
        self._timer.start()
        self._fade_to(1.0, OPENING_MILLISECONDS)

    def text(self) -> str:
        """What is told now."""
        return self._text.text()

    def remaining_milliseconds(self) -> int:
        """How long it still stays; -1 while it waits for the pointer to leave."""
        return self._timer.remainingTime() if self._timer.isActive() else -1

    def dismiss(self) -> None:
        """Go away."""
        if self.isVisible() and not self._leaving:
            self._timer.stop()
            self._leaving = True
            self._give_keyboard_back()
            self.closed.emit()
            self._fade_to(0.0, LEAVING_MILLISECONDS)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new) and not (old and self.isAncestorOf(old)):
            self._had_keyboard = old

    def _give_keyboard_back(self) -> None:
        """Hidden, a button would pass it on to whatever comes next."""
        before, self._had_keyboard = self._had_keyboard, None
        focused = self.window().focusWidget()
        if before is None or focused is None or not self.isAncestorOf(focused):
            return
        if isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fade_to(self, opacity: float, usual: int) -> None:
        self._fade.stop()
        duration = current_theme().milliseconds(usual)
        if duration == 0 or not self.window().isVisible():
            self._on_fade_finished()
            return
        self._effect.setEnabled(True)
        self._effect.setOpacity(1.0 - opacity)
        self._fade.setDuration(duration)
        self._fade.setStartValue(1.0 - opacity)
        self._fade.setEndValue(opacity)
        self._fade.start()

    def _on_fade_moved(self, value: object) -> None:
        if isinstance(value, float):
            self._effect.setOpacity(value)

    def _on_fade_finished(self) -> None:
        self._effect.setEnabled(False)
        if self._leaving:
            self._leaving = False
            self.hide()

    def _on_act_clicked(self) -> None:
        wish, self._wish = self._wish, None
        self.undo_requested.emit()
        self.dismiss()
        if wish is not None:
            wish()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible() and not self._leaving:
            self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and watched in (self.parentWidget(), self._above):
            self._place()
        return False

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self._break_lines(parent.width(), parent.height())
        width = self.width()
        bottom = parent.height()
        above = self._above
        # What fills the screen belongs to another window.
        if above is not None and parent.isAncestorOf(above) and above.isVisibleTo(parent):
            bottom = above.mapTo(parent, QPoint(0, 0)).y()
        apart = current_theme().px(_ABOVE_EDGE) - _SHADOW
        self.move((parent.width() - width) // 2, bottom - self.height() - apart)

    def _break_lines(self, room: int, highest: int) -> None:
        """Take one line, or in a narrow room as many as the words need."""
        px = current_theme().px
        self._text.setWordWrap(False)
        self._set_margins(above=0)
        self._body.setDirection(QBoxLayout.Direction.LeftToRight)
        self._layout.setAlignment(self._close, Qt.AlignmentFlag.AlignVCenter)
        # Qt tells a layout inside another of it late.
        for layout in (self._acts, self._body, self._layout):
            layout.invalidate()
        one_line = self._layout.sizeHint().width()
        if one_line <= room:
            self.resize(one_line, px(36) + 2 * _SHADOW)
            set_tool_tip(self._text, "")
            return
        beside = one_line - self._text.sizeHint().width()
        if not self._act.isHidden() and room - beside < px(_LEAST_FOR_WORDS):
            self._body.setDirection(QBoxLayout.Direction.TopToBottom)
            self._layout.setAlignment(self._close, Qt.AlignmentFlag.AlignTop)
        self._text.setWordWrap(True)
        self._set_margins(above=px(8))
        self._body.invalidate()
        self._layout.invalidate()
        height = self._layout.heightForWidth(room)
        set_tool_tip(self._text, self._text.text() if height > highest else "")
        self.resize(room, min(height, highest))

    def _set_margins(self, *, above: int) -> None:
        side, px = _SHADOW, current_theme().px
        self._layout.setContentsMargins(px(14) + side, above + side, px(4) + side, above + side)

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._acts.setSpacing(px(8))
        self._acts.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._body.setSpacing(px(12))
        self._layout.setSpacing(px(8))
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_floating(QPainter(self), QRectF(self.rect()), _SHADOW)
