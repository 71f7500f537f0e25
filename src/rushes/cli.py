"""The command line on the same engine: composition, arguments in, words and JSON out."""

import argparse
import asyncio
import json
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rushes.domain.error_words import words_for
from rushes.domain.errors import (
    CatalogueEntryUnreadable,
    InputRefused,
    JobNotFound,
    LibraryError,
    LibraryInUse,
    NotReachable,
    RushesError,
    ServiceError,
    TokenMissing,
    TokenRefused,
)
from rushes.domain.job import Job
from rushes.domain.model_spec import FieldKind, ModelSpec, read_model
from rushes.domain.origins import AddressRefused
from rushes.domain.request import JsonValue
from rushes.domain.states import JobState
from rushes.engine.batch import Batch, Exit
from rushes.engine.configuration import Configuration, configure
from rushes.engine.engine import Engine
from rushes.engine.generation import GenerationWish, requests_for
from rushes.engine.job_json import job_values
from rushes.engine.logs import log_to
from rushes.engine.models import FIRST_MODEL, bundled_models, read_model_file
from rushes.library.library import Library


class BadInput(Exception):
    """An argument makes no sense; its text says which."""


def add_commands(commands: Any) -> None:
    """Add the commands to an argparse parser's subparsers."""
    library = argparse.ArgumentParser(add_help=False)
    library.add_argument(
        "--library", metavar="DIR", default=argparse.SUPPRESS, help="the library to work in"
    )
    as_json = argparse.ArgumentParser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="print one JSON object a line")

    generate = commands.add_parser(
        "generate", parents=[library, as_json], help="write jobs down, send them, fetch the clips"
    )
    generate.add_argument("prompt", metavar="PROMPT")
    model = generate.add_mutually_exclusive_group()
    model.add_argument("--model", metavar="ID", default=FIRST_MODEL)
    model.add_argument("--model-file", metavar="FILE", help="a catalogue entry as JSON")
    generate.add_argument(
        "--set", metavar="NAME=VALUE", action="append", default=[], dest="settings",
        help="an input: text as it is, any other type as JSON; may be given often",
    )  # fmt: skip
    generate.add_argument("--takes", type=int, default=1, metavar="N")
    generate.add_argument("--no-wait", action="store_true", help="leave once all are sent")
    generate.add_argument("--dry-run", action="store_true", help="check, and send nothing")
    generate.set_defaults(run=_generate)

    resume = commands.add_parser(
        "resume", parents=[library, as_json], help="work until nothing is pending"
    )
    resume.set_defaults(run=_resume)

    jobs = commands.add_parser("jobs", parents=[library, as_json], help="list jobs, newest first")
    jobs.add_argument("query", metavar="QUERY", nargs="?", default="")
    jobs.add_argument("--limit", type=int, default=-1, metavar="N")
    jobs.set_defaults(run=_jobs)

    cancel = commands.add_parser("cancel", parents=[library, as_json], help="cancel one job")
    cancel.add_argument("job", metavar="JOB")
    cancel.set_defaults(run=_cancel)


def run(arguments: argparse.Namespace) -> int:
    """Run a command and return its exit code."""
    try:
        configuration = configure(getattr(arguments, "library", None))
    except AddressRefused as error:
        return _complain(f"The service's address cannot be used: {error}.", Exit.BAD_INPUT)
    log_to(configuration.log_file, configuration.credentials.token)
    try:
        return asyncio.run(_interruptible(arguments, configuration))
    except BadInput as error:
        return _complain(str(error), Exit.BAD_INPUT)
    except InputRefused as error:
        for problem in error.problems:
            print(f"{problem.field}: {problem.sentence}", file=sys.stderr)
        return Exit.BAD_INPUT
    except RushesError as error:
        return _complain(_told(error), _exit_of(error))


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


async def _generate(arguments: argparse.Namespace, configuration: Configuration) -> int:
    spec = await _model(arguments, configuration)
    if arguments.takes < 1:
        raise BadInput("--takes: at least 1 is needed.")
    wish = GenerationWish(spec, _inputs(spec, arguments), takes=arguments.takes)
    requests = requests_for(wish)
    if arguments.dry_run:
        shown = {**wish.inputs, **requests[0].inputs}
        _print({"model": spec.model_id, "inputs": shown, "jobs": len(requests)})
        return Exit.DONE
    if not configuration.credentials.token():
        raise TokenMissing
    library, engine = await _open(configuration)
    try:
        entries = await engine.generate([wish])
        printer = _Printer(library, as_json=arguments.json)
        only = frozenset(entry.job.id for entry in entries)
        batch = Batch(library, engine, printer.note, only)
        code = await batch.run(until_sent=arguments.no_wait)
        printer.close(code)
        return code
    finally:
        await _close(library, engine)


async def _resume(arguments: argparse.Namespace, configuration: Configuration) -> int:
    if not configuration.credentials.token():
        raise TokenMissing
    library, engine = await _open(configuration)
    try:
        printer = _Printer(library, as_json=arguments.json)
        code = await Batch(library, engine, printer.note).run()
        printer.close(code)
        return code
    finally:
        await _close(library, engine)


async def _jobs(arguments: argparse.Namespace, configuration: Configuration) -> int:
    library = Library(configuration.library)
    if not library.layout.database.exists():
        return Exit.DONE
    await library.open_beside()
    try:
        order = await library.order(arguments.query, arguments.limit)
        for start in range(0, len(order), 500):
            for entry in await library.jobs(order.keys[start : start + 500]):
                if arguments.json:
                    _print(job_values(entry.job, library.media.absolute))
                else:
                    _line(f"{entry.job.id}  {entry.job.state:<12} {entry.job.prompt}")
    finally:
        await library.close()
    return Exit.DONE


