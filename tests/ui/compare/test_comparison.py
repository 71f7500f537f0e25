"""Opening, choosing, what cannot be opened, the way back, and what is left behind."""

import gc
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rushes.domain.mark_changes import MarkChange
from rushes.domain.marks import Flag, Mark, Marks
from rushes.ui.compare.cell import CompareCell
from rushes.ui.compare.differs_panel import DiffersPanel
from rushes.ui.compare.grid_places import rows_and_columns
from rushes.ui.compare.input_words import caption_parts, differing_rows, same_rows
from rushes.ui.viewer.shown_clip import ShownClip

from .conftest import BoardScreen, Compare, take_of

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def viewer_threads() -> list[str]:
    names = (thread.name for thread in threading.enumerate())
    return [name for name in names if name.startswith(("decode ", "convert ", "compare "))]


def test_tab_goes_round_and_a_click_chooses(compare: Compare) -> None:
    screen = compare("even", "twin", "short")
    told: list[str] = []
    screen.panel.comparing.chosen_changed.connect(told.append)
    for expected in (1, 2, 0):
        screen.press(KEY.Key_Tab)
        assert screen.comparison.chosen == expected
    screen.press(KEY.Key_Backtab, SHIFT)
    assert screen.comparison.chosen == 2
    QTest.mouseClick(screen.comparison.board.cells[1].picture, Qt.MouseButton.LeftButton)
    rings = [cell.is_chosen for cell in screen.comparison.board.cells]
    assert rings == [False, True, False]
    assert told == ["job-2", "job-3", "job-1", "job-3", "job-2"]


def test_so_many_takes_only(screen: BoardScreen, clips: dict[str, Path]) -> None:
    refused: list[int] = []
    screen.panel.comparing.refused.connect(refused.append)
    take = take_of(clips["even"], 1)
    assert not screen.panel.compare([take])
    assert not screen.panel.compare([take] * 10)
    assert refused == [1, 10]
    assert not screen.panel.is_comparing


def test_a_clip_that_cannot_be_opened_tells_why_and_the_others_go_on(
    screen: BoardScreen, clips: dict[str, Path], tmp_path: Path
) -> None:
    takes = [
        take_of(clips["even"], 1),
        take_of(tmp_path / "gone.mp4", 2),
        take_of(clips["twin"], 3),
    ]
    screen.compare(takes)
    cells = screen.comparison.board.cells
    assert cells[1].message.text().startswith("The file is not where it was.")
    assert not cells[1].picture.isVisible()
    screen.press(KEY.Key_Right)
    shown = [clip.shown for clip in screen.comparison.group.clips]
    screen.panel.playback.seek(3)
    assert shown[1] is None
    assert screen.told().endswith("both")


def test_escape_goes_back_to_the_chosen_clip_where_it_stands(
    screen: BoardScreen, clips: dict[str, Path], qtbot: QtBot
) -> None:
    panel = screen.panel
    panel.show_clip(clips["even"], title="Take 1", job_id="job-1")
    qtbot.waitUntil(lambda: panel.current_index == 0)
    panel.seek(9)
    qtbot.waitUntil(lambda: panel.current_index == 9)
    screen.compare([take_of(clips["even"], 1), take_of(clips["twin"], 2)])
    screen.wait_for(10, 10)
    screen.press(KEY.Key_Tab)
    for _ in range(2):
        screen.press(KEY.Key_Right, Qt.KeyboardModifier.AltModifier)
    screen.wait_for(10, 12)
    screen.press(KEY.Key_Escape)
    assert not panel.is_comparing
    qtbot.waitUntil(lambda: panel.current_index == 11)
    assert panel.clip.path == clips["twin"]
    assert panel.stage.timeline.isVisible()
    screen.press(KEY.Key_Right)
    qtbot.waitUntil(lambda: panel.current_index == 12)


def test_a_double_click_shows_that_clip_alone(compare: Compare, qtbot: QtBot) -> None:
    screen = compare("even", "short")
    with qtbot.waitSignal(screen.panel.comparing.alone_requested) as told:
        QTest.mouseDClick(screen.comparison.board.cells[1].picture, Qt.MouseButton.LeftButton)
    assert told.args == ["job-2"]
    qtbot.waitUntil(lambda: screen.panel.frame_count == 9)
    assert not screen.panel.is_comparing


