"""The one table of colours: every role in dark, light and high contrast.

A widget names a role, never a colour. Values are `#RRGGBB`, or `#AARRGGBB` where a colour lets
what lies beneath shine through. Greys are neutral, so that they do not tint the pictures.
"""

from enum import StrEnum


class Scheme(StrEnum):
    """The colour schemes that have a column in the table."""

    DARK = "dark"
    LIGHT = "light"
    HIGH_CONTRAST = "high_contrast"


class Accent(StrEnum):
    """The accent colours that a person can choose from."""

    BLUE = "blue"
    VIOLET = "violet"
    TEAL = "teal"
    GREY = "grey"


class Role(StrEnum):
    """What a colour is for."""

    # Surfaces.
    GAP = "gap"
    """Between panels."""
    WELL = "well"
    """Fields and other sunken places."""
    BED = "bed"
    """Behind a thumbnail."""
    SURROUND = "surround"
    """Around the Viewer's picture."""
    SURROUND_BLACK = "surround_black"
    SURROUND_GREY = "surround_grey"
    CHECKER_A = "checker_a"
    CHECKER_B = "checker_b"
    PANEL = "panel"
    RAISED = "raised"
    """Buttons and chips."""
    HOVER = "hover"
    PRESS = "press"
    """Pressed and chosen."""
    POPUP = "popup"
    """Menus, toasts, dialogs."""
    TRACK = "track"
    """Behind the segments of a segmented control."""
    SEGMENT = "segment"
    """The chosen segment."""
    GROOVE = "groove"
    """The part of a slider that is not yet reached."""
    KNOB = "knob"
    """The handle of a slider."""
    QUIET_HOVER = "quiet_hover"
    """Under the pointer, on a button without a fill."""
    CARD_HOVER = "card_hover"
    CARD_SELECTED = "card_selected"
    VARIANT = "variant"
    """Behind the variants of a prompt."""
    DIM = "dim"
    """Over what lies outside In and Out."""
    SHADOW = "shadow"
    """The darkest part of a floating window's shadow."""

    # Lines.
    LINE = "line"
    """Dividers; decoration only."""
    EDGE = "edge"
    """Outlines of popups and boxes, scroll bars; decoration only."""
    RIM = "rim"
    """Outlines of fields, wells and steppers."""
    MARK = "mark"
    """Outlines of switches and radio buttons, ruler ticks, stack edges."""
    BUTTON_LINE = "button_line"
    TRACK_LINE = "track_line"
    GROOVE_LINE = "groove_line"
    LABEL_LINE = "label_line"
    """Around the square of a colour label."""
    KEY_ON_FILL_LINE = "key_on_fill_line"
    """Around a key's name on the main button."""
    PICTURE_LINE = "picture_line"
    """The thin lines that may touch a picture: hover time, wipe."""
    PIXEL_GRID = "pixel_grid"
    """Between the pixels of a greatly enlarged picture; seen on black and on white."""

    # Text.
    OFF = "off"
    """Disabled text and icons."""
    FAINT = "faint"
    """Placeholders and a card's second line; never on press."""
    MUTED = "muted"
    """Labels, units, quiet icons."""
    TEXT = "text"
    STRONG = "strong"
    """Titles, values, the typed prompt."""

    # Colour that means something.
    ACCENT = "accent"
    """Chosen clip, focus, In and Out, under way, changed."""
    FILL = "fill"
    """The main button, a switch that is on."""
    FILL_HOVER = "fill_hover"
    FILL_PRESS = "fill_press"
    ON_FILL = "on_fill"
    OK = "ok"
    """Ready, good range."""
    WARN = "warn"
    """Needs a person, offline, expired, missing, at a limit."""
    BAD = "bad"
    """Failed, refused, wrong input."""
    LABEL_6 = "label_6"
    LABEL_7 = "label_7"
    LABEL_8 = "label_8"
    LABEL_9 = "label_9"
    ON_LABEL = "on_label"


CLEAR = "#00000000"
"""No colour at all: the line or fill is left out."""

_R = Role

