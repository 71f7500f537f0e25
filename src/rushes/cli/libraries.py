"""`rushes library`: moves, saves, restores and fills a whole library, as the window does."""

import argparse
import asyncio
import dataclasses
import sys
from collections.abc import Awaitable
from pathlib import Path
from typing import Any, TypeVar

from rushes.cli.output import BadInput, print_json, print_line
from rushes.domain.progress import LongWork, Progress
from rushes.engine.batch import Exit
from rushes.engine.configuration import Configuration

Answer = TypeVar("Answer")


def add_library_commands(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add `library` with its verbs to an argparse parser's subparsers."""
    library = commands.add_parser("library", help="move, back up, restore or fill a library")
    verbs = library.add_subparsers(metavar="VERB", required=True)
    add = verbs.add_parser("move", parents=parents, help="move it, or its clips alone")
    add.add_argument(
        "to", type=_folder, metavar="DIR", help="a folder that is empty, or is not there"
    )
    add.add_argument("--media", action="store_true", help="its clips alone")
    add.set_defaults(run=move)
    add = verbs.add_parser("backup", parents=parents, help="save all of it, or what is new")
    add.add_argument(
        "to", type=_folder, metavar="DIR", help="a new folder, or that of an earlier backup"
    )
    add.set_defaults(run=backup)
    add = verbs.add_parser("restore", parents=parents, help="restore a backup; sends nothing")
    add.add_argument("source", type=_folder, metavar="DIR", help="the folder of the backup")
    add.add_argument(
        "to", type=_folder, metavar="NEW", help="a folder that is empty, or is not there"
    )
    add.set_defaults(run=restore)
    add = verbs.add_parser("import", parents=parents, help="bring in a library, or clips")
    add.add_argument(
        "source", type=_folder, metavar="DIR", help="another library, or a folder of clips"
    )
    add.set_defaults(run=bring_in)


def _folder(text: str) -> Path:
    return Path(text).expanduser().absolute()


async def move(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Move the library, or its clips alone."""
    from rushes.engine.moves import MoveLibrary, MoveMedia

    target = arguments.to
    await _require_library(configuration)
    errand = (MoveMedia if arguments.media else MoveLibrary)(configuration, target)
    work = _work()
    root = await _stoppable(errand.carry_out(work), work)
    _say(arguments, {"library": str(root), "moved_to": str(target)}, f"Moved to {target}.")
    return Exit.DONE


async def backup(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Save the library into a folder."""
    from rushes.engine.library_of_run import library_of

    await _require_library(configuration)
    library, work = library_of(configuration), _work()
    target = arguments.to
    try:
        await library.open(program="rushes on the command line")
        summary = await _stoppable(library.save_into(target, work), work)
    finally:
        await library.close()
    values = dataclasses.asdict(summary)
    _say(arguments, values, f"{summary.files} files are new, {summary.total} are saved.")
    return Exit.DONE


async def restore(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Restore a backup into a new folder."""
    from rushes.engine.moves import RestoreLibrary

    target = arguments.to
    source = arguments.source
    if target == configuration.library:
        raise BadInput("A backup takes the place of the open library in the window alone.")
    work = _work()
    root = await _stoppable(RestoreLibrary(configuration, source, target).carry_out(work), work)
    _say(arguments, {"library": str(root)}, f"Restored into {root}. Nothing of it was sent.")
    return Exit.DONE


async def bring_in(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Bring another library, or a folder of clips, into the library."""
    from rushes.engine.imports import import_from
    from rushes.engine.library_of_run import library_of

    library, work = library_of(configuration), _work()
    source = arguments.source
    try:
        await library.open(program="rushes on the command line")
        await library.recover()
        summary = await _stoppable(import_from(library, source, work), work)
    finally:
        await library.close()
    words = (
        f"{summary.added} added, {summary.here} were here already, "
        f"{len(summary.unread)} could not be read."
    )
    _say(arguments, dataclasses.asdict(summary), words)
    return Exit.INTERRUPTED if summary.is_stopped else Exit.DONE


async def _require_library(configuration: Configuration) -> None:
    from rushes.library.recent_libraries import is_there

    if not await asyncio.to_thread(is_there, configuration.library):
        raise BadInput(f"There is no library in {configuration.library}.")


async def _stoppable(work_under_way: Awaitable[Answer], work: LongWork) -> Answer:
    """Wait for a work; an interrupt has it end at its next step, so that it can go on later."""
    running = asyncio.ensure_future(work_under_way)
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        work.stop(stays=True)
        await asyncio.wait([running])
        if not running.cancelled():
            running.exception()
        raise


def _work() -> LongWork:
    """A long work that says on the error output how far it is, in steps of one percent."""
    last = ""

    def tell(progress: Progress) -> None:
        nonlocal last
        share = f" {int(100 * progress.share)} %" if progress.share is not None else ""
        line = f"{progress.step.replace('_', ' ')}{share}"
        if line != last:
            last = line
            print(line, file=sys.stderr, flush=True)

    return LongWork(tell)


def _say(arguments: argparse.Namespace, values: dict[str, Any], words: str) -> None:
    if arguments.json:
        print_json(values)
    else:
        print_line(words)
