"""Jobs such as a studio would have after some years, from one seed."""

import random
import uuid
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from rushes.domain.error_words import WORDS
from rushes.domain.job import Job, JobError
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState

MODEL = "wan-ai/wan-2-1/text-to-video"

SUBJECTS = (
    "A log cabin under the northern lights",
    "Night tram in the rain, neon on wet asphalt",
    "Lighthouse in a winter storm",
    "Salt flat at {time}, a lone rider",
    "Balloons over a sea of clouds",
    "Ochre planet with rings",
    "Jellyfish in the deep, slow drift",
    "Harbour at blue hour, a ferry comes in",
    "Ink in water, macro",
    "Dunes at {time}, wind on the crest",
    "Pines in the mist",
    "Un faro nella tempesta, notte",
    "Café terrace at {time}, steam from a cup",
)
TIMES = ("dawn", "dusk", "noon", "midnight")
DETAILS = (
    "slow push in",
    "wide lens",
    "grainy 35 mm film",
    "handheld",
    "shallow focus",
    "red umbrella",
    "drifting snow",
    "still air",
    "smoke from the chimney",
    "long lens",
)
_ENDINGS = (
    (JobState.READY, 0.92, ""),
    (JobState.FAILED, 0.03, "job_failed"),
    (JobState.CANCELLED, 0.02, ""),
    (JobState.EXPIRED, 0.015, "link_dead"),
    (JobState.REJECTED, 0.01, "inputs_refused_by_service"),
    (JobState.UNKNOWN, 0.005, "outcome_unknown"),
)


def plausible_jobs(count: int, now: float, years: float = 3.0, seed: int = 1) -> Iterator[Job]:
    """Yield jobs, oldest first, in shots of one to nine takes; without clips so far.

    Args:
        count: how many.
        now: when the newest was made, seconds since the epoch.
        years: how long ago the oldest was made.
        seed: the same seed gives the same jobs.
    """
    chance = random.Random(seed)
    span = years * 365.25 * 86_400
    made = 0
    while made < count:
        takes = min(count - made, chance.choice((1, 1, 2, 3, 4, 5, 6, 9)))
        subject = chance.choice(SUBJECTS).format(time=chance.choice(TIMES))
        words = chance.sample(DETAILS, 3)
        seed_value = chance.randrange(1, 2**31)
        shot_id, parent_id = "", None
        for take in range(takes):
            # Most work was done lately: squares draw the jobs towards now.
            age = ((count - 1 - made) / max(1, count - 1)) ** 2 * span
            if take and chance.random() < 0.4:
                words = [*words[:2], chance.choice(DETAILS)]
            job = _job(chance, f"{subject}, {', '.join(words)}", seed_value + take, now - age)
            shot_id = shot_id or job.id
            yield replace(job, shot_id=shot_id, parent_id=parent_id)
            parent_id = job.id
            made += 1


def _job(chance: random.Random, prompt: str, seed: int, created: float) -> Job:
    inputs = {
        "prompt": prompt,
        "seed": seed % (2**31 - 1),
        "num_frames": chance.choice((81, 85, 89, 93, 97)),
        "frames_per_second": chance.choice((16, 16, 16, 24)),
        "resolution": chance.choice(("480p", "720p", "720p")),
        "aspect_ratio": chance.choice(("16:9", "16:9", "16:9", "9:16")),
        "enable_prompt_expansion": chance.random() < 0.6,
    }
    stamp = int(created * 1000)
    number = (stamp << 80) | (7 << 76) | (chance.getrandbits(12) << 64)
    number |= (2 << 62) | chance.getrandbits(62)
    state, code = _ending(chance)
    error = JobError(code, WORDS[code].sentence, "HTTP 500: worker gone") if code else None
    sent = state is not JobState.REJECTED
    return Job(
        id=str(uuid.UUID(int=number)),
        shot_id="",
        take=0,
        request=GenerationRequest(MODEL, inputs),
        state=state,
        created_at=created,
        remote_id=f"{chance.getrandbits(64):016x}" if sent else None,
        sent_at=created + 0.2,
        accepted_at=created + 0.9 if sent else None,
        started_at=created + chance.uniform(2, 60) if sent else None,
        finished_at=created + chance.uniform(70, 300),
        ready_at=created + chance.uniform(300, 320) if state is JobState.READY else None,
        cost=Decimal("0.25") if state is JobState.READY and chance.random() < 0.5 else None,
        error=error,
    )


def _ending(chance: random.Random) -> tuple[JobState, str]:
    drawn = chance.random()
    for state, share, code in _ENDINGS:
        drawn -= share
        if drawn < 0:
            return state, code
    return JobState.READY, ""