# One row a role: dark, light, high contrast.
_TABLE: dict[Role, tuple[str, str, str]] = {
    _R.GAP: ("#0C0C0C", "#BEBEBE", "#000000"),
    _R.WELL: ("#151515", "#FFFFFF", "#000000"),
    _R.BED: ("#151515", "#DEDEDE", "#000000"),
    _R.SURROUND: ("#161616", "#C9C9C9", "#000000"),
    _R.SURROUND_BLACK: ("#000000", "#000000", "#000000"),
    _R.SURROUND_GREY: ("#808080", "#808080", "#808080"),
    _R.CHECKER_A: ("#808080", "#808080", "#808080"),
    _R.CHECKER_B: ("#6A6A6A", "#6A6A6A", "#6A6A6A"),
    _R.PANEL: ("#1E1E1E", "#F0F0F0", "#000000"),
    _R.RAISED: ("#2B2B2B", "#FFFFFF", "#1A1A1A"),
    _R.HOVER: ("#353535", "#E2E2E2", "#2B2B2B"),
    _R.PRESS: ("#404040", "#D6D6D6", "#3D3D3D"),
    _R.POPUP: ("#242424", "#FAFAFA", "#000000"),
    _R.TRACK: ("#151515", "#E2E2E2", "#000000"),
    _R.SEGMENT: ("#404040", "#FFFFFF", "#3D3D3D"),
    _R.GROOVE: ("#404040", "#ACACAC", "#000000"),
    _R.KNOB: ("#F5F5F5", "#505050", "#FFFFFF"),
    _R.QUIET_HOVER: ("#2B2B2B", "#E2E2E2", "#1A1A1A"),
    _R.CARD_HOVER: ("#2B2B2B", "#E2E2E2", "#1A1A1A"),
    _R.CARD_SELECTED: ("#353535", "#FFFFFF", "#2B2B2B"),
    _R.VARIANT: ("#2B2B2B", "#E2E2E2", "#1A1A1A"),
    _R.DIM: ("#AD0C0C0C", "#B8D6D6D6", "#BF000000"),
    _R.SHADOW: ("#73000000", "#2E000000", CLEAR),
    _R.LINE: ("#2E2E2E", "#DBDBDB", "#8C8C8C"),
    _R.EDGE: ("#4A4A4A", "#ACACAC", "#FFFFFF"),
    _R.RIM: ("#6E6E6E", "#888888", "#FFFFFF"),
    _R.MARK: ("#808080", "#757575", "#FFFFFF"),
    _R.BUTTON_LINE: (CLEAR, "#ACACAC", "#FFFFFF"),
    _R.TRACK_LINE: ("#2E2E2E", "#ACACAC", "#FFFFFF"),
    _R.GROOVE_LINE: (CLEAR, CLEAR, "#FFFFFF"),
    _R.LABEL_LINE: (CLEAR, "#757575", CLEAR),
    _R.KEY_ON_FILL_LINE: ("#73FFFFFF", "#73FFFFFF", "#000000"),
    _R.PICTURE_LINE: ("#FFFFFF", "#FFFFFF", "#FFFFFF"),
    _R.PIXEL_GRID: ("#99808080", "#99808080", "#99808080"),
    _R.OFF: ("#7A7A7A", "#868686", "#A6A6A6"),
    _R.FAINT: ("#A0A0A0", "#5C5C5C", "#E0E0E0"),
    _R.MUTED: ("#B4B4B4", "#505050", "#E8E8E8"),
    _R.TEXT: ("#DADADA", "#2A2A2A", "#FFFFFF"),
    _R.STRONG: ("#F5F5F5", "#0E0E0E", "#FFFFFF"),
    _R.ACCENT: ("#79B0FF", "#1755B8", "#9CCBFF"),
    _R.FILL: ("#2B69D3", "#1F63CF", "#9CCBFF"),
    _R.FILL_HOVER: ("#2F6FDA", "#1A56B8", "#C4E0FF"),
    _R.FILL_PRESS: ("#2459B8", "#164A9E", "#7DB8FF"),
    _R.ON_FILL: ("#FFFFFF", "#FFFFFF", "#000000"),
    _R.OK: ("#62C48F", "#156838", "#7CF2A8"),
    _R.WARN: ("#EDB84F", "#7A4E00", "#FFD75E"),
    _R.BAD: ("#FF8F86", "#AC231B", "#FFA49C"),
    _R.LABEL_6: ("#F0776B", "#E0584B", "#FF9A90"),
    _R.LABEL_7: ("#E6BC4A", "#E2B629", "#FFD75E"),
    _R.LABEL_8: ("#63B878", "#4BA564", "#7CF2A8"),
    _R.LABEL_9: ("#6EA8F5", "#4C8DE8", "#9CCBFF"),
    _R.ON_LABEL: ("#141414", "#0E0E0E", "#000000"),
}

