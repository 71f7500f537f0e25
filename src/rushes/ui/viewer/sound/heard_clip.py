"""The one clip that is heard of several."""

from dataclasses import dataclass
from pathlib import Path

from rushes.media.compare_sound import SoundPlace


@dataclass(frozen=True, slots=True)
class HeardClip:
    """A clip with sound.

    Attributes:
        path: its file.
        place: where its sound lies on the clock.
    """

    path: Path
    place: SoundPlace
