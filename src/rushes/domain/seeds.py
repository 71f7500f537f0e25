"""Seeds: always chosen here and sent, so that a job can be repeated and recognised."""

import secrets

from rushes.domain.model_spec import InputField

DEFAULT_MAXIMUM = 2**31 - 1
"""Where a schema names no upper bound: what every model seen accepts."""


def seed_bounds(field: InputField) -> tuple[int, int]:
    """Return the smallest and largest seed to draw for a field.

    Negative seeds ask the service to draw its own (many schemas default to -1), so none is drawn.
    """
    low = max(0, int(field.minimum)) if field.minimum is not None else 0
    high = int(field.maximum) if field.maximum is not None else DEFAULT_MAXIMUM
    high = min(high, DEFAULT_MAXIMUM)
    return (low, max(low, high))


def draw_seed(field: InputField) -> int:
    """Draw a seed at random within the field's bounds, never 0 where another is allowed.

    Zero is left out because several models take it for "draw one".
    """
    low, high = seed_bounds(field)
    low = max(low, 1) if high >= 1 else low
    return low + secrets.randbelow(high - low + 1)
