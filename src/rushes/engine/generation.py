"""From a wish to jobs: inputs completed and checked, seeds drawn, ids made. Nothing is sent."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from rushes.domain.errors import InputRefused
from rushes.domain.ids import new_job_id
from rushes.domain.job import Job
from rushes.domain.model_spec import ModelSpec
from rushes.domain.request import GenerationRequest, JsonValue
from rushes.domain.seeds import draw_seed, seed_bounds
from rushes.domain.states import JobState
from rushes.domain.validation import check_inputs, resolve_inputs


@dataclass(frozen=True, slots=True)
class GenerationWish:
    """What a person wants made.

    Attributes:
        spec: the model.
        inputs: inputs as set by the person; without a seed, one is drawn for each take.
        takes: how many jobs, 1 or more; a given seed counts up by one from take to take.
        parent: the job that this is a remix of, or None.
        price_shown: US dollars of one job as told before sending, None for "not known".
    """

    spec: ModelSpec
    inputs: Mapping[str, JsonValue]
    takes: int = 1
    parent: Job | None = None
    price_shown: Decimal | None = None


def requests_for(wish: GenerationWish) -> list[GenerationRequest]:
    """Return the requests that the wish comes to, one for each take.

    Raises InputRefused with every problem there is.
    """
    inputs = resolve_inputs(wish.spec, wish.inputs)
    problems = check_inputs(wish.spec, inputs)
    if problems:
        raise InputRefused(problems)
    return [
        GenerationRequest(wish.spec.model_id, {**inputs, **_seed(wish, take)})
        for take in range(wish.takes)
    ]


def jobs_for(wish: GenerationWish) -> list[Job]:
    """Return new waiting jobs for the wish, all of one shot; raises InputRefused."""
    jobs: list[Job] = []
    shot_id = wish.parent.shot_id if wish.parent else None
    for request in requests_for(wish):
        job_id = new_job_id()
        shot_id = shot_id or job_id
        jobs.append(
            Job(
                id=job_id,
                shot_id=shot_id,
                take=0,
                request=request,
                state=JobState.WAITING,
                created_at=time.time(),
                parent_id=wish.parent.id if wish.parent else None,
                price_shown=wish.price_shown,
            )
        )
    return jobs


def asked_again(old: Job) -> Job:
    """Return a new waiting job of the same shot with the very request of an old one."""
    return Job(
        id=new_job_id(),
        shot_id=old.shot_id,
        take=0,
        request=old.request,
        state=JobState.WAITING,
        created_at=time.time(),
        parent_id=old.id,
        price_shown=old.price_shown,
    )


def _seed(wish: GenerationWish, take: int) -> dict[str, JsonValue]:
    field = wish.spec.seed_field
    if field is None:
        return {}
    given = wish.inputs.get(field.name)
    low, high = seed_bounds(field)
    if isinstance(given, int) and given >= low:
        return {field.name: low + (given - low + take) % (high - low + 1)}
    return {field.name: draw_seed(field)}
