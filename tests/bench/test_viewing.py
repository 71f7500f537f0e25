"""What is made of the frames that were seen."""

from tests.bench.viewing import Shown, together_figures

RATE = 24.0
FRAMES = 10


def seen(seconds: float, *, ahead: int = 0, without: frozenset[int] = frozenset()) -> Shown:
    """The frames of a loop, each when it is due; some of them are left out."""
    count = round(seconds * RATE)
    return [(n / RATE, (n + ahead) % FRAMES) for n in range(count) if n not in without]


def test_clips_that_run_together_are_not_apart() -> None:
    found = together_figures([seen(4.0)] * 4, FRAMES, RATE, 4.0)
    assert found == {"frames dropped": 0, "frames shown": 4 * 96, "frames apart": 0}


def test_clips_are_apart_across_the_seam_too() -> None:
    found = together_figures([seen(4.0), seen(4.0, ahead=3), seen(4.0, ahead=9)], FRAMES, RATE, 4.0)
    assert found["frames apart"] == 4


def test_frames_dropped_are_those_of_all_clips() -> None:
    gaps = seen(4.0, without=frozenset({20, 21, 50}))
    found = together_figures([seen(4.0), gaps], FRAMES, RATE, 4.0)
    assert found["frames dropped"] == 3
