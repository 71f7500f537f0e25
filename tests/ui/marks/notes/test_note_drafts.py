"""What becomes of a note's text as it is typed, moved and left."""

from rushes.domain.mark_changes import NoteChange
from rushes.ui.marks.notes.note_drafts import NoteDrafts


def test_what_was_not_changed_is_not_written() -> None:
    drafts = NoteDrafts({4: ["as it was"], None: [""]}, 4)
    drafts.type("as it was ")
    assert drafts.changes() == []


def test_a_new_text_goes_along_to_the_other_place() -> None:
    drafts = NoteDrafts({4: [""], None: [""]}, 4)
    drafts.type("soft")
    drafts.move(None)
    assert drafts.text == "soft"
    assert drafts.changes() == [NoteChange("soft")]


def test_each_place_keeps_its_own_note() -> None:
    drafts = NoteDrafts({4: [""], None: ["whole"]}, 4)
    drafts.type("soft")
    drafts.move(None)
    assert drafts.text == "whole"
    drafts.type("whole, and more")
    drafts.move(4)
    assert drafts.text == "soft"
    assert drafts.changes() == [NoteChange("soft", 4), NoteChange("whole, and more")]


def test_a_note_that_is_emptied_is_removed() -> None:
    drafts = NoteDrafts({4: ["soft"]}, 4)
    drafts.type("  \n")
    assert drafts.changes() == [NoteChange("", 4)]


def test_different_notes_stay_unless_another_is_written() -> None:
    for written in (["one", "two"], ["one", ""], None):
        drafts = NoteDrafts({None: written}, None)
        assert (drafts.text, drafts.differ, drafts.changes()) == ("", True, [])
        drafts.type("for all")
        assert drafts.changes() == [NoteChange("for all")]
