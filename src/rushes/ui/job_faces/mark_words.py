"""Marks and changes of them in words. Texts are translated in the context ``Marks``."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from rushes.domain.mark_changes import (
    AnyChange,
    MarkChange,
    NoteChange,
    RangesChange,
    TagChange,
    TrashChange,
)
from rushes.domain.marks import Flag, GoodRange, Mark, Marks
from rushes.ui.job_faces.measures import count_text


def mark_words(marks: Marks) -> list[str]:
    """The marks that a take has, each as a short sentence for a screen reader."""
    changes = [
        MarkChange(Mark.RATING, marks.rating),
        MarkChange(Mark.FLAG, marks.flag),
        MarkChange(Mark.LABEL, marks.label),
    ]
    words = [change_words(change) for change in changes if change.value != change.none]
    if marks.tags:
        words.append(_tr("Tags: {tags}").format(tags=", ".join(marks.tags)))
    if marks.notes:
        words.append(notes_words(len(marks.notes)))
    if marks.ranges:
        words.append(ranges_words(marks.ranges))
    return words


def change_words(change: AnyChange) -> str:
    """What a change makes of a take, as "Pick", "No label", "Tag “rain”" or "Moved to Trash"."""
    match change:
        case MarkChange(value=Flag() as flag):
            return flag_words(flag)
        case MarkChange(mark=Mark.RATING, value=int(rating)):
            return stars_words(rating)
        case MarkChange():
            return label_words(int(change.value))
        case TagChange():
            return tag_words(change.tag, is_given=change.is_given)
        case NoteChange():
            return note_change_words(change)
        case RangesChange():
            return ranges_words(change.ranges) if change.ranges else _tr("No good range")
        case TrashChange():
            return _tr("Out of Trash") if change.at is None else _tr("Moved to Trash")


def tag_words(tag: str, *, is_given: bool = True) -> str:
    """A tag that is given, or taken away."""
    text = _tr("Tag “{tag}”") if is_given else _tr("Tag “{tag}” taken off")
    return text.format(tag=tag)


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


def note_change_words(change: NoteChange) -> str:
    """What became of a note, and where it is."""
    if change.frame is None:
        return _tr("Note on the take") if change.text else _tr("Note taken off")
    words = _tr("Note on frame {number}")
    if not change.text:
        words = _tr("Note on frame {number} taken off")
    return words.format(number=count_text(change.frame + 1))


def notes_words(count: int) -> str:
    """How many notes there are."""
    return _tr("1 note") if count == 1 else _tr("{count} notes").format(count=count_text(count))


def ranges_words(ranges: Sequence[GoodRange]) -> str:
    """Which frames are good, by their numbers, which count from 1."""
    return _tr("Good {frames}").format(frames=", ".join(range_numbers(each) for each in ranges))


def range_numbers(good: GoodRange) -> str:
    """The numbers of a range's first and last frame, as "50–88"; they count from 1."""
    first, last = count_text(good.first + 1), count_text(good.last + 1)
    return first if good.frames == 1 else f"{first}–{last}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Marks", text)
