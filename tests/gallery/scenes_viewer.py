"""The Viewer: with a clip, with In and Out, empty, waiting, failed, narrow and large."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from fractions import Fraction
from functools import cache
from pathlib import Path

from rushes.domain.states import JobState
from rushes.media.encode import encode_mp4
from rushes.simulator.output_form import Commission, OutputForm
from rushes.simulator.pictures.clip import clip_frames
from rushes.ui.viewer.panel import ViewerPanel
from tests.gallery.scenes_answers import LOST, answer_scene, asked_job

_FRAMES = 97
_LONGEST_WAIT_SECONDS = 20.0
_PROMPT = "A log cabin under the northern lights, fresh snow, smoke from the chimney"
_RAW_ERROR = '{"error": {"code": 50031, "message": "worker ran out of memory"}}'
_TALL_PROMPT = "Night tram in the rain, neon on wet asphalt, a woman with a red umbrella"

_folder = tempfile.TemporaryDirectory(prefix="rushes-gallery-")


@cache
def _clip(prompt: str, width: int, height: int, rate: int) -> Path:
    path = Path(_folder.name) / f"{width}x{height}.mp4"
    form = OutputForm(
        "video", "mp4", width, height, _FRAMES, Fraction(rate), _FRAMES / rate, has_sound=False
    )
    commission = Commission(form=form, prompt=prompt, seed=481516)
    encode_mp4(path, clip_frames(commission), rate=Fraction(rate))
    return path


def sample_clip() -> Path:
    """A clip of 97 frames; blocks until it is drawn, the first time."""
    return _clip(_PROMPT, 960, 540, 16)


async def shown_frame(panel: ViewerPanel, index: int) -> None:
    """Wait for a frame's careful picture and for every thumbnail."""
    deadline = asyncio.get_running_loop().time() + _LONGEST_WAIT_SECONDS
    timeline = panel.stage.timeline
    while asyncio.get_running_loop().time() < deadline:
        await asyncio.sleep(0.02)
        thumbnails = timeline.thumbnails
        if panel.current_index == index and thumbnails and None not in thumbnails:
            await asyncio.sleep(0.3)
            return
    raise TimeoutError("the picture did not come")


def _scene(
    size: tuple[int, int],
    *,
    index: int = 42,
    span: tuple[int, int] | None = None,
    clip: tuple[str, int, int, int] = (_PROMPT, 960, 540, 16),
    set_up: Callable[[ViewerPanel], None] | None = None,
) -> Callable[[], AsyncIterator[ViewerPanel]]:
    async def build() -> AsyncIterator[ViewerPanel]:
        panel = ViewerPanel()
        panel.resize(*size)
        panel.show_clip(await asyncio.to_thread(_clip, *clip), title="Cabin, take 3")
        while panel.frame_count == 0:
            await asyncio.sleep(0.02)
        if span is not None:
            panel.playback.set_in(span[0])
            panel.playback.set_out(span[1])
        panel.seek(index)
        if set_up is not None:
            set_up(panel)
        await shown_frame(panel, index)
        yield panel
        panel.close_clip()

    return build


def _message(*words: str) -> Callable[[], ViewerPanel]:
    def build() -> ViewerPanel:
        panel = ViewerPanel()
        panel.show_message(*words)
        return panel

    return build


def _slow(panel: ViewerPanel) -> None:
    panel.playback.set_speed(0.25)


SCENES = {
    "viewer-clip": _scene((676, 519)),
    "viewer-range": _scene((676, 519), span=(12, 83)),
    "viewer-range-narrow": _scene((660, 480), index=50, span=(48, 52)),
    "viewer-range-edge": _scene((660, 480), index=12, span=(12, 96)),
    "viewer-small": _scene((440, 330), set_up=_slow),
    "viewer-large": _scene((1448, 960), span=(24, 91)),
    "viewer-tall": _scene((676, 519), clip=(_TALL_PROMPT, 540, 960, 24)),
    "viewer-empty": ViewerPanel,
    "viewer-waiting": _message("in_queue", "In queue", "Position 3"),
    "viewer-working": _message("in_progress", "In progress", "1:42 so far"),
    "viewer-failed": answer_scene(
        asked_job(JobState.FAILED, "job_failed", _RAW_ERROR, remote_id="req-4711"),
        size=(676, 519),
        then=lambda panel: panel.answers.page.details.button.click(),
    ),
    "viewer-unknown": answer_scene(LOST, size=(676, 519)),
}
SIZES = dict.fromkeys(("viewer-empty", "viewer-waiting", "viewer-working"), (676, 519))
