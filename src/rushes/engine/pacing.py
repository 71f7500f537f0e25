"""When to ask again: pure arithmetic on seconds, with the randomness passed in."""

import random

FIRST = 2.0
"""Seconds before the first look at a new job."""

LONGEST = 30.0
"""Seconds between two looks at a job at the most."""

_GROWTH = 1.25
_HEAD_OF_QUEUE = 2
_LONGEST_AT_HEAD = 6.0
_BACKOFF_FIRST = 2.0
_BACKOFF_LONGEST = 120.0
_TOKEN_FIRST = 60.0
_TOKEN_LONGEST = 600.0
_RESTART_FIRST = 1.0
_RESTART_LONGEST = 60.0
_RECONNECT_FIRST = 1.0
_RECONNECT_LONGEST = 6.0


def poll_delay(looks: int, queue_position: int | None, chance: random.Random) -> float:
    """Return seconds until the next look at a job.

    Args:
        looks: looks since the job's state last changed, from 0.
        queue_position: its place in the service's queue, if told.
        chance: source of the jitter (a fifth both ways), which keeps many jobs from one moment.
    """
    longest = LONGEST
    if queue_position is not None and queue_position <= _HEAD_OF_QUEUE:
        longest = _LONGEST_AT_HEAD
    delay = min(longest, FIRST * _GROWTH ** min(looks, 40))
    return delay * chance.uniform(0.8, 1.2)


def backoff_delay(failures: int, retry_after: float | None, chance: random.Random) -> float:
    """Return seconds to leave a troubled service alone.

    Args:
        failures: failures in a row, from 1.
        retry_after: what the service itself asked for; never undercut.
        chance: source of the jitter.
    """
    delay = min(_BACKOFF_LONGEST, _BACKOFF_FIRST * 2.0 ** min(failures - 1, 10))
    return max(delay * chance.uniform(0.5, 1.0), retry_after or 0.0)


def reconnect_delay(failures: int, chance: random.Random) -> float:
    """Return seconds until the next try to reach a service that did not hear the last one.

    It costs the service nothing, so it stays short: with the repeats of a connection that is
    just being opened, a network that came back is noticed within 10 seconds.

    Args:
        failures: failures in a row, from 1.
        chance: source of the jitter.
    """
    delay = min(_RECONNECT_LONGEST, _RECONNECT_FIRST * 2.0 ** min(failures - 1, 10))
    return delay * chance.uniform(0.5, 1.0)


def token_delay(failures: int, chance: random.Random) -> float:
    """Return seconds until a token that was refused is tried again with a question.

    Args:
        failures: refusals in a row, from 1.
        chance: source of the jitter.
    """
    delay = min(_TOKEN_LONGEST, _TOKEN_FIRST * 2.0 ** min(failures - 1, 10))
    return delay * chance.uniform(0.8, 1.2)


def restart_delay(times: int) -> float:
    """Return seconds to leave work of our own alone that a bug broke off.

    Args:
        times: how often in a row it did, from 1.
    """
    return min(_RESTART_LONGEST, _RESTART_FIRST * 2.0 ** min(times - 1, 10))
