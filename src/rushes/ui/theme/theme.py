"""The look in force: one value, chosen from the settings and held by the application.

`apply_theme` gives it to the application; a widget asks `current_theme()` while it paints or
measures itself, and hears of a change as Qt tells every widget: `QEvent.Type.StyleChange`.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Self

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from rushes.ui.theme.fonts import BUNDLED_FAMILY, interface_family
from rushes.ui.theme.metrics import Density, Metrics
from rushes.ui.theme.palette import make_palette
from rushes.ui.theme.roles import Accent, Role, Scheme, contrast_table, role_table
from rushes.ui.theme.system_motion import system_reduces_motion
from rushes.ui.theme.typography import TextStyle, make_font

_PROPERTY = "rushesTheme"

SMALLEST_TEXT_PERCENT = 80
LARGEST_TEXT_PERCENT = 200


class SchemeChoice(StrEnum):
    """What a person may choose in the settings; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"
    HIGH_CONTRAST = "high_contrast"


class Surround(StrEnum):
    """What lies around the Viewer's picture."""

    BLACK = "black"
    DARK = "dark"
    """The scheme's own."""
    GREY = "grey"
    CHECKER = "checker"


_SURROUNDS = {
    Surround.BLACK: Role.SURROUND_BLACK,
    Surround.GREY: Role.SURROUND_GREY,
    Surround.CHECKER: Role.CHECKER_A,
}


@dataclass(frozen=True)
class ThemeSettings:
    """What the settings say about the look.

    `reduced_motion` is None while it follows the system.
    """

    scheme: SchemeChoice = SchemeChoice.DARK
    accent: Accent = Accent.BLUE
    text_percent: int = 100
    density: Density = Density.COMFORTABLE
    reduced_motion: bool | None = None
    surround: Surround = Surround.DARK


@dataclass(frozen=True)
class Theme:
    """Colours, type and sizes of the window, ready for painting.

    `text_percent` is between 80 and 200; `family` is empty for Qt's default; `system_colors` are
    the colours of the system's own contrast theme, where it has one.
    """

    scheme: Scheme = Scheme.DARK
    accent: Accent = Accent.BLUE
    text_percent: int = 100
    density: Density = Density.COMFORTABLE
    reduced_motion: bool = False
    family: str = ""
    system_colors: tuple[tuple[Role, str], ...] = field(default=(), repr=False)
    surround: Surround = Surround.DARK

    @cached_property
    def role_values(self) -> dict[Role, str]:
        """Every role's colour as text, `#RRGGBB` or `#AARRGGBB`."""
        table = role_table(self.scheme, self.accent) | dict(self.system_colors)
        own = _SURROUNDS.get(self.surround)
        return table if own is None else table | {Role.SURROUND: table[own]}

    @cached_property
    def _colors(self) -> dict[Role, QColor]:
        return {role: QColor(value) for role, value in self.role_values.items()}

    @cached_property
    def _fonts(self) -> dict[tuple[TextStyle, QFont.Weight | None, bool], QFont]:
        return {}

    @cached_property
    def metrics(self) -> Metrics:
        """Sizes under this text scale and density."""
        return Metrics(self.scale, self.density)

    @cached_property
    def palette(self) -> QPalette:
        """The palette of this theme."""
        return make_palette(self._colors)

    @property
    def scale(self) -> float:
        """The text scale as a share: 1.0 is 100 %."""
        return self.text_percent / 100

    @property
    def focus_width(self) -> int:
        """Width of the focus ring in pixels."""
        return 3 if self.scheme is Scheme.HIGH_CONTRAST else 2

    def color(self, role: Role) -> QColor:
        """The colour of a role; not to be changed."""
        return self._colors[role]

    def px(self, pixels: float) -> int:
        """A size at 100 % as it is drawn under the text scale."""
        return self.metrics.px(pixels)

    def font(
        self, style: TextStyle, weight: QFont.Weight | None = None, *, tabular: bool = False
    ) -> QFont:
        """The font of a text style; not to be changed."""
        key = (style, weight, tabular)
        found = self._fonts.get(key)
        if found is None:
            variable = self.family == BUNDLED_FAMILY
            found = make_font(
                self.family, style, self.scale, weight, tabular=tabular, variable=variable
            )
            self._fonts[key] = found
        return found

    def line_height(self, style: TextStyle) -> int:
        """The distance from one line of text to the next."""
        return self.px(style.value.line_height)

    def milliseconds(self, usual: int) -> int:
        """How long a movement takes: as usual, or no time at all under reduced motion."""
        return 0 if self.reduced_motion else usual

    @classmethod
    def from_settings(cls, settings: ThemeSettings) -> Self:
        """The theme that the settings ask for, on this system. Needs an application."""
        hints = QGuiApplication.styleHints()
        scheme = Scheme.DARK
        system_colors: tuple[tuple[Role, str], ...] = ()
        if settings.scheme is SchemeChoice.SYSTEM:
            hints.unsetColorScheme()
            if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
                scheme = Scheme.HIGH_CONTRAST
                system_colors = _system_contrast_colors()
            elif hints.colorScheme() is Qt.ColorScheme.Light:
                scheme = Scheme.LIGHT
        else:
            scheme = Scheme(settings.scheme.value)
        asked = settings.text_percent
        motion = settings.reduced_motion
        return cls(
            scheme=scheme,
            accent=settings.accent,
            text_percent=max(SMALLEST_TEXT_PERCENT, min(asked, LARGEST_TEXT_PERCENT)),
            density=settings.density,
            reduced_motion=system_reduces_motion() if motion is None else motion,
            family=interface_family(),
            system_colors=system_colors,
            surround=settings.surround,
        )


def _system_contrast_colors() -> tuple[tuple[Role, str], ...]:
    # An empty palette brings the system's own back; apply_theme sets ours right after.
    QGuiApplication.setPalette(QPalette())
    system = QGuiApplication.palette()
    window, text = system.color(QPalette.ColorRole.Window), system.color(QPalette.ColorRole.Text)
    chosen = system.color(QPalette.ColorRole.Highlight)
    on_chosen = system.color(QPalette.ColorRole.HighlightedText)
    link = system.color(QPalette.ColorRole.Link)
    names = [color.name() for color in (window, text, chosen, on_chosen, link)]
    return tuple(contrast_table(*names).items())


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Put a theme in force for all windows of the application, now and later."""
    from rushes.ui.components.focus_ring import FocusRing
    from rushes.ui.theme.style_sheet import make_style_sheet

    application.setProperty(_PROPERTY, theme)
    if application.property("rushesStyle") is None:
        application.setStyle("Fusion")
        application.setProperty("rushesStyle", True)
        FocusRing(application)
    QGuiApplication.styleHints().setColorScheme(
        Qt.ColorScheme.Light if theme.scheme is Scheme.LIGHT else Qt.ColorScheme.Dark
    )
    application.setPalette(theme.palette)
    QApplication.setFont(theme.font(TextStyle.BODY))
    # Last: this is what tells every widget.
    application.setStyleSheet(make_style_sheet(theme))


def current_theme() -> Theme:
    """The theme in force; the usual dark one while none was applied."""
    application = QGuiApplication.instance()
    found = None if application is None else application.property(_PROPERTY)
    return found if isinstance(found, Theme) else _DEFAULT


_DEFAULT = Theme()


class SystemLook(QObject):
    """Tells when the desktop changes its colours, for those who follow it.

    Signals:
        changed: the system went from light to dark or back, or its contrast theme changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.changed.emit()
