"""Marks and their changes are told in a person's words; frames are told by numbers from 1."""

import pytest
from PySide6.QtWidgets import QApplication

from rushes.domain.mark_changes import (
    AnyChange,
    MarkChange,
    NoteChange,
    RangesChange,
    TagChange,
    TrashChange,
)
from rushes.domain.marks import Flag, GoodRange, Mark
from rushes.ui.job_faces.mark_words import change_words


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (MarkChange(Mark.RATING, 0), "No stars"),
        (MarkChange(Mark.RATING, 1), "1 star"),
        (MarkChange(Mark.RATING, 4), "4 stars"),
        (MarkChange(Mark.FLAG, Flag.REJECT), "Reject"),
        (MarkChange(Mark.LABEL, 6), "Label 6, red"),
        (MarkChange(Mark.LABEL, 0), "No label"),
        (TagChange("rain"), "Tag “rain”"),
        (TagChange("{tag}", is_given=False), "Tag “{tag}” taken off"),
        (NoteChange("x"), "Note on the take"),
        (NoteChange("x", 42), "Note on frame 43"),
        (NoteChange(""), "Note taken off"),
        (NoteChange("", 0), "Note on frame 1 taken off"),
        (RangesChange((GoodRange(49, 87),)), "Good 50–88"),
        (RangesChange((GoodRange(0, 0), GoodRange(49, 87))), "Good 1, 50–88"),
        (RangesChange(()), "No good range"),
        (TrashChange(5.0), "Moved to Trash"),
        (TrashChange(None), "Out of Trash"),
    ],
)
def test_every_change_has_its_words(qapp: QApplication, change: AnyChange, words: str) -> None:
    assert change_words(change) == words
