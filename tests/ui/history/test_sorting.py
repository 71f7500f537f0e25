"""Orders of one's own choice: chosen by key and by mouse; what is chosen and in sight survives."""

import dataclasses
import random

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.job import Job
from rushes.domain.job_sort import NEWEST_FIRST, JobSort, SortKey
from rushes.domain.mark_changes import MarkChange, MarkStep, TrashChange
from rushes.domain.marks import Mark, Marks
from rushes.domain.states import JobState
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.components.menu import Menu
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.list_columns import Column, ColumnHeader
from rushes.ui.history.order_difference import MOST_RUNS
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.job_faces.measures import date_text, time_of_day
from tests.habits.pointer import move_pointer
from tests.ui.job_faces.jobs import NOON, make_clip, make_job, until

K = Qt.Key
DAY = 86_400.0
BY_RATING = JobSort(SortKey.RATING)
OLDEST_FIRST = JobSort(SortKey.DATE, is_reversed=True)


def sample(number: int) -> Job:
    """Every tenth has stars, lengths differ, of every fifth shot there are two takes."""
    clip = make_clip(seconds=1.0 + number % 4)
    marks = Marks(rating=number // 10 % 6 if number % 10 == 0 else 0, seen_at=NOON)
    job = make_job(
        f"Job {number:03}", JobState.READY, clips=(clip,), created_at=NOON - 3_600 * number
    )
    return dataclasses.replace(job, marks=marks)


@pytest.fixture
async def jobs(library: Library) -> list[JobEntry]:
    made = [sample(number) for number in range(120)]
    firsts = {number: made[number] for number in range(4, 120, 5)}
    for number, first in firsts.items():
        made.append(
            dataclasses.replace(
                first,
                id=make_job().id,
                take=2,
                created_at=first.created_at + 60,
                marks=Marks(seen_at=NOON),
            )
        )
        assert made[-1].shot_id == made[number].shot_id
    return await library.add(sorted(made, key=lambda job: job.created_at))


@pytest.fixture
async def full(jobs: list[JobEntry], panel: HistoryPanel) -> HistoryPanel:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(panel.model, mode, panel.model)
    panel.activateWindow()
    panel.grid.setFocus()
    await until(panel.grid.hasFocus)
    return panel


async def sorted_by(panel: HistoryPanel, sort: JobSort) -> None:
    panel.views.set_sort(sort)
    await until(lambda: panel.model.shown_sort == sort)


async def rate(library: Library, stars: int, *keys: int) -> None:
    await library.mark_steps([MarkStep(keys, MarkChange(Mark.RATING, stars))])


async def follows(panel: HistoryPanel, library: Library) -> None:
    """Wait until the panel shows the library's order."""
    model = panel.model
    order = await library.order(stacked=model.is_stacked, sort=model.wished_sort)
    await until(lambda: model.shown_keys() == order.keys)


def resets(model: QAbstractItemModel) -> list[None]:
    told: list[None] = []
    model.modelReset.connect(lambda: told.append(None))
    return told


def keys_in_sight(panel: HistoryPanel) -> list[int]:
    view = panel.views.view
    return [panel.model.key_at(row) for row in view.visible_rows()]


def actions(menu: Menu) -> dict[str, bool]:
    return {each.text(): each.isChecked() for each in menu.actions() if not each.isSeparator()}


def shown_menu() -> Menu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    return menu


async def test_an_order_is_chosen_by_key_from_a_menu(full: HistoryPanel) -> None:
    button = full.head.buttons.sort
    assert button.accessibleName() == "Sort: Date · Newest first"
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, K.Key_Space)
    menu = shown_menu()
    assert [text for text, is_on in actions(menu).items() if is_on] == ["Date", "Newest first"]
    for _ in range(3):
        QTest.keyClick(menu, K.Key_Down)
    QTest.keyClick(menu, K.Key_Return)
    await until(lambda: full.model.shown_sort == JobSort(SortKey.LENGTH))
    assert button.accessibleName() == "Sort: Length · Longest first"
    QTest.keyClick(button, K.Key_Space)
    menu = shown_menu()
    assert [text for text, is_on in actions(menu).items() if is_on] == ["Length", "Longest first"]
    QTest.keyClick(menu, K.Key_Up)
    QTest.keyClick(menu, K.Key_Return)
    await until(lambda: full.model.shown_sort == JobSort(SortKey.LENGTH, is_reversed=True))
    assert button.accessibleName() == "Sort: Length · Shortest first"


