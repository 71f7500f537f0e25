"""Deaths at named points, each followed by a clean start and the judge."""

import itertools
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rushes.library.layout import Layout
from rushes.library.schema import MIGRATIONS
from tests.faults.failpoints import FAILPOINTS, VARIABLE, Failpoint
from tests.faults.judge import Verdict, judge
from tests.faults.old_schema import schema_of, to_first_schema
from tests.faults.starter import Starter
from tests.faults.surroundings import Person, Service, serving
from tests.faults.trials import chance

HASTE = "0.05"
TAKES = 3
_AGAIN = 0.3
"""How often the start after a death dies as well, at another point."""

_NO_REST = ("waiting", "sending", "in_queue", "in_progress", "finished", "downloading")


@dataclass(slots=True)
class Deaths:
    """What came of one lane.

    Attributes:
        hit: how often each point was passed and ended the process.
        second: deaths of the start that followed.
        verdict: all that the judge found, in every library and at every moment.
        faults: anything else that was not as it must be.
    """

    hit: Counter[str] = field(default_factory=Counter)
    second: int = 0
    verdict: Verdict = field(default_factory=Verdict)
    faults: list[str] = field(default_factory=list)


def planned(trials: int) -> list[tuple[Failpoint, int]]:
    """Return that many deaths: every point in turn, at its first, second, third … passing."""
    rounds = max(point.times for point in FAILPOINTS.values())
    each_round = [
        (point, count)
        for count in range(1, rounds + 1)
        for point in FAILPOINTS.values()
        if count <= point.times
    ]
    return list(itertools.islice(itertools.cycle(each_round), trials))


def die_often(
    folder: Path, plan: Sequence[tuple[Failpoint, int]], number: int, lane: str
) -> Deaths:
    """Run a lane of deaths on one library."""
    by_chance, deaths = chance(number, lane), Deaths()
    with serving(folder / "service") as service:
        person = Person(folder / "person", service.url)
        with Starter(person) as starter:
            for point, count in plan:
                words = f"{point.name}:{count}"
                takes = count + by_chance.randint(0, 1)
                if point.stage == "resume":
                    starter.run(*person.generate("a cabin", takes), **{VARIABLE: "post.left"})
                    code, err = starter.run("resume", **_points(words))
                else:
                    code, err = starter.run(*person.generate("a cabin", takes), **_points(words))
                if not _note_death(deaths, words, code, err):
                    continue
                _judge(deaths, service, person, words, in_flight=("sending",))
                if by_chance.random() < _AGAIN:
                    other = by_chance.choice(list(FAILPOINTS))
                    code, _ = starter.run("resume", **_points(other))
                    deaths.second += code == -9
                    words += f" and {other}"
                code, err = starter.run("resume", RUSHES_HASTE=HASTE)
                if code not in (0, 1, 5):
                    deaths.faults.append(f"{words}: resume ended with {code}: {err[-500:]}")
                _judge(deaths, service, person, words, is_at_rest=True)
    return deaths


def die_migrating(folder: Path, plan: Sequence[tuple[Failpoint, int]]) -> Deaths:
    """Run a lane of deaths while an old library is brought up to date, each on a fresh copy."""
    deaths = Deaths()
    with serving(folder / "service") as service:
        person = Person(folder / "person", service.url)
        with Starter(person) as starter:
            starter.run(*person.generate("a cabin", TAKES), RUSHES_HASTE=HASTE)
            to_first_schema(person.library)
            _forget_openings(person.library)
            old = folder / "old library"
            person.library.rename(old)
            for point, count in plan:
                words = f"{point.name}:{count}"
                shutil.rmtree(person.library, ignore_errors=True)
                shutil.copytree(old, person.library)
                code, err = starter.run("resume", **_points(words))
                if not _note_death(deaths, words, code, err):
                    continue
                if schema_of(person.library) != 1:
                    deaths.faults.append(f"{words}: the schema is half new")
                code, err = starter.run("resume", RUSHES_HASTE=HASTE)
                if code != 0 or schema_of(person.library) != len(MIGRATIONS):
                    deaths.faults.append(f"{words}: resume ended with {code}: {err[-500:]}")
                if not list(Layout(person.library).backups.glob("*.db")):
                    deaths.faults.append(f"{words}: there is no copy from before the migration")
                _judge(deaths, service, person, words, is_at_rest=True)
    return deaths


def _points(words: str) -> dict[str, str]:
    return {VARIABLE: words, "RUSHES_HASTE": HASTE}


def _note_death(deaths: Deaths, words: str, code: int, err: str) -> bool:
    if code == -9:
        deaths.hit[words.partition(":")[0]] += 1
        return True
    deaths.faults.append(f"{words} was not passed: the run ended with {code}: {err[-300:]}")
    return False


def _judge(
    deaths: Deaths,
    service: Service,
    person: Person,
    words: str,
    *,
    in_flight: Sequence[str] = (),
    is_at_rest: bool = False,
) -> None:
    found = judge(service.ledger(), person.library, in_flight=in_flight)
    known = {*deaths.verdict.lost, *deaths.verdict.twice, *deaths.verdict.files}
    for name in ("lost", "twice", "files"):
        fresh = [each for each in getattr(found, name) if not _is_known(each, known)]
        getattr(deaths.verdict, name).extend(f"{words}: {each}" for each in fresh)
    for name in ("paid", "owned_up", "jobs"):
        setattr(deaths.verdict, name, getattr(found, name))
    if is_at_rest:
        late = [f"{n} {state}" for state, n in found.states.items() if state.value in _NO_REST]
        if late:
            deaths.faults.append(f"{words}: after a run left alone, there are {', '.join(late)}")


def _is_known(sentence: str, known: set[str]) -> bool:
    """What is wrong stays wrong in the same library: it is told once, where it began."""
    return any(each.endswith(sentence) for each in known)


def _forget_openings(library: Path) -> None:
    """Leave only such receipts as an old Rushes wrote."""
    receipts = Layout(library).receipts
    kept = [
        line
        for line in receipts.read_bytes().splitlines(keepends=True)
        if any(b'"event":"%s"' % each in line for each in (b"sending", b"accepted", b"ready"))
    ]
    receipts.write_bytes(b"".join(kept))


def lanes_of(
    plan: Sequence[tuple[Failpoint, int]], lanes: int
) -> Iterator[list[tuple[Failpoint, int]]]:
    """Deal a plan out."""
    for lane in range(lanes):
        yield list(plan[lane::lanes])
