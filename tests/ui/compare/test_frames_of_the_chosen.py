"""While takes are compared, number and picture are those of the chosen one."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.viewer.conftest import number_in

from .conftest import Compare


def test_a_number_that_is_typed_is_the_chosen_clip_s(compare: Compare) -> None:
    screen = compare("even", "twin")
    screen.comparison.choose(1)
    screen.comparison.set_offset(1, 3)
    screen.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    field = screen.window.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Return)
    screen.wait_for(9, 12)
    assert "frame 12 of" in screen.told()
    # The keyboard is the board's again.
    screen.press(Qt.Key.Key_Right)
    screen.wait_for(10, 13)


def test_the_chosen_clip_s_frame_is_saved(compare: Compare, tmp_path: Path, qtbot: QtBot) -> None:
    screen = compare("even", "twin")
    screen.panel.frames_out.folder = lambda: tmp_path / "Saved"
    told: list[str] = []
    screen.panel.frames_out.told.connect(lambda words, *_: told.append(words))
    screen.comparison.choose(1)
    screen.comparison.set_offset(1, 3)
    screen.wait_for(1, 4)
    screen.press(Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(told) == 1)
    (path,) = (tmp_path / "Saved").iterdir()
    image = QImage(str(path))
    shown = screen.comparison.group.clips[1].shown
    assert shown is not None
    assert number_in(image, image.rect()) == shown + 1 == screen.painted()[1]
    assert path.name == f"Take 2-frame {shown + 1:04}.png"
