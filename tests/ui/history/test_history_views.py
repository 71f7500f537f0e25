"""Grid and list over one model, hover play, and places that survive."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.mark_changes import MarkStep, TrashChange
from rushes.domain.states import JobState
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.list_columns import Column
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme, current_theme
from rushes.ui.theme.typography import TextStyle
from tests.habits.pointer import move_pointer
from tests.media.clips import write_clip
from tests.ui.job_faces.jobs import NOON, make_clip, make_job, until

K = Qt.Key


@pytest.fixture
async def jobs(library: Library) -> list[JobEntry]:
    made = [make_job(f"Job {n}", created_at=NOON - 3_600 * n) for n in range(200)]
    return await library.add(sorted(made, key=lambda job: job.created_at))


@pytest.fixture
async def full(jobs: list[JobEntry], panel: HistoryPanel) -> HistoryPanel:
    panel.activateWindow()
    panel.grid.setFocus()
    await until(panel.grid.hasFocus)
    return panel


def top_key(panel: HistoryPanel) -> int:
    """The job that lies at the upper edge."""
    view = panel.views.view
    top = view.verticalOffset()
    rows = [row for row in view.visible_rows() if view.grid.rect(row).top() >= top]
    return panel.model.key_at(rows[0])


def height_of(panel: HistoryPanel, key: int) -> int:
    """How far below the upper edge a job lies."""
    (row,) = panel.model.rows_of([key]).values()
    return panel.views.view.visualRect(panel.model.index(row)).top()


async def test_the_list_shows_what_the_grid_showed(full: HistoryPanel) -> None:
    views = full.views
    views.choose_row(60)
    full.grid.verticalScrollBar().setValue(full.grid.grid.rect(54).top())
    assert not full.grid.visualRect(views.currentIndex()).isEmpty()
    key = top_key(full)
    views.set_kind("list")
    assert (views.kind, views.list.isVisible(), views.list.hasFocus()) == ("list", True, True)
    assert views.currentIndex().row() == 60
    assert top_key(full) == key
    QTest.keyClick(views.list, K.Key_Down)
    assert views.grid.currentIndex().row() == 61
    views.set_kind("grid")
    assert top_key(full) == key
    assert full.chosen_keys == [full.model.key_at(61)]


async def test_columns_give_way_and_are_remembered(full: HistoryPanel) -> None:
    views = full.views
    views.set_kind("list")
    header = views.list.header
    full.resize(900, 700)
    await until(lambda: len(header.places()) == len(Column))
    header.resizeSection(Column.DATE, 140)
    assert views.shape()["columns"]["date"] == 140
    assert sum(width for _, width in header.places().values()) == header.width()
    full.resize(300, 700)
    await until(lambda: Column.MODEL not in header.places())
    assert Column.TITLE in header.places()
    shape = views.shape()
    views.restore_shape({})
    assert views.kind == "grid"
    views.restore_shape(shape)
    assert (views.kind, views.shape()) == ("list", shape)
    views.restore_shape("nonsense")
    assert (views.kind, views.is_stacked) == ("grid", True)


async def test_the_trash_takes_rows_and_keeps_the_place(
    full: HistoryPanel, library: Library
) -> None:
    full.views.choose_row(80)
    full.grid.verticalScrollBar().setValue(full.grid.grid.rect(75).top())
    current = full.model.key_at(80)
    before = height_of(full, current)
    gone = [full.model.key_at(row) for row in (3, 4, 5, 40, 100)]
    resets: list[None] = []
    full.model.modelReset.connect(lambda: resets.append(None))
    await library.mark_steps([MarkStep(tuple(gone), TrashChange(NOON))])
    await until(lambda: full.model.rowCount() == 195)
    assert resets == []
    assert height_of(full, current) == before
    assert full.chosen_keys == [current]
    await library.mark_steps([MarkStep((current,), TrashChange(NOON))])
    await until(lambda: full.model.rowCount() == 194)
    assert full.views.currentIndex().row() == 76
    assert full.chosen_keys == [full.model.key_at(76)]
    await library.mark_steps([MarkStep((*gone, current), TrashChange(None))])
    await until(lambda: full.model.rowCount() == 200)
    assert height_of(full, full.chosen_keys[0]) == before


async def test_many_that_leave_at_once_keep_the_place(full: HistoryPanel, library: Library) -> None:
    full.grid.verticalScrollBar().setValue(full.grid.grid.rect(120).top())
    key = top_key(full)
    gone = tuple(full.model.key_at(row) for row in range(0, 118, 2))
    await library.mark_steps([MarkStep(gone, TrashChange(NOON))])
    await until(lambda: full.model.rowCount() == 200 - len(gone))
    assert height_of(full, key) == 0


async def test_a_query_and_back_keeps_the_place(full: HistoryPanel) -> None:
    full.grid.verticalScrollBar().setValue(full.grid.grid.rect(90).top())
    key = top_key(full)
    full.model.set_words("Job 7")
    await until(lambda: full.model.shown_words == "Job 7")
    assert full.grid.verticalOffset() == 0
    full.model.set_words("")
    await until(lambda: full.model.rowCount() == 200)
    assert top_key(full) == key


async def playing(panel: HistoryPanel, library: Library, tmp_path: Path) -> JobEntry:
    """A job whose clip can be played, the newest of the list."""
    file = library.layout.media / "a.mp4"
    file.parent.mkdir(parents=True, exist_ok=True)
    write_clip(file)
    job = make_job("Plays", JobState.READY, clips=(make_clip(),), created_at=NOON + 60)
    (entry,) = await library.add([job])
    index = panel.model.index(0)
    await until(lambda: panel.model.data(index, JobRole.FACE) is not None)
    return entry


async def test_a_clip_plays_under_the_resting_pointer(
    full: HistoryPanel, library: Library, tmp_path: Path, qapp: QApplication
) -> None:
    entry = await playing(full, library, tmp_path)
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=False)))
    play, shares = full.views.play, set[float]()
    move_pointer(full.grid.viewport(), full.grid.visualRect(full.model.index(0)).center())
    play.changed.connect(lambda key: shares.add((play.picture_of(key) or (None, 0.0))[1]))
    await until(lambda: len(shares) > 3)
    assert play.key == entry.key
    assert (await library.job(entry.job.id)).job.marks.seen_at is None
    full.grid.verticalScrollBar().setValue(40)
    assert (play.key, play.is_playing) == (None, False)
    move_pointer(full.grid.viewport(), QPoint(2, 2))


async def test_under_reduced_motion_space_plays(
    full: HistoryPanel, library: Library, tmp_path: Path
) -> None:
    entry = await playing(full, library, tmp_path)
    move_pointer(full.grid.viewport(), full.grid.visualRect(full.model.index(0)).center())
    assert full.views.play.key is None
    full.views.choose_row(0)
    QTest.keyClick(full.grid, K.Key_Space)
    await until(lambda: full.views.play.is_playing)
    assert full.views.play.key == entry.key
    QTest.keyClick(full.grid, K.Key_Space)
    assert not full.views.play.is_playing


async def test_the_columns_begin_with_their_text_and_have_room_for_it(
    full: HistoryPanel, qapp: QApplication
) -> None:
    full.resize(800, 600)
    full.views.set_kind("list")
    header = full.views.list.header
    await until(lambda: len(header.places()) == len(Column))
    shot = header.grab().toImage()
    ground = shot.pixel(1, 2)
    inked = (
        x for x in range(shot.width()) for y in range(2, header.height() - 4)
        if shot.pixel(x, y) != ground
    )  # fmt: skip
    # The same as that of the days beneath.
    assert next(inked) in range(16, 19)
    room = header.places()[Column.MARKS][1] - 16
    font = current_theme().font(TextStyle.CAPTION, tabular=True)
    assert QFontMetricsF(font).horizontalAdvance("Waiting · sending is paused") <= room
    full.resize(428, 600)
    await until(lambda: Column.LENGTH not in header.places())
    assert {Column.TITLE, Column.MARKS, Column.DATE} == set(header.places())
    assert header.places()[Column.TITLE][1] >= 180
