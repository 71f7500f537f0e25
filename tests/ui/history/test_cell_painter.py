from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from rushes.ui.components.card_face import CardFace, CardLook, StateFace, Tone
from rushes.ui.components.card_painter import card_size
from rushes.ui.history.cell_painter import Cell, CellPainter
from rushes.ui.job_faces.titles import JobTitle
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme, current_theme

WIDTH = 134
FAILED = CardFace("Cabin", "14:09", state=StateFace("failed", "Failed", "", Tone.BAD))
READY = CardFace("Cabin", "6.1 s")


def picture(color: str) -> QImage:
    image = QImage(124, 70, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


@pytest.fixture(autouse=True)
def moving(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=False)))
    yield
    apply_theme(qapp, Theme.from_settings(ThemeSettings()))


class Canvas:
    """Paints one cell again and again, by a clock that a test sets."""

    def __init__(self) -> None:
        self.now = 100.0
        self.cells = CellPainter(lambda: self.now)
        self.image = QImage(card_size(WIDTH), QImage.Format.Format_RGB32)

    def paint(self, face: CardFace | None, shown: QImage | None = None, title: str = "") -> bool:
        self.image.fill(current_theme().color(Role.PANEL))
        painter = QPainter(self.image)
        parts = JobTitle(title, ", take 12") if title else None
        cell = Cell(1, face, parts, shown, CardLook())
        moves = self.cells.paint(
            painter, QRect(QPoint(0, 0), self.image.size()), cell, mirrored=False
        )
        painter.end()
        return moves

    def color(self) -> QColor:
        return self.image.pixelColor(20, 60)


def test_a_placeholder_is_the_bed_of_the_picture() -> None:
    canvas = Canvas()
    assert not canvas.paint(None)
    assert canvas.color() == current_theme().color(Role.BED)


def test_one_state_fades_into_the_next() -> None:
    canvas = Canvas()
    blue = picture("#0000ff")
    assert not canvas.paint(FAILED)
    bed = canvas.color()
    assert canvas.paint(READY, blue)
    assert canvas.color() == bed
    canvas.now += 0.08
    assert canvas.paint(READY, blue)
    half = canvas.color()
    assert 40 < half.blue() < 220
    canvas.now += 0.09
    assert not canvas.paint(READY, blue)
    assert canvas.color() == QColor("#0000ff")


def test_nothing_fades_while_pictures_come_or_details_change() -> None:
    canvas = Canvas()
    canvas.paint(None)
    assert not canvas.paint(READY)
    assert not canvas.paint(READY, picture("#00ff00"))
    assert canvas.color() == QColor("#00ff00")
    state = StateFace("in_queue", "In queue", "Position 3")
    canvas = Canvas()
    canvas.paint(CardFace("Cabin", state=state))
    assert not canvas.paint(CardFace("Cabin", state=replace(state, detail="Position 2")))


def test_nothing_fades_under_reduced_motion(qapp: QApplication) -> None:
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=True)))
    canvas = Canvas()
    canvas.paint(FAILED)
    assert not canvas.paint(READY, picture("#0000ff"))
    assert canvas.color() == QColor("#0000ff")


def test_the_take_is_kept_when_the_name_is_too_long() -> None:
    canvas = Canvas()

    def foot() -> QImage:
        return canvas.image.copy(80, 80, 54, 20)

    canvas.paint(replace(READY, title="Short, take 12"), title="Short")
    name = "A name that is much too long"
    canvas.paint(replace(READY, title=f"{name}, take 12"), title=name)
    with_take = foot()
    canvas.paint(replace(READY, title=f"{name}, take 12"), title=name)
    assert foot() == with_take
    canvas.cells.forget()
    canvas.paint(replace(READY, title=f"{name}, take 12"))
    assert foot() != with_take
