"""Where chips and text lie in the search field, in as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QRect

from rushes.ui.theme.theme import Theme

_LINE = 22
_LINE_GAP = 4
_CHIP_GAP = 5
_ABOVE = 4
_SIDE = 8
_ICON = 14
_ICON_GAP = 6
_LEAST_TEXT = 64


def lay_out(
    theme: Theme, width: int, chips: Sequence[int], text: int, end: int
) -> tuple[list[QRect], QRect, int]:
    """Return the places of the chips and of the text, and the height of the field.

    Args:
        theme: what sizes come from.
        width: of the field, in pixels.
        chips: how wide each chip wants to be.
        text: how wide the written text is.
        end: room for what stands at the end of the first line.
    """
    line, gap = theme.px(_LINE), theme.px(_LINE_GAP)
    side, between = theme.px(_SIDE), theme.px(_CHIP_GAP)
    left, top = side + theme.px(_ICON + _ICON_GAP), theme.px(_ABOVE)
    right = width - max(end, side)
    places: list[QRect] = []
    at = left

    def next_line() -> None:
        nonlocal at, left, right, top
        at = left = theme.px(_ABOVE)
        right, top = width - theme.px(_ABOVE), top + line + gap

    for wanted in chips:
        if at > left and at + wanted > right:
            next_line()
        if at + wanted > right and top == theme.px(_ABOVE):
            # Whole lines are wider than the first one.
            next_line()
        wide = max(min(wanted, right - at), 0)
        places.append(QRect(at, top, wide, line))
        at += wide + between
    needed = min(max(theme.px(_LEAST_TEXT), text + between), width - 2 * side)
    if chips and at + needed > right:
        next_line()
    return places, QRect(at, top, max(right - at, 0), line), top + line + theme.px(_ABOVE)
