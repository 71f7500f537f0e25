"""The account: the token that opens it."""

from PySide6.QtWidgets import QWidget

from rushes.domain.origins import host_of
from rushes.domain.settings import Settings
from rushes.ui.settings.run_facts import RunFacts
from rushes.ui.settings.section import SettingsSection
from rushes.ui.settings.setting_row import SettingRow
from rushes.ui.settings.token_form import TokenForm


class AccountSection(SettingsSection):
    """Holds the token's form; the demo needs none, and says so.

    Attributes:
        form: the token's form.
    """

    def __init__(self, facts: RunFacts, parent: QWidget | None = None) -> None:
        super().__init__("account", "key", parent)
        self.set_title(self.tr("Account"))
        self.form = TokenForm(self)
        self._facts = facts
        if facts.is_demo:
            self.form.hide()
            what = self.tr("The demo’s service is inside Rushes; it needs no token.")
            self.add_rows([SettingRow(self.tr("Token"), what, parent=self)])
            return
        title = self.tr("Token")
        self.form.field.setAccessibleName(title)
        self.add_rows([SettingRow(title, "", parent=self, beneath=self.form)])
        self._show_host(facts.origin)

    def show_settings(self, settings: Settings) -> None:
        """Show which service the token is for; the token itself is no setting."""
        if not self._facts.is_demo and not self._facts.address_variable:
            self._show_host(settings.service_url)

    def _show_host(self, origin: str) -> None:
        what = self.tr(
            "Opens your account at {host}. It is tried with a question that costs nothing."
        )
        what = what.format(host=host_of(origin))
        self.form.field.setAccessibleDescription(what)
        self.rows[0].set_what(what)
