"""An answer that cannot be taken back: asked once more in its own row before it is given."""

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.answers.answer_row import AnswerRow
from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.theme.roles import Role


class ConfirmRow(AnswerRow):
    """Its button turns the row into a question; only the second button gives the answer, once.

    The second click of a double click gives no answer.

    Signals:
        confirmed: the person said it twice.
    """

    confirmed = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        act: str,
        parent: QWidget | None = None,
        *,
        lead: str = "",
        question: str,
        consequence: str,
        confirm: str,
    ) -> None:
        super().__init__(icon, title, text, parent, lead=lead)
        self._words_at_rest = (title, text, lead)
        self._question = (question, consequence)
        self._asked_at = 0.0
        self._asks = False
        self.button = Button(act, self, kind=ButtonKind.WARN)
        self.confirm = Button(confirm, self, kind=ButtonKind.WARN)
        self.cancel = Button(QCoreApplication.translate("Answers", "Cancel"), self)
        self.button.clicked.connect(self._ask)
        self.confirm.clicked.connect(self._on_confirmed)
        self.cancel.clicked.connect(self._leave)
        for act_button in (self.button, self.confirm, self.cancel):
            self.add_act(act_button)
        for each in (self.confirm, self.cancel):
            each.setAccessibleDescription(question)
            each.installEventFilter(self)
        self._show_state()

    @property
    def asks(self) -> bool:
        """Whether the question is open."""
        return self._asks

    def say(self, title: str, text: str, *, lead: str = "") -> None:
        self._words_at_rest = (title, text, lead)
        self._show_state()

    def begin_anew(self) -> None:
        super().begin_anew()
        self._asks = False
        self._enable(True)
        self._show_state()

    def show_problem(self, sentence: str, remedy: str = "") -> None:
        super().show_problem(sentence, remedy)
        self._enable(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self._leave()
            return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        self._asks = True
        self._asked_at = time.monotonic()
        self._show_state()
        # A key pressed once too often must not send.
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._asks = False
        self._show_state()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirmed(self) -> None:
        since = 1000 * (time.monotonic() - self._asked_at)
        if since < QGuiApplication.styleHints().mouseDoubleClickInterval():
            return
        super().show_problem("")
        self._enable(False)
        self._asks = False
        self._show_state()
        self.confirmed.emit()

    def _enable(self, enabled: bool) -> None:
        for each in (self.button, self.confirm, self.cancel):
            each.setEnabled(enabled)

    def _show_state(self) -> None:
        if self._asks:
            super().say(*self._question)
        else:
            title, text, lead = self._words_at_rest
            super().say(title, text, lead=lead)
        self.title.set_role(Role.WARN if self._asks else Role.STRONG)
        focus_is_here = any(each.hasFocus() for each in (self.button, self.confirm, self.cancel))
        if focus_is_here:
            # Focus would jump to whatever comes next when its button goes.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.button.setVisible(not self._asks)
        self.confirm.setVisible(self._asks)
        self.cancel.setVisible(self._asks)
