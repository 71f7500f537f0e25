"""The jobs that wait for a person's word, taken together where only their seeds differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rushes.domain.job import Job
from rushes.domain.request import canonical_json
from rushes.library.announcements import JobEntry


@dataclass(frozen=True, slots=True)
class WaitingGroup:
    """Jobs of one request, but for the seed.

    Attributes:
        name: the request without its seed; the same for the same jobs.
        entries: the jobs in the order of sending, at least one.
    """

    name: str
    entries: tuple[JobEntry, ...]

    @property
    def first(self) -> Job:
        """The one that goes out first."""
        return self.entries[0].job

    @property
    def price(self) -> Decimal | None:
        """US dollars of them all as told before sending; None unless known of each."""
        known, unknown = known_price(self.entries)
        return None if unknown else known


def waiting_groups(entries: Iterable[JobEntry]) -> list[WaitingGroup]:
    """Group jobs, which are in the order of sending; a group stands where its first job does."""
    groups: dict[str, list[JobEntry]] = {}
    for entry in entries:
        groups.setdefault(_name(entry.job), []).append(entry)
    return [WaitingGroup(name, tuple(jobs)) for name, jobs in groups.items()]


def known_price(entries: Iterable[JobEntry]) -> tuple[Decimal, int]:
    """Return US dollars of the jobs whose price is known, and how many have none."""
    prices = [entry.job.price_shown for entry in entries]
    return sum((each for each in prices if each is not None), Decimal()), prices.count(None)


def _name(job: Job) -> str:
    inputs = {name: value for name, value in job.request.inputs.items() if name != "seed"}
    return canonical_json([job.request.model_id, inputs])
