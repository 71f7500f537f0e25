"""Asks once more before everything that runs and waits is cancelled."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.components.message_bar import MessageBar, MessageKind


class CancelAllBar(MessageBar):
    """Says what a cancel of everything comes to; hidden until it is asked.

    Signals:
        confirmed: a person wants it all cancelled.
        shown: whether it is seen now.
    """

    confirmed = Signal()
    shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(MessageKind.WARN, "", parent, act=" ", closable=True)
        self._waiting = self._running = 0
        self.hide()
        self.act_requested.connect(self._on_confirmed)
        self.close_requested.connect(self.hide)

    def ask(self, waiting: int, running: int) -> None:
        """Show what there is to cancel, and have the keyboard on the way out of it."""
        self.follow(waiting, running)
        if self._waiting or self._running:
            self.show()
            self.close_button.setFocus()

    def follow(self, waiting: int, running: int) -> None:
        """So many jobs wait and run now; with none of them nothing is asked any more."""
        self._waiting, self._running = waiting, running
        if not (self._waiting or self._running):
            self.hide()
        self._show_words()

    def _show_words(self) -> None:
        sentences = []
        if self._waiting == 1:
            sentences.append(self.tr("One job has not been sent: it will cost nothing."))
        elif self._waiting:
            words = self.tr("{count} jobs have not been sent: they will cost nothing.")
            sentences.append(words.format(count=self._waiting))
        if self._running == 1:
            sentences.append(self.tr("One runs: the service is asked to stop it, and may say no."))
        elif self._running:
            words = self.tr("{count} run: the service is asked to stop them, and may say no.")
            sentences.append(words.format(count=self._running))
        jobs = self._waiting + self._running
        one, many = self.tr("Cancel 1 job"), self.tr("Cancel {count} jobs").format(count=jobs)
        act = one if jobs == 1 else many
        self.set_message(MessageKind.WARN, " ".join(sentences), act=act)

    def _on_confirmed(self) -> None:
        self.hide()
        self.confirmed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
