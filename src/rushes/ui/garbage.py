"""When Python looks for garbage: not while the window is made, and seldom through all there is.

Looking through everything takes tens of milliseconds, in whichever thread it begins, and the
window stands still for as long.
"""

import gc

_THRESHOLDS = (700, 10, 100)
"""Objects before the youngest are looked through; how often those before the next; and those
before all. Python's own last number is 10."""


def spare_the_start() -> None:
    """Look for none from now on: hardly anything that a start makes is garbage."""
    gc.disable()


def end_of_start() -> None:
    """Look again, but no more at what is here now: it stays to the end.

    Does nothing where the start was not spared, or is over.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*_THRESHOLDS)
        gc.enable()
