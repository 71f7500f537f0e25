"""A small box over a window in which a mark is typed; it stands in nobody's way."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from rushes.ui.components.floating_shadow import paint_floating
from rushes.ui.theme.theme import current_theme

_SHADOW = 14
_WIDTH = 320
_PADDING = 12
_AWAY = 4


class MarkPopup(QWidget):
    """Lies in the window of what is marked, so that it works in full screen and by keys alone.

    Escape leaves it, a click elsewhere or the way to another control keeps what was typed. Then it
    goes away for good, and the keyboard is where it was before.

    Attributes:
        body: what stands in it, from top to bottom.

    Signals:
        closed: it is going away.
    """

    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        """`host` is the window in which it lies."""
        super().__init__(host)
        self.setObjectName("markPopup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._before: QWidget | None = None
        self._anchor = QRect()
        self._stands_inside = False
        self._is_open = False
        self.body = QVBoxLayout(self)
        self._apply_theme()
        self.hide()

    def open_at(self, anchor: QRect, *, inside: bool) -> None:
        """Open beside `anchor`, which is in pixels of the window.

        With `inside` it stands in the anchor at its lower edge, else below or above it.
        """
        self._anchor, self._stands_inside = anchor, inside
        self._before = QApplication.focusWidget()
        self._is_open = True
        self._place()
        self.show()
        self.raise_()
        self.take_focus()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)
            application.focusChanged.connect(self._on_focus_changed)

    def take_focus(self) -> None:
        """Have the keyboard where typing begins."""

    def keep(self) -> None:
        """Have what was typed count; called once, unless Escape was pressed."""

    def finish(self, *, keeps: bool) -> None:
        """Go away; with `keeps`, what was typed counts."""
        if not self._is_open:
            return
        self._is_open = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.removeEventFilter(self)
            application.focusChanged.disconnect(self._on_focus_changed)
        focused = QApplication.focusWidget()
        had_focus = focused is None or self.isAncestorOf(focused)
        if keeps:
            self.keep()
        before = self._before
        if had_focus and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.hide()
        self.deleteLater()

    # What ends it

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self and not self.isAncestorOf(new):
            self.finish(keeps=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            is_own = watched is self or self.isAncestorOf(watched) or isinstance(watched, QMenu)
            if not is_own:
                # The click does what it does anyway.
                self.finish(keeps=True)
        elif event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.finish(keeps=True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # Every key belongs to what is typed here, none to the window.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish(keeps=False)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    # Look

    def fit(self) -> None:
        """Be as large as what stands in it, which has changed."""
        if self._is_open:
            self._place()

    def _place(self) -> None:
        """Stand beside the anchor and inside the window; what has no room above goes below."""
        host = self.parentWidget()
        if host is None:
            return
        px = current_theme().px
        width = min(px(_WIDTH) + 2 * _SHADOW, host.width())
        self.body.activate()
        height = self.body.heightForWidth(width)
        height = self.body.sizeHint().height() if height < 0 else height
        anchor, away = self._anchor, px(_AWAY)
        x = anchor.center().x() - width // 2
        if self._stands_inside:
            y = anchor.bottom() - height + _SHADOW - px(_PADDING)
        else:
            y = anchor.bottom() + away - _SHADOW
            if y + height > host.height():
                y = anchor.top() - height - away + _SHADOW
        reach = _SHADOW - away
        x = max(-reach, min(x, host.width() - width + reach))
        y = max(-reach, min(y, host.height() - height + reach))
        self.setGeometry(QRect(QPoint(x, y), self.size()))
        self.resize(width, height)

    def _apply_theme(self) -> None:
        px = current_theme().px
        around = px(_PADDING) + _SHADOW
        self.body.setContentsMargins(around, px(10) + _SHADOW, around, px(10) + _SHADOW)
        self.body.setSpacing(px(8))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_floating(QPainter(self), QRectF(self.rect()), _SHADOW)
