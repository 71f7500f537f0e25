"""Decoded frames of one clip, held within a budget and fetched from the playhead outward."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from rushes.domain.errors import MediaError, MediaUnreadable
from rushes.domain.media_facts import MediaFacts
from rushes.media.cache_budget import CacheBudget
from rushes.media.decode_limits import DEFAULT_LIMITS, DecodeLimits
from rushes.media.fetch_plan import FetchPlan
from rushes.media.frame import Frame
from rushes.media.frame_source import FrameSource
from rushes.media.frame_times import FrameTimes
from rushes.media.play_order import Wanted

_log = logging.getLogger(__name__)

_REST_AFTER = 1.0
"""Seconds after which the decoder's own threads are surely done with what they were given."""


class FrameCache:
    """Frames of one clip, decoded by a thread of its own.

    All methods but `join` may be called from any thread and return at once. The callbacks come
    from the decoding thread: they must return soon, and must not call `join`. After `close` has
    returned none begins any more, though one that had begun may still be under way.

    Args:
        path: the clip.
        budget: the allowance that this cache shares with others.
        limits: what is too large to open.
        on_opened: the facts of the clip and the times of its frames; comes first, and once.
        on_frame: (generation, index): a frame has arrived; the generation is that of the
            `request` for which it was fetched, so that answers to older ones can be dropped.
        on_error: the clip cannot be opened or read on, or frames of it are damaged. What is held
            already stays.
    """

    def __init__(
        self,
        path: Path,
        budget: CacheBudget,
        *,
        limits: DecodeLimits = DEFAULT_LIMITS,
        on_opened: Callable[[MediaFacts, FrameTimes], None],
        on_frame: Callable[[int, int], None],
        on_error: Callable[[MediaError], None],
    ) -> None:
        self._path = path
        self._limits = limits
        self._on_opened, self._on_frame, self._on_error = on_opened, on_frame, on_error
        # Written by the decoding thread alone; single look-ups from others need no lock.
        self._frames: dict[int, Frame] = {}
        self._missing: set[int] = set()
        self._has_given_up = False
        # Guarded by the condition.
        self._changed = threading.Condition()
        self._wanted: tuple[int, Wanted] = (0, Wanted(0, 1, 0, 1 << 62))
        self._share_changed = False
        self._closing = False
        # The decoding thread's own.
        self._frame_bytes = 1
        self._share = budget.join(self._on_share_changed)
        # A thread that nobody closed must not keep the program from ending.
        self._thread = threading.Thread(target=self._work, name=f"decode {path.name}", daemon=True)

    def start(self) -> None:
        """Begin to open the clip; once."""
        self._thread.start()

    def request(self, wanted: Wanted) -> int:
        """Move the playhead; returns the generation of this wish."""
        with self._changed:
            generation, before = self._wanted
            if wanted != before:
                generation += 1
                self._wanted = generation, wanted
                self._changed.notify_all()
        return generation

    def get(self, index: int) -> Frame | None:
        """Frame *index*, or None while it is not here."""
        return self._frames.get(index)

    def is_missing(self, index: int) -> bool:
        """Whether frame *index* will never come: it is damaged, or nothing can be read any more."""
        return index in self._missing or (self._has_given_up and index not in self._frames)

    def close(self) -> None:
        """Tell the thread to end; it closes the file and gives the memory back."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()

    def join(self, timeout: float | None = None) -> bool:
        """Wait until the thread has ended, *timeout* seconds at most; not for the GUI thread."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _on_share_changed(self) -> None:
        with self._changed:
            self._share_changed = True
            self._changed.notify_all()

    # What follows runs on the decoding thread.

    def _work(self) -> None:
        try:
            with FrameSource(self._path, self._limits) as source:
                self._open(source)
                self._serve(source)
        except MediaError as error:
            self._has_given_up = True
            self._report(error)
        except Exception as error:
            _log.exception("decoding %s", self._path.name)
            self._has_given_up = True
            self._report(MediaUnreadable(f"{self._path.name}: {error!r}"))
        self._wait_for_close()
        self._frames.clear()
        self._share.leave()

    def _open(self, source: FrameSource) -> None:
        first = source.first_frame
        self._see_size(first, len(source))
        if not self._closing:
            self._on_opened(source.facts, source.times)
        plan = self._plan(len(source))
        if plan.wants(0):
            self._keep(plan, first)

    def _see_size(self, frame: Frame, frames: int) -> None:
        if frame.nbytes > self._frame_bytes:
            self._frame_bytes = frame.nbytes
            self._share.set_need(self._frame_bytes * frames)

    def _plan(self, frames: int) -> FetchPlan:
        with self._changed:
            self._share_changed = False
            generation, wanted = self._wanted
        capacity = self._share.allowance // self._frame_bytes
        return FetchPlan(wanted.within(frames), generation, frames, capacity)

    def _serve(self, source: FrameSource) -> None:
        """Fetch frame after frame, looking at the wish anew before each."""
        plan = self._plan(len(source))
        run = range(0)
        while not self._closing:
            if self._share_changed or plan.generation != self._wanted[0]:
                plan = self._plan(len(source))
                self._shrink(plan)
                run = self._still_right(plan, run)
            if not run:
                run = self._next_run(plan, source)
            if run:
                run, plan = self._fetch(plan, source, run)
            else:
                self._wait(plan, source)

    def _still_right(self, plan: FetchPlan, run: range) -> range:
        """The run that is under way, unless the playhead now needs something else first."""
        playhead = plan.wanted.index
        stranded = playhead not in self._frames and playhead not in self._missing
        if not run or (stranded and playhead not in run) or not plan.wants(run[-1]):
            return range(0)
        return run

    def _next_run(self, plan: FetchPlan, source: FrameSource) -> range:
        """The frames to decode in one go now; empty when there is nothing worth it."""
        target = plan.next_missing(self._frames, self._missing)
        if target is None:
            return range(0)
        if not source.continues_to(target):
            has_room = len(self._frames) < plan.capacity
            if not has_room and not plan.is_urgent(target):
                return range(0)
            source.start_at(target)
        run = plan.run_up_to(target, self._frames, self._missing)
        return range(max(run.start, source.position or 0), run.stop)

    def _fetch(self, plan: FetchPlan, source: FrameSource, run: range) -> tuple[range, FetchPlan]:
        """Decode one frame of *run*; returns what is left of it, and the plan from now on."""
        frame = source.next_frame(run.start)
        reached = frame.index if frame is not None else run.stop
        skipped = range(run.start, min(reached, run.stop))
        if skipped:
            self._missing.update(skipped)
            self._report(
                MediaUnreadable(f"{self._path.name}: frame {skipped[0] + 1} cannot be decoded")
            )
        if frame is not None and plan.wants(frame.index):
            self._see_size(frame, len(source))
            if not self._keep(plan, frame):
                # There is less room than was thought; be content with what is here until the
                # wish or the share changes.
                held = len(self._frames)
                plan = FetchPlan(plan.wanted, plan.generation, plan.frames, held)
                return range(0), plan
        return range(reached + 1, run.stop), plan

    def _keep(self, plan: FetchPlan, frame: Frame) -> bool:
        if frame.index in self._frames:
            return True
        while not self._share.take(frame.nbytes):
            other = plan.least_needed(self._frames)
            if other is None or not plan.prefers(frame.index, other):
                return False
            self._drop(other)
        self._frames[frame.index] = frame
        if not self._closing:
            self._on_frame(plan.generation, frame.index)
        return True

    def _shrink(self, plan: FetchPlan) -> None:
        """Give up the least needed frames until the share suffices; one may always stay."""
        while len(self._frames) > 1 and self._share.used > self._share.allowance:
            other = plan.least_needed(self._frames)
            if other is None:
                return
            self._drop(other)

    def _drop(self, index: int) -> None:
        self._share.give_back(self._frames.pop(index).nbytes)

    def _wait(self, plan: FetchPlan, source: FrameSource) -> None:
        def is_news() -> bool:
            return self._closing or self._share_changed or self._wanted[0] != plan.generation

        with self._changed:
            if self._changed.wait_for(is_news, _REST_AFTER):
                return
        if len(self._frames) + len(self._missing) >= len(source):
            # Nothing is left to decode; the decoder's own pictures can be many megabytes.
            source.release()
        else:
            source.rest()
        with self._changed:
            self._changed.wait_for(is_news)

    def _wait_for_close(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._closing)

    def _report(self, error: MediaError) -> None:
        if not self._closing:
            self._on_error(error)
