"""Decoding a whole clip into memory, measured: Rushes' way and bare PyAV's, each in a process.

``python -m tests.media.decode_speed WAY CLIP`` prints one line of JSON; `measured` runs it. Each
way gives every frame to a list (or the cache) that keeps them all. `make_clip` makes the clip.
"""

import gc
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path

from tests.media.clips import write_clip

FRAMES = 97
ROOT = Path(__file__).resolve().parents[2]


def make_clip(path: Path, frames: int = FRAMES) -> Path:
    """A clip as Wan 2.1 makes it: 97 frames of 720p, 16 a second."""
    return write_clip(
        path,
        frames=frames,
        width=1280,
        height=720,
        rate=Fraction(16),
        options={"preset": "veryfast", "crf": "18"},
    )


def bare(path: Path, threads: int) -> tuple[float, object]:
    """PyAV alone, with as many threads as Rushes takes."""
    import av

    begun = time.perf_counter()
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.codec_context.thread_type = "AUTO"
        stream.codec_context.thread_count = threads
        kept = list(container.decode(stream))
    return time.perf_counter() - begun, kept


def source(path: Path, _threads: int) -> tuple[float, object]:
    """`FrameSource`, from the first frame to the last."""
    from rushes.media.frame_source import FrameSource

    begun = time.perf_counter()
    with FrameSource(path) as frames:
        kept = list(frames.decode_run(0, len(frames)))
    return time.perf_counter() - begun, kept


def cache(path: Path, _threads: int) -> tuple[float, object]:
    """`FrameCache`, which decodes by a thread of its own, until it holds all."""
    from rushes.media.cache_budget import CacheBudget
    from rushes.media.frame_cache import FrameCache

    whole, arrived, frames = threading.Event(), 0, 1 << 62

    def on_opened(_facts: object, times: object) -> None:
        nonlocal frames
        frames = len(times.starts)  # type: ignore[attr-defined]

    def on_frame(_generation: int, _index: int) -> None:
        nonlocal arrived
        arrived += 1
        if arrived == frames:
            whole.set()

    begun = time.perf_counter()
    held = FrameCache(
        path, CacheBudget(), on_opened=on_opened, on_frame=on_frame, on_error=lambda _: whole.set()
    )
    held.start()
    if not whole.wait(120) or arrived < frames:
        raise RuntimeError("the clip was not decoded")
    return time.perf_counter() - begun, held


WAYS: Mapping[str, Callable[[Path, int], tuple[float, object]]] = {
    "bare": bare,
    "source": source,
    "cache": cache,
}


def measured(way: str, clip: Path) -> dict[str, float]:
    """Run one of WAYS in a process of its own.

    Returns seconds (``decode``), seconds of processor time (``processor``), and bytes that the
    process grew by, with all frames held and nothing else to do (``memory``). Raises RuntimeError.
    """
    program = [sys.executable, "-m", "tests.media.decode_speed", way, str(clip)]
    done = subprocess.run(
        program, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(program)} ended with {done.returncode}:\n{done.stderr}")
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _resident_bytes() -> int:
    import psutil

    return int(psutil.Process().memory_info().rss)


def main() -> None:
    """Measure one way, after the imports and a first decoding of a few frames."""
    way, clip = sys.argv[1], Path(sys.argv[2])
    from rushes.media.frame_source import FrameSource

    with FrameSource(clip) as frames:
        threads = frames._reader.stream.codec_context.thread_count
        frames.decode(min(8, len(frames) - 1))
    gc.collect()
    memory, processor = _resident_bytes(), time.process_time()
    seconds, kept = WAYS[way](clip, threads)
    processor = time.process_time() - processor
    # The cache gives the decoder's memory back when it has been idle for a second.
    time.sleep(1.5)
    gc.collect()
    grown = _resident_bytes() - memory
    print(json.dumps({"decode": seconds, "processor": processor, "memory": grown}))
    close = getattr(kept, "close", None)
    if close is not None:
        close()


if __name__ == "__main__":
    main()