def test_another_clip_ends_the_comparison(
    compare: Compare, clips: dict[str, Path], qtbot: QtBot
) -> None:
    screen = compare("even", "twin")
    screen.panel.show_clip(clips["short"])
    assert not screen.panel.is_comparing
    qtbot.waitUntil(lambda: screen.panel.frame_count == 9)


def test_all_cells_are_looked_at_alike(compare: Compare, qtbot: QtBot) -> None:
    screen = compare("even", "twin")
    screen.comparison.board.zoom.set_scale(2.0, (0.25, 0.75))
    for cell in screen.comparison.board.cells:
        area = cell.picture.picture_area()
        assert area.width() == pytest.approx(2 * 272, abs=1)
        middle = cell.picture.width() / 2
        assert (middle - area.left()) / area.width() == pytest.approx(0.25, abs=0.01)


def test_the_way_of_lying() -> None:
    expected = {2: (1, 2), 3: (2, 2), 4: (2, 2), 5: (2, 3), 6: (2, 3), 7: (3, 3), 9: (3, 3)}
    assert {count: rows_and_columns(count) for count in expected} == expected


def test_only_what_differs_is_told(clips: dict[str, Path]) -> None:
    prompts = ("A tram at dawn, rain", "A tram at dusk, rain", "A tram at dusk, rain")
    rates = (16, 16, 24)
    takes = [
        take_of(
            clips["even"], n, prompt=prompts[n], frames_per_second=rates[n], seed=n, size="720p"
        )
        for n in range(3)
    ]
    assert [row.name for row in differing_rows(takes)] == ["prompt", "frames_per_second", "seed"]
    assert [row.name for row in same_rows(takes)] == ["size"]
    assert caption_parts(takes, 0) == ("dawn", "16 fps")
    assert differing_rows(takes)[0].wholes[0] == "A tram at dawn, rain"
    alike = [take_of(clips["even"], n, prompt="A tram", seed=481_516 + n) for n in range(2)]
    assert caption_parts(alike, 1) == ("seed 481\u2009517",)
    without = [take_of(clips["even"], 1, seed=1), take_of(clips["even"], 2)]
    assert differing_rows(without)[0].values == ("1", "–")


def test_the_panel_tells_and_changes_offsets(compare: Compare, qtbot: QtBot) -> None:
    screen = compare("even", "twin")
    panel = DiffersPanel()
    qtbot.addWidget(panel)
    panel.follow(screen.comparison)
    screen.comparison.set_offset(1, 2)
    assert [field.text() for field in panel.table.offsets] == ["0", "+2"]
    field = panel.table.offsets[1]
    field.setFocus()
    QTest.keyClick(field, KEY.Key_Up)
    assert screen.comparison.group.offsets == [0, 3]
    asked: list[tuple[str, MarkChange]] = []
    panel.marks_requested.connect(lambda job, change: asked.append((job, change)))
    panel.take.marks.flag.choose(Flag.PICK)
    assert asked == [("job-1", MarkChange(Mark.FLAG, Flag.PICK))]
    screen.comparison.show_marks("job-2", Marks(rating=3))
    screen.comparison.choose(1)
    assert panel.take.marks.stars.value() == 3
    used: list[str] = []
    panel.use_seed_requested.connect(used.append)
    panel.take.use_seed.click()
    assert used == ["job-2"]


def test_nothing_is_left_after_many_openings(compare: Compare, qtbot: QtBot) -> None:
    screen = compare("even", "twin", "short")
    for _ in range(20):
        screen.panel.compare(screen.comparison.takes)
    qtbot.waitUntil(lambda: screen.comparison.group.is_open)
    qtbot.waitUntil(lambda: screen.is_at_rest)
    qtbot.waitUntil(lambda: len(viewer_threads()) == 6)
    qtbot.waitUntil(lambda: len(screen.comparison.group.findChildren(ShownClip)) == 3)
    gc.collect()
    assert len(screen.comparison.board.findChildren(CompareCell)) == 3
    screen.panel.close_clip()
    qtbot.waitUntil(lambda: viewer_threads() == [])
    assert screen.panel.budget.used_bytes == 0
