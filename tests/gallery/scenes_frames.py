"""Frames out of the Viewer: the number that is typed, the keys, and the models that take one."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from fractions import Fraction
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rushes.engine.local_files import local_link
from rushes.engine.models import bundled_models
from rushes.ui.components.text_label import TextLabel
from rushes.ui.compose.model_chooser import ModelChooser
from rushes.ui.compose.model_words import model_kind, model_name
from rushes.ui.compose.panel import ComposePanel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.typography import TextStyle
from rushes.ui.viewer.position_readout import PositionReadout
from rushes.ui.viewer.time_text import TimeUnit
from rushes.ui.window.key_sheet import key_sheet
from tests.gallery.board import Board
from tests.gallery.sample_pictures import picture

_FORMS_ON_A_BOARD = 6
_KLING = "kling/kling-3.0/pro/image-to-video"


def readouts() -> QWidget:
    """The readout in its units, with its field open, and with words about what was typed."""
    board = Board(3)
    section = board.section("At rest")
    for unit in TimeUnit:
        section.column.addWidget(_readout(unit))
    section = board.section("Typing")
    for unit in TimeUnit:
        readout = _readout(unit)
        readout.ask_number()
        section.column.addWidget(readout)
    section = board.section("Leads nowhere")
    for unit, text in zip(TimeUnit, ("98", "0:30", "+"), strict=True):
        readout = _readout(unit)
        readout.ask_number()
        field = readout.entry.field
        if field is not None:
            field.setText(text)
            field.entered.emit(text)
        section.column.addWidget(readout)
    board.end()
    return board


def _readout(unit: TimeUnit) -> PositionReadout:
    readout = PositionReadout()
    readout.show_place(42, 97, 1.75, Fraction(24))
    readout.set_unit(unit)
    readout.setFixedSize(readout.sizeHint())
    return readout


def keys(width: int, height: int) -> Callable[[], AsyncIterator[QWidget]]:
    """The sheet of keys over a window of this size."""

    async def build() -> AsyncIterator[QWidget]:
        window = QWidget()
        window.resize(width, height)
        yield key_sheet(window)
        window.deleteLater()

    return build


async def models() -> AsyncIterator[QWidget]:
    """The list of models, dropped down."""
    anchor = QWidget()
    anchor.resize(300, 36)
    chooser = ModelChooser(bundled_models(), _KLING, anchor)
    chooser.open_under(anchor)
    chooser.hide()
    yield chooser
    anchor.deleteLater()


def forms(number: int) -> Callable[[], QWidget]:
    """The forms of some of the models that come with Rushes, side by side."""

    def build() -> QWidget:
        board = QWidget()
        row = QHBoxLayout(board)
        specs = bundled_models()
        for spec in specs[number * _FORMS_ON_A_BOARD :][:_FORMS_ON_A_BOARD]:
            column = QVBoxLayout()
            panel = ComposePanel()
            panel.set_models(specs)
            panel.body.choose_model(spec.model_id)
            panel.setFixedSize(328, 1080)
            words = f"{model_name(spec)} · {model_kind(spec)}"
            column.addWidget(TextLabel(words, TextStyle.CAPTION, Role.MUTED, board))
            column.addWidget(panel)
            row.addLayout(column)
        return board

    return build


async def start_image() -> AsyncIterator[QWidget]:
    """Compose with a frame as its start image, and with one whose file is gone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "night tram-0043.png"
        image = picture("night", 960, 540)
        image.save(str(path))
        panel = ComposePanel()
        panel.resize(328, 828)
        panel.set_models(bundled_models())
        panel.use_picture(_KLING, "start_image_url", local_link(path))
        panel.use_picture(_KLING, "end_image_url", local_link(Path(folder) / "gone.png"))
        panel.use_prompt("The tram pulls out of the stop, slow dolly")
        await asyncio.sleep(0.5)
        yield panel


SCENES = {
    "frames-readout": readouts,
    "frames-keys": keys(1440, 900),
    "frames-keys-1280": keys(1280, 720),
    "frames-models": models,
    "frames-start-image": start_image,
    **{f"frames-forms-{number + 1}": forms(number) for number in range(4)},
}
