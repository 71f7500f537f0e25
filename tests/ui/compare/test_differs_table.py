"""The table of what differs, with more takes than there is room for."""

from pathlib import Path

from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from rushes.ui.compare.differs_panel import DiffersPanel
from rushes.ui.components.elided_label import ElidedLabel

from .conftest import BoardScreen, take_of


def test_whole_seeds_are_told_and_the_chosen_take_is_in_sight(
    screen: BoardScreen, clips: dict[str, Path], qtbot: QtBot
) -> None:
    seeds = [2_147_483_000 + number for number in range(9)]
    screen.compare([take_of(clips["even"], n + 1, seed=seed) for n, seed in enumerate(seeds)])
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(344, 700)
    panel = DiffersPanel(place)
    panel.resize(place.size())
    panel.follow(screen.comparison)
    with qtbot.waitExposed(place):
        place.show()
    values = [
        label
        for label in panel.table.findChildren(ElidedLabel)
        if "".join(filter(str.isdigit, label.accessibleName())).startswith("2147483")
    ]
    assert len(values) == 9
    across = next(area for area in panel.findChildren(QScrollArea) if area.widget() is panel.table)
    for chosen in (8, 0, 5):
        screen.comparison.choose(chosen)
        left, width = panel.table.column_span(chosen)
        bar = across.horizontalScrollBar().value()
        assert bar <= left
        assert left + width <= bar + across.viewport().width()
    assert all(value.width() >= value.sizeHint().width() for value in values)
