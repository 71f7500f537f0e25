"""The command line on the same engine: the commands, their arguments, and how they end."""

import argparse
import asyncio
import signal
import sys
from collections.abc import Sequence
from typing import Any

from rushes.cli import check, frames, generate, jobs
from rushes.cli.libraries import add_library_commands
from rushes.cli.output import BadInput, complain, exit_of, told
from rushes.cli.query_words import QUERY_HELP, explain_problem
from rushes.domain.errors import InputRefused, QueryNotUnderstood, RushesError
from rushes.domain.job_sort import SortKey
from rushes.domain.origins import AddressRefused
from rushes.engine.batch import Exit
from rushes.engine.configuration import Configuration, configure
from rushes.engine.logs import log_to
from rushes.engine.models import FIRST_MODEL
from rushes.media.decoder_watch import start_watching, stop_watching


def add_commands(commands: Any) -> None:
    """Add the commands to an argparse parser's subparsers."""
    library = argparse.ArgumentParser(add_help=False)
    library.add_argument(
        "--library", metavar="DIR", default=argparse.SUPPRESS, help="the library to work in"
    )
    as_json = argparse.ArgumentParser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="print one JSON object a line")
    parents = [library, as_json]

    add = commands.add_parser(
        "generate", parents=parents, help="write jobs down, send them, fetch the clips"
    )
    add.add_argument("prompt", metavar="PROMPT")
    model = add.add_mutually_exclusive_group()
    model.add_argument("--model", metavar="ID", default=FIRST_MODEL)
    model.add_argument("--model-file", metavar="FILE", help="a catalogue entry as JSON")
    add.add_argument(
        "--set", metavar="NAME=VALUE", action="append", default=[], dest="settings",
        help="an input: text as it is, any other type as JSON; may be given often",
    )  # fmt: skip
    add.add_argument("--takes", type=int, default=1, metavar="N")
    add.add_argument("--no-wait", action="store_true", help="leave once all are sent")
    add.add_argument("--dry-run", action="store_true", help="check, and send nothing")
    add.set_defaults(run=generate.generate)

    add = commands.add_parser("resume", parents=parents, help="work until nothing is pending")
    add.set_defaults(run=generate.resume)

    add = commands.add_parser(
        "jobs", parents=parents, help="list the jobs that a query finds, newest first",
        description="List the jobs that a query finds, newest first or as --sort says; without "
        "one, all jobs that are not in the trash.",
        epilog=QUERY_HELP, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    add.add_argument("query", metavar="QUERY", nargs="*")
    add.add_argument(
        "--sort", choices=[key.value for key in SortKey], default=SortKey.DATE.value, metavar="KEY",
        help="date (newest first), rating (highest first), length (longest first), model or title "
        "(A to Z); jobs of one value stand newest first, those without one last",
    )  # fmt: skip
    add.add_argument("--reverse", action="store_true", help="sort the other way round")
    add.add_argument("--limit", type=int, default=-1, metavar="N", help="N jobs at most")
    add.add_argument("--count", action="store_true", help="print only how many there are")
    add.set_defaults(run=jobs.jobs)

    add = commands.add_parser("cancel", parents=parents, help="cancel one job")
    add.add_argument("job", metavar="JOB")
    add.set_defaults(run=jobs.cancel)

    add = commands.add_parser(
        "answer", parents=parents, help="say what becomes of a job that waits for a word"
    )
    add.add_argument("job", metavar="JOB")
    word = add.add_mutually_exclusive_group(required=True)
    word.add_argument("--follow", metavar="ID", help="it arrived: follow this request id")
    word.add_argument(
        "--send-again", action="store_true", help="it did not arrive: send it; may charge twice"
    )
    word.add_argument("--keep", action="store_true", help="leave it as it is")
    word.add_argument("--fetch-again", action="store_true", help="ask for its result once more")
    add.set_defaults(run=jobs.answer)

    add = commands.add_parser("frames", parents=parents, help="write frames of a clip as PNG files")
    add.add_argument("clip", metavar="CLIP", help="a file, or the id of a job or how it begins")
    add.add_argument(
        "--at", required=True, metavar="FRAMES",
        help="numbers from 1, ranges, steps: 1,43,97 or 10-20 or 1-97:8 or first,last",
    )  # fmt: skip
    add.add_argument("--to", required=True, metavar="DIR", help="the folder to write into")
    add.set_defaults(run=frames.frames)

    add = commands.add_parser(
        "check", parents=parents, help="look for what is missing, changed, left over or damaged"
    )
    add.add_argument("--repair", action="store_true", help="mend what can be mended")
    add.add_argument("--deep", action="store_true", help="read every file, not only its size")
    add.set_defaults(run=check.check)

    add_library_commands(commands, parents)


def run(arguments: argparse.Namespace) -> int:
    """Run a command and return its exit code."""
    try:
        configuration = configure(getattr(arguments, "library", None))
    except AddressRefused as error:
        return complain(f"The service's address cannot be used: {error}.", Exit.BAD_INPUT)
    log_to(configuration.log_file, configuration.credentials.secrets)
    start_watching(configuration.decoder_folder)
    try:
        return asyncio.run(_interruptible(arguments, configuration))
    except BadInput as error:
        return complain(str(error), Exit.BAD_INPUT)
    except InputRefused as error:
        for problem in error.problems:
            print(f"{problem.field}: {problem.sentence}", file=sys.stderr)
        return Exit.BAD_INPUT
    except QueryNotUnderstood as error:
        return complain(explain_problem(error, " ".join(arguments.query)), Exit.BAD_INPUT)
    except RushesError as error:
        return complain(told(error), exit_of(error))
    finally:
        stop_watching()


async def _interruptible(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Run the command; an interrupt lets the engine come to rest before the program ends."""
    loop = asyncio.get_running_loop()
    work = asyncio.ensure_future(arguments.run(arguments, configuration))
    for number in (signal.SIGINT, signal.SIGTERM):
        if sys.platform != "win32":
            loop.add_signal_handler(number, work.cancel)
    try:
        return int(await work)
    except asyncio.CancelledError:
        return Exit.INTERRUPTED


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line alone; the program's own entry is `rushes.__main__`."""
    parser = argparse.ArgumentParser(prog="rushes")
    add_commands(parser.add_subparsers(required=True))
    return run(parser.parse_args(argv))
