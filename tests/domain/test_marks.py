"""Marks and their changes: what there is, what a change does, and what brings it back."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.domain.marks import (
    LABELS,
    UNMARKED,
    Flag,
    Mark,
    MarkChange,
    Marks,
    MarkStep,
    undoing_steps,
)

MARKS = st.builds(
    Marks,
    rating=st.integers(0, 5),
    flag=st.sampled_from(Flag),
    label=st.sampled_from((0, *LABELS)),
    seen_at=st.none() | st.just(5.0),
)
CHANGES = st.one_of(
    st.builds(MarkChange, st.just(Mark.RATING), st.integers(0, 5)),
    st.builds(MarkChange, st.just(Mark.FLAG), st.sampled_from(Flag)),
    st.builds(MarkChange, st.just(Mark.LABEL), st.sampled_from((0, *LABELS)), st.booleans()),
)


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
def test_a_change_concerns_one_mark_and_can_be_taken_back(marks: Marks, change: MarkChange) -> None:
    after = change.applied_to(marks)
    others = {mark.value for mark in Mark if mark is not change.mark} | {"seen_at"}
    assert all(getattr(after, name) == getattr(marks, name) for name in others)
    assert change.undoing(marks).applied_to(after) == marks
    definite = change.resolved(marks)
    assert not definite.toggles
    assert definite.applied_to(marks) == after
    assert definite.applied_to(after) == after


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
    before: dict[int, Marks], wishes: list[tuple[set[int], MarkChange]]
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
