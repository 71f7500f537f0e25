"""The look: colours, sizes, movement, language, and what lies around pictures."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from rushes.domain.settings import Settings
from rushes.ui.components.choice_field import ChoiceField
from rushes.ui.components.option import Option
from rushes.ui.components.slider_spin import SliderSpin
from rushes.ui.settings.run_facts import RunFacts
from rushes.ui.settings.section import SettingsSection
from rushes.ui.settings.setting_row import SettingRow
from rushes.ui.settings.swatch_choice import SwatchChoice
from rushes.ui.theme.metrics import Density
from rushes.ui.theme.roles import Scheme
from rushes.ui.theme.theme import (
    LARGEST_TEXT_PERCENT,
    SMALLEST_TEXT_PERCENT,
    SchemeChoice,
    current_theme,
)
from rushes.ui.translation import LANGUAGES

_OWN_NAMES = {"en": "English", "it": "Italiano"}
_TEXT_STEP = 10
_SCALE_WIDTH = 240


class AppearanceSection(SettingsSection):
    """All of it takes effect at once, but for the language.

    Attributes:
        theme, accent, text_scale, density, motion, surround, language: the controls.
    """

    def __init__(self, facts: RunFacts, parent: QWidget | None = None) -> None:
        super().__init__("appearance", "eye", parent)
        self.set_title(self.tr("Appearance"))
        self._language_now = facts.language
        self._add_colours()
        self._add_sizes()
        self._add_rest()
        self._apply_section_theme()

    def _add_colours(self) -> None:
        self.theme = self._choice(
            "theme",
            [
                Option(SchemeChoice.DARK.value, self.tr("Dark")),
                Option(SchemeChoice.LIGHT.value, self.tr("Light")),
                Option(SchemeChoice.HIGH_CONTRAST.value, self.tr("High contrast")),
                Option(SchemeChoice.SYSTEM.value, self.tr("System")),
            ],
        )
        self.accent = SwatchChoice(self)
        self.accent.value_edited.connect(lambda accent: self.tell(accent=accent.value))
        self._accent_row = SettingRow(self.tr("Accent"), "", self.accent, self)
        self.surround = self._choice(
            "surround",
            [
                Option("black", self.tr("Black")),
                Option("dark", self.tr("Dark")),
                Option("grey", self.tr("Grey")),
                Option("checker", self.tr("Checker")),
            ],
        )
        self.add_rows(
            [
                SettingRow(
                    self.tr("Theme"), self.tr("System follows the desktop."), self.theme, self
                ),
                self._accent_row,
                SettingRow(
                    self.tr("Around pictures"), self.tr("In the Viewer only."), self.surround, self
                ),
            ]
        )

    def _add_sizes(self) -> None:
        self.text_scale = SliderSpin(
            SMALLEST_TEXT_PERCENT,
            LARGEST_TEXT_PERCENT,
            self,
            step=_TEXT_STEP,
            default=100,
            unit="%",
        )
        self.text_scale.value_edited.connect(self._on_text_scale)
        self._scale_row = SettingRow(
            self.tr("Text size"),
            self.tr("Everything grows with it; pictures do not."),
            self.text_scale,
            self,
        )
        self.density = self._choice(
            "density",
            [
                Option(Density.COMFORTABLE.value, self.tr("Comfortable")),
                Option(Density.COMPACT.value, self.tr("Compact")),
            ],
        )
        density_row = SettingRow(
            self.tr("Density"), self.tr("How tightly controls stand."), self.density, self
        )
        self.add_rows([self._scale_row, density_row])

    def _add_rest(self) -> None:
        self.motion = self._choice(
            "reduced_motion",
            [
                Option("system", self.tr("As the system")),
                Option("on", self.tr("On")),
                Option("off", self.tr("Off")),
            ],
        )
        languages = [Option("system", self.tr("As the system"))]
        languages += [Option(name, _OWN_NAMES[name]) for name in LANGUAGES]
        self.language = self._choice("language", languages)
        self._language_row = SettingRow(
            self.tr("Language"), self.tr("Of the window; never of a prompt."), self.language, self
        )
        motion_row = SettingRow(
            self.tr("Reduced motion"),
            self.tr("Nothing moves but clips that play."),
            self.motion,
            self,
        )
        self.add_rows([motion_row, self._language_row])

    def show_settings(self, settings: Settings) -> None:
        self.theme.set_value(settings.theme)
        self.accent.set_value(settings.accent)
        self.surround.set_value(settings.surround)
        if round(self.text_scale.value()) != settings.text_scale and not self._scale_row.error():
            self.text_scale.set_value(settings.text_scale)
        self.density.set_value(settings.density)
        self.motion.set_value(settings.reduced_motion)
        self.language.set_value(settings.language)
        self._language_now = self._language_now or settings.language
        is_another = settings.language != self._language_now
        note = self.tr("The language changes when Rushes starts again.") if is_another else ""
        self._language_row.set_note(note)

    def _choice(self, name: str, options: list[Option]) -> ChoiceField:
        field = ChoiceField(options, self, equal=False)
        field.value_edited.connect(lambda value: self.tell(**{name: value}))
        return field

    def _on_text_scale(self, percent: float) -> None:
        if SMALLEST_TEXT_PERCENT <= percent <= LARGEST_TEXT_PERCENT:
            self._scale_row.set_error("")
            # Each step lays the whole window out anew, the slider itself included.
            self.tell_soon(text_scale=round(percent))
            return
        self.drop("text_scale")
        text = self.tr("Between {least} and {most} %.")
        self._scale_row.set_error(
            text.format(least=SMALLEST_TEXT_PERCENT, most=LARGEST_TEXT_PERCENT)
        )

    def _apply_section_theme(self) -> None:
        theme = current_theme()
        self.text_scale.setFixedWidth(theme.px(_SCALE_WIDTH))
        has_own = theme.scheme is Scheme.HIGH_CONTRAST
        self.accent.setEnabled(not has_own)
        usual = self.tr("For what is chosen, focused or under way.")
        own = self.tr("High contrast has an accent of its own.")
        self._accent_row.set_what(own if has_own else usual)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.rows:
            self._apply_section_theme()
