"""Where in a clip's own sound the moments of a clock lie that several clips share."""

from dataclasses import dataclass

from rushes.media.compare_times import ClipPlaces, Lock
from rushes.media.frame_times import FrameTimes

_APART = 0.005
"""Seconds by which sound may miss a frame's start before it is no longer that frame's."""


@dataclass(frozen=True, slots=True)
class SoundPlace:
    """Where the sound of a clip lies on a clock: second 0 of the clock is second `offset` of it.

    Attributes:
        offset: seconds of the clip at the clock's beginning; negative where it begins later.
        pace: seconds of the clip for each second of the clock.
        end: seconds of the clip from which on there is no picture, and no sound.
    """

    offset: float = 0.0
    pace: float = 1.0
    end: float = float("inf")


WHOLE_CLIP = SoundPlace()
"""The clock is the clip's own."""


def sound_place(
    clip: FrameTimes, places: ClipPlaces, clock: FrameTimes, lock: Lock
) -> SoundPlace | None:
    """Where the sound of *clip* lies on *clock*, among whose moments its frames lie at *places*.

    None where no even pace keeps sound and frames together, as for a clip of uneven frames that
    is locked by frame to another one.
    """
    begin = clock.start_of(places.begins)
    last = clip.frames - 1
    pace = 1.0
    if lock is Lock.FRAME:
        running = clock.start_of(places.begins + last) - begin
        if last > 0 and running > 0:
            pace = clip.start_of(last) / running
        starts = (clock.start_of(places.begins + index) - begin for index in range(clip.frames))
        misses = zip(clip.starts, starts, strict=True)
        if any(abs(own - there * pace) > _APART for own, there in misses):
            return None
        if abs(pace - 1) < _APART / max(clip.end, 1.0):
            pace = 1.0
    return SoundPlace(-begin * pace, pace, clip.end)
