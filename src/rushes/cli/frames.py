"""`rushes frames`: frames of a clip written as PNG files, exactly those that are named."""

import argparse
import asyncio
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from rushes.cli.output import BadInput, print_json, print_line
from rushes.domain.errors import MediaMissing
from rushes.domain.states import FileState
from rushes.engine.batch import Exit
from rushes.engine.configuration import Configuration
from rushes.engine.library_of_run import library_of

_PART = re.compile(
    r"(?P<first>\d+|first|last)(?:-(?P<last>\d+|first|last)(?::(?P<step>\d+))?)?", re.I
)


@dataclass(frozen=True, slots=True)
class FrameSpan:
    """Frames from one number to another, both counted from 1; None is the clip's last."""

    first: int | None
    last: int | None
    step: int = 1


def read_spans(text: str) -> list[FrameSpan]:
    """Read what --at says: ``1,43,97``, ``10-20``, ``1-97:8``, ``first``, ``last``.

    Raises BadInput.
    """
    spans: list[FrameSpan] = []
    for part in text.split(","):
        found = _PART.fullmatch(part.strip())
        if found is None:
            raise BadInput(
                f"--at: “{part.strip()}” is neither a frame’s number, such as 43, "
                "nor a range, such as 10-20 or 1-97:8."
            )
        first = _number(found["first"])
        last = first if found["last"] is None else _number(found["last"])
        step = 1 if found["step"] is None else int(found["step"])
        if step == 0:
            raise BadInput(f"--at: {part.strip()} goes on by no frame at all.")
        if 0 in (first, last):
            raise BadInput("--at: frames count from 1.")
        spans.append(FrameSpan(first, last, step))
    return spans


def indexes_of(spans: Sequence[FrameSpan], frames: int) -> list[int]:
    """Return the indexes that are asked for, each once, in order; the clip has *frames*.

    Raises BadInput for frames that it does not have.
    """
    found: set[int] = set()
    has = f"the clip has {frames} frame{'' if frames == 1 else 's'}"
    for span in spans:
        first = frames if span.first is None else span.first
        last = frames if span.last is None else span.last
        if max(first, last) > frames:
            raise BadInput(f"--at: there is no frame {max(first, last)}: {has}.")
        if last < first:
            raise BadInput(f"--at: {first}-{last} goes backwards: {has}.")
        found.update(range(first - 1, last, span.step))
    return sorted(found)


async def frames(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Write the frames that are asked for, in order, and print where each one is.

    When one of them does not exist nothing is written at all.
    """
    spans = read_spans(arguments.at)
    path = await _clip(arguments.clip, configuration)
    folder = Path(arguments.to)
    loop = asyncio.get_running_loop()
    # The decoder belongs to one thread, and an interrupt comes through between two frames.
    with ThreadPoolExecutor(1, "frames") as thread:
        from rushes.media.frame_export import FrameExport

        export = await loop.run_in_executor(thread, FrameExport, path)
        try:
            for index in indexes_of(spans, export.frames):
                written = await loop.run_in_executor(thread, export.write, index, folder)
                if arguments.json:
                    print_json({"frame": index + 1, "path": str(written.absolute())})
                else:
                    print_line(str(written))
        finally:
            await asyncio.shield(loop.run_in_executor(thread, export.close))
    return Exit.DONE


async def _clip(name: str, configuration: Configuration) -> Path:
    """The file that is meant: a file, or the first clip that is here of a job of the library."""
    path = Path(name)
    if await asyncio.to_thread(path.is_file):
        return path
    library = library_of(configuration)
    if not library.layout.database.exists():
        raise BadInput(f"There is no file {name}, and no library in {library.layout.root}.")
    await library.open_beside()
    try:
        jobs = [entry.job for entry in await library.beginning_with(name, most=2)]
        if not jobs:
            raise BadInput(f"There is no file and no job {name}.")
        job = jobs[0]
        if len(jobs) > 1 and job.id != name:
            raise BadInput(f"Several jobs begin with {name}.")
        present = [clip.path for clip in job.clips if clip.state is FileState.PRESENT]
        if present and present[0] is not None:
            return await library.place_of(present[0])
    finally:
        await library.close()
    if any(clip.path for clip in job.clips):
        raise MediaMissing(job.id)
    raise BadInput(f"The job {job.id} has no clip: it is {job.state}.")


def _number(text: str) -> int | None:
    words = text.lower()
    return None if words == "last" else 1 if words == "first" else int(words)
