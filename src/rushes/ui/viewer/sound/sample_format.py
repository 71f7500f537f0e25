"""The form in which a sound device takes samples."""

from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any

from rushes.media.sound import SOUND_RATE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FULL_SCALE = {"Int16": 1 << 15, "Int32": 1 << 31}


@dataclass(frozen=True, slots=True)
class SampleFormat:
    """Attributes:
    name: ``Int16``, ``Int32`` or ``Float``.
    rate: samples a second.
    channels: how many; the first two are left and right, one is both.
    """

    name: str
    rate: int
    channels: int

    @property
    def sample_bytes(self) -> int:
        """Bytes of one sample of all channels."""
        return self.channels * (2 if self.name == "Int16" else 4)

    def pack(self, samples: "NDArray[np.float32]") -> bytes:
        """*samples* × (left, right), from -1 to 1, as the device takes them."""
        import numpy as np

        if self.channels == 1:
            samples = samples.mean(axis=1, keepdims=True)
        elif self.channels > 2:
            rest = np.zeros((len(samples), self.channels - 2), np.float32)
            samples = np.concatenate([samples, rest], axis=1)
        full = _FULL_SCALE.get(self.name)
        if full is None:
            return samples.astype(np.float32).tobytes()
        whole = np.rint(samples.astype(np.float64) * full).clip(-full, full - 1)
        return whole.astype(np.int16 if self.name == "Int16" else np.int32).tobytes()


def choose_format(multimedia: ModuleType, device: Any) -> tuple[SampleFormat, Any] | None:
    """The best form that *device* takes, with Qt's object for it; None if it takes none of ours."""
    preferred = device.preferredFormat()
    kind = multimedia.QAudioFormat.SampleFormat
    forms = [
        SampleFormat(name, rate, channels)
        for rate in (SOUND_RATE, preferred.sampleRate())
        for channels in (2, preferred.channelCount())
        for name in ("Int16", "Float", "Int32")
    ]
    for form in forms:
        wanted = multimedia.QAudioFormat()
        wanted.setSampleRate(form.rate)
        wanted.setChannelCount(form.channels)
        wanted.setSampleFormat(kind[form.name])
        if device.isFormatSupported(wanted):
            return form, wanted
    return None
