"""The trash in a window: by key and by mouse, and asked where something is paid for."""

from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rushes.domain.states import JobState
from rushes.ui.job_acts.progress_bar import ProgressBar
from rushes.ui.window.main_window import REVIEW
from tests.media.clips import write_clip
from tests.ui.job_faces.jobs import make_job, until
from tests.ui.window.opened import Open
from tests.ui.window.trash_trials import Trials, focused, press

K = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_clip(tmp_path_factory.mktemp("clips") / "seen.mp4", frames=5, rate=Fraction(24))


@pytest.fixture
async def trials(open_window: Open, clip: Path) -> Trials:
    return Trials(await open_window(NOWHERE), clip)


async def test_delete_puts_what_is_chosen_into_the_trash_and_undo_brings_it_back(
    trials: Trials,
) -> None:
    cabin, tram, boat = await trials.ready("Cabin", "Tram", "Boat")
    await trials.choose(cabin, boat)
    QTest.keyClick(focused(), K.Key_Delete)
    await trials.until_in_trash(cabin, boat)
    await trials.shows(tram)
    assert "2 takes" in trials.toast
    assert all(path.exists() for path in await trials.library.files([cabin.key, boat.key]))
    trials.history.grid.setFocus()
    QTest.keyClick(focused(), K.Key_Z, CONTROL)
    await trials.shows(cabin, tram, boat)
    await trials.until_in_trash()
    QTest.keyClick(focused(), K.Key_Z, CONTROL | SHIFT)
    await trials.shows(tram)
    toast = trials.opened.session.reviewing.toast
    await until(lambda: toast._act.text() == "Undo")
    press(toast._act)
    await trials.shows(cabin, tram, boat)


async def test_the_viewer_and_the_strip_trash_what_is_looked_at(trials: Trials) -> None:
    cabin, tram = await trials.ready("Cabin", "Tram")
    await trials.choose(tram)
    await until(lambda: trials.window.viewer.frame_count)
    trials.window.viewer.setFocus()
    QTest.keyClick(focused(), K.Key_Delete)
    await trials.until_in_trash(tram)
    await trials.shows(cabin)
    # The next take is looked at, and the keyboard stays where it was.
    await until(lambda: trials.looked_at == cabin.key)
    await until(lambda: trials.window.viewer.frame_count)
    QTest.keyClick(focused(), K.Key_Z, CONTROL)
    await trials.until_in_trash()
    await trials.shows(cabin, tram)


async def test_a_take_of_the_strip_goes_and_its_neighbour_is_looked_at(trials: Trials) -> None:
    takes = await trials.ready("Cabin", "Cabin", "Cabin", is_one_shot=True)
    trials.history.views.set_stacked(False)
    trials.window.show_workspace(REVIEW)
    await trials.choose(takes[1])
    strip = trials.window.filmstrip
    await until(lambda: strip.model.rowCount() == 3 and strip.view.currentIndex().row() == 1)
    strip.view.setFocus()
    QTest.keyClick(focused(), K.Key_Delete)
    await trials.until_in_trash(takes[1])
    await until(lambda: strip.model.rowCount() == 2)
    await until(lambda: trials.looked_at in (takes[0].key, takes[2].key))
    assert focused() is strip.view
    QTest.keyClick(focused(), K.Key_Z, CONTROL)
    await until(lambda: strip.model.rowCount() == 3)


async def test_the_next_take_of_a_stacked_shot_is_looked_at_and_the_way_back_is_told(
    trials: Trials,
) -> None:
    takes = await trials.ready("Cabin", "Cabin", "Cabin", is_one_shot=True)
    await trials.ready("Tram")
    trials.window.show_workspace(REVIEW)
    await trials.choose(takes[2])
    strip = trials.window.filmstrip
    await until(lambda: strip.model.rowCount() == 3 and strip.view.currentIndex().row() == 2)
    trials.window.viewer.setFocus()
    QTest.keyClick(focused(), K.Key_Delete)
    await trials.until_in_trash(takes[2])
    await until(lambda: strip.model.rowCount() == 2)
    await until(lambda: trials.looked_at == takes[1].key)
    await until(lambda: trials.window.viewer.frame_count)
    assert "Moved to Trash" in trials.toast
    assert trials.opened.session.reviewing.toast.isVisible()


