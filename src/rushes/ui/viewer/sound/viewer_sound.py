"""The sound of the Viewer: the clip's own, its button in the transport, and its key."""

from PySide6.QtCore import QObject, QTimer, Signal

from rushes.domain.media_facts import MediaFacts
from rushes.ui.viewer.keys import ViewerCommand
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.single_clip import SingleClip
from rushes.ui.viewer.sound.clip_sound import ClipSound
from rushes.ui.viewer.sound.heard_clip import HeardClip
from rushes.ui.viewer.sound.output import SoundOutput
from rushes.ui.viewer.sound.sound_button import SoundButton
from rushes.ui.viewer.sound.state import SoundState
from rushes.ui.viewer.stage import ViewerStage
from rushes.ui.viewer.stage_commands import StageCommands

_REST_MILLISECONDS = 400
"""A volume that has not changed for so long is the one that was wanted."""


class ViewerSound(QObject):
    """Opens the sound of each clip that has one, and does what button and key ask for.

    Attributes:
        clip_sound: what is heard.
        button: in the transport, while the clip has sound.

    Signals:
        volume_changed, muted_changed: a person wants it so from now on.
        told: a word for the person, such as that there is no device.
    """

    volume_changed = Signal(float)
    muted_changed = Signal(bool)
    told = Signal(str)

    def __init__(
        self,
        stage: ViewerStage,
        playback: Playback,
        clip: SingleClip,
        parent: QObject,
        *,
        output: SoundOutput | None = None,
    ) -> None:
        super().__init__(parent)
        self._clip = clip
        self._transport = stage.transport
        self._volume, self._muted = 1.0, False
        self.clip_sound = ClipSound(playback, self, output=output)
        self.button = SoundButton(stage.transport)
        self._transport.add_control(self.button, before=self._transport.compare)
        self._transport.offer(self.button, False)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MILLISECONDS)
        self._rest.timeout.connect(lambda: self.volume_changed.emit(self._volume))
        clip.opened.connect(self._on_opened)
        self.clip_sound.state_changed.connect(self._show)
        self.clip_sound.told.connect(self.told)
        self.button.muted_requested.connect(self._on_muted_requested)
        self.button.volume_requested.connect(self._on_volume_requested)

    @property
    def volume(self) -> float:
        """How loud it is, from 0 to 1."""
        return self._volume

    @property
    def is_muted(self) -> bool:
        """Whether it is silent for now."""
        return self._muted

    def add_to(self, commands: StageCommands) -> None:
        """Have the command of the key carried out here."""
        commands.add({ViewerCommand.MUTE: self.toggle_muted})

    def set_volume(self, volume: float) -> None:
        """Set how loud it is, from 0 to 1."""
        self._volume = min(max(volume, 0.0), 1.0)
        self.clip_sound.set_volume(self._volume)
        self._show()

    def set_muted(self, muted: bool) -> None:
        """Be silent, or not."""
        self._muted = muted
        self.clip_sound.set_muted(muted)
        self._show()

    def toggle_muted(self) -> None:
        """A person's wish to be silent, or not; nothing for a clip without sound."""
        if self.clip_sound.state is not SoundState.NONE:
            self._on_muted_requested(not self._muted)

    def hear(self, heard: HeardClip | None) -> None:
        """Let the sound be that of one clip among several that share the clock, or of none."""
        if heard is None:
            self.let_go()
            return
        if self.clip_sound.path != heard.path:
            self.clip_sound.open(heard.path)
        self.clip_sound.set_place(heard.place)
        self._transport.offer(self.button, True)

    def let_go(self) -> None:
        """There is no clip any more."""
        self.clip_sound.let_go()
        self._transport.offer(self.button, False)

    def close(self) -> None:
        """Let go, and wait for the threads, which end at once; for the end of the window."""
        self.let_go()
        self.clip_sound.close()

    def _on_opened(self, facts: MediaFacts) -> None:
        if facts.has_sound and self._clip.path is not None:
            self.clip_sound.open(self._clip.path)
            self._transport.offer(self.button, True)
        else:
            self.let_go()

    def _on_muted_requested(self, muted: bool) -> None:
        self.set_muted(muted)
        self.muted_changed.emit(muted)

    def _on_volume_requested(self, volume: float) -> None:
        self.set_volume(volume)
        self._rest.start()
        if self._muted and volume > 0:
            self._on_muted_requested(False)

    def _show(self) -> None:
        sound = self.clip_sound
        self.button.show_sound(sound.state, self._muted, self._volume, sound.heard_seconds)
