"""Which family the text is set in: the system's, or the bundled Inter where none is named.

Inter is bundled as one variable font. Qt takes only its regular weight from the file by itself;
the others are asked for by the axis "wght", see `typography.make_font`.
"""

from PySide6.QtGui import QFontDatabase, QGuiApplication

from rushes.domain.resources import resource_path

BUNDLED_FAMILY = "Inter"
_BUNDLED_FILE = "Inter.ttf"
_LOADED = "bundledFontFamily"

# Names that a platform gives when it knows no family of its own.
_GENERIC_FAMILIES = frozenset({"", "sans serif", "sans", "sans-serif", "monospace", "serif"})


def system_family() -> str:
    """The platform's own family for the user interface; empty where it names none."""
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return ""
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return "" if family.strip().casefold() in _GENERIC_FAMILIES else family


def load_bundled_font() -> str:
    """Make the bundled font known to Qt, once for each application, and return its family.

    Returns an empty name, which means Qt's default, where the file cannot be read.
    """
    application = QGuiApplication.instance()
    if application is None or application.property(_LOADED) is None:
        number = QFontDatabase.addApplicationFont(str(resource_path("fonts", _BUNDLED_FILE)))
        if number < 0:
            return ""
        if application is not None:
            application.setProperty(_LOADED, True)
    return BUNDLED_FAMILY


def interface_family() -> str:
    """The family for all text of the window."""
    return system_family() or load_bundled_font()
