"""What the commands print: jobs as they change, and errors as sentences and exit codes."""

import json
import sys
from typing import Any

from rushes.domain.error_words import words_for
from rushes.domain.errors import (
    CatalogueEntryUnreadable,
    JobNotFound,
    LibraryError,
    LibraryInUse,
    NotFound,
    NotReachable,
    RemoteIdRefused,
    RemoteIdTaken,
    RemoteIdUnsettled,
    RequestGone,
    RushesError,
    ServiceError,
    TokenMissing,
    TokenRefused,
)
from rushes.domain.job import Job
from rushes.engine.batch import Exit
from rushes.engine.job_json import job_values
from rushes.library.library import Library

_WRONG_NAMES = (
    CatalogueEntryUnreadable,
    JobNotFound,
    NotFound,
    RemoteIdRefused,
    RemoteIdTaken,
    RemoteIdUnsettled,
    RequestGone,
)


class BadInput(Exception):
    """An argument makes no sense; its text says which."""


class JobPrinter:
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
                    print_line(path)
            if job.error is not None:
                print(f"{job.id}  {job.error.message}", file=sys.stderr)
        if code is Exit.NOT_REACHABLE:
            print(
                f"{told(NotReachable())} `rushes resume` goes on with what waits.",
                file=sys.stderr,
            )
        if code is Exit.TOKEN:
            print(told(TokenRefused()), file=sys.stderr)

    def _print_json(self, job: Job) -> None:
        if self._as_json and self._printed.get(job.id) != job:
            self._printed[job.id] = job
            print_json(job_values(job, self._library.media.absolute))


def print_json(values: dict[str, Any]) -> None:
    """Print one object as one line of JSON."""
    print_line(json.dumps(values, ensure_ascii=False))


def print_line(text: str) -> None:
    """Print a line at once, for whoever reads it through a pipe."""
    print(text, flush=True)


def complain(sentence: str, code: Exit) -> int:
    """Say on the error output what is wrong, and return the exit code."""
    print(sentence, file=sys.stderr)
    return code


def told(error: RushesError) -> str:
    """Return the words for an error as one line."""
    words = words_for(error)
    if isinstance(error, LibraryInUse):
        return f"{words.happened} It is open in: {error.detail}. {words.todo}"
    if isinstance(error, JobNotFound):
        return f"{words.happened} ({error.detail})"
    return words.sentence


def exit_of(error: RushesError) -> Exit:
    """Return the exit code for an error that ends a command."""
    if isinstance(error, TokenMissing | TokenRefused):
        return Exit.TOKEN
    if isinstance(error, LibraryError) and not isinstance(error, JobNotFound):
        return Exit.LIBRARY
    if isinstance(error, _WRONG_NAMES):
        return Exit.BAD_INPUT
    if isinstance(error, ServiceError):
        return Exit.NOT_REACHABLE
    return Exit.JOB_FAILED
