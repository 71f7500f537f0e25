"""Takes in the trash of a library, and a folder that stands for the system's trash."""

import time
from collections.abc import Callable
from pathlib import Path

from rushes.domain.mark_changes import TrashChange
from rushes.library.check import check_library
from rushes.library.library import Library


class Bin:
    """A system's trash: a folder beside the library."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.refuses: Callable[[Path], bool] = lambda _: False
        folder.mkdir()

    def take(self, path: Path) -> bool:
        if self.refuses(path):
            return False
        path.rename(self.folder / path.name)
        return True

    @property
    def names(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()}


async def keys_of(library: Library, *ids: str) -> list[int]:
    return [(await library.job(each)).key for each in ids]


async def trash_jobs(library: Library, *ids: str) -> list[int]:
    keys = await keys_of(library, *ids)
    await library.mark(keys, TrashChange(time.time()))
    return keys


async def ids_in(library: Library) -> set[str]:
    rows = await library._reader.read(lambda c: c.execute("SELECT id FROM jobs").fetchall())
    return {row[0] for row in rows}


def file_of(root: Path, job_id: str) -> Path:
    return root / "media" / "2026-11" / f"{job_id}-1.mp4"


def findings(root: Path) -> list[str]:
    return [finding.kind.value for finding in check_library(root).findings]
