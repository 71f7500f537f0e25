"""How long sound is under way from Qt's buffer to the ear."""

import os
import sys

_PULSE_MILLISECONDS = 60
_PULSE_SHARE = 0.75
"""Measured: so much of what is asked for lies in the server, the rest in Qt's thread."""

_USUAL_SECONDS = 0.02
"""Two periods of 10 ms, as Windows and macOS have them."""


def settle_latency() -> float:
    """Have the system keep enough sound for an even flow; returns the seconds that it takes.

    Once for the process, before anything of sound is loaded, and early: it may set a variable of
    the environment, which other threads should not be reading.
    """
    if sys.platform != "linux":
        return _USUAL_SECONDS
    # WORKAROUND Qt 6.11: it lets PulseAudio keep 1,024 samples for a stream, whatever size is
    # asked of the sink, and on a busy machine these 21 ms run out many times a minute. libpulse
    # itself takes this variable instead of what Qt says (and PipeWire speaks the same protocol).
    asked = os.environ.setdefault("PULSE_LATENCY_MSEC", str(_PULSE_MILLISECONDS))
    milliseconds = int(asked) if asked.isdecimal() else _PULSE_MILLISECONDS
    return milliseconds / 1000 * _PULSE_SHARE
