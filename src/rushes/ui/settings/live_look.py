"""Put what the settings say about the look in force, in every window that is open."""

from PySide6.QtWidgets import QApplication

from rushes.domain.settings import Settings
from rushes.ui.theme.system_motion import system_reduces_motion
from rushes.ui.theme.theme import (
    SchemeChoice,
    Theme,
    ThemeSettings,
    apply_theme,
    current_theme,
)
from rushes.ui.window.appearance import theme_settings


def put_look_in_force(settings: Settings) -> None:
    """Apply the theme that the settings ask for, unless it is surely in force already."""
    application = QApplication.instance()
    asked = theme_settings(settings)
    if isinstance(application, QApplication) and not _is_in_force(asked, current_theme()):
        apply_theme(application, Theme.from_settings(asked))


def is_another_look(before: Settings, after: Settings) -> bool:
    """Tell whether the look of one is not that of the other."""
    return theme_settings(before) != theme_settings(after)


def _is_in_force(asked: ThemeSettings, theme: Theme) -> bool:
    # What the system says is not compared: to ask for it already changes something.
    motion = asked.reduced_motion
    return (
        asked.scheme is not SchemeChoice.SYSTEM
        and (asked.scheme.value, asked.accent) == (theme.scheme.value, theme.accent)
        and (asked.text_percent, asked.density) == (theme.text_percent, theme.density)
        and asked.surround is theme.surround
        and (system_reduces_motion() if motion is None else motion) == theme.reduced_motion
    )
