"""What a thumbnail card shows: a plain value, made by an item model, painted by the painter."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QImage

from rushes.ui.theme.roles import Role


class Tone(Enum):
    """How a state speaks: the roles of its icon and its word.

    A busy grid stays calm because only *warn* and *bad* colour the word.
    """

    LIVE = (Role.ACCENT, Role.STRONG)
    QUIET = (Role.MUTED, Role.STRONG)
    OK = (Role.OK, Role.STRONG)
    WARN = (Role.WARN, Role.WARN)
    BAD = (Role.BAD, Role.BAD)


@dataclass(frozen=True)
class StateFace:
    """A state told by icon, word and colour, where the picture will be or was.

    Attributes:
        icon: name in the icon family.
        word: the state, as "In progress".
        detail: the line beneath, as "1:42 so far"; may be empty.
        tone: which roles icon and word take.
        outlined: draw the place's outline in the tone's colour: it needs a person.
        moving: something is under way and nobody knows how much is left.
        share: how much has come, 0 to 1; None draws no bar unless `moving`.
    """

    icon: str
    word: str
    detail: str = ""
    tone: Tone = Tone.QUIET
    outlined: bool = False
    moving: bool = False
    share: float | None = None


@dataclass(frozen=True)
class CardFace:
    """One thumbnail card.

    Attributes:
        title: what sets it apart, as "Cabin, take 3".
        second: the second line, as "6.1 s".
        changed: what differs from the take before, shown with a diamond instead of `second`.
        picture: the first frame; None while there is none. Paint is fastest when it is already
            as large as it is shown.
        state: stands in the picture's place; with a picture (missing, trashed) that is greyed.
        stack: number of takes of the shot that this card stands for; 0 if for itself alone.
        label: colour label 6 to 9; 0 for none.
        played: how far a hover play has come, 0 to 1; None while it rests.
    """

    title: str
    second: str = ""
    changed: str = ""
    picture: QImage | None = None
    state: StateFace | None = None
    stack: int = 0
    tags: int = 0
    note: bool = False
    rating: int = 0
    pick: bool = False
    reject: bool = False
    is_new: bool = False
    label: int = 0
    played: float | None = None


@dataclass(frozen=True)
class CardLook:
    """How the view that shows a card looks at it.

    Attributes:
        hovered: the pointer is over it.
        selected: it is chosen.
        in_focus: its panel has the keyboard; without it, a chosen card has a grey outline.
        current: the keyboard is at this card.
    """

    hovered: bool = False
    selected: bool = False
    in_focus: bool = True
    current: bool = False