async def test_text_fields_win(trials: Trials) -> None:
    (cabin,) = await trials.ready("Cabin")
    await trials.choose(cabin)
    trials.history.focus_search()
    QTest.keyClicks(trials.history.search, "rr")
    QTest.keyClick(trials.history.search, K.Key_Delete)
    QTest.keyClick(trials.history.search, K.Key_Backspace)
    assert await trials.in_trash() == set()


async def test_a_running_take_is_asked_about_and_the_rest_can_go(trials: Trials) -> None:
    (cabin,) = await trials.ready("Cabin")
    (running,) = await trials.library.add(
        [make_job("Tram", JobState.IN_PROGRESS, remote_id="r-1", sent_at=1.0)]
    )
    await trials.choose(cabin, running)
    QTest.keyClick(focused(), K.Key_Delete)
    await until(lambda: trials.question is not None)
    question = trials.question
    assert question is not None
    assert question.parentWidget() is trials.history
    assert question.title.text() == "1 of these 2 takes is still running and is paid for."
    assert focused() is question.leave
    QTest.keyClick(focused(), K.Key_Escape)
    assert trials.question is None
    assert await trials.in_trash() == set()
    assert focused() is trials.history.grid
    QTest.keyClick(focused(), K.Key_Delete)
    await until(lambda: trials.question is not None)
    assert trials.question is not None
    press(trials.question.rest)
    await trials.until_in_trash(cabin)


async def test_a_waiting_take_is_cancelled_and_trashed(trials: Trials) -> None:
    (waiting,) = await trials.library.add([make_job("Tram")])
    await trials.choose(waiting)
    QTest.keyClick(focused(), K.Key_Delete)
    await until(lambda: trials.question is not None)
    question = trials.question
    assert question is not None
    assert question.title.text() == "This take still waits to be sent."
    assert question.rest.isHidden()
    press(question.all)
    await trials.until_in_trash(waiting)
    await trials.until_state(waiting, JobState.CANCELLED)


async def test_a_short_act_shows_no_bar(trials: Trials) -> None:
    (cabin,) = await trials.ready("Cabin")
    seen: list[ProgressBar] = []
    trials.opened.session._wishes.acts.copying.copy_paths([cabin.key], trials.history)
    await until(lambda: "1 path copied" in trials.toast)
    seen += [each for each in trials.history.findChildren(ProgressBar) if each.isVisible()]
    assert seen == []


async def test_the_question_is_asked_where_the_picture_is(trials: Trials) -> None:
    (running,) = await trials.library.add(
        [make_job("Tram", JobState.IN_PROGRESS, remote_id="r-1", sent_at=1.0)]
    )
    await trials.choose(running)
    trials.window.viewer.setFocus()
    QTest.keyClick(trials.window.viewer, K.Key_Delete)
    await until(lambda: trials.question is not None)
    question = trials.question
    assert question is not None
    assert trials.window.viewer.isAncestorOf(question)
    press(question.all)
    await trials.until_in_trash(running)
    job = (await trials.library.job(running.job.id)).job
    # It goes on being followed in the trash.
    assert job.state is JobState.IN_PROGRESS


async def test_the_menu_of_the_window_leads_to_the_trash_and_an_empty_one_says_so(
    trials: Trials,
) -> None:
    await trials.ready("Cabin")
    trials.window.show_trash()
    page = trials.history.pages.no_match
    await until(lambda: page.isVisible() and page.title.text() == "Trash is empty")
    # There is nothing to restore or to empty.
    assert trials.history.trash_bar.isHidden()
    trials.history.search.clear()
    await until(lambda: not page.isVisible())
