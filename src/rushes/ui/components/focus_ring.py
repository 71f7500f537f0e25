"""The ring around the control that has the keyboard.

One object of the application follows the focus and draws the ring as a see-through widget beside
the focused one, outside its edge. It is shown when focus came by a key, never for the mouse.
Text fields show focus by their own rim; a widget that paints its own sets the property
`ownFocusRing`. A control whose ring belongs around something larger (a segment: its track) names
that widget by `focus_ring_target()`, one that needs it around a part says which by
`focus_ring_rect()`; `focus_ring_radius()` tells how round it is.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from rushes.ui.components.painting import paint_box
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_GAP = 2
_ROUND_TARGETS = (QAbstractButton, QAbstractSlider, QComboBox, QTabBar)
# Containers that take every child widget for one of their pages.
_GREEDY_PARENTS = (QSplitter, QStackedWidget, QAbstractScrollArea, QMainWindow)
_FOLLOWED = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ParentChange,
        QEvent.Type.StyleChange,
        QEvent.Type.EnabledChange,
    }
)


class RingOverlay(QWidget):
    """The ring itself, drawn around one widget; it lets every click through."""

    def __init__(self, widget: QWidget) -> None:
        """`widget` is what has the keyboard."""
        target = ring_target(widget)
        super().__init__(_host_for(target))
        self._target = target
        self._radius = ring_radius(widget)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focusRing")
        self.follow()

    def between(self) -> list[QWidget]:
        """The widgets that the target lies in, up to the one that the ring is drawn in."""
        found, host = [], self.parentWidget()
        upper = self._target.parentWidget()
        while upper is not None and upper is not host:
            found.append(upper)
            upper = upper.parentWidget()
        return found

    def follow(self) -> None:
        """Lie around the target as it stands now."""
        host = self.parentWidget()
        if host is None or not isValid(self._target):
            return
        # Coming into sight has Qt lay out what is around, which may take the target elsewhere.
        self.setVisible(self._target.isVisibleTo(host))
        self.raise_()
        reach = _GAP + current_theme().focus_width
        area = ring_rect(self._target)
        area.moveTopLeft(self._target.mapTo(host, area.topLeft()))
        self.setGeometry(area.adjusted(-reach, -reach, reach, reach))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        width = theme.focus_width
        radius = self._radius + _GAP + width
        paint_box(
            painter,
            QRectF(self.rect()),
            radius,
            line=theme.color(Role.ACCENT),
            line_width=width,
        )


def _host_for(target: QWidget) -> QWidget:
    """The nearest ancestor with room for the ring that does not take it for a page."""
    reach = _GAP + 3
    host = target.parentWidget()
    if host is None:
        return target
    while True:
        upper = host.parentWidget()
        if host.isWindow() or upper is None:
            return host
        area = QRect(target.mapTo(host, QPoint(0, 0)), target.size())
        roomy = host.rect().contains(area.adjusted(-reach, -reach, reach, reach))
        scrolled = isinstance(upper.parentWidget(), QAbstractScrollArea)
        if (roomy or scrolled) and not isinstance(host, _GREEDY_PARENTS):
            return host
        host = upper


class FocusRing(QObject):
    """Shows the ring around whatever has the keyboard; made once, by the theme."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._widget: QWidget | None = None
        self._target: QWidget | None = None
        self._overlay: RingOverlay | None = None
        self._between: list[QWidget] = []
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        if now is None or not wants_ring(now):
            return
        self._widget = now
        self._target = ring_target(now)
        for followed in {self._widget, self._target}:
            followed.installEventFilter(self)
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._show()

    def _let_go(self) -> None:
        for followed in (self._widget, self._target):
            if followed is not None and isValid(followed):
                followed.removeEventFilter(self)
        self._widget = self._target = None
        self._hide()

    def _show(self) -> None:
        if self._overlay is None and self._widget is not None:
            self._overlay = RingOverlay(self._widget)
            self._between = self._overlay.between()
            for widget in self._between:
                widget.installEventFilter(self)

    def _hide(self) -> None:
        for widget in self._between:
            if isValid(widget) and widget is not self._widget and widget is not self._target:
                widget.removeEventFilter(self)
        self._between = []
        if self._overlay is not None and isValid(self._overlay):
            self._overlay.hide()
            self._overlay.deleteLater()
        self._overlay = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        is_own = watched is self._widget or watched is self._target
        if kind is QEvent.Type.MouseButtonPress and is_own:
            self._hide()
        elif kind is QEvent.Type.KeyPress and is_own:
            self._show()
        elif kind in _FOLLOWED and self._overlay is not None:
            if not isValid(self._overlay):
                self._overlay = None
            elif kind is QEvent.Type.ParentChange:
                self._hide()
                self._show()
            else:
                self._overlay.follow()
        return False


def wants_ring(widget: QWidget) -> bool:
    """Tell whether a focused widget is told by the ring, rather than by a rim of its own."""
    if widget.property("ownFocusRing"):
        return False
    if hasattr(widget, "focus_ring_target") or hasattr(widget, "focus_ring_radius"):
        return True
    if isinstance(widget, QComboBox) and widget.isEditable():
        return False
    return isinstance(widget, _ROUND_TARGETS)


def ring_target(widget: QWidget) -> QWidget:
    """The widget that the ring goes around when `widget` has the keyboard."""
    chosen = getattr(widget, "focus_ring_target", None)
    target = chosen() if callable(chosen) else widget
    return target if isinstance(target, QWidget) else widget


def ring_rect(target: QWidget) -> QRect:
    """The part of the target that the ring goes around, in its own coordinates."""
    chosen = getattr(target, "focus_ring_rect", None)
    area = chosen() if callable(chosen) else target.rect()
    return QRect(area) if isinstance(area, QRect) else target.rect()


def ring_radius(widget: QWidget) -> float:
    """How round the corners of the focused control are, in pixels."""
    chosen = getattr(widget, "focus_ring_radius", None)
    return float(chosen()) if callable(chosen) else float(Radius.CONTROL)
