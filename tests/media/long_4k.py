"""A 4K clip of a minute: `python -m tests.media.long_4k [SECONDS]` writes one and looks at it.

What must hold: it opens as fast as a short one, its frames are exact in any order, and no more of
it is held than the cache may. Writing the clip takes a few minutes.
"""

import random
import subprocess
import sys
import tempfile
import threading
import time
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.frame import VideoFrame

from rushes.media.cache_budget import CacheBudget
from rushes.media.frame_cache import FrameCache
from rushes.media.frame_source import FrameSource
from rushes.media.play_order import Wanted
from tests.media.clips import numbered_image, read_number
from tests.media.look import peak_bytes

WIDTH, HEIGHT, SCALE = 3840, 2160, 8
RATE = 24

_BUDGET = 256 * 1024 * 1024
_LOOKS = 40


def write_4k(path: Path, frames: int, group: int = 48) -> Path:
    """A 4K clip of small numbered pictures, enlarged eight times; quickly encoded."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.options = {"preset": "ultrafast", "g": str(group), "crf": "30"}
        for index in range(frames):
            small = numbered_image(index + 1, WIDTH // SCALE, HEIGHT // SCALE)
            picture = VideoFrame.from_ndarray(np.ascontiguousarray(small), format="rgb24")
            picture = picture.reformat(WIDTH, HEIGHT, "yuv420p", interpolation="POINT")
            picture.pts, picture.time_base = index, Fraction(1, RATE)
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
    return path


def look_at(path: Path, frames: int) -> dict[str, float]:
    """Open the clip, jump about in it, and measure; raises AssertionError for a wrong frame."""
    chance = random.Random(1)
    begun = time.perf_counter()
    with FrameSource(path) as source:
        opened = time.perf_counter() - begun
        assert len(source) == frames
        for _ in range(_LOOKS):
            index = chance.randrange(frames)
            assert read_number(source.decode(index).planes()[0], SCALE) == index + 1
    budget, came = CacheBudget(_BUDGET), threading.Event()
    most = 0

    def note(_generation: int, _index: int) -> None:
        nonlocal most
        most = max(most, budget.used_bytes)
        came.set()

    cache = FrameCache(
        path, budget, on_opened=lambda *_: None, on_frame=note, on_error=lambda _: None
    )
    cache.start()
    waits = []
    for _ in range(_LOOKS):
        index = chance.randrange(frames)
        begun = time.perf_counter()
        cache.request(Wanted(index, 1, 0, frames))
        while (frame := cache.get(index)) is None:
            came.wait(1)
            came.clear()
        waits.append(time.perf_counter() - begun)
        assert read_number(frame.planes()[0], SCALE) == index + 1
    cache.close()
    assert cache.join(10)
    assert most <= _BUDGET
    return {
        "open to the first frame, s": opened,
        "a random frame, s (median)": sorted(waits)[len(waits) // 2],
        "most held, MB": most / 1e6,
        "process, MB": peak_bytes() / 1e6,
    }


def main() -> None:
    """Write the clip and print what was measured."""
    frames = RATE * int(sys.argv[1] if len(sys.argv) > 1 else 60)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clip.mp4"
        # In a process of its own: the encoder's memory is not the viewer's.
        program = f"write_4k(Path({str(path)!r}), {frames})"
        setup = "from pathlib import Path; from tests.media.long_4k import write_4k"
        subprocess.run([sys.executable, "-c", f"{setup}; {program}"], check=True)
        print(f"{frames} frames, {path.stat().st_size / 1e6:.0f} MB")
        for name, value in look_at(path, frames).items():
            print(f"{name}: {value:.3f}")


if __name__ == "__main__":
    main()
