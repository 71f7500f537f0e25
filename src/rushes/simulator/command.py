"""`rushes simulate`: run the simulator until it is told to stop."""

import argparse
import asyncio
import contextlib
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from rushes.domain.request import JsonValue
from rushes.simulator.faults.fields import FaultFileUnreadable
from rushes.simulator.faults.help_text import faults_help

DESCRIPTION = """\
Run a stand-in for the service on this machine: real HTTP on 127.0.0.1, real clips, no money.
The first line of output is "listening on http://127.0.0.1:PORT". It ends on SIGTERM and Ctrl+C."""

EPILOG = """\
The ledger is a text file that gets one line of JSON for every submit that was accepted, written
before the reply is sent:
  {"request_id": ID, "time": ISO 8601 in UTC, "token_digest": first 16 hexadecimal digits of the
   token's SHA-256, "body_digest": SHA-256 of the body's bytes in hexadecimal}

"""

_FAILED = 1
_WRONG_ARGUMENTS = 2
_KIND_TO_OTHERS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description, parser.epilog = DESCRIPTION, EPILOG + faults_help()
    parser.add_argument(
        "--port", type=_port, default=0, help="port of the API (default: a free one)"
    )
    parser.add_argument("--token", help="the only token that is accepted (default: any)")
    parser.add_argument(
        "--pace",
        type=_seconds,
        metavar="SECONDS",
        help="how long a job takes, from the queue to its end (default: 4); "
        "0: as long as the rendering takes",
    )
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="append accepted submits here")
    parser.add_argument(
        "--models",
        type=Path,
        metavar="DIR",
        help="also serve the catalogue entries (*.json) of this folder",
    )
    parser.add_argument(
        "--faults", type=Path, metavar="FILE", help="let calls go wrong as this file says"
    )
    parser.add_argument(
        "--faults-seed",
        type=int,
        default=0,
        metavar="N",
        help="seed of what the faults leave to chance (default: 0)",
    )
    parser.add_argument(
        "--canary",
        type=Path,
        metavar="FILE",
        help="append every request to the canary here, one line of JSON each",
    )
    parser.add_argument(
        "--exit-with-parent",
        action="store_true",
        help="end as soon as standard input ends, as it does when the parent process dies",
    )


def run(args: argparse.Namespace) -> int:
    """Serve until told to stop; return the exit status. Words about failures go to stderr."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    if hasattr(os, "nice"):
        # Rendering takes whole cores; programs that people look at go first.
        os.nice(_KIND_TO_OTHERS)
    # Late, like all that only a running simulator needs.
    from rushes.simulator.faults.fault_file import read_fault_file

    try:
        faults = [] if args.faults is None else read_fault_file(args.faults)
    except (OSError, FaultFileUnreadable) as error:
        print(f"rushes simulate: {args.faults}: {error}", file=sys.stderr)
        return _WRONG_ARGUMENTS
    try:
        asyncio.run(_serve(args, faults))
    except OSError as error:
        print(f"rushes simulate: {error}", file=sys.stderr)
        return _FAILED
    except KeyboardInterrupt:
        pass
    return 0


async def _serve(args: argparse.Namespace, faults: Sequence[JsonValue]) -> None:
    # numpy and av are imported here, once the arguments are known to be good.
    from rushes.simulator.catalogue import bundled_models, read_entries
    from rushes.simulator.server import DEFAULT_PACE_SECONDS, Simulator

    stop = asyncio.Event()
    _call_on_signals(stop.set)
    if args.exit_with_parent:
        _call_at_end_of_input(stop.set)
    models = {each.get("model_id"): each for each in bundled_models()}
    if args.models is not None:
        models |= {each.get("model_id"): each for each in read_entries(args.models)}
    simulator = Simulator(
        models=models.values(),
        port=args.port,
        token=args.token,
        pace_seconds=DEFAULT_PACE_SECONDS if args.pace is None else args.pace,
        ledger_path=args.ledger,
        faults=faults,
        faults_folder=None if args.faults is None else args.faults.parent,
        faults_seed=args.faults_seed,
        canary_path=args.canary,
    )
    async with simulator:
        print(f"listening on {simulator.url}", flush=True)
        await stop.wait()


def _call_on_signals(act: Callable[[], object]) -> None:
    """Call when the process is asked to end."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, act)
        except NotImplementedError:
            # Windows: its loops have no such method, but wake up for signals.
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(act))


def _call_at_end_of_input(act: Callable[[], object]) -> None:
    """Call once standard input ends. A thread works for pipes on every system."""
    loop = asyncio.get_running_loop()

    def wait() -> None:
        # Not sys.stdin: its lock would be held when the interpreter ends.
        with contextlib.suppress(OSError):
            while os.read(0, 4096):
                pass
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(act)

    threading.Thread(target=wait, name="parent watch", daemon=True).start()


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65_535:
        raise argparse.ArgumentTypeError("a port goes from 0 to 65535")
    return port


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= 3_600:
        raise argparse.ArgumentTypeError("a pace goes from 0 to 3600 seconds")
    return seconds
