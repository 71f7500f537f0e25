"""Marks and changes of marks as Hypothesis makes them up."""

from hypothesis import strategies as st

from rushes.domain.mark_changes import (
    MarkChange,
    NoteChange,
    RangesChange,
    TagChange,
    TrashChange,
)
from rushes.domain.marks import (
    LABELS,
    Flag,
    GoodRange,
    Mark,
    Marks,
    Note,
    joined_ranges,
    sorted_tags,
    tidy_tag,
)

TAGS = st.sampled_from(("rain", "Rain", "night shot", "Straße", "STRASSE", "İz", "雨", "a")) | (
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
    .map(tidy_tag)
    .filter(bool)
)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)
FRAMES = st.none() | st.integers(0, 5)
TIMES = st.floats(1e9, 2e9)


@st.composite
def good_ranges(draw: st.DrawFn) -> GoodRange:
    first = draw(st.integers(0, 100))
    return GoodRange(first, first + draw(st.integers(0, 30)))


RANGES = st.lists(good_ranges(), max_size=4).map(joined_ranges)


@st.composite
def notes(draw: st.DrawFn) -> tuple[Note, ...]:
    texts = draw(st.dictionaries(FRAMES, TEXTS, max_size=3))
    order = sorted(texts, key=lambda frame: -1 if frame is None else frame)
    return tuple(Note(texts[frame], frame) for frame in order)


MARKS = st.builds(
    Marks,
    rating=st.integers(0, 5),
    flag=st.sampled_from(Flag),
    label=st.sampled_from((0, *LABELS)),
    seen_at=st.none() | st.just(5.0),
    tags=st.lists(TAGS, max_size=4).map(sorted_tags),
    notes=notes(),
    ranges=RANGES,
    trashed_at=st.none() | TIMES,
)
RATINGS = st.builds(MarkChange, st.just(Mark.RATING), st.integers(0, 5))
FLAGS = st.builds(MarkChange, st.just(Mark.FLAG), st.sampled_from(Flag))
SPOKEN_CHANGES = st.one_of(
    st.builds(TagChange, TAGS, st.booleans()),
    st.builds(NoteChange, TEXTS | st.just(""), FRAMES),
    st.builds(RangesChange, RANGES),
    st.builds(TrashChange, st.none() | TIMES),
)
DEFINITE_CHANGES = st.one_of(
    RATINGS,
    FLAGS,
    st.builds(MarkChange, st.just(Mark.LABEL), st.sampled_from((0, *LABELS))),
    SPOKEN_CHANGES,
)
CHANGES = DEFINITE_CHANGES | st.builds(
    MarkChange, st.just(Mark.LABEL), st.sampled_from((0, *LABELS)), st.booleans()
)
