"""Searching 100, 10,000 and 100,000 jobs, against the bare query of the same index.

Ours is all that a person waits for but the painting: the text is read, asked for on the library's
own thread, and comes back in the order of time, the trash left out. The rival has one connection
in its own thread, and fetches the numbers of the rows that SQLite finds, in no order. Words are
looked for in prompts, tags and notes by both.

Of 100 jobs the rival's whole query takes as long as handing ours to another thread, so what is
promised there is only that nobody notices. The goals of fields and shots are what was reached,
with some room.
"""

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import apsw

from rushes.library.library import Library
from tests.bench.contract import Goal, Race
from tests.bench.filled_library import filled_library

SIZES = {100: 12.0, 10_000: 5.0, 100_000: 3.0}
"""Jobs, and how many times the bare query's time the search for words may take."""

WORDS = ("storm", "projectionist", "lens snow", "light", "kyoto", '"on the coast"', "grade low")
FIELDS: Mapping[str, tuple[str, str]] = {
    "rating": (
        "rating:>=4",
        "SELECT job_key FROM marks WHERE rating >= 4 AND rating > 0",
    ),
    "date": (
        "date:month",
        "SELECT key FROM jobs WHERE created_at >= unixepoch('now', 'start of month')",
    ),
    "seed": (
        "seed:>2000000000",
        "SELECT job_key FROM traits WHERE seed > 2000000000",
    ),
    "all": ("", "SELECT key FROM jobs"),
}
"""Query and the bare statement for it."""

FIELD_GOAL = 25.0
STACK_GOAL = 1.5


def races(workspace: Path) -> Iterator[Race]:
    """Words at each size, then fields and shots of the largest."""
    for jobs, ratio in SIZES.items():
        root = filled_library(workspace, jobs)
        asked = _Asked(root)
        try:
            yield Race(
                f"{len(WORDS)} word searches, {jobs:,} jobs",
                "bare FTS5 query",
                lambda asked=asked: asked.ours(WORDS),  # type: ignore[misc]
                lambda asked=asked: asked.bare_words(WORDS),  # type: ignore[misc]
                (Goal("search", "ms", ratio),),
            )
            if jobs == max(SIZES):
                yield from _others(asked, jobs)
        finally:
            asked.close()


def _others(asked: "_Asked", jobs: int) -> Iterator[Race]:
    for name, (text, statement) in FIELDS.items():
        yield Race(
            f"{name}, {jobs:,} jobs",
            "bare statement",
            lambda text=text: asked.ours([text]),  # type: ignore[misc]
            lambda statement=statement: asked.bare(statement),  # type: ignore[misc]
            (Goal("search", "ms", FIELD_GOAL),),
        )
    yield Race(
        f"all by shots, {jobs:,} jobs",
        "bare GROUP BY",
        lambda: asked.ours([""], stacked=True),
        lambda: asked.bare("SELECT key, max(created_at), count(*) FROM jobs GROUP BY shot_id"),
        (Goal("search", "ms", STACK_GOAL),),
    )


class _Asked:
    """One library, open as the window has it, and beside it a bare connection."""

    def __init__(self, root: Path) -> None:
        self._loop = asyncio.new_event_loop()
        self._library = Library(root)
        self._loop.run_until_complete(self._library.open_beside())
        self._bare = apsw.Connection(str(root / "rushes.db"), flags=apsw.SQLITE_OPEN_READONLY)

    def ours(self, texts: Sequence[str], *, stacked: bool = False) -> dict[str, float]:
        def ask() -> int:
            orders = (self._library.order(text, stacked=stacked) for text in texts)
            return sum(len(self._loop.run_until_complete(order)) for order in orders)

        return _timed(ask)

    def bare_words(self, texts: Sequence[str]) -> dict[str, float]:
        def ask() -> int:
            found = 0
            for text in texts:
                words = [text.strip('"')] if text.startswith('"') else text.split()
                expression = " AND ".join(f'"{word}"' for word in words)
                for table in ("words", "remarks"):
                    sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"
                    found += len(self._bare.execute(sql, (expression,)).fetchall())
            return found

        return _timed(ask)

    def bare(self, statement: str) -> dict[str, float]:
        return _timed(lambda: len(self._bare.execute(statement).fetchall()))

    def close(self) -> None:
        self._loop.run_until_complete(self._library.close())
        self._loop.close()
        self._bare.close()


def _timed(ask: Callable[[], int]) -> dict[str, float]:
    started = time.perf_counter()
    found = ask()
    seconds = time.perf_counter() - started
    if not found:
        raise RuntimeError("nothing was found")
    return {"search": seconds}
