"""Nobody can tell the takes apart until one is chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rushes.domain.mark_changes import MarkChange
from rushes.domain.marks import Flag, Mark, Marks
from rushes.ui.compare.blind_trial import BlindTrial
from rushes.ui.compare.compared_take import ComparedTake
from rushes.ui.compare.differs_panel import DiffersPanel

from .conftest import BoardScreen

TELLING = ("Zebra", "Yak", "Quagga", "481", "dusk", "dawn", "noon", "Reject", "star")


@pytest.fixture
def named(screen: BoardScreen, clips: dict[str, Path], qtbot: QtBot) -> BoardScreen:
    """Three takes whose names and inputs cannot be missed, and the panel beside them."""
    marks = (Marks(rating=4), Marks(flag=Flag.REJECT), Marks())
    titles = ("Zebra", "Yak", "Quagga")
    prompts = ("A tram at dusk", "A tram at dawn", "A tram at noon")
    screen.compare(
        [
            ComparedTake(
                f"job-{n}",
                clips[name],
                titles[n],
                {"prompt": prompts[n], "seed": 481_000 + n},
                marks=marks[n],
            )
            for n, name in enumerate(("even", "short", "twin"))
        ]
    )
    panel = DiffersPanel(screen.window)
    panel.follow(screen.comparison)
    layout = screen.window.layout()
    assert layout is not None
    layout.addWidget(panel)
    panel.show()
    return screen


def all_words(root: QObject) -> str:
    """Everything that anybody could see, hear, or be told by a tool tip."""
    words = []
    for widget in (root, *root.findChildren(QWidget)):
        if not isinstance(widget, QWidget) or not widget.isVisible():
            continue
        words += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        words += [widget.windowTitle(), widget.statusTip(), widget.whatsThis()]
        for name in ("text", "words"):
            told = getattr(widget, name, None)
            if callable(told):
                words.append(str(told()))
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
            words += [interface.text(kind) for kind in kinds]
    return "\n".join(words)


def test_the_words_are_there_before(named: BoardScreen) -> None:
    told = all_words(named.window)
    assert all(word in told for word in TELLING)


def test_nothing_tells_the_takes_apart(named: BoardScreen) -> None:
    named.comparison.set_blind(True, seed=1)
    told = all_words(named.window)
    assert [word for word in TELLING if word in told] == []
    frame = named.comparison.shown_frame
    assert frame is not None
    assert frame.title == "Blind 1"
    assert {lane.letter for lane in named.comparison.lanes.lanes} == {"1", "2", "3"}
    spans = {(lane.places.begins, lane.places.ends) for lane in named.comparison.lanes.lanes}
    assert len(spans) == 1
    for place in range(3):
        named.comparison.choose(place)
        assert named.told().endswith("frame 1 of 25, all three")


def test_a_number_chooses_and_the_names_come_back(named: BoardScreen, qtbot: QtBot) -> None:
    comparison = named.comparison
    comparison.set_blind(True, seed=1)
    order = BlindTrial.drawn(3, seed=1).order
    asked: list[tuple[str, MarkChange]] = []
    comparison.marks_requested.connect(lambda job, change: asked.append((job, change)))
    named.press(Qt.Key.Key_2)
    winner = order[1]
    assert asked == [(f"job-{winner}", MarkChange(Mark.FLAG, Flag.PICK))]
    caption = comparison.board.cells[winner].caption.words()
    assert "chosen blind" in caption
    assert "Pick" in caption
    told = all_words(named.window)
    assert all(word in told for word in ("Zebra", "Yak", "Quagga"))
    assert comparison.chosen == winner
    # A further digit is a mark like any other again, and no second choice.
    named.press(Qt.Key.Key_1)
    assert len(asked) == 1


def test_a_click_and_enter_choose(named: BoardScreen) -> None:
    comparison = named.comparison
    comparison.set_blind(True, seed=5)
    asked: list[str] = []
    comparison.marks_requested.connect(lambda job, _change: asked.append(job))
    cell = comparison.board.cells[2]
    QTest.mouseClick(cell.picture, Qt.MouseButton.LeftButton)
    named.press(Qt.Key.Key_Return)
    assert asked == ["job-2"]


def test_no_other_mark_is_given_blindly(named: BoardScreen) -> None:
    comparison = named.comparison
    comparison.set_blind(True, seed=5)
    asked: list[object] = []
    comparison.marks_requested.connect(lambda *told: asked.append(told))
    named.panel.stage.mark_requested.connect(asked.append)
    for key in (Qt.Key.Key_P, Qt.Key.Key_X, Qt.Key.Key_9, Qt.Key.Key_0, Qt.Key.Key_U):
        named.press(key)
    assert asked == []
    assert comparison.hides_names


def test_leaving_without_a_choice_marks_nothing(named: BoardScreen) -> None:
    comparison = named.comparison
    asked: list[object] = []
    comparison.marks_requested.connect(lambda *told: asked.append(told))
    comparison.set_blind(True, seed=1)
    comparison.set_blind(False)
    assert asked == []
    captions = [cell.caption.words() for cell in comparison.board.cells]
    assert [caption.split(", ")[1] for caption in captions] == ["Zebra", "Yak", "Quagga"]
    assert not any("blind" in caption for caption in captions)


def test_lots_are_drawn_anew_and_can_be_repeated() -> None:
    assert BlindTrial.drawn(9, seed=7).order == BlindTrial.drawn(9, seed=7).order
    orders = {tuple(BlindTrial.drawn(4, seed=seed).order) for seed in range(200)}
    assert len(orders) == 24
