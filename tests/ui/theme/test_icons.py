"""The icon family, drawn."""

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from pytestqt.qtbot import QtBot

from rushes.ui.theme.icons import (
    application_icon,
    icon,
    icon_names,
    paint_icon,
    paint_mark,
)
from rushes.ui.theme.roles import Role


def drawn(name: str, *, size: int = 32, mirrored: bool = False) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    area = QRectF(0, 0, size, size)
    try:
        paint_icon(painter, name, area, QColor(Qt.GlobalColor.white), mirrored=mirrored)
    finally:
        painter.end()
    return image


def ink(image: QImage) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 100
    ]


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_draws_inside_its_square(qtbot: QtBot, name: str) -> None:
    marks = ink(drawn(name))
    assert 12 <= len(marks) <= 700, len(marks)
    spread = max(max(x for x, _ in marks) - min(x for x, _ in marks), 1)
    assert spread >= 6


def test_arrows_along_the_text_turn_round_and_those_of_time_do_not(qtbot: QtBot) -> None:
    turned, other = drawn("chevron_right", mirrored=True), drawn("chevron_left")
    assert ink(turned) == ink(other)
    assert turned != drawn("chevron_right")
    for name in ("play", "next_frame", "loop", "reverse"):
        assert drawn(name, mirrored=True) == drawn(name)


def test_an_unknown_name_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        drawn("no_such_icon")


def test_menu_icons_have_a_greyed_form_and_follow_the_ratio(qtbot: QtBot) -> None:
    found = icon("trash", Role.TEXT, 16)
    sharp = found.pixmap(QSize(16, 16), 2.0)
    assert sharp.devicePixelRatio() == 2.0
    assert sharp.size() == QSize(32, 32)
    usual = found.pixmap(QSize(16, 16), 1.0, QIcon.Mode.Normal).toImage()
    grey = found.pixmap(QSize(16, 16), 1.0, QIcon.Mode.Disabled).toImage()
    assert usual != grey


def test_the_mark_shows_three_frames(qtbot: QtBot) -> None:
    image = QImage(96, 96, QImage.Format.Format_RGB32)
    black, white = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)
    image.fill(black)
    painter = QPainter(image)
    paint_mark(painter, QRectF(0, 0, 96, 96), white, black)
    painter.end()
    # Along the diagonal from the front frame to the last: three lines of falling brightness.
    assert image.pixelColor(14, 60) == white
    assert 0 < image.pixelColor(84, 30).red() < 160
    assert not application_icon().pixmap(64, 64).isNull()
