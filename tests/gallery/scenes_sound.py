"""The sound of the Viewer: its button in every state, its slider, and both in the transport."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rushes.ui.viewer.panel import ViewerPanel
from rushes.ui.viewer.sound.sound_button import SoundButton
from rushes.ui.viewer.sound.state import SoundState
from rushes.ui.viewer.sound.volume_popover import VolumePopover
from tests.gallery.board import Board
from tests.media.sounding_clips import clicks, write_sounding_clip

_folder = tempfile.TemporaryDirectory(prefix="rushes-gallery-sound-")

_STATES = (
    ("on", SoundState.READY, False, 0.8),
    ("muted", SoundState.READY, True, 0.8),
    ("at 0", SoundState.READY, False, 0.0),
    ("no device", SoundState.NO_DEVICE, False, 0.8),
    ("broken", SoundState.BROKEN, False, 0.8),
)


@cache
def _clip() -> Path:
    return write_sounding_clip(Path(_folder.name) / "clip.mp4", clicks([0.5], 1.0))


def _buttons() -> QWidget:
    board = Board(2)
    states = board.section("Button")
    for caption, state, muted, volume in _STATES:
        button = SoundButton()
        button.show_sound(state, muted, volume)
        hovered = SoundButton()
        hovered.show_sound(state, muted, volume)
        hovered.set_pointer_over(True)
        hovered.hover.jump_to(1.0 if hovered.isEnabled() else 0.0)
        states.line(caption, button, hovered)
    sliders = board.section("Volume")
    for volume in (0.8, 0.0, 1.0):
        # In the board it stands in place of floating.
        popover = VolumePopover(volume, board)
        popover.setWindowFlags(popover.windowFlags() & ~popover.windowType())
        sliders.line(f"{volume:.0%}", popover)
    board.end()
    return board


def _transport(state: SoundState, muted: bool) -> object:
    async def build() -> AsyncIterator[ViewerPanel]:
        panel = ViewerPanel()
        panel.resize(900, 480)
        panel.show_clip(_clip(), title="Cabin, take 3")
        while panel.frame_count == 0 or panel.sound.clip_sound.state is SoundState.LOADING:
            await asyncio.sleep(0.02)
        panel.sound.button.show_sound(state, muted, 0.8)
        await asyncio.sleep(0.5)
        yield panel
        panel.close_clip()

    return build


SCENES = {
    "sound-button": _buttons,
    "sound-transport-on": _transport(SoundState.READY, False),
    "sound-transport-muted": _transport(SoundState.READY, True),
    "sound-transport-no-device": _transport(SoundState.NO_DEVICE, False),
}
SIZES = {"sound-button": (760, 320)}
