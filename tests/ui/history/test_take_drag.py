"""Chosen takes are carried onto an album by the pointer."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from rushes.library.library import Library
from rushes.ui.components.chip import Chip
from rushes.ui.history.jobs_view import JobsView
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.search.choice_popup import ChoicePopup
from tests.ui.history.test_rubber_band import chosen, place, send
from tests.ui.job_faces.jobs import make_job, until

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
async def full(panel: HistoryPanel, library: Library) -> HistoryPanel:
    await library.add([make_job(f"Job {n}") for n in range(9)])
    await library.add_album("Night shots")
    await library.add_album("Found", "cabin")
    await until(lambda: panel.model.rowCount() == 9 and len(panel.albums.albums) == 2)
    panel.activateWindow()
    panel.grid.setFocus()
    await until(panel.grid.hasFocus)
    return panel


def take(view: JobsView, row: int) -> None:
    """Press on a take, and carry it a little."""
    at = place(view, row).center()
    send(view, QEvent.Type.MouseButtonPress, at)
    send(view, QEvent.Type.MouseMove, at + QPoint(20, 20))


def chips(panel: HistoryPanel) -> dict[str, Chip]:
    targets = panel.album_drop.targets
    assert targets is not None
    return {chip.text(): chip for chip in targets.albums if not chip.isHidden()}


def over(view: JobsView, chip: Chip) -> QPoint:
    return view.viewport().mapFromGlobal(chip.mapToGlobal(chip.rect().center()))


@pytest.mark.parametrize("kind", ["grid", "list"])
async def test_several_takes_are_dropped_on_an_album(
    full: HistoryPanel, library: Library, kind: str
) -> None:
    full.views.set_kind(kind)
    view = full.views.view
    QTest.mouseClick(view.viewport(), LEFT, pos=place(view, 1).center())
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, place(view, 3).center())
    take(view, 2)
    assert view.drag.is_under_way
    assert chosen(view) == [1, 2, 3]
    # Only an album that is filled by hand takes them.
    assert list(chips(full)) == ["Night shots", "Another album…"]
    sign = next(each for each in full.window().children() if "takes" in _name(each))
    assert _name(sign) == "3 takes"
    chip = chips(full)["Night shots"]
    send(view, QEvent.Type.MouseMove, over(view, chip))
    assert chip.isChecked()
    send(view, QEvent.Type.MouseButtonRelease, over(view, chip))
    assert full.album_drop.targets is None
    toast = full.album_acts.toast
    await until(lambda: toast.text() == "3 takes added to “Night shots”")
    assert set((await library.order('album:"Night shots"')).keys) == set(full.chosen_keys)
    assert chosen(view) == [1, 2, 3]


async def test_escape_and_elsewhere_drop_nothing(full: HistoryPanel, library: Library) -> None:
    grid = full.grid
    take(grid, 4)
    # A take that was not chosen is, with the press.
    assert chosen(grid) == [4]
    chip = chips(full)["Night shots"]
    at = over(grid, chip)
    send(grid, QEvent.Type.MouseMove, at)
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    send(grid, QEvent.Type.MouseButtonRelease, at)
    take(grid, 4)
    send(grid, QEvent.Type.MouseButtonRelease, place(grid, 8).center())
    assert full.album_drop.targets is None
    assert list((await library.order('album:"Night shots"')).keys) == []
    assert chosen(grid) == [4]


async def test_another_album_is_asked_for_where_they_are_dropped(full: HistoryPanel) -> None:
    take(full.grid, 0)
    at = over(full.grid, chips(full)["Another album…"])
    send(full.grid, QEvent.Type.MouseButtonRelease, at)
    await until(lambda: [each for each in full.findChildren(ChoicePopup) if each.isVisible()])


async def test_a_press_on_a_chosen_take_chooses_it_alone_when_let_go(full: HistoryPanel) -> None:
    grid = full.grid
    QTest.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(grid.viewport(), LEFT, pos=place(grid, 5).center())
    assert (chosen(grid), grid.currentIndex().row()) == ([5], 5)


async def test_many_albums_take_three_lines_and_no_more(
    full: HistoryPanel, library: Library
) -> None:
    for number in range(40):
        await library.add_album(f"An album with a rather long name, number {number}")
    await until(lambda: len(full.albums.albums) == 42)
    take(full.grid, 8)
    shown = chips(full)
    assert "Another album…" in shown
    assert len({chip.y() for chip in shown.values()}) <= 3
    assert len(shown) < 10
    send(full.grid, QEvent.Type.MouseButtonRelease, QPoint(5, 5))


def _name(each: object) -> str:
    return each.accessibleName() if hasattr(each, "accessibleName") else ""
