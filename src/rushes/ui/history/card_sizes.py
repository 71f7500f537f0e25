"""How large the cards of the history grid are, from the room there is."""

from enum import Enum

from rushes.ui.components.card_painter import OVERHANG, card_size
from rushes.ui.history.grid_layout import GridMeasures
from rushes.ui.history.stack_box import BoxMeasures
from rushes.ui.theme.theme import current_theme

_GAP_ACROSS = 4
_GAP_DOWN = 6
_LEFT = 8
_WIDEST = 252
_FIRST_HEAD = 24
_HEAD = 28
_BELOW_HEAD = 4
_ABOVE_ALL = 8
_BOTTOM = 12
_TAKE = 152
_NARROWEST_TAKE = 124
_BOX_PADDING = 5


class CardSize(Enum):
    """The sizes a person can choose; the value is the narrowest card in pixels at 100 %."""

    SMALL = 128
    MEDIUM = 160
    LARGE = 212


def size_for(width: int) -> CardSize:
    """The size that suits a panel of this width, in pixels as drawn."""
    theme = current_theme()
    if width < theme.px(560):
        return CardSize.SMALL
    return CardSize.MEDIUM if width < theme.px(1_120) else CardSize.LARGE


def grid_measures(width: int, room: int, size: CardSize, *, mirrored: bool = False) -> GridMeasures:
    """Fill `room` (pixels) of a viewport with as many cards side by side as fit.

    The room does not depend on whether a scroll bar is shown; `width`, the viewport's, may.
    """
    theme = current_theme()
    left, gap = theme.px(_LEFT), theme.px(_GAP_ACROSS)
    # The focus ring of the last card reaches into what is left free at the right.
    room = max(room - left - OVERHANG, 1)
    columns = max((room + gap) // (theme.px(size.value) + gap), 1)
    cell_width = (room - gap * (columns - 1)) // columns
    if columns == 1:
        cell_width = min(cell_width, theme.px(_WIDEST))
    return GridMeasures(
        width=width,
        columns=columns,
        cell=card_size(cell_width),
        gap_across=gap,
        gap_down=theme.px(_GAP_DOWN),
        left=left,
        first_head=theme.px(_FIRST_HEAD),
        head=theme.px(_HEAD),
        below_head=theme.px(_BELOW_HEAD),
        bottom=theme.px(_BOTTOM),
        above_all=theme.px(_ABOVE_ALL),
        mirrored=mirrored,
        box=_box_measures(left, room, gap),
    )


def _box_measures(left: int, room: int, gap: int) -> BoxMeasures:
    """Takes of 152, narrower ones where one more of them fits into the line that way."""
    theme = current_theme()
    padding = theme.px(_BOX_PADDING)
    inner = max(room - 2 * padding, 1)
    columns = max((inner + gap) // (theme.px(_TAKE) + gap), 1)
    width = min(inner, theme.px(_TAKE))
    narrower = (inner - gap * columns) // (columns + 1)
    left_over = inner + gap - columns * (width + gap)
    if narrower >= theme.px(_NARROWEST_TAKE) and 2 * left_over > width:
        columns, width = columns + 1, narrower
    return BoxMeasures(
        left=left,
        width=room,
        columns=columns,
        cell=card_size(width),
        gap_across=gap,
        gap_down=theme.px(_GAP_DOWN),
        padding=padding,
        gap=theme.px(_GAP_DOWN),
    )
