"""A small card over the window's lower corner: a long work that goes on beside everything else."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rushes.domain.progress import Progress
from rushes.ui.components.announcement import announce
from rushes.ui.components.button import Button
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.mini_bar import MiniBar
from rushes.ui.components.painting import paint_box
from rushes.ui.components.text_label import TextLabel
from rushes.ui.libraries.errand_words import progress_words
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_WIDTH = 320
_EDGE = 12


class WorkCard(QWidget):
    """Says what goes on and how far it is, and can stop it.

    Signals:
        cancel_requested: a person wants it stopped.
    """

    cancel_requested = Signal()

    def __init__(self, title: str, over: QWidget) -> None:
        super().__init__(over)
        self.setAccessibleName(title)
        self._over = over
        self.title = TextLabel(title, TextStyle.CONTROL, Role.STRONG, self)
        self.progress = TextLabel("", TextStyle.CONTROL, Role.MUTED, self, tabular=True)
        self.name = ElidedLabel("", TextStyle.CAPTION, Role.FAINT, self)
        self.bar = MiniBar(self, name=title)
        self.cancel = Button(self.tr("Cancel"), self, small=True)
        self.cancel.clicked.connect(self._on_cancel)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignTop)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(head)
        self._layout.addWidget(self.bar)
        self._layout.addWidget(self.progress)
        self._layout.addWidget(self.name)
        over.installEventFilter(self)
        self._apply_theme()
        self.show()
        self.raise_()
        announce(self, title)

    def show_progress(self, progress: Progress) -> None:
        """Show how far it has come."""
        self.bar.set_share(progress.share)
        self.progress.setText(progress_words(progress))
        self.name.setText(progress.name)

    def leave(self) -> None:
        """Go: it is done."""
        self._over.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel_requested.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        fill, line = theme.color(Role.POPUP), theme.color(Role.EDGE)
        paint_box(QPainter(self), QRectF(self.rect()), Radius.CARD, fill, line)

    def _apply_theme(self) -> None:
        theme = current_theme()
        side = theme.px(12)
        self._layout.setContentsMargins(side, theme.px(10), side, theme.px(10))
        self._layout.setSpacing(theme.px(6))
        self.bar.setFixedWidth(theme.px(_WIDTH) - 2 * side)
        self.setFixedWidth(theme.px(_WIDTH))
        self._place()

    def _place(self) -> None:
        self.adjustSize()
        edge = current_theme().px(_EDGE)
        self.move(edge, self._over.height() - self.height() - edge)
