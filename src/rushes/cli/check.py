"""`rushes check`: what is missing, changed, left over or damaged in a library, and its mending."""

import argparse
import asyncio
from typing import TYPE_CHECKING

from rushes.cli.output import BadInput, print_json, print_line
from rushes.domain.check_words import CHECK_WORDS
from rushes.engine.batch import Exit
from rushes.engine.configuration import Configuration

if TYPE_CHECKING:
    from rushes.library.check import CheckReport
    from rushes.library.findings import Finding


async def check(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Look through the library; with --repair mend what can be mended. Nothing is thrown away.

    Ends with 0 where nothing is left to be mended, and with 1 otherwise.
    """
    from rushes.engine.found_clips import read_clip
    from rushes.library.check import check_library

    root = configuration.library
    if not await asyncio.to_thread(root.is_dir):
        raise BadInput(f"There is no library in {root}.")
    report = await asyncio.to_thread(
        check_library, root, repair=arguments.repair, deep=arguments.deep, read_clip=read_clip
    )
    if arguments.json:
        print_json(report.as_json())
    else:
        for finding in report.findings:
            print_line(_line(finding))
        print_line(_summary(report))
    return Exit.DONE if report.is_sound else Exit.JOB_FAILED


def _line(finding: "Finding") -> str:
    words = CHECK_WORDS[finding.kind]
    where = ", ".join(part for part in (finding.path, finding.job_id) if part)
    done = f"Mended: {words.repair}" if finding.is_mended else f"--repair: {words.repair}"
    return f"{words.found} {f'({where}) ' if where else ''}{done}"


def _summary(report: "CheckReport") -> str:
    jobs = "1 job" if report.jobs == 1 else f"{report.jobs} jobs"
    left = sum(not finding.is_mended for finding in report.findings)
    if left:
        return f"{jobs}: {left} of {len(report.findings)} findings are not mended."
    if report.findings:
        return f"{jobs}: all of {len(report.findings)} findings are mended."
    return f"{jobs}: all is well."
