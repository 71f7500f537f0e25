"""A program that begins to work on clips and dies in the middle: for test_decoder_watch.py.

``python -m tests.media.watched_child HOW FOLDER CLIP…``; it prints a line before it dies.
"""

import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

from rushes.media import decoder_watch
from rushes.media.cache_budget import CacheBudget
from rushes.media.frame_cache import FrameCache
from rushes.media.frame_source import FrameSource
from rushes.media.opening import OpenedMedia
from rushes.media.picture import Converter

DEATHS = {
    "segv": signal.SIGSEGV,
    "kill": signal.SIGKILL,
    "abort": signal.SIGABRT,
}


def die(how: str) -> None:
    """End as a crash of the decoder would end it: at once, with nothing cleaned up."""
    print("dying", flush=True)
    os.kill(os.getpid(), DEATHS[how])
    time.sleep(30)


def in_decode(how: str, clips: list[Path]) -> None:
    """Die while all *clips* are being decoded, each by a thread of its own."""
    inside = threading.Barrier(len(clips) + 1, timeout=20)

    def decode(path: Path) -> None:
        source = FrameSource(path)

        def never(*_: Any) -> None:
            inside.wait()
            time.sleep(30)

        # The seam behind which FFmpeg works.
        source._next_frame = never  # type: ignore[method-assign]
        source.decode(1)

    for path in clips:
        threading.Thread(target=decode, args=(path,), daemon=True).start()
    inside.wait()
    die(how)


def in_open(how: str, clips: list[Path]) -> None:
    """Die while FFmpeg opens the first clip."""
    import av

    av.open = lambda *_, **__: die(how)  # type: ignore[assignment]
    OpenedMedia(clips[0])


def in_convert(how: str, clips: list[Path]) -> None:
    """Die while a picture of the first clip is converted; the clip itself is closed."""
    with FrameSource(clips[0]) as source:
        frame = source.decode(1)
    converter = Converter()

    class Dying:
        def reformat(self, *_: object, **__: object) -> None:
            die(how)

    converter._scaler = Dying()  # type: ignore[assignment]
    converter.picture(frame)


def idle(how: str, clips: list[Path]) -> None:
    """Die when all is decoded, with the clips open, converted and at rest."""
    caches, converter = [], Converter()
    for path in clips:
        came = threading.Event()
        cache = FrameCache(
            path,
            CacheBudget(),
            on_opened=lambda *_: None,
            on_frame=lambda *_, came=came: came.set(),  # type: ignore[misc]
            on_error=lambda _: None,
        )
        cache.start()
        came.wait()
        caches.append(cache)
    time.sleep(1.8)
    frame = caches[0].get(0)
    assert frame is not None
    converter.picture(frame)
    die(how)


def closed(how: str, clips: list[Path]) -> None:
    """Die after all was closed."""
    for path in clips:
        with FrameSource(path) as source:
            source.decode(2)
    die(how)


def orderly(_how: str, clips: list[Path]) -> None:
    """End in order, though a clip is still open."""
    source = FrameSource(clips[0])
    source.decode(2)
    print("dying", flush=True)
    sys.exit(0)


def living(_how: str, clips: list[Path]) -> None:
    """Decode until it is killed from outside."""
    source = FrameSource(clips[0])
    print("dying", flush=True)
    while True:
        source.decode(2)
        source.decode(0)
        source.decode(1)


PLACES = {
    work.__name__: work for work in (in_decode, in_open, in_convert, idle, closed, orderly, living)
}


def main() -> None:
    """Begin, and die as the arguments say."""
    place, how, folder, *clips = sys.argv[1:]
    decoder_watch.start_watching(Path(folder))
    PLACES[place](how, [Path(clip) for clip in clips])


if __name__ == "__main__":
    main()
