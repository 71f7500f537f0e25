"""`rushes jobs`, `rushes cancel` and `rushes answer`: what there is, and a word about one of it."""

import argparse
import datetime

from rushes.cli.opened import opened, require_token
from rushes.cli.output import BadInput, JobPrinter, complain, print_json, print_line, told
from rushes.domain.errors import NotReachable, QueryNotUnderstood
from rushes.domain.job_sort import JobSort, SortKey
from rushes.domain.search import parse
from rushes.domain.states import JobState
from rushes.engine.batch import Batch, Exit
from rushes.engine.configuration import Configuration
from rushes.engine.engine import Engine
from rushes.engine.job_json import job_values
from rushes.engine.library_of_run import library_of

_PAGE = 500


async def jobs(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """List or count the jobs that a query finds, beside whoever owns the library."""
    query = " ".join(arguments.query)
    library = library_of(configuration)
    if not library.layout.database.exists():
        _check(query)
        if arguments.count:
            _print_count(0, as_json=arguments.json)
        return Exit.DONE
    await library.open_beside()
    try:
        if arguments.count:
            (found,) = await library.count([query])
            most = arguments.limit
            _print_count(min(found, most) if most >= 0 else found, as_json=arguments.json)
            return Exit.DONE
        sort = JobSort(SortKey(arguments.sort), arguments.reverse)
        order = await library.order(query, arguments.limit, sort=sort)
        for start in range(0, len(order), _PAGE):
            for entry in await library.jobs(order.keys[start : start + _PAGE]):
                if arguments.json:
                    print_json(job_values(entry.job, library.media.absolute))
                else:
                    print_line(f"{entry.job.id}  {entry.job.state:<12} {entry.job.prompt}")
    finally:
        await library.close()
    return Exit.DONE


def _check(text: str) -> None:
    """Read a query where there is no library to ask; raises QueryNotUnderstood."""
    problem = parse(text, datetime.date.today()).problem
    if problem is not None:
        raise QueryNotUnderstood(problem)


def _print_count(count: int, *, as_json: bool) -> None:
    if as_json:
        print_json({"jobs": count})
    else:
        print_line(str(count))


async def cancel(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Cancel one job, here or at the service."""
    await configuration.credentials.load()
    async with opened(configuration, send_waiting=False) as (library, engine):
        await engine.cancel(arguments.job)
        await engine.settle_cancels()
        job = (await library.job(arguments.job)).job
        if arguments.json:
            print_json(job_values(job, library.media.absolute))
        if job.state is JobState.CANCELLED:
            return complain("Cancelled.", Exit.DONE)
        if job.cancel_answer is None and job.cancel_asked_at is not None:
            return complain(told(NotReachable()), Exit.NOT_REACHABLE)
        return complain("The service says that this job cannot be cancelled.", Exit.JOB_FAILED)


async def answer(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Say what is to become of a job that waits for a word, and wait for what comes of it."""
    if not arguments.keep:
        await require_token(configuration)
    async with opened(configuration, send_waiting=False) as (library, engine):
        before = (await library.job(arguments.job)).job
        followed = await _carry_out(arguments, engine, before.state)
        printer = JobPrinter(library, as_json=arguments.json)
        batch = Batch(library, engine, printer.note, frozenset({followed}))
        code = await batch.run()
        printer.close(code)
        return code


async def _carry_out(arguments: argparse.Namespace, engine: Engine, state: JobState) -> str:
    """Carry out the answer; return the id of the job to follow."""
    job: str = arguments.job
    if arguments.follow is not None:
        return (await engine.answers.adopt(job, arguments.follow)).id
    if arguments.fetch_again:
        return (await engine.answers.ask_again(job)).id
    if state is JobState.HELD:
        if arguments.keep:
            return job
        await engine.answers.send_held(job)
        return job
    if state is not JobState.UNKNOWN:
        raise BadInput(f"{job} does not wait for this answer: it is {state}.")
    if arguments.send_again:
        return (await engine.answers.send_again(job)).job.id
    return (await engine.answers.keep(job)).id
