"""The application's QPalette, made from the colour roles."""

from PySide6.QtGui import QColor, QPalette

from rushes.ui.theme.roles import Role

_P = QPalette.ColorRole

_FROM_ROLE = {
    _P.Window: Role.PANEL,
    _P.WindowText: Role.TEXT,
    _P.Base: Role.WELL,
    _P.AlternateBase: Role.PANEL,
    _P.Text: Role.STRONG,
    _P.PlaceholderText: Role.FAINT,
    _P.Button: Role.RAISED,
    _P.ButtonText: Role.TEXT,
    _P.BrightText: Role.STRONG,
    _P.Highlight: Role.FILL,
    _P.HighlightedText: Role.ON_FILL,
    _P.Link: Role.ACCENT,
    _P.LinkVisited: Role.ACCENT,
    _P.Accent: Role.ACCENT,
    _P.ToolTipBase: Role.POPUP,
    _P.ToolTipText: Role.STRONG,
    # Fusion draws its bevels with these.
    _P.Light: Role.HOVER,
    _P.Midlight: Role.RAISED,
    _P.Mid: Role.EDGE,
    _P.Dark: Role.LINE,
    _P.Shadow: Role.GAP,
}
_TEXT_ROLES = (_P.WindowText, _P.Text, _P.ButtonText, _P.PlaceholderText, _P.BrightText)


def make_palette(colors: dict[Role, QColor]) -> QPalette:
    """The palette for one table of colours; inactive windows look like active ones."""
    palette = QPalette()
    for target, role in _FROM_ROLE.items():
        palette.setColor(QPalette.ColorGroup.All, target, colors[role])
    for target in _TEXT_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, target, colors[Role.OFF])
    palette.setColor(QPalette.ColorGroup.Disabled, _P.Highlight, colors[Role.PRESS])
    palette.setColor(QPalette.ColorGroup.Disabled, _P.HighlightedText, colors[Role.OFF])
    return palette
