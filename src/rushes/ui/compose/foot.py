"""The foot of Compose: how many takes, the main button, and what goes out."""

from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.components.hairline import Hairline
from rushes.ui.components.key_cap import key_text
from rushes.ui.components.main_button import MainButton
from rushes.ui.components.outcome_line import OutcomeLine
from rushes.ui.components.stepper import Stepper
from rushes.ui.components.text_label import TextLabel
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.compose.draft import MOST_TAKES
from rushes.ui.compose.schema_words import seconds_text
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

GENERATE_KEY = QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return)
"""The key that sends from anywhere in the panel."""


class Outlook(Enum):
    """What becomes of the jobs that the main button makes."""

    SENT = "sent"
    WAIT_FOR_NETWORK = "wait_for_network"
    WAIT_FOR_SERVICE = "wait_for_service"
    TOKEN_NEEDED = "token_needed"
    """Nothing: there is no token that the service accepts."""


class ComposeFoot(QWidget):
    """Stays where it is while the controls above it scroll.

    Signals:
        takes_edited: a person changed the number of takes; setters do not emit it.
        generate_requested: the main button was pressed; without a token it leads to one.
    """

    takes_edited = Signal(int)
    generate_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seconds: float | None = None
        self._reason = ""
        self._is_wrong = False
        self._outlook = Outlook.SENT
        self._edited = 0
        self._label = TextLabel(self.tr("Takes"), TextStyle.CONTROL, Role.TEXT, self)
        self.takes = Stepper(1, MOST_TAKES, self, name=self.tr("Takes"))
        self.button = MainButton(self.tr("Generate"), self, key=key_text(GENERATE_KEY))
        self.line = OutcomeLine(self)
        # A long reason is shortened to the width there is, rather than asking for more.
        self.line.setMinimumWidth(1)
        row = self._row = QHBoxLayout()
        row.addWidget(self._label)
        row.addWidget(self.takes)
        row.addStretch(1)
        self._inner = QVBoxLayout()
        self._inner.addLayout(row)
        self._inner.addWidget(self.button)
        self._inner.addWidget(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Hairline(parent=self))
        layout.addLayout(self._inner)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.takes.value_edited.connect(self._on_takes_edited)
        self.button.clicked.connect(self.generate_requested)
        self._show()
        self._apply_theme()

    def set_takes(self, takes: int) -> None:
        """Show a number of takes."""
        self.takes.set_value(takes)
        self._show()

    def set_seconds(self, seconds: float | None) -> None:
        """Say how long each clip will be; None where it is not known."""
        self._seconds = seconds
        self._show()

    @property
    def outlook(self) -> Outlook:
        """What becomes of the jobs."""
        return self._outlook

    def set_outlook(self, outlook: Outlook) -> None:
        """Say what becomes of the jobs."""
        if outlook is not self._outlook:
            self._outlook = outlook
            self._show()

    def set_edited(self, jobs: int) -> None:
        """Offer to save changes of so many jobs that wait; with 0 of them, to make new ones."""
        self._edited = jobs
        self._label.setVisible(not jobs)
        self.takes.setVisible(not jobs)
        self._show()

    def set_reason(self, reason: str, *, wrong: bool = False) -> None:
        """Say why nothing can be sent now; `wrong` means that an input is refused.

        An empty reason says that all is well.
        """
        self._reason, self._is_wrong = reason, wrong
        self._show()

    def _on_takes_edited(self, takes: int) -> None:
        self._show()
        self.takes_edited.emit(takes)

    def _show(self) -> None:
        needs_token = self._outlook is Outlook.TOKEN_NEEDED and not self._edited
        reason = self.tr("The service needs a RunComfy token") if needs_token else self._reason
        self.button.setText(self._word(1 if reason else self.takes.value()))
        self.button.setEnabled(needs_token or not reason)
        set_tool_tip(self.line, reason)
        if reason:
            role = Role.BAD if self._is_wrong else Role.MUTED
            role = Role.WARN if needs_token else role
            self.line.set_problem(self._shortened(reason, role), role)
            self.button.setAccessibleDescription(reason)
            return
        self._show_outcome(self.takes.value())
        self.button.setAccessibleDescription(self.line.accessibleName())

    def _word(self, takes: int) -> str:
        if self._edited:
            many = self.tr("Change {count} jobs").format(count=self._edited)
            return self.tr("Change the job") if self._edited == 1 else many
        if self._outlook is Outlook.TOKEN_NEEDED:
            return self.tr("Enter a token…")
        if self._outlook is Outlook.SENT:
            many = self.tr("Generate {count}").format(count=takes)
            return self.tr("Generate") if takes == 1 else many
        many = self.tr("Queue {count} for later").format(count=takes)
        return self.tr("Queue for later") if takes == 1 else many

    def _show_outcome(self, takes: int) -> None:
        """Say how many jobs go out and how long each is; offline, what they wait for instead."""
        takes = self._edited or takes
        jobs = self.tr("1 job") if takes == 1 else self.tr("{count} jobs").format(count=takes)
        length = "" if self._seconds is None else seconds_text(self._seconds)
        rest = f"· {length}" if length else ""
        if length and takes > 1:
            rest = self.tr("· {length} each").format(length=length)
        if self._edited:
            one, many = self.tr("· keeps its place"), self.tr("· keep their places")
            rest = one if takes == 1 else many
        elif self._outlook is Outlook.WAIT_FOR_NETWORK:
            one, many = self.tr("· waits for the network"), self.tr("· wait for the network")
            rest = one if takes == 1 else many
        elif self._outlook is Outlook.WAIT_FOR_SERVICE:
            one, many = self.tr("· waits for the service"), self.tr("· wait for the service")
            rest = one if takes == 1 else many
        self.line.set_outcome(jobs, self.tr("price not known"), rest)

    def _shortened(self, reason: str, role: Role) -> str:
        """The reason in one line of the width there is; all of it is in the tool tip."""
        theme = current_theme()
        beside = 2 * theme.metrics.padding + theme.px(8 if role is Role.MUTED else 24)
        metrics = QFontMetricsF(theme.font(TextStyle.CAPTION))
        room = max(self.width() - beside, theme.px(120))
        return metrics.elidedText(reason, Qt.TextElideMode.ElideRight, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        elided = self._reason or (self._outlook is Outlook.TOKEN_NEEDED and not self._edited)
        if elided and event.size().width() != event.oldSize().width():
            self._show()

    def _apply_theme(self) -> None:
        theme = current_theme()
        side = theme.metrics.padding
        self._row.setSpacing(theme.px(8))
        self._inner.setContentsMargins(side, theme.px(12), side, theme.px(16))
        # The button stands apart from the takes, its line close to it.
        self._inner.setSpacing(theme.px(8))
        self._row.setContentsMargins(0, 0, 0, theme.px(4))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
