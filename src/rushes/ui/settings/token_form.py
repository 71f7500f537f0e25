"""The token: its field, what can be done with it, and how it stands."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.domain.error_words import words_for
from rushes.domain.replies import Balance
from rushes.engine.credentials import TokenSource
from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.job_faces.prices import money_text
from rushes.ui.settings.account_state import AccountState, Trial
from rushes.ui.settings.fact_line import FactLine
from rushes.ui.settings.token_field import TokenField
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.translation import translated_words

_FORGETTABLE = (TokenSource.KEYRING, TokenSource.SESSION)


class TokenForm(QWidget):
    """Field and buttons in one row, and two lines: the trial's outcome, and where the token is.

    Attributes:
        field: where a token is entered.
        try_button, keep_button, forget_button: what can be done.
        trial_line, keeping_line: what is known.

    Signals:
        try_requested: have this token tried, and kept if it is good.
        keep_untried_requested: have this token kept as it is.
        forget_requested: use the token no more.
    """

    try_requested = Signal(str)
    keep_untried_requested = Signal(str)
    forget_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = AccountState()
        self.field = TokenField(self)
        self.try_button = Button(self.tr("Try and keep"), self, kind=ButtonKind.PRIMARY)
        self.keep_button = Button(self.tr("Keep it untried"), self)
        self.forget_button = Button(self.tr("Forget the token"), self)
        self.trial_line, self.keeping_line = FactLine(self), FactLine(self)
        self._entry = QHBoxLayout()
        self._entry.addWidget(self.field, 1)
        self._entry.addWidget(self.try_button)
        self._acts = QHBoxLayout()
        self._acts.addWidget(self.keep_button)
        self._acts.addWidget(self.forget_button)
        self._acts.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._entry)
        self._layout.addWidget(self.trial_line)
        self._layout.addWidget(self.keeping_line)
        self._layout.addLayout(self._acts)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self._on_try)
        self.try_button.clicked.connect(self._on_try)
        self.keep_button.clicked.connect(self._on_keep)
        self.forget_button.clicked.connect(self.forget_requested)
        self._apply_theme()
        self.show_state(self._state)

    def show_state(self, state: AccountState) -> None:
        """Show what is known; the field is emptied once its token is in use."""
        before, self._state = self._state, state
        was_settled = before.is_busy and not state.is_busy
        if was_settled and state.trial in (Trial.WORKS, Trial.NONE):
            self.field.forget()
        self.field.set_refused(state.trial is Trial.REFUSED)
        self._show_trial(state)
        self._show_keeping(state)
        self._show_acts()

    def _show_trial(self, state: AccountState) -> None:
        line, words = self.trial_line, ""
        if state.trial_error is not None:
            words = translated_words(words_for(state.trial_error)).happened
        match state.trial:
            case Trial.NONE:
                line.show_fact("", "", Role.MUTED, Role.TEXT)
            case Trial.TRYING:
                text = self.tr("The service is asked about the token…")
                line.show_fact("in_progress", text, Role.ACCENT, Role.TEXT)
            case Trial.WORKS:
                text = f"{self.tr('The token works.')} {self._left(state.balance)}"
                line.show_fact("ready", text, Role.OK, Role.TEXT)
            case Trial.REFUSED:
                text = self.tr("It was not kept; look whether it was copied whole.")
                line.show_fact("refused", f"{words} {text}", Role.BAD, Role.BAD)
            case Trial.NOT_KNOWN:
                text = self.tr("So nobody knows whether the token is good, and it was not kept.")
                line.show_fact("warn", f"{words} {text}", Role.WARN, Role.TEXT)

    def _show_keeping(self, state: AccountState) -> None:
        icon, role, text = "lock", Role.MUTED, ""
        if state.is_keeping:
            icon, text = "in_progress", self.tr("The system’s keyring is asked…")
        elif state.keyring_error is not None:
            icon, role = "warn", Role.WARN
            words = translated_words(words_for(state.keyring_error))
            text = words.sentence
            if state.source is not TokenSource.SESSION:
                held = self.tr("It may still hold the token, which Rushes does not use any more.")
                text = f"{words.happened} {held}"
        elif state.source is TokenSource.NONE:
            # What a trial came to says as much.
            if state.trial is Trial.NONE:
                text = self.tr("There is no token yet: nothing can be sent without one.")
            icon = "info"
        elif state.source is TokenSource.KEYRING:
            text = self.tr(
                "Kept in this computer’s keyring; never in the library, in exports or in logs."
            )
        elif state.source is TokenSource.SESSION:
            icon, text = "waiting", self.tr("A token is used until Rushes is closed.")
        else:
            icon = "info"
            text = self.tr("The token of the variable {name} is used.")
            text = text.format(name=state.variable)
        if state.variable and state.source in _FORGETTABLE and not state.is_keeping:
            wins = self.tr("When Rushes starts again, the token of the variable {name} wins.")
            text = f"{text} {wins.format(name=state.variable)}"
        self.keeping_line.show_fact(icon, text, role, Role.MUTED)

    def _show_acts(self) -> None:
        state, has_text = self._state, bool(self.field.token())
        self.field.setReadOnly(state.is_busy)
        self.try_button.setEnabled(has_text and not state.is_busy)
        self.keep_button.setVisible(state.trial is Trial.NOT_KNOWN and has_text)
        self.forget_button.setVisible(state.source in _FORGETTABLE)
        self.forget_button.setEnabled(not state.is_busy)

    def _left(self, balance: Balance | None) -> str:
        if balance is None:
            return self.tr("The service did not tell what is left.")
        amount = money_text(balance.amount, balance.currency)
        return self.tr("{amount} left.").format(amount=amount)

    def _on_text_changed(self) -> None:
        if self._state.trial is not Trial.TRYING:
            self.field.set_refused(False)
        self._show_acts()

    def _on_try(self) -> None:
        if self.try_button.isEnabled():
            self.try_requested.emit(self.field.token())

    def _on_keep(self) -> None:
        self.keep_untried_requested.emit(self.field.token())

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._layout.setContentsMargins(0, theme.px(8), 0, theme.px(2))
        self._layout.setSpacing(theme.px(6))
        for row in (self._entry, self._acts):
            row.setSpacing(theme.px(8))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
