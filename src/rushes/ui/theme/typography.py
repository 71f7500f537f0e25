"""The type of Rushes: seven sizes, three weights, tabular digits where numbers change."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QFont

SMALLEST_PIXELS = 11
"""No text is smaller than this at 100 %."""


@dataclass(frozen=True)
class Type:
    """One size of text: pixels and line height at 100 %, and its usual weight."""

    pixels: int
    line_height: int
    weight: QFont.Weight


class TextStyle(Enum):
    """The sizes of text by what they are for."""

    DISPLAY = Type(28, 36, QFont.Weight.DemiBold)
    PAGE_TITLE = Type(20, 26, QFont.Weight.DemiBold)
    HEADING = Type(15, 20, QFont.Weight.DemiBold)
    PROMPT = Type(14, 22, QFont.Weight.Normal)
    TITLE = Type(13, 18, QFont.Weight.DemiBold)
    """Body size in the weight of panel heads and empty states."""
    BODY = Type(13, 18, QFont.Weight.Normal)
    CONTROL = Type(12, 16, QFont.Weight.Normal)
    CAPTION = Type(11, 14, QFont.Weight.Normal)


REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.Medium
SEMIBOLD = QFont.Weight.DemiBold


def make_font(
    family: str,
    style: TextStyle,
    scale: float,
    weight: QFont.Weight | None = None,
    *,
    tabular: bool = False,
    variable: bool = False,
) -> QFont:
    """A font of one text style.

    `scale` is the text scale as a share (1.0 is 100 %). `tabular` gives all digits one width.
    `variable` says that the family is one file with an axis of weights, which is drawn without
    hinting, so that letters keep their widths.
    """
    font = QFont(family) if family else QFont()
    font.setPixelSize(max(round(style.value.pixels * scale), 1))
    chosen = style.value.weight if weight is None else weight
    font.setWeight(chosen)
    if style is TextStyle.DISPLAY:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.3 * scale)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    if variable:
        font.setVariableAxis(QFont.Tag("wght"), float(chosen.value))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
