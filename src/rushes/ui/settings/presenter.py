"""What the window opens the settings through: one dialog at a time, and what it is connected to."""

import dataclasses

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from rushes.domain.settings import Settings
from rushes.engine.tasks import Tasks
from rushes.ui.settings.account_presenter import AccountPresenter
from rushes.ui.settings.account_state import AccountActions
from rushes.ui.settings.dialog import SettingsDialog
from rushes.ui.settings.live_look import is_another_look, put_look_in_force
from rushes.ui.settings.run_facts import RunFacts


class SettingsPresenter(QObject):
    """Opens the dialog over a window, and passes on what a person wishes there.

    Signals:
        settings_changed: a person changed these settings: name in `Settings` → value. They are
            to be written down; `show_settings` is told of the outcome.
        show_library_requested: a person wants to see the library's folder.
        token_changed: another token is in use, or none.

    Args:
        window: what the dialog lies over.
        facts: what this run uses.
        actions: what can be done about the token.
        tasks: hold what is under way.
        settings: as they are now.
    """

    settings_changed = Signal(dict)
    show_library_requested = Signal()
    token_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        facts: RunFacts,
        actions: AccountActions,
        tasks: Tasks,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._facts = dataclasses.replace(facts, language=facts.language or settings.language)
        self._settings = settings
        self._dialog: SettingsDialog | None = None
        self.account = AccountPresenter(actions, tasks, self)
        self.account.token_changed.connect(self.token_changed)

    @property
    def dialog(self) -> SettingsDialog | None:
        """The dialog, while it is open."""
        return self._dialog

    def open(self, section: str = "") -> None:
        """Open the dialog, or bring it to the front, at a section where one is named."""
        if self._dialog is None:
            self._dialog = self._made()
        if section:
            self._dialog.show_section(section)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def show_settings(self, settings: Settings) -> None:
        """Show the settings as they are now, whoever changed them, and look as they say."""
        before, self._settings = self._settings, settings
        if is_another_look(before, settings):
            put_look_in_force(settings)
        if self._dialog is not None:
            self._dialog.show_settings(settings)

    def look_again(self) -> None:
        """See where the token comes from: it may have come from the keyring late."""
        self.account.look_again()

    def close(self) -> None:
        """Close the dialog, if it is open."""
        if self._dialog is not None:
            self._dialog.close()

    def _made(self) -> SettingsDialog:
        dialog = SettingsDialog(self._facts, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form, account = dialog.account.form, self.account
        form.try_requested.connect(account.try_and_keep)
        form.keep_untried_requested.connect(account.keep_untried)
        form.forget_requested.connect(account.forget)
        account.state_changed.connect(form.show_state)
        form.show_state(account.state)
        dialog.storage.show_library_requested.connect(self.show_library_requested)
        dialog.show_settings(self._settings)
        dialog.settings_edited.connect(self.settings_changed)
        dialog.finished.connect(self._on_finished)
        return dialog

    def _on_finished(self) -> None:
        self._dialog = None
