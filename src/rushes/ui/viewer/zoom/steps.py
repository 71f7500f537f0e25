"""The scales that zooming stops at; a scale is screen pixels for each pixel of the picture."""

SCALES = (
    0.0625, 0.125, 0.25, 1 / 3, 0.5, 2 / 3,
    1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0,
)  # fmt: skip
"""What steps stop at, besides the scale at which the picture fits."""

LARGEST_SCALE = SCALES[-1]
_SMALLEST_SCALE = 1 / 64
_SHARP_FROM = 2.0
_ALIKE = 1.001
"""Scales whose quotient is smaller are one and the same to the eye."""


def allowed_scale(scale: float) -> float:
    """The nearest scale that pictures are painted at.

    From 200 % on it is a whole number, so that every pixel of the picture is as large as the next.
    """
    scale = min(max(scale, _SMALLEST_SCALE), LARGEST_SCALE)
    return float(round(scale)) if scale > _SHARP_FROM else scale


def stepped_scale(scale: float | None, fit: float, steps: int) -> float | None:
    """The scale after some steps in, or out where `steps` is negative.

    None stands for the fitted picture, whose scale is `fit`. Steps out end where the whole
    picture is seen at no more than its own size.
    """
    for _ in range(abs(steps)):
        scale = _next_scale(scale, fit, 1 if steps > 0 else -1)
    return scale


def _next_scale(scale: float | None, fit: float, direction: int) -> float | None:
    present = fit if scale is None else scale
    lowest = min(fit, 1.0)
    stops = [stop for stop in SCALES if stop > lowest / _ALIKE and not _is_alike(stop, fit)]
    if direction < 0 or fit <= 1:
        # On the way in it would move what is under the pointer: it lies in the middle.
        stops.append(fit)
    ways = [stop for stop in stops if _lies_beyond(stop, present, direction)]
    if ways:
        found = min(ways) if direction > 0 else max(ways)
        return None if found == fit else found
    # A picture may be smaller than it fits: a larger one was looked at before.
    return None if direction < 0 and _lies_beyond(present, lowest, -1) else scale


def _lies_beyond(stop: float, present: float, direction: int) -> bool:
    return stop > present * _ALIKE if direction > 0 else stop < present / _ALIKE


def _is_alike(first: float, second: float) -> bool:
    return max(first, second) < min(first, second) * _ALIKE
