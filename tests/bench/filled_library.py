"""Libraries of any size, filled at once: for benchmarks, and for looking at a full window.

    root = filled_library(folder, 100_000)

The jobs are of three years, in shots of one to nine takes, with marks, tags, notes and two albums.
The rows are written in bulk, past the library's own steps, and are those that it would have made.
"""

import itertools
import random
import shutil
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import apsw

from rushes.domain.marks import Flag, GoodRange, Marks, Note, sorted_tags
from rushes.domain.request import GenerationRequest, canonical_json
from rushes.domain.states import JobState
from rushes.library.database import open_for_writing
from rushes.library.facts import write_facts
from rushes.library.layout import Layout
from rushes.library.marks import write_marks
from rushes.library.schema import MIGRATIONS
from rushes.library.thumbnails import open_thumbnails
from rushes.library.traits import RULES

_Drawn = TypeVar("_Drawn")

YEARS = 3.0
DAY = 86_400.0
MODELS = (
    ("wan-ai/wan-2-1/text-to-video", 0.70),
    ("wan-ai/wan-2.7/text-to-video", 0.15),
    ("kling/kling-3.0/pro/image-to-video", 0.10),
    ("bytedance/seedance-2.0/pro", 0.05),
)
STATES = (
    (JobState.READY, 0.92),
    (JobState.FAILED, 0.03),
    (JobState.CANCELLED, 0.02),
    (JobState.EXPIRED, 0.015),
    (JobState.REJECTED, 0.01),
    (JobState.UNKNOWN, 0.005),
)
TAGS = ("night city", "keeper", "client A", "client B", "storm", "café", "to grade", "teaser")
SUBJECTS = (
    *(
        "log cabin under the northern lights",
        "night tram in the rain",
        "salt flat and a lone rider",
    ),
    *("lighthouse in a winter storm", "balloons over a sea of clouds", "ochre planet with rings"),
    *("jellyfish in the deep", "harbour at blue hour as a ferry comes in", "ink in water, macro"),
    *("dunes with wind on the crest", "pines in the mist", "faro nella tempesta di notte"),
    *(
        "café terrace with steam from a cup",
        "old projectionist threading a reel",
        "wolf on a ridge",
    ),
    *("market street after the storm", "glass greenhouse full of moths", "swimmer seen from below"),
)
PLACES = (
    *("on the coast of Ísafjörður", "in an empty station", "above the São Paulo skyline"),
    *("beside a frozen lake", "in a narrow alley of Kyōto", "at the edge of a pine forest"),
    *("on a rooftop garden", "inside a flooded theatre", "along the Côte d’Azur", "in deep snow"),
)
LIGHTS = (
    *("soft dawn light", "neon reflections on wet asphalt", "low winter sun", "overcast and flat"),
    *("single practical lamp", "moonlight through haze", "golden hour, long shadows", "firelight"),
)
CAMERAS = (
    *("slow push in", "wide lens, locked off", "handheld, close", "crane up and away"),
    *("long lens, shallow focus", "orbit to the left", "grainy 35 mm film", "drone, high and wide"),
)
EXTRAS = (
    *("red umbrella", "drifting snow", "smoke from the chimney", "birds scatter", "still air"),
    *("dust in the beam", "a dog waits", "paper lanterns", "ripples spread", "curtains move"),
    *("rain on the lens", "sparks rise", "fog rolls in", "a door opens", "grass bends"),
)


