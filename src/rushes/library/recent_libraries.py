"""Libraries that were opened on this computer: the latest first, and whether they are there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rushes.library.layout import Layout

KEPT = 10
"""How many are remembered."""


@dataclass(frozen=True, slots=True)
class RecentLibrary:
    """One of them.

    Attributes:
        root: its folder.
        name: what it is called; with the folder above it where two are called the same.
        is_there: whether its database was found, when that was looked for.
    """

    root: Path
    name: str
    is_there: bool = True


def with_latest(paths: Sequence[str], latest: Path) -> list[str]:
    """Return what is remembered once `latest` has been opened."""
    rest = [path for path in paths if path != str(latest)]
    return [str(latest), *rest][:KEPT]


def recent_libraries(paths: Iterable[str]) -> list[RecentLibrary]:
    """Return them with their names; nothing is asked of the disk."""
    roots = [Path(path) for path in paths if path]
    names = [root.name or str(root) for root in roots]
    return [
        RecentLibrary(root, name if names.count(name) == 1 else f"{name} ({root.parent.name})")
        for root, name in zip(roots, names, strict=True)
    ]


def is_there(root: Path) -> bool:
    """Tell whether a library lies in a folder. Blocking: for a worker thread."""
    try:
        return Layout(root).database.is_file()
    except OSError:
        return False
