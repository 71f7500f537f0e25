"""How the sound of a clip stands."""

from enum import Enum


class SoundState(Enum):
    """What can be heard of the clip that is open."""

    NONE = "none"
    """There is no clip, or it has no sound."""

    LOADING = "loading"
    """The sound is being read, or the device is looked for."""

    READY = "ready"
    """It is heard while the clip plays."""

    NO_DEVICE = "no_device"
    """There is nothing to play it on; the clip plays silently."""

    BROKEN = "broken"
    """It cannot be read; the clip plays silently."""
