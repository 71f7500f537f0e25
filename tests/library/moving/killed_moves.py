"""A process that kills moves of a library at every act on the disk, and has them go on.

It forks for each death, so that hundreds of them take seconds. Prints one line of JSON.

    python -m tests.library.moving.killed_moves FOLDER library|media|home
"""

import contextlib
import hashlib
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rushes.domain.progress import LongWork
from rushes.library import proven_copy
from rushes.library.layout import Layout
from rushes.library.moving import library_move, links, media_move
from rushes.library.moving.journal import MoveJournal, MoveKind, Stage

_ACTS = ((os, "fsync"), (os, "symlink"), (os, "utime"))
_PATH_ACTS = ("rename", "replace", "unlink", "rmdir", "mkdir")


def die_at(act: int) -> None:
    """Have this process be killed right before its n-th act on the disk."""
    left = act

    def deadly(real: Callable[..., Any]) -> Callable[..., Any]:
        def act_or_die(*given: Any, **named: Any) -> Any:
            nonlocal left
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)

        return act_or_die

    for owner, name in _ACTS:
        setattr(owner, name, deadly(getattr(owner, name)))
    for name in _PATH_ACTS:
        setattr(Path, name, deadly(getattr(Path, name)))


def content(root: Path) -> dict[str, str]:
    """Return the digest of every file of a library, its media wherever they lie."""
    found = {}
    for folder, _, names in os.walk(root, followlinks=True):
        for name in names:
            path = Path(folder) / name
            if name != "rushes.lock" and not name.endswith("-shm"):
                digest = hashlib.sha256(path.read_bytes()).hexdigest()
                found[path.relative_to(root).as_posix()] = digest
    return found


def on_another_drive() -> None:
    """Have every other folder count as one of another drive."""
    for module in (library_move, media_move):
        module.is_on_same_drive = lambda one, other: False  # type: ignore[attr-defined]


def move(kind: str, home: Path, journal: MoveJournal) -> Path:
    """Move the library in `home`, or go on with that; as a start of the program does."""
    root, work = home / "library", LongWork()
    known = journal.read(root)
    if known is not None and known.stage is not Stage.COPYING:
        if known.kind is MoveKind.LIBRARY:
            return library_move.finish_move(known, journal, work, lambda _: None)
        media_move.finish_media_move(known, journal, work)
        return root
    if kind == "library":
        if known is None and not Layout(root).database.exists():
            return home / "new place"
        return library_move.move_library(root, home / "new place", journal, work, lambda _: None)
    target = home / "media elsewhere" if kind == "media" else None
    media_move.move_media(root, target, journal, work)
    return root


@contextlib.contextmanager
def fresh(template: Path, kind: str) -> Iterator[Path]:
    """A copy of the library to move, in a folder of its own."""
    home = template.parent / "trial"
    shutil.copytree(template, home / "library")
    if kind == "home":
        (home / "library" / "media").rename(home / "far away")
        links.place_link(home / "library" / "media", home / "far away")
    try:
        yield home
    finally:
        shutil.rmtree(home)


def trial(template: Path, kind: str, act: int, wanted: dict[str, str]) -> tuple[bool, list[str]]:
    """Kill a move at an act and go on with it; returns whether it died, and what is wrong."""
    wrong = []
    with fresh(template, kind) as home:
        journal = MoveJournal(home / "moves")
        child = os.fork()
        if child == 0:
            die_at(act)
            move(kind, home, journal)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        died = os.WIFSIGNALED(status)
        if not died and os.WEXITSTATUS(status) != 0:
            wrong.append(f"act {act}: it failed")
        databases = [path for path in home.rglob("rushes.db") if "arriving" not in str(path)]
        databases = [path for path in databases if ".leaving" not in str(path)]
        if died and len(databases) > 1:
            wrong.append(f"act {act}: there are two libraries")
        root = move(kind, home, journal)
        if content(root) != wanted:
            wrong.append(f"act {act}: not all has come along")
        left = sorted(path.name for path in home.iterdir())
        expected = {
            "library": ["moves", "new place"],
            "media": ["library", "media elsewhere", "moves"],
            "home": ["library", "moves"],
        }[kind]
        if left != expected or list((home / "moves").iterdir()):
            wrong.append(f"act {act}: left over: {left}, {list((home / 'moves').iterdir())}")
        if (root / "media").is_symlink() != (kind == "media"):
            wrong.append(f"act {act}: the media folder is not as it should be")
    return died, wrong


def main(folder: str, kind: str) -> None:
    """Kill at every act until a move comes through."""
    proven_copy._PIECE = 4096
    on_another_drive()
    template = Path(folder)
    wanted = content(template)
    deaths, wrong = 0, []
    for act in range(1, 10_000):
        died, found = trial(template, kind, act, wanted)
        wrong += found
        if not died:
            break
        deaths += 1
    print(json.dumps({"deaths": deaths, "wrong": wrong[:5]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
