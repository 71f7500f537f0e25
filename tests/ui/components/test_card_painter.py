"""One thumbnail card in its states."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from rushes.ui.components.card_face import CardFace, CardLook, StateFace, Tone
from rushes.ui.components.card_painter import (
    OVERHANG,
    card_size,
    card_words,
    paint_card,
    picture_size,
)
from rushes.ui.theme.metrics import Density
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, apply_theme, current_theme

WIDTH = 166
RUNNING = StateFace("in_progress", "In progress", "1:42 so far", Tone.LIVE, moving=True)
NEEDS = StateFace("needs_you", "Needs you", "Reply lost", Tone.WARN, outlined=True)
MISSING = StateFace("file_missing", "File missing", "Locate…", Tone.WARN)
PLAIN = CardLook()


def red_picture(width: int = 156, height: int = 88) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.red))
    return image


CARD = CardFace("Cabin, take 3", "6.1 s", picture=red_picture())


def painted(
    face: CardFace, look: CardLook = PLAIN, *, mirrored: bool = False, phase: float = 0.5
) -> QImage:
    size = card_size(WIDTH)
    image = QImage(
        size.width() + 2 * OVERHANG, size.height() + 2 * OVERHANG, QImage.Format.Format_RGB32
    )
    image.fill(current_theme().color(Role.PANEL))
    painter = QPainter(image)
    area = QRectF(OVERHANG, OVERHANG, size.width(), size.height())
    try:
        paint_card(painter, area, face, look, mirrored=mirrored, phase=phase)
    finally:
        painter.end()
    return image


def at(image: QImage, x: int, y: int) -> QColor:
    return image.pixelColor(x + OVERHANG, y + OVERHANG)


def test_sizes_are_those_of_the_look(qapp: QApplication) -> None:
    assert picture_size(WIDTH) == QSize(156, 88)
    assert card_size(WIDTH).height() == 88 + 10 + 38
    apply_theme(qapp, Theme(density=Density.COMPACT))
    assert card_size(WIDTH).height() == 88 + 10 + 22


def test_nothing_is_drawn_on_a_finished_picture() -> None:
    face = replace(CARD, rating=4, pick=True, label=6, tags=2, note=True, is_new=True, stack=5)
    image = painted(face, CardLook(hovered=True, selected=True, current=True))
    red = QColor(Qt.GlobalColor.red)
    # Round corners of 3 px are left out.
    assert all(at(image, x, y) == red for x in range(9, WIDTH - 9, 7) for y in range(6, 88 + 4, 5))


@pytest.mark.parametrize(
    ("look", "fill", "line"),
    [
        (PLAIN, Role.PANEL, Role.PANEL),
        (CardLook(hovered=True), Role.CARD_HOVER, Role.CARD_HOVER),
        (CardLook(selected=True), Role.CARD_SELECTED, Role.ACCENT),
        (CardLook(selected=True, in_focus=False), Role.CARD_SELECTED, Role.MARK),
        (CardLook(current=True), Role.PANEL, Role.PANEL),
    ],
)
def test_the_view_is_told_by_fill_and_outline(look: CardLook, fill: Role, line: Role) -> None:
    image = painted(CARD, look)
    color = current_theme().color
    assert at(image, 2, 60) == color(fill)
    assert at(image, 0, 60) == color(line)
    ring = color(Role.ACCENT if look.current else Role.PANEL)
    assert at(image, -2, 60) == ring


def test_a_rejected_picture_steps_back() -> None:
    normal, rejected = painted(CARD), painted(replace(CARD, reject=True))
    assert at(rejected, 80, 40).red() < at(normal, 80, 40).red() // 2


def test_a_missing_picture_is_grey() -> None:
    image = painted(replace(CARD, state=MISSING))
    pixel = at(image, 30, 80)
    assert abs(pixel.red() - pixel.green()) <= 2
    assert pixel != current_theme().color(Role.BED)


def test_a_state_that_needs_a_person_is_outlined() -> None:
    needs = painted(CardFace("Lighthouse", "14:02", state=NEEDS))
    calm = painted(CardFace("Cabin", "14:06", state=RUNNING))
    color = current_theme().color
    assert at(needs, 5, 40) == color(Role.WARN)
    assert at(calm, 5, 40) == color(Role.LINE)


def test_the_bar_tells_the_share_or_moves(qapp: QApplication) -> None:
    apply_theme(qapp, Theme(family=current_theme().family))
    accent = current_theme().color(Role.ACCENT)
    half = StateFace("download", "Downloading", "3.1 of 8.4 MB", Tone.LIVE, share=0.5)
    image = painted(CardFace("Milky Way", state=half))
    y = 5 + 88 - 2
    assert at(image, 20, y) == accent
    assert at(image, 120, y) != accent
    early = painted(CardFace("Cabin", state=RUNNING), phase=0.3)
    late = painted(CardFace("Cabin", state=RUNNING), phase=0.9)
    assert at(early, 30, y) == accent
    assert at(late, 30, y) != accent
    assert at(late, 150, y) == accent


def paints_again(face: CardFace) -> bool:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        return paint_card(painter, QRectF(0, 0, WIDTH, 136), face, PLAIN)
    finally:
        painter.end()


def test_only_what_moves_asks_to_be_painted_again(qapp: QApplication) -> None:
    apply_theme(qapp, Theme())
    assert paints_again(CardFace("Cabin", state=RUNNING))
    assert not paints_again(CARD)
    assert not paints_again(CardFace("Lighthouse", state=NEEDS))
    apply_theme(qapp, Theme(reduced_motion=True))
    assert not paints_again(CardFace("Cabin", state=RUNNING))


def test_a_tall_clip_stands_on_the_bed() -> None:
    image = painted(replace(CARD, picture=red_picture(90, 160)))
    assert at(image, 83, 45) == QColor(Qt.GlobalColor.red)
    assert at(image, 30, 45) == current_theme().color(Role.BED)


def test_right_to_left_swaps_title_and_marks() -> None:
    face = replace(CARD, label=7)
    color = current_theme().color(Role.LABEL_7)
    y = 5 + 88 + 5 + 4
    assert at(painted(face), 9, y) == color
    assert at(painted(face, mirrored=True), WIDTH - 10, y) == color


def test_hover_play_shows_its_time() -> None:
    image = painted(replace(CARD, played=0.5), CardLook(hovered=True))
    line = current_theme().color(Role.PICTURE_LINE)
    assert at(image, 40, 5 + 88 - 1) == line
    assert at(image, 120, 5 + 88 - 1) == QColor(Qt.GlobalColor.red)


def test_a_card_says_all_that_it_shows() -> None:
    face = CardFace(
        "Cabin, take 3", "6.1 s", rating=4, pick=True, label=9, tags=2, note=True, is_new=True
    )
    words = card_words(face)
    assert words == "Cabin, take 3, 6.1 s, 4 of 5 stars, Pick, Label 9, 2 tags, Note, New"
    assert card_words(CardFace("Cabin", state=RUNNING)) == "Cabin, In progress, 1:42 so far"


@pytest.mark.parametrize("percent", [80, 200])
def test_any_text_scale_paints(qapp: QApplication, percent: int) -> None:
    apply_theme(qapp, Theme(text_percent=percent, family=current_theme().family))
    face = CardFace("Night tram", "6.1 s", state=NEEDS, stack=12, rating=5, label=9)
    assert not painted(face).isNull()
