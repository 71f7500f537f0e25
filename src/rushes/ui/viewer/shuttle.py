"""The speeds that J and L go through, as editing programs have them."""

SHUTTLE_SPEEDS = (1.0, 2.0, 4.0)
"""Shares of the clip's own rate; always from the first, whatever speed plain playing has."""


def shuttle_speed(running: float, direction: int) -> float:
    """The speed after another press of L (`direction` 1) or J (-1).

    `running` is the present speed, negative backwards, 0 while it stands. The key of the way that
    it plays makes it faster; the other slows it down step by step and turns it round from 1×.
    """
    pace = abs(running)
    if running * direction > 0:
        faster = next((speed for speed in SHUTTLE_SPEEDS if speed > pace), SHUTTLE_SPEEDS[-1])
        return direction * faster
    slower = next((speed for speed in reversed(SHUTTLE_SPEEDS) if speed < pace), None)
    if slower is None:
        return direction * SHUTTLE_SPEEDS[0]
    return -direction * slower
