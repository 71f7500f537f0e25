import dataclasses

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.states import JobState
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.history.card_sizes import CardSize
from rushes.ui.history.history_grid import HistoryGrid
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from tests.ui.job_faces.jobs import NOON, TellingEngine, jpeg, make_clip, make_job, until

DAY = 86_400.0
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
K = Qt.Key


@pytest.fixture
async def jobs(library: Library) -> list[JobEntry]:
    """Today 7 jobs and the day before 40, in three columns: lines of 3, 3, 1 and then of 3."""
    made = [make_job(f"Old {n}", created_at=NOON - DAY - n) for n in range(40)]
    made += [make_job(f"New {n}", created_at=NOON + n) for n in range(7)]
    return await library.add(sorted(made, key=lambda job: job.created_at))


@pytest.fixture
async def grid(jobs: list[JobEntry], panel: HistoryPanel) -> HistoryGrid:
    panel.activateWindow()
    panel.grid.setFocus()
    await until(lambda: panel.grid.hasFocus())
    await until(lambda: panel.model.data(panel.model.index(0), JobRole.FACE) is not None)
    return panel.grid


def press(grid: HistoryGrid, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    for key in keys:
        QTest.keyClick(grid, key, modifiers)


def click(grid: HistoryGrid, row: int, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    place = grid.visualRect(grid.model().index(row, 0))
    QTest.mouseClick(grid.viewport(), LEFT, modifiers, place.center())


def chosen(grid: HistoryGrid) -> list[int]:
    return sorted(index.row() for index in grid.selectionModel().selectedIndexes())


def current(grid: HistoryGrid) -> int:
    return grid.currentIndex().row()


async def test_cards_lie_three_by_three_under_their_days(grid: HistoryGrid) -> None:
    assert grid.grid.measures.columns == 3
    assert grid.grid.groups.counts == [7, 40]
    first, fourth, eighth = (grid.visualRect(grid.model().index(row, 0)) for row in (0, 3, 7))
    assert first.left() == fourth.left() == eighth.left()
    assert fourth.top() - first.top() == first.height() + 6
    assert grid.indexAt(fourth.center()).row() == 3
    assert not grid.indexAt(QPoint(first.center().x(), first.top() - 8)).isValid()


async def test_arrows_go_along_lines_and_across_days(grid: HistoryGrid) -> None:
    press(grid, K.Key_Right)
    assert current(grid) == 0
    press(grid, K.Key_Right)
    assert current(grid) == 1
    press(grid, K.Key_Down)
    assert current(grid) == 4
    press(grid, K.Key_Down)
    assert current(grid) == 6
    press(grid, K.Key_Down)
    assert current(grid) == 7
    press(grid, K.Key_Left)
    assert current(grid) == 6
    press(grid, K.Key_Up, K.Key_Up)
    assert current(grid) == 0
    press(grid, K.Key_Up, K.Key_Left)
    assert current(grid) == 0
    assert chosen(grid) == [0]


async def test_home_end_and_pages_bring_the_current_job_into_sight(grid: HistoryGrid) -> None:
    press(grid, K.Key_Home, K.Key_End)
    assert current(grid) == 46
    seen = grid.viewport().rect()
    assert seen.contains(grid.visualRect(grid.currentIndex()))
    press(grid, K.Key_PageUp)
    assert current(grid) < 40
    assert seen.contains(grid.visualRect(grid.currentIndex()))
    press(grid, K.Key_Home)
    assert current(grid) == 0
    assert grid.verticalScrollBar().value() == 0
    press(grid, K.Key_PageDown)
    assert current(grid) > 9


async def test_shift_extends_from_where_one_began(grid: HistoryGrid) -> None:
    click(grid, 4)
    press(grid, K.Key_Right, K.Key_Right, modifiers=SHIFT)
    assert chosen(grid) == [4, 5, 6]
    press(grid, K.Key_Left, K.Key_Left, K.Key_Left, modifiers=SHIFT)
    assert chosen(grid) == [3, 4]
    click(grid, 8, SHIFT)
    assert chosen(grid) == [4, 5, 6, 7, 8]
    click(grid, 1, SHIFT)
    assert chosen(grid) == [1, 2, 3, 4]


async def test_control_visits_and_toggles(grid: HistoryGrid) -> None:
    click(grid, 0)
    click(grid, 4, CONTROL)
    assert chosen(grid) == [0, 4]
    press(grid, K.Key_Right, modifiers=CONTROL)
    assert (current(grid), chosen(grid)) == (5, [0, 4])
    press(grid, K.Key_Space, modifiers=CONTROL)
    assert chosen(grid) == [0, 4, 5]
    press(grid, K.Key_Space, modifiers=CONTROL)
    assert chosen(grid) == [0, 4]
    press(grid, K.Key_A, modifiers=CONTROL)
    assert len(chosen(grid)) == 47


async def test_letters_and_space_belong_to_the_window(grid: HistoryGrid) -> None:
    click(grid, 0)
    QTest.keyClicks(grid, "old p")
    press(grid, K.Key_Space, K.Key_Escape)
    assert (current(grid), chosen(grid)) == (0, [0])


async def test_enter_and_double_click_activate(grid: HistoryGrid) -> None:
    activated: list[int] = []

    def note(index: QModelIndex) -> None:
        activated.append(index.row())

    grid.activated.connect(note)
    click(grid, 2)
    press(grid, K.Key_Return)
    place = grid.visualRect(grid.model().index(3, 0))
    QTest.mouseDClick(grid.viewport(), LEFT, PLAIN, place.center())
    assert activated == [2, 3]


async def test_a_click_beside_the_cards_changes_nothing(grid: HistoryGrid) -> None:
    click(grid, 3)
    QTest.mouseClick(grid.viewport(), LEFT, PLAIN, QPoint(30, 10))
    assert chosen(grid) == [3]


async def test_new_jobs_do_not_move_what_one_looks_at(grid: HistoryGrid, library: Library) -> None:
    click(grid, 4)
    bar = grid.verticalScrollBar()
    bar.setValue(700)
    held = grid.indexAt(QPoint(30, 300))
    key, place = grid.model().data(held, JobRole.ENTRY).key, grid.visualRect(held)
    await library.add([make_job(created_at=NOON + 100 + n) for n in range(5)])
    assert (current(grid), chosen(grid)) == (9, [9])
    moved = grid.indexAt(place.center())
    assert grid.model().data(moved, JobRole.ENTRY).key == key
    assert abs(grid.visualRect(moved).top() - place.top()) <= grid.grid.measures.cell.height() + 6


async def test_at_the_top_new_jobs_come_into_sight(grid: HistoryGrid, library: Library) -> None:
    assert grid.verticalScrollBar().value() == 0
    await library.add([make_job("Newest", created_at=NOON + 100)])
    assert grid.verticalScrollBar().value() == 0
    assert grid.model().data(grid.model().index(0, 0), JobRole.TITLE).text == "Newest"
    assert grid.grid.groups.counts == [8, 40]


async def test_a_changing_state_keeps_place_and_choice(
    grid: HistoryGrid, library: Library, jobs: list[JobEntry]
) -> None:
    click(grid, 0)
    grid.verticalScrollBar().setValue(250)
    newest = jobs[-1]
    await library.journal_sending(newest.job.id, NOON)
    assert (chosen(grid), grid.verticalScrollBar().value()) == ([0], 250)
    state = grid.model().data(grid.model().index(0, 0), JobRole.FACE).state
    assert state.word == "Sending"


async def test_another_width_keeps_the_current_job_in_its_place(
    grid: HistoryGrid, panel: HistoryPanel
) -> None:
    grid.verticalScrollBar().setValue(600)
    row = grid.indexAt(QPoint(30, 300)).row()
    click(grid, row)
    before = grid.visualRect(grid.currentIndex()).top()
    panel.resize(704, 700)
    assert grid.grid.measures.columns == 4
    assert grid.visualRect(grid.currentIndex()).top() == before
    panel.resize(300, 700)
    assert grid.grid.measures.columns == 2
    assert grid.visualRect(grid.currentIndex()).top() == before


async def test_larger_cards_can_be_chosen(grid: HistoryGrid) -> None:
    grid.set_card_size(CardSize.MEDIUM)
    assert (grid.card_size, grid.grid.measures.columns) == (CardSize.MEDIUM, 2)
    grid.set_card_size(None)
    assert grid.grid.measures.columns == 3


async def test_the_wheel_scrolls_by_pixels(grid: HistoryGrid) -> None:
    bar = grid.verticalScrollBar()

    def turn(pixels: int, angle: int) -> None:
        event = QWheelEvent(
            QPointF(50, 50),
            QPointF(grid.mapToGlobal(QPoint(50, 50))),
            QPoint(0, pixels),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            PLAIN,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(grid.viewport(), event)

    turn(-7, -120)
    assert bar.value() == 7
    turn(0, -120)
    assert bar.value() > 60


async def test_only_the_card_that_moves_is_painted_again(
    library: Library, panel: HistoryPanel, dark: None, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=False)))
    panel.grid.viewport().repaint()
    assert panel.grid.is_at_rest
    (entry,) = await library.add([make_job(state=JobState.IN_PROGRESS, started_at=NOON)])
    await until(lambda: not panel.grid.is_at_rest)
    await library.change(entry.job.id, lambda job: dataclasses.replace(job, state=JobState.FAILED))
    await until(lambda: panel.grid.is_at_rest)


async def test_under_reduced_motion_the_time_still_counts(
    library: Library, panel: HistoryPanel
) -> None:
    await library.add([make_job(state=JobState.IN_PROGRESS, started_at=NOON)])
    await until(lambda: not panel.grid.is_at_rest)
    panel.hide()
    await until(lambda: panel.grid.is_at_rest)


async def test_thumbnails_are_painted(
    library: Library, panel: HistoryPanel, engine: TellingEngine
) -> None:
    (entry,) = await library.add([make_job(state=JobState.READY, clips=(make_clip(),))])
    await library.add_thumbnail(entry.key, jpeg("#00ff00"))
    grid = panel.grid

    def green() -> bool:
        center = grid.visualRect(panel.model.index(0)).center() - QPoint(0, 15)
        color = grid.viewport().grab().toImage().pixelColor(center)
        return color.green() > 240 and color.red() < 20

    await until(green)


async def test_screen_readers_find_every_job(grid: HistoryGrid) -> None:
    found = QAccessible.queryAccessibleInterface(grid)
    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name) == "Takes"
    assert found.childCount() == 47
    child = found.child(0)
    assert child.role() == QAccessible.Role.ListItem
    assert child.text(QAccessible.Text.Name).startswith("New 6. Waiting, 47th here. Written down")
    place = grid.visualRect(grid.model().index(0, 0))
    assert child.rect().size() == place.size()


async def test_the_list_mirrors(grid: HistoryGrid) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first = grid.visualRect(grid.model().index(0, 0))
    second = grid.visualRect(grid.model().index(1, 0))
    assert first.left() > second.left()
    click(grid, 0)
    press(grid, K.Key_Left)
    assert current(grid) == 1
