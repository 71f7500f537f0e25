"""Marks and their changes: what there is, what a change does, and what brings it back."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.domain.mark_changes import (
    AnyChange,
    MarkChange,
    MarkStep,
    NoteChange,
    RangesChange,
    TagChange,
    TrashChange,
    undoing_steps,
)
from rushes.domain.marks import (
    UNMARKED,
    Flag,
    GoodRange,
    Mark,
    Marks,
    Note,
    joined_ranges,
    sorted_tags,
    tidy_tag,
)
from tests.domain.mark_strategies import CHANGES, MARKS


@pytest.mark.parametrize("wrong", [{"rating": 6}, {"rating": -1}, {"label": 5}, {"label": 10}])
def test_there_are_no_other_marks(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="no "):
        Marks(**wrong)


@pytest.mark.parametrize(
    ("mark", "value"),
    [(Mark.RATING, 6), (Mark.LABEL, 1), (Mark.RATING, Flag.PICK), (Mark.FLAG, 0)],
)
def test_there_are_no_other_changes(mark: Mark, value: int | Flag) -> None:
    with pytest.raises(ValueError, match="no "):
        MarkChange(mark, value)


@given(MARKS, CHANGES)
def test_a_change_concerns_one_mark_and_can_be_taken_back(marks: Marks, change: AnyChange) -> None:
    after = change.applied_to(marks)
    others = {mark.value for mark in Mark if mark is not change.mark} | {"seen_at"}
    assert all(getattr(after, name) == getattr(marks, name) for name in others)
    assert change.undoing(marks).applied_to(after) == marks
    definite = change.resolved(marks)
    assert not (isinstance(definite, MarkChange) and definite.toggles)
    assert definite.applied_to(marks) == after
    assert definite.applied_to(after) == after


def test_tags_are_alike_in_upper_and_lower_case() -> None:
    marks = TagChange("Night shot").applied_to(TagChange("rain").applied_to(UNMARKED))
    assert marks.tags == ("Night shot", "rain")
    assert TagChange("RAIN").applied_to(marks).tags == ("Night shot", "RAIN")
    assert TagChange("Rain", is_given=False).applied_to(marks).tags == ("Night shot",)
    assert sorted_tags(["Straße", "STRASSE"]) == ("Straße",)
    assert tidy_tag('  a "b",\tc ') == "a b c"
    with pytest.raises(ValueError, match="empty"):
        TagChange("")


def test_there_is_one_note_for_each_place() -> None:
    marks = UNMARKED
    for change in (NoteChange("late", 7), NoteChange("all of it"), NoteChange("soon", 2)):
        marks = change.applied_to(marks)
    assert marks.notes == (Note("all of it"), Note("soon", 2), Note("late", 7))
    marks = NoteChange("", 2).applied_to(NoteChange("later", 7).applied_to(marks))
    assert [marks.note_at(frame) for frame in (None, 2, 7)] == ["all of it", "", "later"]


def test_ranges_that_meet_are_one() -> None:
    ranges = [GoodRange(8, 9), GoodRange(0, 3), GoodRange(4, 5), GoodRange(2, 2)]
    joined = joined_ranges(ranges)
    assert joined == (GoodRange(0, 5), GoodRange(8, 9))
    assert [each.frames for each in joined] == [6, 2]
    assert RangesChange(joined).applied_to(UNMARKED).is_marked
    for first, last in ((-1, 3), (4, 3)):
        with pytest.raises(ValueError, match="no range"):
            GoodRange(first, last)


def test_the_trash_is_no_verdict() -> None:
    marks = TrashChange(5.0).applied_to(UNMARKED)
    assert marks.is_trashed
    assert not marks.is_marked


def test_the_same_label_again_takes_it_away() -> None:
    change = MarkChange(Mark.LABEL, 6, toggles=True)
    red = change.applied_to(UNMARKED)
    assert red.label == 6
    assert change.applied_to(red).label == 0
    assert change.applied_to(Marks(label=7)).label == 6
    # All of a selection do as the one that is shown does.
    assert change.resolved(red).applied_to(Marks(label=7)).label == 0


@given(
    st.dictionaries(st.integers(1, 6), MARKS, min_size=1),
    st.lists(st.tuples(st.sets(st.integers(1, 8), min_size=1), CHANGES), max_size=6),
)
def test_steps_of_any_kind_can_be_taken_back(
    before: dict[int, Marks], wishes: list[tuple[set[int], AnyChange]]
) -> None:
    steps = [MarkStep(tuple(sorted(keys)), change) for keys, change in wishes]
    now = dict(before)
    for step in [*steps, *undoing_steps(steps, before)]:
        for key in step.keys:
            if key in now:
                now[key] = step.change.applied_to(now[key])
    assert now == before


def test_what_was_marked_alike_is_brought_back_together() -> None:
    before = {key: Marks(rating=key % 2) for key in range(1000)}
    steps = [MarkStep(tuple(before), MarkChange(Mark.RATING, 4))]
    back = undoing_steps(steps, before)
    assert len(back) == 2
    assert sorted(itertools.chain(*(step.keys for step in back))) == list(range(1000))
