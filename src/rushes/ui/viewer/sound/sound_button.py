"""The button of the sound: silent or not, and how loud."""

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.key_cap import key_text
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.viewer.keys import DEFAULT_KEYS, ViewerCommand
from rushes.ui.viewer.sound.state import SoundState
from rushes.ui.viewer.sound.volume_popover import VolumePopover
from rushes.ui.viewer.sound.volume_words import percent_words
from rushes.ui.viewer.wheel_steps import WheelSteps

_STEP = 0.05
_STEPS_OF_KEYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class SoundButton(IconButton):
    """A press mutes; the wheel and the arrow keys set the volume, a right click opens its slider.

    It only shows what it is told: muted by a press it looks so when `show_sound` says so.

    Signals:
        muted_requested: be silent, or not.
        volume_requested: how loud, from 0 to 1; whoever turns it up wants to hear it.
    """

    muted_requested = Signal(bool)
    volume_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sound", "", parent)
        self._state = SoundState.NONE
        self._muted = False
        self._volume = 1.0
        self._heard_seconds: float | None = None
        self._wheel = WheelSteps()
        self._popover: VolumePopover | None = None
        self.clicked.connect(self._on_clicked)
        self.show_sound(SoundState.NONE, False, 1.0)

    @property
    def popover(self) -> VolumePopover | None:
        """The slider, while it is open."""
        return self._popover

    def show_sound(
        self,
        state: SoundState,
        muted: bool,
        volume: float,
        heard_seconds: float | None = None,
    ) -> None:
        """Show how the sound stands; `heard_seconds` is where that of a very long clip ends."""
        self._state, self._muted, self._volume = state, muted, volume
        self._heard_seconds = heard_seconds
        can_be_heard = state in (SoundState.READY, SoundState.LOADING)
        silent = muted or volume <= 0 or not can_be_heard
        self.set_icon_name("sound_off" if silent else "sound")
        self.setEnabled(can_be_heard)
        self.set_words(self._words())
        if can_be_heard:
            key = key_text(DEFAULT_KEYS[ViewerCommand.MUTE])
            how = self.tr("Wheel or right click: volume")
            set_tool_tip(self, f"{self._words()}  {key}\n{how}")
        if self._popover is not None:
            if can_be_heard:
                self._popover.show_volume(volume)
            else:
                self._popover.close()

    def _words(self) -> str:
        if self._state is SoundState.NO_DEVICE:
            return self.tr("No sound device: this clip plays silently")
        if self._state is SoundState.BROKEN:
            return self.tr("The sound cannot be read")
        if self._state is SoundState.NONE:
            return self.tr("No sound")
        if self._muted:
            return self.tr("Muted")
        words = self.tr("Sound on, %1").replace("%1", percent_words(self._volume))
        if self._heard_seconds is None:
            return words
        minutes = QTime(0, 0).addSecs(int(self._heard_seconds)).toString("m:ss")
        return words + "\n" + self.tr("Only the first %1 are heard").replace("%1", minutes)

    def open_volume(self) -> None:
        """Open the slider, with the keyboard in it."""
        if self._popover is None and self.isEnabled():
            self._popover = VolumePopover(self._volume, self)
            self._popover.volume_requested.connect(self._on_volume)
            self._popover.destroyed.connect(self._on_popover_gone)
            self._popover.show_above(self)

    def _on_popover_gone(self) -> None:
        self._popover = None

    def _on_clicked(self) -> None:
        self.muted_requested.emit(not self._muted)

    def _on_volume(self, volume: float) -> None:
        self.volume_requested.emit(volume)

    def _step(self, steps: int) -> None:
        whole = round(self._volume / _STEP) + steps
        volume = min(max(whole * _STEP, 0.0), 1.0)
        if steps and volume != self._volume:
            self.volume_requested.emit(round(volume, 2))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._step(-self._wheel.turn(event))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _STEPS_OF_KEYS.get(Qt.Key(event.key()))
        if steps is None or event.modifiers():
            super().keyPressEvent(event)
            return
        self._step(steps)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_volume()
        event.accept()