async def _cancel(arguments: argparse.Namespace, configuration: Configuration) -> int:
    library, engine = await _open(configuration)
    try:
        await engine.cancel(arguments.job)
        await engine.settle_cancels()
        job = (await library.job(arguments.job)).job
        if arguments.json:
            _print(job_values(job, library.media.absolute))
        if job.state is JobState.CANCELLED:
            print("Cancelled.", file=sys.stderr)
            return Exit.DONE
        if job.cancel_answer is None and job.cancel_asked_at is not None:
            return _complain(_told(NotReachable()), Exit.NOT_REACHABLE)
        return _complain("The service says that this job cannot be cancelled.", Exit.JOB_FAILED)
    finally:
        await _close(library, engine)


async def _open(configuration: Configuration) -> tuple[Library, Engine]:
    library = Library(configuration.library)
    try:
        await library.open(program="rushes on the command line")
        engine = Engine.create(
            library,
            configuration.origin,
            configuration.settings.largest_download_bytes,
            configuration.credentials,
        )
    except BaseException:
        await library.close()
        raise
    await engine.start()
    return library, engine


async def _close(library: Library, engine: Engine) -> None:
    await asyncio.shield(engine.stop())
    await library.close()


async def _model(arguments: argparse.Namespace, configuration: Configuration) -> ModelSpec:
    if arguments.model_file is not None:
        path = Path(arguments.model_file)
        try:
            return await asyncio.to_thread(read_model_file, path)
        except (OSError, CatalogueEntryUnreadable) as error:
            raise BadInput(f"--model-file: {error}") from error
    for spec in await asyncio.to_thread(bundled_models):
        if spec.model_id == arguments.model:
            return spec
    from rushes.api.client import ServiceClient

    service = ServiceClient(configuration.origin, configuration.credentials.token)
    try:
        return read_model(await service.model(arguments.model))
    except ValueError as error:
        raise BadInput(f"--model: {arguments.model} is not a model's id.") from error
    finally:
        await service.close()


def _inputs(spec: ModelSpec, arguments: argparse.Namespace) -> dict[str, JsonValue]:
    prompt = spec.prompt_field
    inputs: dict[str, JsonValue] = {prompt.name if prompt else "prompt": arguments.prompt}
    for setting in arguments.settings:
        name, equals, text = setting.partition("=")
        if not equals:
            raise BadInput(f"--set: {setting} is not NAME=VALUE.")
        field = spec.field(name)
        plain = field is None or field.json_type == "string"
        plain = plain or (field is not None and field.kind is FieldKind.MEDIA)
        try:
            inputs[name] = text if plain else json.loads(text)
        except ValueError as error:
            raise BadInput(f"{name}: {text} is not JSON.") from error
    return inputs


class _Printer:
    """Prints jobs as they change: JSON on the output, words on the error output."""

    def __init__(self, library: Library, *, as_json: bool) -> None:
        self._library = library
        self._as_json = as_json
        self._last: dict[str, Job] = {}
        self._printed: dict[str, Job] = {}

    def note(self, job: Job) -> None:
        """Show the job as it is now."""
        before = self._last.get(job.id)
        self._last[job.id] = job
        if before is None or before.state is not job.state:
            print(f"{job.id}  {job.state}", file=sys.stderr, flush=True)
            self._print_json(job)

    def close(self, code: Exit) -> None:
        """Print what came of it."""
        for job in self._last.values():
            self._print_json(job)
            if not self._as_json:
                for path in job_values(job, self._library.media.absolute)["files"]:
                    _line(path)
            if job.error is not None:
                print(f"{job.id}  {job.error.message}", file=sys.stderr)
        if code is Exit.NOT_REACHABLE:
            print(
                f"{_told(NotReachable())} `rushes resume` goes on with what waits.",
                file=sys.stderr,
            )
        if code is Exit.TOKEN:
            print(_told(TokenRefused()), file=sys.stderr)

    def _print_json(self, job: Job) -> None:
        if self._as_json and self._printed.get(job.id) != job:
            self._printed[job.id] = job
            _print(job_values(job, self._library.media.absolute))


def _print(values: dict[str, Any]) -> None:
    _line(json.dumps(values, ensure_ascii=False))


def _line(text: str) -> None:
    print(text, flush=True)


def _complain(sentence: str, code: Exit) -> int:
    print(sentence, file=sys.stderr)
    return code


def _told(error: RushesError) -> str:
    words = words_for(error)
    if isinstance(error, LibraryInUse):
        return f"{words.happened} It is open in: {error.owner}. {words.todo}"
    if isinstance(error, JobNotFound):
        return f"{words.happened} ({error.detail})"
    return words.sentence


def _exit_of(error: RushesError) -> Exit:
    if isinstance(error, TokenMissing | TokenRefused):
        return Exit.TOKEN
    if isinstance(error, LibraryError) and not isinstance(error, JobNotFound):
        return Exit.LIBRARY
    if isinstance(error, JobNotFound | CatalogueEntryUnreadable):
        return Exit.BAD_INPUT
    if isinstance(error, ServiceError):
        return Exit.NOT_REACHABLE
    return Exit.JOB_FAILED


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line alone; the program's own entry is `rushes.__main__`."""
    parser = argparse.ArgumentParser(prog="rushes")
    add_commands(parser.add_subparsers(required=True))
    return run(parser.parse_args(argv))
