"""What Rushes is, in which version."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from rushes import __version__
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from rushes.ui.window.sheet import Sheet

_WIDTH = 380


def about_sheet(window: QWidget) -> Sheet:
    """Make the sheet for a window."""
    sheet = Sheet("Rushes", window)
    version = _tr("Version {version}").format(version=__version__)
    sheet.body.addWidget(TextLabel(version, TextStyle.CONTROL, Role.TEXT, sheet, tabular=True))
    for line in (
        _tr("A studio for text-to-video: write, send, and look at every frame."),
        _tr(
            "Its source is under the MIT licence. The installed program is under the GPL, "
            "because the x264 and x265 encoders come with it."
        ),
    ):
        label = TextLabel(line, TextStyle.CONTROL, Role.MUTED, sheet, wrap=True)
        label.setFixedWidth(current_theme().px(_WIDTH))
        sheet.body.addWidget(label)
    return sheet


def _tr(text: str) -> str:
    return QCoreApplication.translate("About", text)
