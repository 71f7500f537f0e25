"""Frames arrive from the playhead outward, within the budget, whatever the playhead does."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from rushes.domain.errors import MediaError, MediaTooLarge, MediaUnreadable
from rushes.media.cache_budget import CacheBudget
from rushes.media.decode_limits import DEFAULT_LIMITS, DecodeLimits
from rushes.media.frame import Frame
from rushes.media.frame_cache import FrameCache
from rushes.media.play_order import LoopKind, Wanted
from tests.media.clips import read_number, write_clip

if TYPE_CHECKING:
    from rushes.domain.media_facts import MediaFacts
    from rushes.media.frame_times import FrameTimes

PATIENCE = 20.0


class Watched:
    """A cache whose announcements are written down."""

    def __init__(
        self, path: Path, budget: CacheBudget, limits: DecodeLimits = DEFAULT_LIMITS
    ) -> None:
        self.news = threading.Condition()
        self.opened: list[tuple[MediaFacts, FrameTimes]] = []
        self.arrived: list[tuple[int, int]] = []
        self.errors: list[MediaError] = []
        self.most_used = 0
        self.on_arrival: dict[int, Callable[[], object]] = {}
        self.budget = budget
        self.cache = FrameCache(
            path,
            budget,
            limits=limits,
            on_opened=lambda facts, times: self.note(self.opened, (facts, times)),
            on_frame=self.on_frame,
            on_error=lambda error: self.note(self.errors, error),
        )
        self.cache.start()

    def on_frame(self, generation: int, index: int) -> None:
        self.most_used = max(self.most_used, self.budget.used_bytes)
        self.on_arrival.pop(index, lambda: None)()
        self.note(self.arrived, (generation, index))

    def note(self, where: list[Any], what: object) -> None:
        with self.news:
            where.append(what)
            self.news.notify_all()

    def wait_for(self, condition: Callable[[], object]) -> None:
        with self.news:
            assert self.news.wait_for(condition, PATIENCE)

    def wait_for_frame(self, index: int) -> Frame:
        self.wait_for(lambda: self.cache.get(index))
        frame = self.cache.get(index)
        assert frame is not None
        return frame

    def settle(self) -> None:
        """Wait until nothing more arrives."""
        before = -1
        while before != len(self.arrived):
            before = len(self.arrived)
            time.sleep(0.05)


@contextmanager
def watching(
    path: Path, budget: CacheBudget, limits: DecodeLimits = DEFAULT_LIMITS
) -> Iterator[Watched]:
    watched = Watched(path, budget, limits)
    try:
        yield watched
    finally:
        watched.cache.close()
        assert watched.cache.join(PATIENCE)


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """120 frames with a key frame at every 30th."""
    options = {"g": "30", "bf": "2", "sc_threshold": "0"}
    return write_clip(tmp_path_factory.mktemp("cache") / "clip.mp4", frames=120, options=options)


@pytest.fixture(scope="module")
def one_group(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """120 frames with one key frame, the first."""
    options = {"g": "500", "sc_threshold": "0"}
    return write_clip(tmp_path_factory.mktemp("cache") / "clip.mp4", frames=120, options=options)


@pytest.fixture(scope="module")
def frame_bytes(clip: Path) -> int:
    with watching(clip, CacheBudget()) as watched:
        return watched.wait_for_frame(0).nbytes


def test_a_clip_that_fits_is_held_whole(clip: Path) -> None:
    budget = CacheBudget()
    with watching(clip, budget) as watched:
        watched.wait_for(lambda: len(watched.arrived) == 120)
        facts, times = watched.opened[0]
        assert facts.frames == times.frames == 120
        for index in range(120):
            frame = watched.wait_for_frame(index)
            assert read_number(frame.planes()[0]) == index + 1
        assert budget.used_bytes == 120 * frame.nbytes
        # Nothing is decoded again, wherever the playhead goes.
        for index in (50, 119, 0):
            watched.cache.request(Wanted(index, -1, 0, 120))
        watched.settle()
        assert len(watched.arrived) == 120
    assert budget.used_bytes == 0


def test_frames_come_from_the_playhead_outward(clip: Path) -> None:
    with watching(clip, CacheBudget()) as watched:
        generation = watched.cache.request(Wanted(70, 1, 0, 120))
        watched.wait_for(lambda: len(watched.arrived) == 120)
        after = [index for number, index in watched.arrived if number == generation]
        assert after[after.index(70) :][:10] == list(range(70, 80))
        # Three ahead for one behind; the two sides meet on the other side of the seam.
        assert after.index(85) < after.index(59)
        assert after.index(119) < after.index(20)


def test_a_playhead_that_moves_away_does_not_wait_for_the_way_to_where_it_was(
    clip: Path,
) -> None:
    with watching(clip, CacheBudget()) as watched:
        watched.on_arrival = {
            90: lambda: watched.cache.request(Wanted(5, 1, 0, 120)),
        }
        watched.cache.request(Wanted(119, 1, 0, 120))
        watched.wait_for(lambda: len(watched.arrived) == 120)
        order = [index for _, index in watched.arrived]
        assert order.index(90) < order.index(5) < order.index(119)


@pytest.mark.parametrize("loop", LoopKind)
@pytest.mark.parametrize("direction", [1, -1])
@pytest.mark.parametrize("groups", ["clip", "one_group"])
def test_a_clip_that_does_not_fit_plays_exactly(
    loop: LoopKind,
    direction: int,
    groups: str,
    frame_bytes: int,
    request: pytest.FixtureRequest,
) -> None:
    path = request.getfixturevalue(groups)
    budget = CacheBudget(20 * frame_bytes)
    with watching(path, budget) as watched:
        index, first, stop = 60, 40, 80
        for _ in range(90):
            watched.cache.request(Wanted(index, direction, first, stop, loop))
            frame = watched.wait_for_frame(index)
            assert read_number(frame.planes()[0]) == index + 1
            index += direction
            if not first <= index < stop:
                if loop is LoopKind.LOOP:
                    index = first if direction > 0 else stop - 1
                else:
                    direction = -direction
                    index += 2 * direction
        assert watched.most_used <= budget.total_bytes
        # Each frame is shown up to three times; what is decoded must be of that order.
        assert len(watched.arrived) < 400


def test_backwards_through_one_long_group_decodes_many_frames_at_a_time(
    one_group: Path, frame_bytes: int
) -> None:
    with watching(one_group, CacheBudget(20 * frame_bytes)) as watched:
        for index in range(119, -1, -1):
            watched.cache.request(Wanted(index, -1, 0, 120, LoopKind.ONCE))
            watched.wait_for_frame(index)
            time.sleep(0.005)
        order = [index for _, index in watched.arrived if index]
        starts = sum(here < before for before, here in pairwise(order))
        assert starts < 30, "a new start for nearly every frame"


def test_random_places_of_a_clip_that_does_not_fit(clip: Path, frame_bytes: int) -> None:
    chance = random.Random(4)
    with watching(clip, CacheBudget(10 * frame_bytes)) as watched:
        for _ in range(60):
            index = chance.randrange(120)
            direction = chance.choice((1, -1))
            loop = chance.choice(list(LoopKind))
            watched.cache.request(Wanted(index, direction, 0, 120, loop))
            if chance.random() < 0.7:
                assert read_number(watched.wait_for_frame(index).planes()[0]) == index + 1


def test_the_budget_may_be_smaller_than_a_frame(clip: Path) -> None:
    with watching(clip, CacheBudget(1)) as watched:
        for index in (5, 6, 100, 99):
            watched.cache.request(Wanted(index, 1, 0, 120))
            watched.wait_for_frame(index)
            held = [other for other in range(120) if watched.cache.get(other)]
            assert held == [index]


def test_two_clips_share_one_budget(clip: Path, one_group: Path, frame_bytes: int) -> None:
    budget = CacheBudget(60 * frame_bytes)
    with watching(clip, budget) as left:
        left.wait_for(lambda: len(left.arrived) >= 60)
        left.settle()
        with watching(one_group, budget) as right:
            right.wait_for(lambda: len(right.arrived) >= 29)
            right.settle()
            assert budget.used_bytes <= budget.total_bytes
            held = sum(right.cache.get(index) is not None for index in range(120))
            assert 25 <= held <= 31
            for index in (110, 20, 60):
                for watched in (left, right):
                    watched.cache.request(Wanted(index, 1, 0, 120))
                    assert watched.wait_for_frame(index).index == index
            assert left.most_used <= budget.total_bytes
            assert right.most_used <= budget.total_bytes
        left.wait_for(lambda: budget.used_bytes > 55 * frame_bytes)


def test_a_smaller_budget_is_obeyed_at_once(clip: Path, frame_bytes: int) -> None:
    budget = CacheBudget()
    with watching(clip, budget) as watched:
        watched.wait_for(lambda: len(watched.arrived) == 120)
        watched.cache.request(Wanted(60, 1, 0, 120))
        budget.total_bytes = 10 * frame_bytes
        end = time.monotonic() + PATIENCE
        while budget.used_bytes > budget.total_bytes and time.monotonic() < end:
            time.sleep(0.01)
        held = [index for index in range(120) if watched.cache.get(index)]
        assert 60 in held
        assert len(held) <= 10


def test_the_same_wish_keeps_its_generation(clip: Path) -> None:
    with watching(clip, CacheBudget()) as watched:
        first = watched.cache.request(Wanted(3, 1, 0, 120))
        assert watched.cache.request(Wanted(3, 1, 0, 120)) == first
        assert watched.cache.request(Wanted(4, 1, 0, 120)) == first + 1


def test_errors_are_told_as_values(tmp_path: Path) -> None:
    for path, limits, kind in (
        (tmp_path / "gone.mp4", DEFAULT_LIMITS, MediaUnreadable),
        (write_clip(tmp_path / "long.mp4"), DecodeLimits(max_frames=3), MediaTooLarge),
    ):
        with watching(path, CacheBudget(), limits) as watched:
            watched.wait_for(lambda: watched.errors)
            assert isinstance(watched.errors[0], kind)
            assert not watched.opened


def test_a_damaged_frame_is_told_and_the_others_come(tmp_path: Path) -> None:
    path = write_clip(
        tmp_path / "clip.mov", frames=30, codec="prores_ks", pixel_format="yuv422p10le"
    )
    data = bytearray(path.read_bytes())
    # Every ProRes frame begins with "icpf"; without it the decoder refuses the frame.
    at = -1
    for _ in range(11):
        at = data.index(b"icpf", at + 1)
    data[at : at + 4] = b"oops"
    path.write_bytes(data)
    with watching(path, CacheBudget()) as watched:
        watched.wait_for(lambda: len(watched.arrived) == 29)
        assert [index for index in range(30) if watched.cache.is_missing(index)] == [10]
        assert len(watched.errors) == 1
        assert "frame 11" in watched.errors[0].detail


def is_open_here(path: Path) -> bool:
    return any(Path(file.path) == path for file in psutil.Process().open_files())


def test_a_clip_that_is_held_whole_gives_its_file_free(clip: Path, frame_bytes: int) -> None:
    budget = CacheBudget()
    with watching(clip, budget) as watched:
        watched.wait_for(lambda: len(watched.arrived) == 120)
        assert is_open_here(clip)
        end = time.monotonic() + PATIENCE
        while is_open_here(clip) and time.monotonic() < end:
            time.sleep(0.05)
        assert not is_open_here(clip)
        # What is given up for want of room comes again.
        budget.total_bytes = 10 * frame_bytes
        for index in (100, 30):
            watched.cache.request(Wanted(index, 1, 0, 120))
            assert read_number(watched.wait_for_frame(index).planes()[0]) == index + 1
        assert not watched.errors


def test_closing_is_prompt_at_any_moment(clip: Path) -> None:
    budget = CacheBudget()
    for wait in (0.0, 0.0, 0.005, 0.02, 0.1):
        watched = Watched(clip, budget)
        time.sleep(wait)
        began = time.monotonic()
        watched.cache.close()
        assert time.monotonic() - began < 0.1
        assert watched.cache.join(2.0)
        assert watched.cache.get(0) is None
    assert budget.used_bytes == 0