_COLUMNS = {Scheme.DARK: 0, Scheme.LIGHT: 1, Scheme.HIGH_CONTRAST: 2}

# Accent, fill, fill under the pointer, fill pressed. High contrast keeps its own accent.
_ACCENTS: dict[tuple[Scheme, Accent], tuple[str, str, str, str]] = {
    (Scheme.DARK, Accent.VIOLET): ("#B8A2FF", "#7256DA", "#775CDD", "#6148BE"),
    (Scheme.LIGHT, Accent.VIOLET): ("#5A3FC0", "#6547CC", "#583CB8", "#4B339E"),
    (Scheme.DARK, Accent.TEAL): ("#5CC8D0", "#0E7682", "#107D89", "#0B626C"),
    (Scheme.LIGHT, Accent.TEAL): ("#0B6670", "#0E7682", "#0B6670", "#09565E"),
    (Scheme.DARK, Accent.GREY): ("#DADADA", "#6B6B6B", "#707070", "#5A5A5A"),
    (Scheme.LIGHT, Accent.GREY): ("#3A3A3A", "#4A4A4A", "#3E3E3E", "#303030"),
}


def role_table(scheme: Scheme, accent: Accent = Accent.BLUE) -> dict[Role, str]:
    """Every role's colour in one scheme, with the accent that was chosen."""
    column = _COLUMNS[scheme]
    table = {role: row[column] for role, row in _TABLE.items()}
    chosen = _ACCENTS.get((scheme, accent))
    if chosen is not None:
        accent_roles = (Role.ACCENT, Role.FILL, Role.FILL_HOVER, Role.FILL_PRESS)
        table.update(zip(accent_roles, chosen, strict=True))
    return table


def contrast_table(
    window: str, text: str, highlight: str, highlighted_text: str, link: str
) -> dict[Role, str]:
    """The high contrast roles drawn from a system's own contrast theme.

    Surfaces are steps from its window towards its text, lines and text its text, the accent its
    link, the fill its highlight; states keep the table's colours on a dark window, and take
    those of the light scheme on a light one.
    """
    light = _luminance(window) > _luminance(text)
    table = role_table(Scheme.LIGHT if light else Scheme.HIGH_CONTRAST)
    for role in (_R.GAP, _R.WELL, _R.BED, _R.SURROUND, _R.PANEL, _R.POPUP, _R.TRACK, _R.GROOVE):
        table[role] = window
    steps = {
        0.10: (_R.RAISED, _R.QUIET_HOVER, _R.CARD_HOVER, _R.VARIANT),
        0.17: (_R.HOVER, _R.CARD_SELECTED),
        0.24: (_R.PRESS, _R.SEGMENT),
    }
    for share, roles in steps.items():
        for role in roles:
            table[role] = _mixed(window, text, share)
    lines = (_R.EDGE, _R.RIM, _R.MARK, _R.BUTTON_LINE, _R.TRACK_LINE, _R.GROOVE_LINE)
    for role in (*lines, _R.KNOB, _R.FAINT, _R.MUTED, _R.TEXT, _R.STRONG):
        table[role] = text
    table[_R.LINE] = _mixed(window, text, 0.55)
    table[_R.OFF] = _mixed(window, text, 0.65)
    table[_R.ACCENT] = link
    for role in (_R.FILL, _R.FILL_HOVER, _R.FILL_PRESS):
        table[role] = highlight
    table[_R.ON_FILL] = table[_R.KEY_ON_FILL_LINE] = highlighted_text
    return table


def _channels(color: str) -> tuple[int, int, int]:
    digits = color[-6:]
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _mixed(first: str, second: str, share: float) -> str:
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _luminance(color: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = _channels(color)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast_ratio(first: str, second: str) -> float:
    """The contrast of two opaque colours, 1 to 21, as WCAG 2.2 computes it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