def filled_library(
    cache: Path,
    jobs: int,
    *,
    clips: Sequence[Path] = (),
    pictures: Sequence[bytes] = (),
    most_pictures: int = 2_000,
    seed: int = 1,
) -> Path:
    """The folder of a library with so many jobs; made if the cache has none yet.

    It is one for everybody who asks for the same: whoever writes into it takes `fresh_copy`. The
    newest job was made when the library was filled.

    Args:
        cache: a folder that outlives the run, or a temporary one.
        jobs: how many.
        clips: video files that the clips of the ready jobs lie as, in turn, under a few names in
            the media folder; without any, the database names files that are not there.
        pictures: thumbnails (JPEG) that the newest ready jobs have, in turn.
        most_pictures: how many of the jobs have one at most.
        seed: the same seed gives the same jobs, but for when they were made.
    """
    kinds = f"{len(clips)}c{len(pictures)}p{min(most_pictures, jobs) if pictures else 0}"
    root = cache / f"library-{jobs}-{kinds}-{seed}-v{len(MIGRATIONS)}"
    if root.exists():
        return root
    unfinished = root.with_name(f"{root.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    layout = Layout(unfinished)
    layout.create()
    names = [f"filled/{number}.mp4" for number in range(len(clips))]
    for name, clip in zip(names, clips, strict=True):
        (layout.media / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(clip, layout.media / name)
    ready = _fill(layout, jobs, names, random.Random(seed))
    if pictures:
        _draw(layout, ready[-most_pictures:], pictures)
    unfinished.rename(root)
    return root


def fresh_copy(root: Path, target: Path) -> Path:
    """A copy of a filled library that may be written into; returns its folder."""
    return shutil.copytree(root, target)


@dataclass
class _Rows:
    """What goes into the tables, one list each."""

    jobs: list[tuple[object, ...]] = field(default_factory=list)
    clips: list[tuple[object, ...]] = field(default_factory=list)
    words: list[tuple[int, str]] = field(default_factory=list)
    traits: list[tuple[object, ...]] = field(default_factory=list)
    marks: list[tuple[int, Marks]] = field(default_factory=list)
    ready: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class _Take:
    created: float
    shot: int
    take: int
    prompt: str
    seed: int
    model: str


def _fill(layout: Layout, count: int, names: Sequence[str], chance: random.Random) -> list[int]:
    """Write all rows; returns the keys of the jobs that are ready."""
    now = time.time()
    takes = sorted(_takes(count, now, chance), key=lambda take: (take.created, take.take))
    rows = _Rows()
    shot_ids: dict[int, str] = {}
    last_ids: dict[int, str] = {}
    for key, take in enumerate(takes, start=1):
        job_id = _id(take.created, chance)
        shot_id = shot_ids.setdefault(take.shot, job_id)
        _add(rows, key, job_id, shot_id, last_ids.get(take.shot), take, names, chance, now)
        last_ids[take.shot] = job_id
    connection = open_for_writing(layout.database, layout.backups)
    try:
        connection.pragma("synchronous", "OFF")
        with connection:
            _insert(connection, rows)
            _albums(connection, count, now, chance)
    finally:
        connection.close()
    return rows.ready


def _takes(count: int, now: float, chance: random.Random) -> Iterator[_Take]:
    made = 0
    for shot in itertools.count():
        size = min(count - made, chance.choice((1, 1, 2, 3, 3, 4, 5, 6, 9)))
        begun = now - chance.random() * YEARS * 365.25 * DAY
        parts = [chance.choice(group) for group in (SUBJECTS, PLACES, LIGHTS, CAMERAS, EXTRAS)]
        model = _drawn(MODELS, chance)
        seed = chance.randrange(1, 2**31 - 10)
        at = begun
        for take in range(1, size + 1):
            if take > 1 and chance.random() < 0.5:
                parts[-1] = chance.choice(EXTRAS)
            prompt = f"{parts[0].capitalize()} {', '.join(parts[1:])}"
            if chance.random() < 0.3:
                prompt += f", {chance.choice(EXTRAS)}, {chance.choice(CAMERAS)}, take {take}"
            yield _Take(min(at, now), shot, take, prompt[:200], seed + take - 1, model)
            at += chance.choice((40.0, 90.0, 300.0, 900.0, 2 * DAY))
        made += size
        if made >= count:
            return


def _add(
    rows: _Rows,
    key: int,
    job_id: str,
    shot_id: str,
    parent_id: str | None,
    take: _Take,
    names: Sequence[str],
    chance: random.Random,
    now: float,
) -> None:
    frames = chance.choice((81, 85, 89, 93, 97))
    rate = chance.choice((16, 16, 16, 24))
    resolution = chance.choice(("480p", "720p", "720p"))
    aspect = chance.choice(("16:9", "16:9", "16:9", "9:16"))
    inputs = {
        "prompt": take.prompt,
        "seed": take.seed,
        "num_frames": frames,
        "frames_per_second": rate,
        "resolution": resolution,
        "aspect_ratio": aspect,
        "guidance_scale": chance.choice((4, 5, 5, 5, 7.5)),
        "enable_prompt_expansion": chance.random() < 0.6,
    }
    state = _drawn(STATES, chance)
    is_ready = state is JobState.READY
    at = take.created
    cost = "0.25" if is_ready and chance.random() < 0.5 else None
    sent = state is not JobState.REJECTED
    code = {JobState.FAILED: "job_failed", JobState.UNKNOWN: "outcome_unknown"}.get(state)
    rows.jobs.append(
        (
            *(key, job_id, shot_id, take.take, parent_id, take.model, canonical_json(inputs)),
            *(take.prompt, GenerationRequest(take.model, inputs).digest, state.value),
            *(f"{chance.getrandbits(64):016x}" if sent else None, at, at + 0.2),
            *(at + 0.9 if sent else None, at + 20 if sent else None, at + 200),
            *(at + 210 if is_ready else None, cost, code),
        )
    )
    rows.words.append((key, take.prompt))
    short = int(resolution.removesuffix("p"))
    long = {480: 832, 720: 1280}[short]
    width, height = (long, short) if aspect == "16:9" else (short, long)
    shown = (width, height) if is_ready else (None, None)
    rows.traits.append(
        (
            *(key, take.seed, frames, float(rate), frames / rate, *shown),
            *(resolution, aspect, float(cost) if cost else None),
        )
    )
    if is_ready:
        path = names[key % len(names)] if names else f"filled/{job_id}-1.mp4"
        size = 3_000_000 + key % 9_000_000
        rows.clips.append(
            (
                *(key, 0, "https://x.runcomfy.net/gone", path, "present", size, size, ""),
                *("0" * 64, "video", "mp4", "h264", width, height, frames, rate, 1),
                *(frames / rate, 0, 0),
            )
        )
        rows.ready.append(key)
    rows.marks.append((key, _marks(chance, frames, at, is_ready, now)))


def _marks(chance: random.Random, frames: int, at: float, is_ready: bool, now: float) -> Marks:
    if not is_ready:
        return Marks()
    seen = None if now - at < DAY or chance.random() < 0.02 else at + 400
    tags = sorted_tags(chance.sample(TAGS, chance.choice((1, 1, 2)))) if _one_in(5, chance) else ()
    notes = []
    if _one_in(20, chance):
        notes.append(Note(f"grade {chance.choice(LIGHTS)} before the review"))
    if _one_in(40, chance):
        notes.append(Note("flicker here", chance.randrange(frames)))
    first = chance.randrange(frames // 2)
    return Marks(
        rating=chance.choice((1, 2, 3, 3, 4, 5)) if _one_in(3, chance) else 0,
        flag=chance.choice((Flag.PICK, Flag.REJECT)) if _one_in(4, chance) else Flag.NONE,
        label=chance.choice((6, 7, 8, 9)) if _one_in(10, chance) else 0,
        seen_at=seen,
        tags=tags,
        notes=tuple(notes),
        ranges=(GoodRange(first, first + 12),) if _one_in(30, chance) else (),
        trashed_at=at + DAY if _one_in(50, chance) else None,
    )


def _insert(connection: apsw.Connection, rows: _Rows) -> None:
    connection.executemany(
        "INSERT INTO jobs (key, id, shot_id, take, parent_id, model_id, inputs, prompt, digest,"
        " state, remote_id, created_at, sent_at, accepted_at, started_at, finished_at, ready_at,"
        f" cost, error_code) VALUES ({_places(19)})",
        rows.jobs,
    )
    connection.executemany(
        "INSERT INTO clips (job_key, ordinal, url, path, state, size, received, etag, sha256,"
        " kind, container, codec, width, height, frames, rate_numerator, rate_denominator,"
        f" seconds, rotation, has_sound) VALUES ({_places(20)})",
        rows.clips,
    )
    connection.executemany("INSERT INTO words (rowid, prompt) VALUES (?, ?)", rows.words)
    connection.executemany(
        "INSERT INTO traits (job_key, seed, frames, rate, seconds, width, height, resolution,"
        f" aspect, cost) VALUES ({_places(10)})",
        rows.traits,
    )
    write_marks(connection, rows.marks)
    write_facts(connection, traits=RULES)


def _albums(connection: apsw.Connection, count: int, now: float, chance: random.Random) -> None:
    connection.execute("INSERT INTO albums VALUES (1, 'Night shots', NULL, ?)", (now,))
    connection.execute("INSERT INTO albums VALUES (2, 'Best', 'rating:>=4 is:pick', ?)", (now,))
    chosen = chance.sample(range(1, count + 1), min(count, 200))
    connection.executemany("INSERT INTO album_jobs VALUES (1, ?, ?)", [(k, now) for k in chosen])


def _draw(layout: Layout, keys: Sequence[int], pictures: Sequence[bytes]) -> None:
    connection = open_thumbnails(layout.thumbnails)
    try:
        with connection:
            connection.executemany(
                "INSERT INTO thumbnails VALUES (?, ?)",
                [(key, pictures[key % len(pictures)]) for key in keys],
            )
    finally:
        connection.close()


def _places(count: int) -> str:
    return ", ".join("?" * count)


def _one_in(count: int, chance: random.Random) -> bool:
    return chance.randrange(count) == 0


def _drawn(shares: "Sequence[tuple[_Drawn, float]]", chance: random.Random) -> "_Drawn":
    drawn = chance.random()
    for value, share in shares:
        drawn -= share
        if drawn < 0:
            return value
    return shares[0][0]


def _id(created: float, chance: random.Random) -> str:
    stamp = int(created * 1000)
    number = (stamp << 80) | (7 << 76) | (chance.getrandbits(12) << 64)
    return str(uuid.UUID(int=number | (2 << 62) | chance.getrandbits(62)))
