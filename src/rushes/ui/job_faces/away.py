"""What keeps the service from being asked: the network, or the service itself."""

from enum import Enum

from rushes.engine.events import Reach
from rushes.ui.job_faces.circumstances import Circumstances


class Away(Enum):
    """What is away."""

    NETWORK = "network"
    SERVICE = "service"


def what_is_away(circumstances: Circumstances) -> Away | None:
    """Return what is away at present; None while the service answers, or was not tried yet."""
    if circumstances.reach is not Reach.OFFLINE:
        return None
    return Away.SERVICE if circumstances.has_service_trouble else Away.NETWORK
