"""The program's entry: the window, or one of the commands."""

import argparse
import sys
from collections.abc import Sequence

from rushes import __version__
from rushes.ui.garbage import spare_the_start

COMMANDS = (
    *("generate", "resume", "jobs", "cancel", "answer", "check", "frames", "library"),
    "simulate",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run Rushes with the given arguments (those of the process by default)."""
    given = list(sys.argv[1:] if argv is None else argv)
    parser = _parser(with_commands=any(each in COMMANDS for each in given) or "--help" in given)
    arguments = parser.parse_args(given)
    if getattr(arguments, "run_command", None) is None:
        spare_the_start()
        from rushes.app import run as open_window

        return open_window(arguments)
    return int(arguments.run_command(arguments))


def _parser(*, with_commands: bool) -> argparse.ArgumentParser:
    """Make the parser; the commands are imported only when one is asked for."""
    parser = argparse.ArgumentParser(
        prog="rushes",
        description="A studio for text-to-video. Without a command, the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"Rushes {__version__}")
    parser.add_argument("--demo", action="store_true", help="use the built-in demo service")
    parser.add_argument("--library", metavar="DIR", help="the library to open")
    # For tests and measurements; not for people.
    parser.add_argument("--show-me", metavar="DIR", nargs="?", const="", help=argparse.SUPPRESS)
    parser.add_argument("--exit-after-first-paint", action="store_true", help=argparse.SUPPRESS)
    if with_commands:
        from rushes import cli
        from rushes.simulator import command

        commands = parser.add_subparsers(metavar="COMMAND")
        cli.add_commands(commands)
        simulate = commands.add_parser("simulate", help="answer as the service would, on loopback")
        command.add_arguments(simulate)
        simulate.set_defaults(run_command=command.run)
        for name in COMMANDS:
            if name != "simulate":
                commands.choices[name].set_defaults(run_command=cli.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
