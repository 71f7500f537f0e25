"""The service: where jobs are sent."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rushes.domain.origins import DEFAULT_SERVICE_URL, AddressRefused, service_origin
from rushes.domain.settings import Settings
from rushes.ui.components.button import Button
from rushes.ui.components.line_field import LineField
from rushes.ui.settings.run_facts import RunFacts
from rushes.ui.settings.section import SettingsSection
from rushes.ui.settings.setting_row import SettingRow
from rushes.ui.theme.theme import current_theme


class ServiceSection(SettingsSection):
    """The address of the service, checked as it is typed and taken over when it is left.

    Attributes:
        address: the field.
        usual_button: brings RunComfy's own address back.
    """

    def __init__(self, facts: RunFacts, parent: QWidget | None = None) -> None:
        super().__init__("service", "cloud", parent)
        self.set_title(self.tr("Service"))
        self._facts = facts
        self._kept = DEFAULT_SERVICE_URL
        self.address = LineField("", self, icon="link")
        self.address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.usual_button = Button(self.tr("Back to RunComfy’s own"), self)
        self._form = _Stack(self.address, self.usual_button, self)
        what = self.tr(
            "Where jobs are sent. Let those that are under way come in before you change it: "
            "another address does not know them."
        )
        if facts.is_demo:
            what = self.tr("The demo sends to the service inside Rushes; this is for other runs.")
        title = self.tr("Address")
        self.address.setAccessibleName(title)
        self.address.setAccessibleDescription(what)
        self._row = SettingRow(title, what, parent=self, beneath=self._form)
        keys = SettingRow(
            self.tr("A studio’s proxy"),
            self.tr(
                "A studio can put a proxy between Rushes and RunComfy that holds RunComfy’s token. "
                "Enter its address above; Rushes keeps a token of its own for each address."
            ),
            parent=self,
        )
        self.add_rows([self._row, keys])
        self.address.textEdited.connect(self._on_edited)
        self.address.editingFinished.connect(self.settle)
        self.usual_button.clicked.connect(self._on_usual)

    def show_settings(self, settings: Settings) -> None:
        self._kept = settings.service_url
        if not self.address.hasFocus() and not self._row.error():
            self.address.setText(settings.service_url)
        self._show_note()

    def settle(self) -> None:
        """Take over the address that stands there, unless it cannot be used."""
        if not self._problem(self.address.text()):
            self._take(service_origin(self.address.text()))
        super().settle()

    def error(self) -> str:
        """What is wrong with the address as it stands."""
        return self._row.error()

    def note(self) -> str:
        """What has to be known about the address."""
        return self._row.note()

    def _on_edited(self, text: str) -> None:
        self._tell_error(self._problem(text))

    def _on_usual(self) -> None:
        self.address.setText(DEFAULT_SERVICE_URL)
        self._tell_error("")
        self._take(DEFAULT_SERVICE_URL)
        # The button is gone once it was pressed; the keyboard stays where it can go on.
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, origin: str) -> None:
        if origin != self._kept:
            self._kept = origin
            self.tell(service_url=origin)
        self.address.setText(origin)
        self._show_note()

    def _tell_error(self, text: str) -> None:
        self._row.set_error(text)
        self.address.set_refused(bool(text))

    def _problem(self, text: str) -> str:
        try:
            service_origin(text)
        except AddressRefused as error:
            return self._sentences().get(str(error), self.tr("This address cannot be used."))
        return ""

    def _sentences(self) -> dict[str, str]:
        """What is said for each reason that `service_origin` gives."""
        return {
            "it is not an address": self.tr("This is not an address."),
            "the address must start with https://": self.tr(
                "The address has to begin with https://."
            ),
            "plain http is allowed on this machine only": self.tr(
                "Without encryption (http) the token could be read on the way; use https://."
            ),
            "the address must be a host alone": self.tr(
                "The address must hold no name, password, ? or #."
            ),
            "the address must not have a path": self.tr(
                "The address ends with the host: leave out what follows the slash."
            ),
        }

    def _show_note(self) -> None:
        note = ""
        if self._facts.address_variable:
            note = self.tr("The variable {name} is set and wins over this address.")
            note = note.format(name=self._facts.address_variable)
        self._row.set_note(note)
        self.usual_button.setVisible(self._kept != DEFAULT_SERVICE_URL)


class _Stack(QWidget):
    """The field, and the button under it."""

    def __init__(self, field: LineField, button: Button, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(field)
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._apply_theme()

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._layout.setContentsMargins(0, theme.px(8), 0, 0)
        self._layout.setSpacing(theme.px(8))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
