"""How far a long act has come, with the way to break it off; seen only when it takes a while."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.components.button import Button
from rushes.ui.components.floating_bar import EDGE, FloatingBar
from rushes.ui.components.mini_bar import MiniBar
from rushes.ui.components.text_label import TextLabel
from rushes.ui.job_faces.measures import count_text
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

PATIENCE_MILLISECONDS = 400
"""What is done sooner is not worth a bar."""


class ProgressBar(FloatingBar):
    """Says what is under way and how much of it is done.

    Signals:
        cancel_requested: a person wants it broken off.
    """

    cancel_requested = Signal()

    def __init__(self, host: QWidget, words: str) -> None:
        super().__init__(host, Role.ACCENT)
        self.text = TextLabel(words, TextStyle.CONTROL, Role.STRONG, self)
        self.count = TextLabel("", TextStyle.CONTROL, Role.MUTED, self, tabular=True)
        self.bar = MiniBar(self, name=words)
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cancel = Button(self.tr("Cancel"), self, small=True)
        self.cancel.clicked.connect(self._on_cancelled)
        self._told = QVBoxLayout()
        self._head = QHBoxLayout()
        self._head.addWidget(self.text, 1)
        self._head.addWidget(self.count)
        self._told.addLayout(self._head)
        self._told.addWidget(self.bar)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._told, 1)
        self._row.addWidget(self.cancel)
        self.setAccessibleName(words)
        px = current_theme().px
        self._row.setContentsMargins(px(12) + EDGE, px(8), px(8), px(8))
        self._row.setSpacing(px(12))
        self._told.setSpacing(px(6))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._appear)
        self._patience.start()

    def tell(self, done: int, total: int) -> None:
        """Show how much is done."""
        self.bar.set_share(done / total if total else None)
        words = self.tr("{done} of {total}")
        self.count.setText(words.format(done=count_text(done), total=count_text(total)))

    def finish(self) -> None:
        """Go away: it is done, or broken off."""
        self._patience.stop()
        self.hide()
        self.deleteLater()

    def _appear(self) -> None:
        self.place()
        self.show()

    def _on_cancelled(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel_requested.emit()