async def test_where_the_button_has_no_room_the_menu_of_views_has_the_orders(
    full: HistoryPanel,
) -> None:
    full.resize(152, 700)
    await until(lambda: not full.head.buttons.sort.isVisible())
    menu = full.head.buttons.open_menu()
    (orders,) = [each.menu() for each in menu.actions() if each.menu() is not None]
    assert isinstance(orders, Menu)
    (rating,) = [each for each in orders.actions() if each.text() == "Rating"]
    rating.trigger()
    menu.close()
    await until(lambda: full.model.shown_sort == BY_RATING)


def click(header: ColumnHeader, column: Column) -> None:
    left, width = header.places()[column]
    place = QPoint(left + width // 2, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


async def test_a_click_on_a_column_sorts_and_another_turns_it_round(full: HistoryPanel) -> None:
    full.resize(900, 700)
    full.views.set_kind("list")
    header = full.views.list.header
    await until(lambda: len(header.places()) == len(Column))
    for column, key in (
        (Column.LENGTH, SortKey.LENGTH),
        (Column.MODEL, SortKey.MODEL),
        (Column.TITLE, SortKey.TITLE),
        (Column.MARKS, SortKey.RATING),
        (Column.DATE, SortKey.DATE),
    ):
        click(header, column)
        assert full.views.sort == JobSort(key)
        click(header, column)
        assert full.views.sort == JobSort(key, is_reversed=True)
    tip = header.model().headerData(
        Column.DATE, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    )
    assert tip == "Sort: Date · Newest first"
    assert header.accessibleDescription() == "Sort: Date · Oldest first"
    click(header, Column.CHANGED)
    assert full.views.sort == OLDEST_FIRST


async def test_the_column_sorted_by_shows_an_arrow_and_the_pointed_one_is_lit(
    full: HistoryPanel,
) -> None:
    full.resize(900, 700)
    full.views.set_kind("list")
    header = full.views.list.header
    await until(lambda: len(header.places()) == len(Column))

    def picture(column: Column) -> object:
        left, width = header.places()[column]
        return header.grab().toImage().copy(left, 0, width, header.height())

    plain, date = picture(Column.LENGTH), picture(Column.DATE)
    left, width = header.places()[Column.LENGTH]
    move_pointer(header.viewport(), QPoint(left + width // 2, 8))
    lit = picture(Column.LENGTH)
    assert lit != plain
    full.views.set_sort(JobSort(SortKey.LENGTH))
    falls = picture(Column.LENGTH)
    assert falls != lit
    assert picture(Column.DATE) != date
    full.views.set_sort(JobSort(SortKey.LENGTH, is_reversed=True))
    assert picture(Column.LENGTH) != falls


async def test_days_are_shown_only_where_jobs_stand_by_their_days(full: HistoryPanel) -> None:
    grid, model = full.grid, full.model
    newest = list(model.groups.days)
    assert len(list(grid.grid.heads_between(0, grid.grid.height))) == len(newest) > 1
    await sorted_by(full, OLDEST_FIRST)
    assert model.groups.days == newest[::-1]
    assert len(list(grid.grid.heads_between(0, grid.grid.height))) == len(newest)
    assert full.model.newest_row() == model.rowCount() - 1
    for sort in (BY_RATING, JobSort(SortKey.TITLE)):
        await sorted_by(full, sort)
        assert list(grid.grid.heads_between(0, grid.grid.height)) == []
        assert grid.grid.row_count == model.rowCount()
        assert grid.grid.rect(0).top() < 20
    full.views.set_kind("list")
    assert full.views.list.grid.row_count == model.rowCount()


async def test_what_has_no_length_tells_its_day_where_it_stands_under_none(
    full: HistoryPanel, library: Library
) -> None:
    (entry,) = await library.add([make_job("Aurora", created_at=NOON + 60)])

    def second() -> str:
        row = full.model.row_of(entry)
        face = full.model.data(full.model.index(row), JobRole.FACE) if row >= 0 else None
        return "" if face is None else face.second

    await until(lambda: second() == time_of_day(NOON + 60))
    await sorted_by(full, JobSort(SortKey.TITLE))
    await until(lambda: second() == date_text(NOON + 60))
    await sorted_by(full, OLDEST_FIRST)
    full.grid.verticalScrollBar().setValue(full.grid.verticalScrollBar().maximum())
    await until(lambda: second() == time_of_day(NOON + 60))


async def test_the_newest_is_found_in_any_order(full: HistoryPanel) -> None:
    newest = full.model.key_at(0)
    await sorted_by(full, JobSort(SortKey.TITLE, is_reversed=True))
    full.select_newest()
    assert full.chosen_keys == [newest]


async def test_choice_and_place_survive_another_order(full: HistoryPanel) -> None:
    full.views.choose_row(70)
    full.grid.verticalScrollBar().setValue(full.grid.grid.rect(66).top())
    key, chosen = full.model.key_at(70), full.chosen_keys
    before = full.grid.visualRect(full.views.currentIndex()).top()
    for sort in (JobSort(SortKey.TITLE), BY_RATING, OLDEST_FIRST, NEWEST_FIRST):
        await sorted_by(full, sort)
        assert full.chosen_keys == chosen
        assert full.model.key_at(full.views.currentIndex().row()) == key
        assert full.grid.visualRect(full.views.currentIndex()).top() == before
    full.grid.verticalScrollBar().setValue(0)
    await sorted_by(full, BY_RATING)
    assert full.grid.verticalOffset() == 0
    assert full.chosen_keys == chosen


async def test_a_take_that_is_rated_moves_and_stays_chosen(
    full: HistoryPanel, library: Library
) -> None:
    await sorted_by(full, BY_RATING)
    told = resets(full.model)
    full.views.choose_row(60)
    full.grid.verticalScrollBar().setValue(full.grid.grid.rect(57).top())
    key = full.model.key_at(60)
    before = keys_in_sight(full)
    (held,) = full.model.rows_of([before[0]]).values()
    top = full.grid.visualRect(full.model.index(held)).top()
    await rate(library, 5, key)
    await follows(full, library)
    assert full.model.key_at(full.views.currentIndex().row()) == key
    assert full.views.currentIndex().row() < 5
    assert full.chosen_keys == [key]
    (held,) = full.model.rows_of([before[0]]).values()
    assert full.grid.visualRect(full.model.index(held)).top() - top in (
        0,
        full.grid.grid.measures.cell.height() + full.grid.grid.measures.gap_down,
    )
    assert len(set(keys_in_sight(full)) & set(before)) >= len(before) - 4
    assert told == []
    await rate(library, 0, key)
    await follows(full, library)
    assert full.chosen_keys == [key]
    assert full.views.currentIndex().row() == 60
    assert told == []


async def test_rows_follow_whatever_happens_and_a_choice_of_many_stays(
    full: HistoryPanel, library: Library, jobs: list[JobEntry]
) -> None:
    chance = random.Random(7)
    await sorted_by(full, BY_RATING)
    told = resets(full.model)
    head = next(row for row in range(60, 100) if full.model.count_at(row) > 1)
    full.views.choose_row(head)
    QTest.keyClick(full.grid, K.Key_Return)
    await until(lambda: full.model.open_stack is not None)
    stack = full.model.open_stack
    assert stack is not None
    shot = full.model.key_at(head)
    chosen = [full.model.key_at(row) for row in (10, 30, 31, 32)]
    selection = full.views.selectionModel()
    for row in (10, 30, 31, 32):
        selection.select(full.model.index(row), selection.SelectionFlag.Select)
    everything = full.chosen_keys
    assert set(chosen) < set(everything)
    keys = [entry.key for entry in jobs]
    for _ in range(12):
        some = chance.sample(keys, chance.randint(1, 5))
        some += [shot] if chance.random() < 0.5 else []
        await rate(library, chance.randint(0, 5), *some)
        await follows(full, library)
        assert set(full.chosen_keys) == set(everything)
        assert full.model.open_stack is stack
        assert full.model.key_at(stack.row) == shot
        assert full.model.keys_between(stack.row + 1, stack.row + 3) == stack.keys
    assert told == []
    added = await library.add([make_job("Another", created_at=NOON + 60)])
    await rate(library, 5, added[0].key)
    await follows(full, library)
    assert full.model.key_at(0) == added[0].key
    await library.mark_steps([MarkStep((added[0].key,), TrashChange(NOON))])
    await follows(full, library)
    assert told == []
    assert set(full.chosen_keys) == set(everything)


async def test_a_new_take_stands_for_its_open_stack_where_its_own_value_belongs(
    full: HistoryPanel, library: Library
) -> None:
    await sorted_by(full, BY_RATING)
    told = resets(full.model)
    row = next(row for row in range(60, 100) if full.model.count_at(row) > 1)
    full.views.choose_row(row)
    key = full.model.key_at(row)
    QTest.keyClick(full.grid, K.Key_Return)
    await until(lambda: full.model.open_stack is not None)
    (before,) = await library.jobs([key])
    marks = Marks(rating=5, seen_at=NOON)
    job = dataclasses.replace(before.job, id=make_job().id, take=3, created_at=NOON, marks=marks)
    (newer,) = await library.add([job])
    await follows(full, library)
    stack = full.model.open_stack
    assert stack is not None
    assert (full.model.key_at(stack.row), stack.row < 5) == (newer.key, True)
    assert stack.keys[-2:] == [key, newer.key]
    assert full.chosen_keys == [key]
    assert full.model.count_at(stack.row) == 3
    # It goes into the trash again, and the one before stands for the shot as it did.
    await library.mark_steps([MarkStep((newer.key,), TrashChange(NOON))])
    await follows(full, library)
    assert full.model.key_at(row) == key
    assert told == []


async def test_many_rated_at_once_keep_the_choice(
    full: HistoryPanel, library: Library, jobs: list[JobEntry]
) -> None:
    await sorted_by(full, BY_RATING)
    full.views.choose_row(60)
    chosen = full.chosen_keys
    some = [entry.key for entry in jobs][:: len(jobs) // (2 * MOST_RUNS)]
    assert len(some) > MOST_RUNS
    await rate(library, 4, *some)
    await follows(full, library)
    assert full.chosen_keys == chosen


async def test_next_follows_the_order_that_is_shown(full: HistoryPanel, library: Library) -> None:
    full.model.set_stacked(False)
    await sorted_by(full, JobSort(SortKey.TITLE))
    order = await library.order(sort=JobSort(SortKey.TITLE))
    full.views.choose_row(0)
    for key in order.keys[:5]:
        assert full.chosen_keys == [key]
        full.show_next()


async def test_the_order_is_remembered_with_the_view(full: HistoryPanel) -> None:
    views = full.views
    sort = JobSort(SortKey.MODEL, is_reversed=True)
    await sorted_by(full, sort)
    shape = views.shape()
    views.restore_shape({})
    assert views.sort == NEWEST_FIRST
    assert full.head.buttons.sort.accessibleName() == "Sort: Date · Newest first"
    views.restore_shape(shape)
    assert (views.sort, views.shape()) == (sort, shape)
    for strange in ("rating", {"by": "colour"}, {"by": ["rating"]}, None, 7):
        views.restore_shape({"sort": strange})
        assert views.sort == NEWEST_FIRST
    views.restore_shape({"sort": {"by": "rating", "reversed": "yes"}})
    assert views.sort == BY_RATING
