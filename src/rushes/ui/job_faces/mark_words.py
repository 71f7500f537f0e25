"""Marks and changes of them in words. Texts are translated in the context ``Marks``."""

from PySide6.QtCore import QCoreApplication

from rushes.domain.marks import Flag, Mark, MarkChange, Marks


def mark_words(marks: Marks) -> list[str]:
    """The marks that a take has, each as a short sentence for a screen reader."""
    changes = [
        MarkChange(Mark.RATING, marks.rating),
        MarkChange(Mark.FLAG, marks.flag),
        MarkChange(Mark.LABEL, marks.label),
    ]
    return [change_words(change) for change in changes if change.value != change.none]


def change_words(change: MarkChange) -> str:
    """What a change makes of a take, as "Pick", "4 stars" or "No label"."""
    value = change.value
    if isinstance(value, Flag):
        return flag_words(value)
    if change.mark is Mark.RATING:
        return stars_words(value)
    return label_words(value)


def flag_words(flag: Flag) -> str:
    """What a flag is called."""
    if flag is Flag.NONE:
        return _tr("Unmarked")
    return _tr("Pick") if flag is Flag.PICK else _tr("Reject")


def stars_words(rating: int) -> str:
    """A rating, as "4 stars"."""
    if not rating:
        return _tr("No stars")
    return _tr("1 star") if rating == 1 else _tr("{count} stars").format(count=rating)


def label_words(label: int) -> str:
    """A colour label, told by its digit and its colour."""
    colours = {6: _tr("red"), 7: _tr("yellow"), 8: _tr("green"), 9: _tr("blue")}
    if label not in colours:
        return _tr("No label")
    return _tr("Label {number}, {colour}").format(number=label, colour=colours[label])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Marks", text)
