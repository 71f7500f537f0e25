"""A database that somebody else wrote: strange ids, paths and times lead nowhere outside."""

import asyncio
import logging
import os
import sqlite3
import traceback
from pathlib import Path

from rushes.domain.errors import RushesError
from rushes.domain.job import Clip
from rushes.domain.states import FileState, JobState
from rushes.engine.credentials import Credentials
from rushes.engine.engine import Engine
from rushes.library.library import Library
from tests.api.scripted_server import Request, ScriptedServer
from tests.faults import no_network
from tests.faults.contract import Reached
from tests.faults.haste import hurry
from tests.faults.trial_child import answer
from tests.media.clips import write_clip
from tests.ui.job_faces.jobs import make_job

_IDS = (
    *("../../escaped", "../../../../escaped", "/tmp/rushes-escaped", "a/b/c", "a\x00b", "", "."),
    *("..", "CON", "NUL.mp4", "com1", "x" * 400, "a\nb", "..\\..\\escaped", "~", "$HOME", "a:b"),
)
_PATHS = (
    *("../../secret.mp4", "/etc/passwd", "../rushes.db", "a\x00b.mp4", "CON", "", "link/a.mp4"),
    *(".", "2026-11/../../../secret.mp4", "x" * 5_000, "C:\\Windows\\a.mp4", "//server/a.mp4"),
)
_TIMES = (0.0, -1e12, 1e18, 1e300, 253402300800.0)
_LIMIT = 12.0


async def _fill(root: Path, url: str) -> None:
    """Write jobs by the usual way, then change their rows as another program could."""
    library = Library(root)
    await library.open(program="earlier session")
    clip = Clip(0, f"{url}/a.mp4")
    jobs = [
        make_job(f"id {number}", JobState.FINISHED, remote_id=f"r-{number}", clips=(clip,))
        for number in range(len(_IDS) + len(_TIMES))
    ]
    there = Clip(0, f"{url}/a.mp4", "2026-11/a.mp4", FileState.PRESENT, 9, 9)
    jobs += [
        make_job(f"path {number}", JobState.READY, remote_id=f"p-{number}", clips=(there,))
        for number in range(len(_PATHS))
    ]
    await library.add(jobs)
    await library.close()
    with sqlite3.connect(root / "rushes.db") as rows:
        for number, name in enumerate(_IDS):
            rows.execute("UPDATE jobs SET id = ? WHERE prompt = ?", (name, f"id {number}"))
        for number, moment in enumerate(_TIMES, start=len(_IDS)):
            told = (moment, f"id {number}")
            rows.execute("UPDATE jobs SET created_at = ? WHERE prompt = ?", told)
        for number, path in enumerate(_PATHS):
            rows.execute(
                "UPDATE clips SET path = ? WHERE job_key = (SELECT key FROM jobs WHERE prompt = ?)",
                (path, f"path {number}"),
            )
    rows.close()


def _everything(folder: Path, library: Path) -> set[str]:
    """Every file and folder outside of the library, and every link."""
    return {
        str(path)
        for path in folder.rglob("*")
        if library not in path.parents and path != library and "home" not in path.parts
    }


async def _trial_in(folder: Path) -> list[str]:
    folder = folder / "place" / "deep" / "enough"
    folder.mkdir(parents=True)
    body = write_clip(folder / "given.mp4", frames=2).read_bytes()

    async def give(request: Request, writer: asyncio.StreamWriter) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nConnection: close\r\n"
        writer.write(head + f"Content-Length: {len(body)}\r\n\r\n".encode() + body)

    server = ScriptedServer(give)
    await server.start()
    root = folder / "library"
    await _fill(root, server.url)
    outside = folder / "outside"
    outside.mkdir()
    (folder / "secret.mp4").write_bytes(body)
    (root / "media" / "link").symlink_to(outside)
    (outside / "a.mp4").write_bytes(body)
    before = _everything(folder.parents[2], root)
    loose = Path("/tmp/rushes-escaped-1.mp4"), Path("/tmp/rushes-escaped-1.part")
    wrong: list[str] = []
    library = Library(root)
    await library.open(program="trial")
    for entry in await library.in_states([JobState.READY]):
        for clip in entry.job.clips:
            wrong += _leads_outside(library, clip.path or "", root)
    engine = Engine.create(library, server.url, 10**7, Credentials({}, fixed="a-token"))
    await engine.start()
    end = asyncio.get_running_loop().time() + _LIMIT
    while asyncio.get_running_loop().time() < end:
        await asyncio.sleep(0.2)
        left = await library.in_states([JobState.FINISHED, JobState.DOWNLOADING])
        if all(entry.job.error is not None for entry in left):
            break
    await engine.stop()
    await library.close()
    await server.stop()
    after = _everything(folder.parents[2], root)
    wrong += [f"written outside: {path}" for path in sorted(after - before)]
    wrong += [f"written outside: {path}" for path in loose if path.exists()]
    for path in loose:
        path.unlink(missing_ok=True)
    return wrong


def _leads_outside(library: Library, path: str, root: Path) -> list[str]:
    try:
        place = library.media.absolute(path)
    except (ValueError, RushesError):
        return []
    except Exception as error:
        return [f"path {path[:40]!a}: {type(error).__name__}: {error}"]
    real = Path(os.path.realpath(place))
    return [] if real.is_relative_to(root.resolve()) else [f"path {path[:40]!a} leads to {real}"]


class _Bugs(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(logging.Formatter().format(record)[-900:])


def _trial(_: int, folder: Path) -> Reached:
    no_network.block(loopback=True)
    hurry()
    bugs = _Bugs()
    logging.getLogger().addHandler(bugs)
    try:
        wrong = asyncio.run(_trial_in(folder))
    except Exception:
        wrong = [traceback.format_exc()[-3_000:]]
    wrong += [f"a bug: {each}" for each in bugs.found]
    written = sum("outside" in each for each in wrong)
    rows = len(_IDS) + len(_PATHS) + len(_TIMES)
    figure = f"{rows} strange rows: {written} writes outside, {len(wrong) - written} bugs"
    return Reached(figure, not wrong, "\n".join(wrong)[:8_000])


if __name__ == "__main__":
    answer(_trial)
