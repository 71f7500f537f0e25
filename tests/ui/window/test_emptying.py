"""The trash is emptied in a window: asked first, told meanwhile, broken off, or refused."""

import time
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rushes.domain.mark_changes import TrashChange
from rushes.ui.job_acts.progress_bar import ProgressBar
from rushes.ui.trash.emptying_sheets import EmptyingSheet, NoTrashSheet
from tests.media.clips import write_clip
from tests.ui.job_faces.jobs import until
from tests.ui.window.opened import Open
from tests.ui.window.trash_trials import Trials, focused, press, sheet_of

K = Qt.Key
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_clip(tmp_path_factory.mktemp("clips") / "seen.mp4", frames=5, rate=Fraction(24))


@pytest.fixture
async def trials(open_window: Open, clip: Path) -> Trials:
    return Trials(await open_window(NOWHERE), clip)


async def test_the_trash_restores_and_removes_for_good(trials: Trials, home: Path) -> None:
    cabin, tram, boat = await trials.ready("Cabin", "Tram", "Boat")
    await trials.library.mark([cabin.key, tram.key], TrashChange(time.time()))
    await trials.shows(boat)
    await trials.look_into_trash()
    await trials.shows(cabin, tram)
    bar = trials.history.trash_bar
    assert "2 takes" in bar.text.text()
    await trials.choose_shown(cabin)
    QTest.keyClick(focused(), K.Key_R)
    await trials.shows(tram)
    await trials.choose_shown(tram)
    QTest.keyClick(focused(), K.Key_Delete)
    sheet = await sheet_of(EmptyingSheet)
    QTest.keyClick(sheet, K.Key_Escape)
    await until(lambda: not sheet.isVisible())
    assert await trials.in_trash() == {tram.key}
    press(bar.empty)
    sheet = await sheet_of(EmptyingSheet)
    press(sheet.act)
    await trials.shows()
    assert await trials.library.jobs([tram.key]) == []
    gone = home / ".local" / "share" / "Trash" / "files" / f"{tram.job.id}-1.mp4"
    assert gone.exists()
    assert "removed" in trials.toast


async def test_where_the_system_has_no_trash_takes_are_kept_or_deleted_on_a_word(
    trials: Trials,
) -> None:
    (cabin,) = await trials.ready("Cabin")
    trials.opened.session._wishes.acts.trashing._move = lambda path: False
    (place,) = await trials.library.files([cabin.key])
    await trials.library.mark([cabin.key], TrashChange(time.time()))
    await trials.look_into_trash()
    for answer in ("keep", "act"):
        press(trials.history.trash_bar.empty)
        press((await sheet_of(EmptyingSheet)).act)
        sheet = await sheet_of(NoTrashSheet)
        assert place.exists()
        assert await trials.in_trash() == {cabin.key}
        press(getattr(sheet, answer))
        await until(lambda sheet=sheet: not sheet.isVisible())
    await until(lambda: not place.exists())
    await trials.shows()


async def test_emptying_tells_how_far_it_is_and_can_be_broken_off(trials: Trials) -> None:
    entries = await trials.ready(*(f"Cabin {number}" for number in range(12)))
    moved: list[Path] = []

    def slowly(path: Path) -> bool:
        time.sleep(0.1)
        moved.append(path)
        path.unlink()
        return True

    trials.opened.session._wishes.acts.trashing._move = slowly
    await trials.library.mark([entry.key for entry in entries], TrashChange(time.time()))
    await trials.look_into_trash()
    press(trials.history.trash_bar.empty)
    press((await sheet_of(EmptyingSheet)).act)

    def bars() -> list[ProgressBar]:
        return [each for each in trials.history.findChildren(ProgressBar) if each.isVisible()]

    await until(bars)
    (bar,) = bars()
    assert bar.text.text() == "Emptying the trash"
    assert moved
    press(bar.cancel)
    await until(lambda: not trials.history.findChildren(ProgressBar))
    assert 0 < len(moved) < 12
    assert len(await trials.in_trash()) == 12 - len(moved)
    assert "Stopped" in trials.toast
