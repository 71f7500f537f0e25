"""Loads PyAV as a whole, once, for whichever thread needs it first.

Its parts import each other. Two threads that begin with different parts at the same moment wait for
each other's module; Python then makes one of them fail. So each that may be the first comes here.
"""

import threading

_one_at_a_time = threading.Lock()


def load_libav() -> None:
    """Have all of PyAV imported when this returns; takes 40 to 100 ms the first time."""
    with _one_at_a_time:
        import av
        import av.video.reformatter  # noqa: F401
