"""Makes the files of commissions on worker threads, and keeps them for who asks again."""

import asyncio
import hashlib
import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import get_args

from rushes.media.encode import (
    Picture,
    SoundFormat,
    StillFormat,
    encode_mp4,
    encode_sound,
    encode_still,
)
from rushes.simulator.made_file import MadeFile, look_at
from rushes.simulator.output_form import Commission
from rushes.simulator.pictures.clip import clip_frames, still_picture
from rushes.simulator.tone import soft_tone

_SOUND_RATE = 48_000
_STILL_FORMATS: dict[str, StillFormat] = {each: each for each in get_args(StillFormat)}
_SOUND_FORMATS: dict[str, SoundFormat] = {each: each for each in get_args(SoundFormat)}


class Abandoned(Exception):
    """Nobody wants the result any more."""


class Renderer:
    """Renders commissions into a folder of its own.

    Pixels are computed on threads: numpy and the coder release the interpreter's lock for nearly
    all of their time, so that calls are answered meanwhile.
    """

    def __init__(self) -> None:
        # The coder and the program beside us want a core too.
        workers = max(1, (os.cpu_count() or 1) // 2)
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="render")
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._folder = Path()
        self._locks: dict[str, threading.Lock] = {}

    def open(self) -> None:
        """Make the folder for the files. Raises OSError."""
        self._temporary = tempfile.TemporaryDirectory(
            prefix="rushes-simulator-", ignore_cleanup_errors=True
        )
        self._folder = Path(self._temporary.name)

    async def make(self, commission: Commission, abandoned: threading.Event) -> Sequence[MadeFile]:
        """Make all files of a commission. Raises Abandoned once the event is set, and OSError."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._render, commission, abandoned)

    def close(self) -> None:
        """Wait for what is under way, which must have been abandoned, and remove all files."""
        self._threads.shutdown(wait=True, cancel_futures=True)
        if self._temporary is not None:
            self._temporary.cleanup()
            self._temporary = None

    def _render(self, commission: Commission, abandoned: threading.Event) -> list[MadeFile]:
        return [
            self._render_one(replace(commission, seed=commission.seed + number), abandoned)
            for number in range(commission.form.count)
        ]

    def _render_one(self, commission: Commission, abandoned: threading.Event) -> MadeFile:
        form = commission.form
        name = hashlib.sha256(repr(commission).encode()).hexdigest()[:32]
        path = self._folder / f"{name}.{form.suffix}"
        # Whoever asks for the same meanwhile waits for it, instead of making it a second time.
        with self._locks.setdefault(name, threading.Lock()):
            if not path.exists():
                part = path.with_suffix(".part")
                try:
                    _WRITERS[form.medium](commission, part, abandoned)
                    part.replace(path)
                finally:
                    part.unlink(missing_ok=True)
        return look_at(path, form.medium)


def _write_video(commission: Commission, path: Path, abandoned: threading.Event) -> None:
    form = commission.form
    tone = soft_tone(commission.seed, form.seconds, _SOUND_RATE) if form.has_sound else None
    frames = _while_wanted(clip_frames(commission), abandoned)
    encode_mp4(path, frames, rate=form.rate, sound=tone, preset="superfast")


def _write_image(commission: Commission, path: Path, abandoned: threading.Event) -> None:
    if abandoned.is_set():
        raise Abandoned
    form = _STILL_FORMATS[commission.form.format]
    path.write_bytes(encode_still(still_picture(commission), form))


def _write_sound(commission: Commission, path: Path, abandoned: threading.Event) -> None:
    if abandoned.is_set():
        raise Abandoned
    form = commission.form
    tone = soft_tone(commission.seed, form.seconds, int(form.rate))
    path.write_bytes(encode_sound(tone, _SOUND_FORMATS[form.format]))


_WRITERS: dict[str, Callable[[Commission, Path, threading.Event], None]] = {
    "video": _write_video,
    "image": _write_image,
    "audio": _write_sound,
}


def _while_wanted(frames: Iterator[Picture], abandoned: threading.Event) -> Iterator[Picture]:
    for frame in frames:
        if abandoned.is_set():
            raise Abandoned
        yield frame
