"""Tests that hold their windows badly, while Python collects garbage; test_habits.py runs them.

They are no part of the ordinary run: the name of this file is not one that pytest looks for.
"""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


class CollectsWhilePainted(QWidget):
    """A part of a window; while it is painted, Python collects garbage."""

    def __init__(self, paintings: list[str]) -> None:
        window = QWidget()
        super().__init__(window)
        self._paintings = paintings
        # The window is held by what it holds, and by nothing else.
        vars(window)["itself"] = window
        window.resize(100, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        gc.collect()
        painter.fillRect(self.rect(), self.palette().window())
        painter.end()
        self._paintings.append("painted")


@pytest.fixture
def paintings(qapp: QApplication) -> Iterator[list[str]]:
    """One for each time that the part was painted, which must be once at least."""
    made: list[str] = []
    yield made
    assert made


def test_painted_after_the_body(paintings: list[str]) -> None:
    CollectsWhilePainted(paintings).window().show()
    assert not paintings


def test_given_to_the_bot(paintings: list[str], qtbot: QtBot) -> None:
    def show() -> None:
        window = CollectsWhilePainted(paintings).window()
        qtbot.addWidget(window)
        window.show()

    show()
    qtbot.waitUntil(lambda: bool(paintings))


def test_nothing_is_held_after_the_test(qapp: QApplication) -> None:
    assert QApplication.topLevelWidgets() == []
