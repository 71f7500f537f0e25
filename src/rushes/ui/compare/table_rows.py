"""The rows of the table of what differs."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from rushes.ui.compare.compared_take import ComparedTake
from rushes.ui.compare.differs_table import TableRow
from rushes.ui.compare.input_words import NOTHING, InputRow
from rushes.ui.viewer.shown_clip import ShownClip


def rows_of(inputs: Sequence[InputRow]) -> list[TableRow]:
    """One row for each input."""
    return [TableRow(row.label, row.values, row.wholes) for row in inputs]


def length_row(takes: Sequence[ComparedTake], clips: Sequence[ShownClip]) -> TableRow:
    """How long each clip is, in seconds."""
    facts = [
        clips[place].facts or take.facts if place < len(clips) else take.facts
        for place, take in enumerate(takes)
    ]
    values = tuple(NOTHING if each is None else _seconds(each.seconds) for each in facts)
    label = QCoreApplication.translate("CompareInputs", "Length")
    return TableRow(label, values, values, differs=len(set(values)) > 1)


def _seconds(seconds: float) -> str:
    words = QCoreApplication.translate("TakeInfo", "{seconds} s")
    return words.format(seconds=QLocale().toString(seconds, "f", 2))
