"""What a screen reader is told: read through Qt's own accessible interfaces."""

import time
from itertools import pairwise
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.viewer import spoken_place

from .conftest import HandClock, Screen

KEY = Qt.Key
TEXT = QAccessible.Text


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The announcements, in the place where they go over to the system."""
    heard: list[str] = []

    def note(_speaker: QObject, words: str, *, at_once: bool = False) -> None:
        heard.append(words)

    monkeypatch.setattr(spoken_place, "announce", note)
    return heard


def told(widget: QWidget, text: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(text)


def test_standing_every_frame_is_told_at_once(shown: Screen, said: list[str]) -> None:
    stage = shown.panel.stage
    for index in (7, 8, 42):
        shown.panel.seek(index)
        shown.wait_for(index)
        words = stage.transport.position.words()
        assert f"frame {index + 1} of 49" in words
        assert told(stage.transport.position, TEXT.Name) == words
        assert told(stage.picture, TEXT.Description) == f"{words}, Paused, in a loop"


def test_many_frames_in_a_row_end_with_the_last_one_said(
    shown: Screen, said: list[str], qtbot: QtBot
) -> None:
    for index in range(1, 13):
        QTest.keyClick(shown.panel.stage.picture, KEY.Key_Right)
        shown.wait_for(index)
    qtbot.waitUntil(lambda: said[-1:] == ["00:00:00:12, frame 13 of 49"])
    assert len(said) < 12


def test_state_is_told_as_it_changes(shown: Screen, said: list[str]) -> None:
    stage, picture = shown.panel.stage, shown.panel.stage.picture
    shown.panel.seek(25)
    shown.wait_for(25)
    steps = [
        (KEY.Key_Space, Qt.KeyboardModifier.NoModifier, "Playing, in a loop"),
        (KEY.Key_L, Qt.KeyboardModifier.NoModifier, "Playing at 2×, in a loop"),
        (KEY.Key_K, Qt.KeyboardModifier.NoModifier, "Paused, in a loop"),
        (KEY.Key_J, Qt.KeyboardModifier.NoModifier, "Playing backwards, in a loop"),
        (KEY.Key_J, Qt.KeyboardModifier.NoModifier, "Playing backwards at 2×, in a loop"),
        (KEY.Key_L, Qt.KeyboardModifier.ControlModifier, "Playing backwards at 2×, once"),
        (KEY.Key_L, Qt.KeyboardModifier.ControlModifier, "Playing backwards at 2×, to and fro"),
    ]
    for key, modifiers, words in steps:
        QTest.keyClick(picture, key, modifiers)
        assert told(stage.transport.position, TEXT.Description) == words
        assert told(picture, TEXT.Description).endswith(f", {words}")
    assert [words for words in said if "frame" not in words] == [words for *_, words in steps]
    shown.panel.pause()


def test_playing_it_is_told_once_a_second_at_most(
    shown: Screen, said: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, clock: HandClock
) -> None:
    seconds = [time.monotonic()]
    monkeypatch.setattr(spoken_place, "time", SimpleNamespace(monotonic=lambda: seconds[0]))
    position = shown.panel.stage.transport.position
    shown.panel.play()
    names = []
    for _ in range(24):
        clock.go_on(1)
        seconds[0] += 1 / 8
        due = shown.panel.current_index + 1
        qtbot.waitUntil(lambda due=due: shown.panel.current_index == due)  # type: ignore[misc]
        names.append(told(position, TEXT.Name))
    changes = sum(before != after for before, after in pairwise(names))
    assert 2 <= changes <= 3
    # A voice does not count along.
    assert not [words for words in said if "frame" in words]
    shown.panel.pause()
    shown.check()
    assert told(position, TEXT.Name) == position.words()
