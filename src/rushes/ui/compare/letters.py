"""How the takes of a comparison are called: by letters, or by numbers while nobody may know."""

from PySide6.QtCore import QCoreApplication

_LETTERS = "ABCDEFGHI"


def letter_of(place: int) -> str:
    """The letter of the take at a place, counted from 0."""
    return _LETTERS[place]


def all_words(count: int) -> str:
    """Such as "all four": what is told is true of so many clips."""
    words = {
        2: _tr("both"),
        3: _tr("all three"),
        4: _tr("all four"),
        5: _tr("all five"),
        6: _tr("all six"),
        7: _tr("all seven"),
        8: _tr("all eight"),
        9: _tr("all nine"),
    }
    return words.get(count, "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("CompareLetters", text)
