"""The Details panel, over a real library: takes in every state, and several at once."""

import asyncio
import dataclasses
import tempfile
from collections.abc import AsyncGenerator, Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from rushes.domain.job import Clip, Job, JobError
from rushes.domain.marks import Flag, GoodRange, Marks, Note
from rushes.domain.media_facts import MediaFacts
from rushes.domain.model_spec import ModelSpec
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.engine.models import bundled_models
from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.details.panel import DetailsPanel, by_id
from tests.gallery.scenes_history import StillEngine
from tests.ui.job_faces.jobs import make_job

_MODEL = "wan-ai/wan-2-1/text-to-video"
_NOW = 1_795_000_000.0
_PROMPT = (
    "Night tram in the rain, neon on wet asphalt, a woman with a red umbrella waits at the stop, "
    "long lens, grainy 35 mm film"
)
_INPUTS: dict[str, Any] = {
    "prompt": _PROMPT,
    "num_frames": 97,
    "frames_per_second": 24,
    "resolution": "720p",
    "aspect_ratio": "16:9",
    "seed": 731940,
    "enable_prompt_expansion": False,
}
_BEFORE = _INPUTS | {
    "prompt": _PROMPT.replace("red umbrella", "black umbrella"),
    "frames_per_second": 16,
    "resolution": "480p",
    "seed": 731939,
    "enable_prompt_expansion": True,
}
_FACTS = MediaFacts("video", "mp4", "h264", 1280, 720, 97, Fraction(24), 97 / 24)
_CLIP = Clip(
    0, "", "2026-11/night-tram-3.mp4", FileState.PRESENT, 8_400_000, 8_400_000,
    sha256="9f2b" * 16, facts=_FACTS,
)  # fmt: skip
_MARKS = Marks(
    4,
    Flag.PICK,
    9,
    0.0,
    ("night city", "rain"),
    (Note("Rain starts late", 8), Note("Handle leaves her hand", 42)),
    (GoodRange(49, 87),),
)


def _job(inputs: dict[str, Any] = _INPUTS, state: JobState = JobState.READY, **more: Any) -> Job:
    sent = _NOW - 600
    return make_job(
        state=state,
        **{
            "shot_id": "tram",
            "request": GenerationRequest(_MODEL, inputs),
            "created_at": sent - 1,
            "sent_at": sent,
            "accepted_at": sent,
            "service": "https://model-api.runcomfy.net",
            "remote_id": "6d6f9c1e-9e5b-4d0e-8a53-1f3a37a0b7aa",
            **more,
        },
    )


def _ready(inputs: dict[str, Any] = _INPUTS, **more: Any) -> Job:
    sent = _NOW - 600
    times = {"started_at": sent + 38, "finished_at": sent + 172}
    return _job(inputs, **{"clips": (_CLIP,), **times, **more})


async def _panel(
    jobs: Sequence[Job],
    shown: Callable[[DetailsPanel, Sequence[Any]], None] | None = None,
    *,
    height: int = 780,
    width: int = 344,
    opened: Sequence[str] = (),
) -> AsyncGenerator[QWidget, None]:
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "Northlight")
        tasks, models = Tasks(), by_id(_models())
        await library.open(program="gallery")
        entries = [(await library.add([job]))[0] for job in jobs]
        panel = DetailsPanel(models=lambda: models, clock=lambda: _NOW)
        panel.resize(width, height)
        panel.attach(library, None, tasks)
        panel.follow(StillEngine())
        panel.restore_shape([] if opened else ["sent"])
        panel.show()
        if shown is not None:
            shown(panel, entries)
        elif entries:
            panel.show_current(entries[-1])
        await asyncio.sleep(0.4)
        yield panel
        panel.detach()
        await tasks.finish(1.0)
        await library.close()
        panel.deleteLater()


def _models() -> Sequence[ModelSpec]:
    return bundled_models()


def _seven(last: Job) -> list[Job]:
    """A shot of seven takes; the third of them is told of."""
    first = _ready(_BEFORE | {"seed": 1})
    return [first, _ready(_BEFORE), last, *(_ready(_INPUTS | {"seed": each}) for each in range(4))]


def _third(panel: DetailsPanel, entries: Sequence[Any]) -> None:
    panel.show_current(entries[2])


def _all(panel: DetailsPanel, entries: Sequence[Any]) -> None:
    panel.show_chosen([entry.key for entry in entries])


def _failed() -> Job:
    error = JobError("job_failed", "", "worker 12 ran out of memory\ntraceback follows")
    return _job(state=JobState.FAILED, error=error, finished_at=_NOW - 400)


def _image() -> Job:
    inputs = {"prompt": "A lighthouse in fog, woodcut", "seed": 7, "aspect_ratio": "16:9"}
    facts = MediaFacts("image", "png", "png", 1920, 1088, 1, Fraction(0), 0.0)
    clip = dataclasses.replace(_CLIP, path="2026-11/lighthouse.png", size=3_100_000, facts=facts)
    model = "blackforestlabs/flux-2-klein/4b/text-to-image"
    return _ready(inputs, request=GenerationRequest(model, inputs), clips=(clip,))


def _several() -> list[Job]:
    tags = [("night city", "rain"), ("rain",), ("rain",)]
    return [
        _ready(
            _INPUTS | {"seed": 731940 + place},
            marks=dataclasses.replace(_MARKS, tags=tags[place], rating=4 - place),
        )
        for place in range(3)
    ]


def _gone() -> Job:
    clip = dataclasses.replace(_CLIP, state=FileState.MISSING)
    return _ready(clips=(clip,), price_shown=Decimal("0.5"))


def _found() -> Job:
    clip = dataclasses.replace(_CLIP, path="2026-11/holiday.mp4")
    return make_job(
        state=JobState.READY, request=GenerationRequest("", {}), clips=(clip,), created_at=_NOW - 60
    )


SCENES = {
    "details-ready": lambda: _panel(_seven(_ready(marks=_MARKS)), _third),
    "details-high": lambda: _panel(_seven(_ready(marks=_MARKS)), _third, height=1400, opened="all"),
    "details-narrow": lambda: _panel(_seven(_ready(marks=_MARKS)), _third, width=300, height=1100),
    "details-running": lambda: _panel(
        [_job(_BEFORE), _job(state=JobState.IN_PROGRESS, started_at=_NOW - 102)]
    ),
    "details-waiting": lambda: _panel(
        [_job(state=JobState.WAITING, sent_at=None, accepted_at=None, remote_id=None)]
    ),
    "details-failed": lambda: _panel([_failed()]),
    "details-several": lambda: _panel(_several(), _all),
    "details-image": lambda: _panel([_image()]),
    "details-missing": lambda: _panel([_gone()], height=1100),
    "details-no-settings": lambda: _panel([_found()]),
    "details-empty": lambda: _panel([]),
}
