"""A calm page over the whole window while its library is closed."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.domain.progress import Progress
from rushes.engine.errands import Errand, ErrandKind
from rushes.ui.components.announcement import announce
from rushes.ui.components.button import Button
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.mini_bar import MiniBar
from rushes.ui.components.text_label import TextLabel
from rushes.ui.libraries.errand_words import errand_help, errand_title, progress_words
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_ICON = 28
_WIDTH = 420
_BAR = 240
_PAUSE_MILLISECONDS = 400
"""A library that opens at once does not flash a page."""


class TurningPage(QWidget):
    """Says what is done, how far it has come, and lets a person stop what can be stopped.

    Signals:
        cancel_requested: a person wants it stopped, and everything put back.
    """

    cancel_requested = Signal()

    def __init__(self, window: QWidget, errand: Errand) -> None:
        super().__init__(window)
        self.setAccessibleName(errand_title(errand))
        self.setAccessibleDescription(errand_help(errand))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._window = window
        self._is_seen = False
        self._icon = IconPicture("folder", _ICON, Role.FAINT, self)
        self.title = TextLabel(errand_title(errand), TextStyle.TITLE, Role.STRONG, self, wrap=True)
        self.help = TextLabel(errand_help(errand), TextStyle.CONTROL, Role.MUTED, self, wrap=True)
        self.bar = MiniBar(self, name=errand_title(errand))
        self.progress = TextLabel("", TextStyle.CONTROL, Role.MUTED, self, tabular=True)
        self.cancel = Button(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self._on_cancel)
        can_stop = errand.kind not in (ErrandKind.OPEN, ErrandKind.MAKE)
        for part in (self.bar, self.progress, self.cancel):
            part.setVisible(can_stop)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for label in (self.title, self.help, self.progress):
            label.setAlignment(centre)
        self._parts = [self._icon, self.title, self.help, self.bar, self.progress, self.cancel]
        for each in self._parts:
            layout.addWidget(each, 0, centre)
        layout.addStretch(1)
        self._layout = layout
        window.installEventFilter(self)
        self._apply_theme()
        self.hide()

    def show_over(self) -> None:
        """Take the window's hands off its panels at once; be seen if it lasts."""
        for part in self._parts:
            part.setProperty("wanted", not part.isHidden())
            part.hide()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus()
        QTimer.singleShot(_PAUSE_MILLISECONDS, self, self.reveal)

    def reveal(self) -> None:
        """Be seen."""
        self._is_seen = True
        for part in self._parts:
            part.setVisible(bool(part.property("wanted")))
        announce(self, self.accessibleName())
        self.update()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it has come."""
        self.bar.set_share(progress.share)
        self.progress.setText(progress_words(progress))

    def leave(self) -> None:
        """Give the window free."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel_requested.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return event.type() in (QEvent.Type.Drop, QEvent.Type.DragEnter)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # A key of a menu would act on panels that are about to go.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Tab:
            super().keyPressEvent(event)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_seen:
            QPainter(self).fillRect(event.rect(), current_theme().color(Role.PANEL))

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._layout.setSpacing(theme.px(12))
        for label in (self.title, self.help):
            label.setFixedWidth(theme.px(_WIDTH))
            # What is centred in a layout gets no height for its width by itself.
            label.setFixedHeight(label.heightForWidth(theme.px(_WIDTH)))
        self.bar.setFixedWidth(theme.px(_BAR))
        self.update()
