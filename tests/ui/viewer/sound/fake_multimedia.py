"""A sound device that no machine needs to have: Qt's own interface, on a clock in the test's hand.

It takes samples out of its buffer exactly as fast as its clock says, and keeps all that it plays.
"""

from collections.abc import Callable
from enum import Enum
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

Now = Callable[[], float]


class State(Enum):
    ActiveState = 0
    SuspendedState = 1
    StoppedState = 2
    IdleState = 3


class SampleFormat(Enum):
    Unknown = 0
    UInt8 = 1
    Int16 = 2
    Int32 = 3
    Float = 4


class FakeFormat:
    """Like QAudioFormat."""

    SampleFormat = SampleFormat

    def __init__(self) -> None:
        self._rate, self._channels, self._kind = 0, 0, SampleFormat.Unknown

    def setSampleRate(self, rate: int) -> None:
        self._rate = rate

    def setChannelCount(self, channels: int) -> None:
        self._channels = channels

    def setSampleFormat(self, kind: SampleFormat) -> None:
        self._kind = kind

    def sampleRate(self) -> int:
        return self._rate

    def channelCount(self) -> int:
        return self._channels

    def sampleFormat(self) -> SampleFormat:
        return self._kind


class FakeDevice:
    """Like QAudioDevice, of one form of samples."""

    def __init__(
        self, name: str = "speakers", rate: int = 48_000, channels: int = 2, kind: str = "Int16"
    ) -> None:
        self._name = name
        self._format = FakeFormat()
        self._format.setSampleRate(rate)
        self._format.setChannelCount(channels)
        self._format.setSampleFormat(SampleFormat[kind])

    def isNull(self) -> bool:
        return not self._name

    def id(self) -> bytes:
        return self._name.encode()

    def preferredFormat(self) -> FakeFormat:
        return self._format

    def isFormatSupported(self, wanted: FakeFormat) -> bool:
        return vars(wanted) == vars(self._format)


class FakeSink(QObject):
    """Like QAudioSink in push mode.

    Attributes:
        started: when it was started last; None while it is stopped.
        lag: seconds that it takes to begin.
        drift: how much faster it runs than its clock says, as a share.
        volumes: every volume that was set.
    """

    lag = 0.0
    drift = 0.0

    def __init__(self, now: Now, device: FakeDevice, form: FakeFormat, parent: QObject) -> None:
        super().__init__(parent)
        self.device = device
        self._now = now
        self._rate = form.sampleRate()
        self._channels = form.channelCount()
        kinds = {SampleFormat.Int16: np.int16, SampleFormat.Int32: np.int32}
        self._type: Any = kinds.get(form.sampleFormat(), np.float32)
        self._frame_bytes = self._channels * np.dtype(self._type).itemsize
        self._size = 0
        self._waiting = b""
        self._played: list[bytes] = []
        self._count = 0
        self._dead = False
        self.started: float | None = None
        self.volumes: list[float] = []

    def setBufferSize(self, size: int) -> None:
        self._size = size

    def bufferSize(self) -> int:
        return self._size

    def setVolume(self, volume: float) -> None:
        self.volumes.append(volume)

    def start(self) -> "FakeSink | None":
        if self.started is not None:
            raise AssertionError("started twice")
        if self._dead:
            return None
        self.started = self._now()
        self._played, self._count, self._waiting = [], 0, b""
        return self

    def reset(self) -> None:
        self._run()
        self.started = None
        self._waiting = b""

    def die(self) -> None:
        """End by itself, as when the device is unplugged."""
        self._run()
        self._dead = True

    def state(self) -> State:
        if self.started is None or self._dead:
            return State.StoppedState
        return State.ActiveState if self._waiting else State.IdleState

    def bytesFree(self) -> int:
        self._run()
        return self._size - len(self._waiting)

    def write(self, data: bytes) -> int:
        self._run()
        if len(data) > self._size - len(self._waiting):
            raise AssertionError("more than there is room for")
        self._waiting += data
        return len(data)

    def _run(self) -> None:
        """Play what is due."""
        if self.started is None or self._dead:
            return
        running = max(0.0, self._now() - self.started - self.lag)
        due = round(running * (1 + self.drift) * self._rate) - self._count
        if due <= 0:
            return
        taken = self._waiting[: due * self._frame_bytes]
        self._waiting = self._waiting[len(taken) :]
        self._played.append(taken + bytes(due * self._frame_bytes - len(taken)))
        self._count += due

    def played(self) -> NDArray[np.float64]:
        """All since the last start: samples × channels, from -1 to 1."""
        self._run()
        samples = np.frombuffer(b"".join(self._played), self._type).astype(np.float64)
        full = 1.0 if self._type is np.float32 else -float(np.iinfo(self._type).min)
        return samples.reshape(-1, self._channels) / full


class FakeMultimedia:
    """Like the module PySide6.QtMultimedia, with one default device that can be changed."""

    def __init__(self, now: Now, device: FakeDevice | None = None) -> None:
        self.device = device or FakeDevice()
        self.sinks: list[FakeSink] = []
        self.lag = self.drift = 0.0
        house = self

        class Devices(QObject):
            audioOutputsChanged = Signal()

            def __init__(self, parent: QObject | None = None) -> None:
                super().__init__(parent)
                house.devices = self

            @staticmethod
            def defaultAudioOutput() -> FakeDevice:
                return house.device

        def sink(device: FakeDevice, form: FakeFormat, parent: QObject) -> FakeSink:
            made = FakeSink(now, device, form, parent)
            made.lag, made.drift = house.lag, house.drift
            house.sinks.append(made)
            return made

        self.devices: Devices | None = None
        self.module: Any = SimpleNamespace(
            QMediaDevices=Devices, QAudioSink=sink, QAudioFormat=FakeFormat
        )

    @property
    def sink(self) -> FakeSink:
        """The sink that was made last."""
        return self.sinks[-1]

    def plug(self, device: FakeDevice | None) -> None:
        """Have another default device, or none."""
        self.device = device or FakeDevice("")
        assert self.devices is not None
        self.devices.audioOutputsChanged.emit()
