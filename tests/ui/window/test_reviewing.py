"""Takes are looked at and marked in the whole window: strips, History and library agree."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.marks import UNMARKED, Flag, Marks
from rushes.library.state_file import read_values
from rushes.simulator.server import Simulator
from rushes.ui.filmstrip.panel import FilmstripPanel
from rushes.ui.history.job_roles import JobRole
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from rushes.ui.window.main_window import CREATE, REVIEW
from tests.ui.job_faces.jobs import make_job
from tests.ui.window.opened import Open
from tests.ui.window.shots import (
    add_shot,
    filled,
    is_current,
    is_seen,
    press,
    reviewed,
    show,
    until_marked,
)

K = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TRAM = "Night tram"


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(token="good", pace_seconds=0.3) as started:
        yield started


def face_in(strip: FilmstripPanel, row: int) -> object:
    return strip.model.data(strip.model.index(row), JobRole.FACE)


async def test_marks_by_key_end_in_the_library_and_on_every_card(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[1])
    window = opened.window
    press(window.viewer, K.Key_P, K.Key_4)
    press(window.filmstrip.view, K.Key_7)
    await until_marked(opened, takes[1], Marks(4, Flag.PICK, 7))
    history = window.history.model
    for model, row in ((window.filmstrip.model, 1), (history, history.row_of(takes[1]))):
        face = model.data(model.index(row), JobRole.FACE)
        assert (face.rating, face.pick, face.label) == (4, True, 7)
    assert window.take_info.marks.accessibleName() == "4 stars, Pick, Label 7, yellow"
    press(window.history.grid, K.Key_X)
    await until_marked(opened, takes[1], Marks(4, Flag.REJECT, 7))
    assert window.toast.text() == "Reject · Night tram, take 2"
    QTest.keyClick(window.viewer, K.Key_Z, CONTROL)
    await until_marked(opened, takes[1], Marks(4, Flag.PICK, 7))
    await until_marked(opened, takes[0], UNMARKED)


async def test_the_strip_in_sight_follows_and_leads_the_window(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    shots = await filled(tmp_path, **{TRAM: 4, "Harbour": 2})
    tram, harbour = shots[TRAM], shots["Harbour"]
    opened = await reviewed(open_window, simulator, tram[0])
    window = opened.window
    assert window.filmstrip.isVisible()
    assert not window.takes.isVisible()
    press(window.filmstrip.view, K.Key_Right, K.Key_Right)
    await opened.until(lambda: is_current(opened, tram[2]))
    assert window.history.current is not None
    assert window.history.current.key == tram[2].key
    await show(opened, harbour[1])
    await opened.until(lambda: window.filmstrip.model.rowCount() == 2)
    await opened.until(lambda: window.filmstrip.view.currentIndex().row() == 1)
    window.show_workspace(CREATE)
    await opened.until(lambda: window.takes.model.rowCount() == 2)
    assert window.takes.isVisible()
    assert not window.filmstrip.isVisible()
    await opened.until(lambda: window.takes.view.currentIndex().row() == 1)
    assert window.takes.current is not None
    assert window.takes.current.key == harbour[1].key


async def test_the_viewers_keys_play_from_the_strip(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 2}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window, strip = opened.window, opened.window.filmstrip.view
    await opened.until(lambda: window.viewer.current_index == 0)
    strip.setFocus()
    press(strip, K.Key_Space)
    assert window.viewer.playback.is_playing
    press(strip, K.Key_K)
    assert not window.viewer.playback.is_playing
    press(strip, K.Key_F11)
    assert window.viewer.screens.is_full
    press(strip, K.Key_Escape)
    assert not window.viewer.screens.is_full
    # Its own keys stay its own.
    at = window.viewer.playback.due
    press(strip, K.Key_Right)
    await opened.until(lambda: is_current(opened, takes[1]))
    assert window.viewer.playback.due in (0, at)


async def test_choosing_in_the_strip_leaves_the_search_alone(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    shots = await filled(tmp_path, **{TRAM: 3, "Harbour": 2})
    opened = await reviewed(open_window, simulator, shots[TRAM][0])
    window = opened.window
    window.history.search.set_text("harbour")
    await opened.until(lambda: window.history.model.job_count == 2)
    press(window.filmstrip.view, K.Key_Right)
    await opened.until(lambda: is_current(opened, shots[TRAM][1]))
    assert window.history.search.text() == "harbour"
    assert window.history.model.job_count == 2
    assert window.filmstrip.model.rowCount() == 3
    press(window.filmstrip.view, K.Key_5)
    await until_marked(opened, shots[TRAM][1], Marks(5))
    assert window.take_info.marks.accessibleName() == "5 stars"


async def test_a_take_that_comes_joins_its_shot_and_changes_nothing_else(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 2}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    shot_id = takes[0].job.shot_id
    (come,) = await opened.session.library.add([make_job(TRAM, shot_id=shot_id)])
    strip = opened.window.filmstrip
    await opened.until(lambda: strip.model.rowCount() == 3)
    assert is_current(opened, takes[0])
    assert strip.view.chosen_rows == [0]
    assert strip.model.row_of_key(come.key) == 2
    assert opened.window.details.isVisible()


async def test_next_after_a_mark_goes_on_in_review_alone(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window = opened.window
    QTest.mouseClick(window.filmstrip.switch, Qt.MouseButton.LeftButton)
    press(window.viewer, K.Key_P)
    await opened.until(lambda: is_current(opened, takes[1]))
    window.show_workspace(CREATE)
    await opened.until(lambda: window.takes.current is not None)
    press(window.viewer, K.Key_X)
    await until_marked(opened, takes[1], Marks(flag=Flag.REJECT))
    assert is_current(opened, takes[1])
    await until_marked(opened, takes[0], Marks(flag=Flag.PICK))


async def test_a_mark_goes_on_also_to_a_take_that_the_search_hides(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window = opened.window
    press(window.viewer, K.Key_P)
    await until_marked(opened, takes[0], Marks(flag=Flag.PICK))
    window.history.search.set_text("is:pick")
    await opened.until(lambda: window.history.model.job_count == 1)
    window.filmstrip.set_advances(True)
    press(window.viewer, K.Key_4)
    await until_marked(opened, takes[0], Marks(4, Flag.PICK))
    await opened.until(lambda: window.history.current.job.marks.rating == 4)
    assert is_current(opened, takes[1])


async def test_a_take_is_seen_also_on_a_second_screen(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 3}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window = opened.window
    opened.session.reviewing._seen._timer.setInterval(40)
    QTest.keyClick(window.viewer, K.Key_F11, SHIFT)
    assert window.viewer.screens.second.is_away
    # Nobody sees the stage, and yet the picture.
    window.showMinimized()
    window.history.choose(takes[1])
    await opened.until(lambda: is_current(opened, takes[1]))

    async with asyncio.timeout(20):
        while not await is_seen(opened, takes[1]):
            await asyncio.sleep(0.02)
    assert not await is_seen(opened, takes[2])
    strip = window.filmstrip.model
    await opened.until(lambda: not strip.data(strip.index(1), JobRole.FACE).is_new)
    window.showNormal()
    window.viewer.screens.second.bring_back()


async def test_nothing_is_seen_that_nobody_could_see(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 2}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    opened.session.reviewing._seen._timer.setInterval(40)
    opened.window.showMinimized()
    opened.window.history.choose(takes[1])
    await opened.until(lambda: is_current(opened, takes[1]))
    await asyncio.sleep(0.4)
    assert not await is_seen(opened, takes[1])
    opened.window.showNormal()


async def test_marks_on_a_second_screen_are_told_where_the_keys_are(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 2}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    viewer, toasts = opened.window.viewer, opened.session.reviewing._toast
    viewer.screens.toggle_second()
    second = viewer.screens.second.window
    assert second is not None
    second.activateWindow()
    await opened.until(second.isActiveWindow)
    press(second, K.Key_3)
    assert toasts.shown.window() is second
    assert toasts.shown.text() == "3 stars · Night tram, take 1"
    assert not opened.window.toast.isVisible()
    opened.window.activateWindow()
    await opened.until(opened.window.isActiveWindow)
    QTest.keyClick(viewer, K.Key_Z, CONTROL)
    await until_marked(opened, takes[0], UNMARKED)
    await opened.until(lambda: opened.window.toast.text().startswith("Taken back: 3 stars"))
    viewer.screens.second.bring_back()


async def test_how_a_person_looks_at_takes_outlives_the_window(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 2}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    window = opened.window
    QTest.mouseClick(window.filmstrip.switch, Qt.MouseButton.LeftButton)
    window.viewer.controls.show_information(True)
    window.viewer.screens.toggle_second()
    second = window.viewer.screens.second.window
    assert second is not None
    second.setGeometry(40, 50, 500, 400)
    assert await opened.close() == 0
    assert read_values(opened.configuration.state_file)["workspace"] == REVIEW
    again = await open_window(simulator.url)
    assert again.window.workspace == REVIEW
    assert again.window.filmstrip.advances
    assert again.window.viewer.information_shown
    assert not again.window.viewer.screens.second.is_away
    await show(again, takes[1])
    again.window.viewer.screens.toggle_second()
    second = again.window.viewer.screens.second.window
    assert second is not None
    assert (second.width(), second.height()) == (500, 400)
    again.window.viewer.screens.second.bring_back()


async def test_sixty_takes_keep_the_current_one_in_sight(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 60}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[59])
    window, view = opened.window, opened.window.filmstrip.view

    def is_in_sight() -> bool:
        place = view.visualRect(view.currentIndex())
        return view.viewport().rect().contains(place.center())

    await opened.until(is_in_sight)
    for width in (1120, 1440):
        window.resize(width, 700)
        await opened.until(is_in_sight)
    press(view, K.Key_Home)
    await opened.until(lambda: is_current(opened, takes[0]))
    assert is_in_sight()


async def test_a_shot_that_is_added_while_the_window_is_open_is_shown(
    open_window: Open, simulator: Simulator, tmp_path: Path
) -> None:
    takes = (await filled(tmp_path, **{TRAM: 2}))[TRAM]
    opened = await reviewed(open_window, simulator, takes[0])
    added = await add_shot(opened.session.library, tmp_path, "Harbour", 3)
    await opened.until(lambda: opened.window.history.model.job_count == 5)
    await show(opened, added[2])
    assert opened.window.filmstrip.model.rowCount() == 3
    await opened.until(lambda: face_in(opened.window.filmstrip, 2))


@pytest.mark.parametrize("kind", ["grid", "list"])
async def test_space_plays_and_f11_fills_the_screen_from_history(
    open_window: Open, simulator: Simulator, tmp_path: Path, kind: str, qapp: QApplication
) -> None:
    # With less motion, Space plays in the card.
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=False)))
    tram, harbour = (await filled(tmp_path, **{TRAM: 1, "Harbour": 1})).values()
    opened = await reviewed(open_window, simulator, tram[0])
    history, viewer = opened.window.history, opened.window.viewer
    history.views.set_kind(kind)
    view = history.views.view
    view.setFocus()
    await opened.until(view.hasFocus)
    press(view, K.Key_Space)
    assert viewer.is_playing
    press(view, K.Key_Space)
    assert not viewer.is_playing
    assert view.hasFocus()
    press(view, K.Key_Home)
    await opened.until(lambda: is_current(opened, harbour[0]))
    press(view, K.Key_Space)
    await opened.until(lambda: viewer.is_playing and is_current(opened, harbour[0]))
    await opened.until(lambda: viewer.current_index >= 0)
    press(view, K.Key_F11)
    assert viewer.screens.is_full
    press(viewer.stage, K.Key_F11)
    assert not viewer.screens.is_full
    await opened.until(view.hasFocus)
