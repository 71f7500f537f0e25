"""From the settings of a person to the theme of the window."""

from rushes.domain.settings import Settings
from rushes.ui.theme.metrics import Density
from rushes.ui.theme.roles import Accent
from rushes.ui.theme.theme import SchemeChoice, Surround, ThemeSettings


def theme_settings(settings: Settings) -> ThemeSettings:
    """Return what the theme is made from; words nobody knows fall back to the usual."""
    usual = ThemeSettings()
    motion = {"on": True, "off": False}
    scheme, accent, density = settings.theme, settings.accent, settings.density
    surround = settings.surround
    return ThemeSettings(
        scheme=SchemeChoice(scheme) if scheme in set(SchemeChoice) else usual.scheme,
        accent=Accent(accent) if accent in set(Accent) else usual.accent,
        text_percent=settings.text_scale,
        density=Density(density) if density in set(Density) else usual.density,
        reduced_motion=motion.get(settings.reduced_motion),
        surround=Surround(surround) if surround in set(Surround) else usual.surround,
    )
