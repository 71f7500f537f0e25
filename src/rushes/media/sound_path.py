"""Which place of a clip each sample of the output belongs to, told by the pictures' clock."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil

from rushes.media.playback_clock import Reading

_ON_THE_LINE = 1e-5
"""Seconds by which the clock may differ from a straight run: less than a sample."""


@dataclass(frozen=True, slots=True)
class Run:
    """Samples in a row whose places in the clip are evenly apart.

    Attributes:
        samples: how many.
        position: seconds of the clip at the first.
        step: seconds of the clip from one to the next; negative runs backwards, 0 is silence.
    """

    samples: int
    position: float
    step: float


def silence(samples: int) -> Run:
    """So many samples without sound."""
    return Run(samples, 0.0, 0.0)


def runs_of_clock(
    peek: Callable[[float], Reading], speed: float, at: float, spacing: float, samples: int
) -> Iterator[Run]:
    """Follow a clock for so many samples, across the seams of its loop.

    *peek* tells what the clock will show at a time, *speed* is how fast it runs, *at* the time of
    the first sample and *spacing* the seconds between two.
    """
    done = 0
    while done < samples:
        begin = at + done * spacing
        first = peek(begin)
        if not first.playing:
            yield silence(samples - done)
            return
        velocity = first.direction * abs(speed)

        def goes_on(
            sample: int, first: Reading = first, begin: float = begin, velocity: float = velocity
        ) -> bool:
            time = at + sample * spacing
            there = peek(time)
            straight = first.position + velocity * (time - begin)
            return (
                there.playing
                and there.direction == first.direction
                and abs(there.position - straight) < _ON_THE_LINE
            )

        last, behind = done, samples
        if goes_on(samples - 1):
            last = samples - 1
        while behind - last > 1:
            middle = (last + behind) // 2
            if goes_on(middle):
                last = middle
            else:
                behind = middle
        yield Run(last + 1 - done, first.position, velocity * spacing)
        done = last + 1


def within(run: Run, end: float) -> Iterator[Run]:
    """A run with silence in place of what lies before second 0 or from second *end* on."""
    if run.step == 0 or run.samples == 0:
        yield run
        return
    # The places of the samples at which the clip is entered and left, whichever way it runs.
    bounds = sorted(((0.0 - run.position) / run.step, (end - run.position) / run.step))
    first, stop = (min(max(bound, 0.0), float(run.samples)) for bound in bounds)
    entered, left = ceil(first), ceil(stop)
    yield silence(entered)
    yield Run(left - entered, run.position + entered * run.step, run.step)
    yield silence(run.samples - left)
