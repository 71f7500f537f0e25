"""The sound device, through Qt's audio sink."""

import importlib
import logging
import threading
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from rushes.ui.viewer.sound.latency import settle_latency
from rushes.ui.viewer.sound.sample_format import SampleFormat, choose_format
from rushes.ui.viewer.sound.server_watch import ServerWatch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_log = logging.getLogger(__name__)

BUFFER_SECONDS = 0.06
"""What waits in front of the device: longer than the GUI thread is ever busy in a row."""

_FADE_VOLUMES = (0.5, 0.15, 0.0)
_FADE_MILLISECONDS = 6
_LONGEST_JOIN_SECONDS = 5.0


def load_multimedia() -> ModuleType:
    """Import Qt's sound and have it look for devices once: up to 0.2 s, so not on the GUI thread.

    Raises ImportError where a library that it stands on is missing, such as libpulse on Linux.
    """
    multimedia = importlib.import_module("PySide6.QtMultimedia")
    multimedia.QMediaDevices.defaultAudioOutput()
    return multimedia


class SoundOutput(QObject):
    """The system's default sound device, for stereo samples; lives on the GUI thread.

    Nothing of Qt's sound is loaded before `prepare`.

    Attributes:
        behind: seconds from its buffer to the ear.
        is_prepared: whether it is known if there is a device.

    Signals:
        prepared: it is known whether there is a device.
        device_changed: there is another default device, or none, or one at last.
    """

    prepared = Signal()
    device_changed = Signal()

    _loaded = Signal(object, object)

    def __init__(
        self, parent: QObject | None = None, load: Callable[[], ModuleType] = load_multimedia
    ) -> None:
        super().__init__(parent)
        self.behind = settle_latency()
        self._load = load
        self._thread: threading.Thread | None = None
        self._multimedia: ModuleType | None = None
        self._server: ServerWatch | None = None
        self._devices: Any = None
        self._device: Any = None
        self._form: tuple[SampleFormat, Any] | None = None
        self._sink: Any = None
        self._io: Any = None
        self._volume = 1.0
        self.is_prepared = False
        self._closed = False
        self._fading = 0
        self._fade = QTimer(self)
        self._fade.setTimerType(Qt.TimerType.PreciseTimer)
        self._fade.setInterval(_FADE_MILLISECONDS)
        self._fade.timeout.connect(self._on_fade)
        self._loaded.connect(self._on_loaded, Qt.ConnectionType.QueuedConnection)

    @property
    def is_available(self) -> bool:
        """Whether there is a device."""
        return self._form is not None

    @property
    def rate(self) -> int:
        """Samples a second that the device takes; 0 without one."""
        return 0 if self._form is None else self._form[0].rate

    @property
    def is_started(self) -> bool:
        """Whether it takes samples."""
        return self._io is not None

    @property
    def is_fading(self) -> bool:
        """Whether it is about to be silent."""
        return self._fade.isActive()

    @property
    def is_lost(self) -> bool:
        """Whether the device ended by itself, as when it is unplugged."""
        # WORKAROUND PySide6 6.11.3: `stateChanged` cannot be connected, it fails to convert
        # QAudio::State for a Python slot. So the state is asked for.
        if self._io is None:
            return False
        return "Stopped" in self._sink.state().name or not self._is_connected

    @property
    def _is_connected(self) -> bool:
        return self._server is None or self._server.is_standing

    @property
    def capacity(self) -> int:
        """Samples that can wait in front of the device."""
        if self._sink is None or self._form is None:
            return 0
        return int(self._sink.bufferSize()) // self._form[0].sample_bytes

    @property
    def room(self) -> int:
        """Samples that it takes now."""
        if not self.is_started or self._form is None:
            return 0
        return int(self._sink.bytesFree()) // self._form[0].sample_bytes

    def prepare(self) -> None:
        """Load Qt's sound and look for a device, once; `prepared` follows."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="sound device", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        try:
            multimedia: ModuleType | None = self._load()
        except ImportError as error:
            _log.info("no sound: %s", error)
            multimedia = None
        self._loaded.emit(multimedia, ServerWatch())

    def _on_loaded(self, multimedia: ModuleType | None, server: ServerWatch) -> None:
        if self._closed:
            return
        self._server = server
        self._multimedia = multimedia
        if multimedia is not None:
            self._devices = multimedia.QMediaDevices(self)
            self._devices.audioOutputsChanged.connect(self._on_devices_changed)
            self._choose_device()
        self.is_prepared = True
        self.prepared.emit()

    def start(self) -> bool:
        """Begin to take samples; False if the device does not answer."""
        if self._multimedia is None or self._form is None or not self._is_connected:
            return False
        self._stop()
        if self._sink is None:
            form, wanted = self._form
            self._sink = self._multimedia.QAudioSink(self._device, wanted, self)
            self._sink.setBufferSize(round(BUFFER_SECONDS * form.rate) * form.sample_bytes)
        self._sink.setVolume(self._volume)
        self._io = self._sink.start()
        if self._io is None:
            self._drop_sink()
            return False
        return True

    def write(self, samples: "NDArray[np.float32]") -> None:
        """Give the device *samples* × (left, right), not more than there is `room` for."""
        if self._io is not None and self._form is not None:
            self._io.write(self._form[0].pack(samples))

    def hush(self) -> None:
        """Be silent at once: what waits is faded out within a few milliseconds and dropped."""
        if self._io is not None and not self._fade.isActive():
            self._fading = 0
            self._fade.start()
            self._on_fade()

    def set_volume(self, volume: float) -> None:
        """Set how loud it is, as a factor from 0 to 1 on the samples; also for those that wait."""
        self._volume = volume
        if self._sink is not None and not self._fade.isActive():
            self._sink.setVolume(volume)

    def restart_device(self) -> bool:
        """Take the default device anew, after this one was lost; False if there is none."""
        self._drop_sink()
        if self._multimedia is not None:
            self._choose_device()
        return self.is_available

    def give_up(self) -> None:
        """Count this device as none, until there is another."""
        self._drop_sink()
        self._form = None

    def close(self) -> None:
        """Stop, and wait for the thread that loads."""
        self._closed = True
        self._drop_sink()
        if self._thread is not None:
            self._thread.join(_LONGEST_JOIN_SECONDS)

    def _on_fade(self) -> None:
        if self._fading == len(_FADE_VOLUMES):
            self._stop()
            return
        self._sink.setVolume(self._volume * _FADE_VOLUMES[self._fading])
        self._fading += 1

    def _stop(self) -> None:
        self._fade.stop()
        if self._io is not None:
            self._io = None
            # Not stop(), which would play what waits to its end.
            self._sink.reset()

    def _drop_sink(self) -> None:
        self._stop()
        if self._sink is not None:
            self._sink.deleteLater()
            self._sink = None

    def _choose_device(self) -> None:
        assert self._multimedia is not None
        device = self._multimedia.QMediaDevices.defaultAudioOutput()
        self._device = None if device.isNull() or not self._is_connected else device
        self._form = None
        if self._device is not None:
            self._form = choose_format(self._multimedia, device)

    def _on_devices_changed(self) -> None:
        assert self._multimedia is not None
        default = self._multimedia.QMediaDevices.defaultAudioOutput()
        known = None if self._device is None else self._device.id()
        if (None if default.isNull() else default.id()) != known:
            self.restart_device()
            self.device_changed.emit()
