from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication

from rushes.ui.history.card_sizes import CardSize, grid_measures, size_for
from rushes.ui.history.date_groups import DateGroups
from rushes.ui.history.grid_layout import GridLayout, GridMeasures, OpenedAt
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme

DAY = 86_400.0
MEASURES = GridMeasures(
    width=418,
    columns=3,
    cell=QSize(134, 118),
    gap_across=4,
    gap_down=6,
    left=8,
    first_head=24,
    head=28,
    below_head=4,
    bottom=12,
)
day_counts = st.lists(st.integers(1, 9), min_size=1, max_size=6)


def layout(counts: list[int], measures: GridMeasures = MEASURES) -> GridLayout:
    times = [1e9 - day * DAY for day, count in enumerate(counts) for _ in range(count)]
    groups = DateGroups(times)
    assert groups.counts == counts
    return GridLayout(groups, measures)


def test_the_first_cards_lie_under_their_date() -> None:
    grid = layout([4, 1])
    assert grid.head_rect(0).getRect() == (0, 0, 418, 24)
    assert [grid.rect(row).topLeft().toTuple() for row in range(4)] == [
        (8, 28),
        (146, 28),
        (284, 28),
        (8, 152),
    ]
    assert grid.head_rect(1).getRect() == (0, 270, 418, 28)
    assert grid.rect(4).topLeft().toTuple() == (8, 302)
    assert grid.height == 302 + 118 + 12


def test_mirrored_lines_begin_at_the_right() -> None:
    grid = layout([2], replace(MEASURES, mirrored=True))
    assert [grid.rect(row).left() for row in range(2)] == [276, 138]
    assert grid.row_at(QPoint(280, 40)) == 0
    assert grid.row_at(QPoint(140, 40)) == 1


@given(day_counts, st.integers(1, 4), st.booleans())
def test_places_and_rows_agree(counts: list[int], columns: int, mirrored: bool) -> None:
    grid = layout(counts, replace(MEASURES, columns=columns, width=560, mirrored=mirrored))
    rects = [grid.rect(row) for row in range(grid.row_count)]
    for row, rect in enumerate(rects):
        assert grid.row_at(rect.center()) == row
        assert grid.row_at(rect.topLeft()) == row
        assert grid.row_at(rect.bottomRight()) == row
        assert not any(rect.intersects(other) for other in rects[:row])
        assert rect.bottom() < grid.height
    for index in range(len(counts)):
        assert grid.row_at(grid.head_rect(index).center()) == -1


@given(day_counts, st.integers(1, 4), st.integers(0, 1500), st.integers(1, 700))
def test_what_is_visible_is_what_a_walk_finds(
    counts: list[int], columns: int, top: int, height: int
) -> None:
    grid = layout(counts, replace(MEASURES, columns=columns))
    found = set(grid.rows_between(top, top + height))
    touched = {
        row
        for row in range(grid.row_count)
        if grid.rect(row).top() < top + height and grid.rect(row).bottom() >= top
    }
    # A line may come along for the gap beneath it, never one that is further away.
    assert touched <= found
    assert all(
        grid.rect(row).bottom() + MEASURES.gap_down >= top and grid.rect(row).top() < top + height
        for row in found
    )


@given(day_counts, st.integers(1, 4))
def test_up_and_down_keep_the_column_where_the_line_has_it(counts: list[int], columns: int) -> None:
    grid = layout(counts, replace(MEASURES, columns=columns))
    for row in range(grid.row_count):
        here = grid.rect(row)
        below, above = grid.row_below(row), grid.row_above(row)
        if below >= 0:
            there = grid.rect(below)
            assert there.top() > here.top()
            assert there.left() <= here.left()
            crossed = [r for r in range(row + 1, below) if here.top() < grid.rect(r).top()]
            assert all(grid.rect(r).top() == there.top() for r in crossed)
        if above >= 0:
            assert grid.rect(above).top() < here.top()
    assert grid.row_above(0) == -1
    assert grid.row_below(grid.row_count - 1) == -1


@given(day_counts, st.integers(1, 4), st.integers(1, 9), st.data())
def test_down_out_of_a_stack_leads_to_the_next_line(
    counts: list[int], columns: int, takes: int, data: st.DataObject
) -> None:
    shot = data.draw(st.integers(0, sum(counts) - 1))
    grid = layout(counts, replace(MEASURES, columns=columns)).opened(OpenedAt(shot, takes))
    assert grid.box is not None
    beneath = [
        row
        for row in range(grid.row_count)
        if not grid.is_take(row) and grid.rect(row).top() >= grid.box.top
    ]
    for row in range(shot + 1, shot + takes + 1):
        below = grid.row_below(row)
        if below < 0:
            assert not beneath
        elif not grid.is_take(below):
            assert grid.rect(below).top() == min(grid.rect(each).top() for each in beneath)


def test_an_empty_grid_has_no_height() -> None:
    grid = GridLayout(DateGroups(), MEASURES)
    assert (grid.height, grid.row_count, grid.row_at(QPoint(20, 20))) == (0, 0, -1)
    assert list(grid.rows_between(0, 500)) == list(grid.heads_between(0, 500)) == []


@pytest.mark.parametrize(
    ("panel", "columns", "widest", "size"),
    [
        (152, 1, 150, CardSize.SMALL),
        (300, 2, 150, CardSize.SMALL),
        (428, 3, 150, CardSize.SMALL),
        (704, 4, 190, CardSize.MEDIUM),
        (1400, 6, 252, CardSize.LARGE),
    ],
)
def test_columns_follow_the_width(
    qapp: QApplication, panel: int, columns: int, widest: int, size: CardSize
) -> None:
    apply_theme(qapp, Theme.from_settings(ThemeSettings()))
    measures = grid_measures(panel - 10, panel - 10, size_for(panel))
    assert size_for(panel) is size
    assert measures.columns == columns
    assert size.value <= measures.cell.width() <= widest
    taken = columns * measures.cell.width() + (columns - 1) * measures.gap_across
    free = panel - 10 - measures.left - taken
    assert 4 <= free < 4 + columns


def test_larger_text_counts_as_a_smaller_window(qapp: QApplication) -> None:
    apply_theme(qapp, Theme.from_settings(ThemeSettings(text_percent=200)))
    assert grid_measures(418, 418, size_for(428)).columns == 1
    apply_theme(qapp, Theme.from_settings(ThemeSettings()))
