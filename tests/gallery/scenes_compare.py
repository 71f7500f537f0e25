"""Comparing takes: side by side, wiped, overlaid, their difference, blind, and what differs."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from fractions import Fraction
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from rushes.domain.marks import Flag, Marks
from rushes.media.encode import encode_mp4
from rushes.simulator.output_form import Commission, OutputForm
from rushes.simulator.pictures.clip import clip_frames
from rushes.ui.compare.compared_take import ComparedTake
from rushes.ui.compare.comparison import Comparison
from rushes.ui.compare.differs_panel import DiffersPanel
from rushes.ui.compare.kinds import CompareKind
from rushes.ui.viewer.panel import ViewerPanel

_LONGEST_WAIT_SECONDS = 30.0
_FRAMES = 49
_MOODS = ("dawn", "dusk")
_LABELS = {"frames_per_second": "Frame Rate", "num_frames": "Frames", "resolution": "Resolution"}
_MARKS = (
    Marks(rating=4, flag=Flag.PICK),
    Marks(rating=5, flag=Flag.PICK),
    Marks(rating=3, label=7),
    Marks(flag=Flag.REJECT),
)

_folder = tempfile.TemporaryDirectory(prefix="rushes-gallery-")


@cache
def _clip(seed: int, mood: str, rate: int, tall: bool) -> Path:
    path = Path(_folder.name) / f"{seed}-{mood}-{rate}-{tall}.mp4"
    width, height = (270, 480) if tall else (640, 360)
    form = OutputForm(
        "video", "mp4", width, height, _FRAMES, Fraction(rate), _FRAMES / rate, has_sound=False
    )
    prompt = f"A rider crosses a salt lake at {mood}, mirror sky"
    encode_mp4(
        path, clip_frames(Commission(form=form, prompt=prompt, seed=seed)), rate=Fraction(rate)
    )
    return path


def _takes(count: int, *, same_rate: bool, tall: bool = False) -> list[ComparedTake]:
    takes = []
    for place in range(count):
        mood = _MOODS[place % 2]
        rate = 16 if same_rate or place < 2 else 24
        inputs = {
            "prompt": f"A rider crosses a salt lake at {mood}, mirror sky",
            "frames_per_second": rate,
            "num_frames": _FRAMES,
            "resolution": "720p",
            "aspect_ratio": "16:9",
            "enable_prompt_expansion": True,
            "seed": 481_516 + place % 2,
        }
        path = _clip(481_516 + place % 4, mood, rate, tall)
        marks = _MARKS[place % len(_MARKS)]
        title = f"Take {(3, 5, 6, 8)[place % 4] + 6 * (place // 4)}"
        takes.append(ComparedTake(f"job-{place}", path, title, inputs, None, marks, _LABELS))
    return takes


async def _settled(panel: ViewerPanel, comparison: Comparison) -> None:
    deadline = asyncio.get_running_loop().time() + _LONGEST_WAIT_SECONDS
    while asyncio.get_running_loop().time() < deadline:
        await asyncio.sleep(0.02)
        due, group = panel.playback.due, comparison.group
        seen = comparison.sight.pair or group.open_places
        clips = [group.clips[place] for place in seen]
        if group.is_open and all(clip.shown == clip.index_of(due) for clip in clips):
            await asyncio.sleep(0.4)
            return
    raise TimeoutError("the pictures did not come")


def _scene(
    size: tuple[int, int],
    count: int = 4,
    *,
    same_rate: bool = True,
    tall: bool = False,
    moment: int = 20,
    beside: int = 0,
    information: bool = False,
    set_up: Callable[[Comparison], None] | None = None,
    takes: Callable[[], list[ComparedTake]] | None = None,
) -> Callable[[], AsyncIterator[QWidget]]:
    async def build() -> AsyncIterator[QWidget]:
        panel = ViewerPanel()
        page: QWidget = panel
        if beside:
            page = QWidget()
            row = QHBoxLayout(page)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            row.addWidget(panel, 1)
        page.resize(*size)
        made = takes or (lambda: _takes(count, same_rate=same_rate, tall=tall))
        panel.compare(await asyncio.to_thread(made))
        comparison = panel.comparing.comparison
        assert comparison is not None
        if beside:
            differs = DiffersPanel(page)
            differs.setFixedWidth(beside)
            differs.follow(comparison)
            row.addWidget(differs)
        panel.information_shown = information
        page.show()
        await _settled(panel, comparison)
        panel.playback.seek(moment)
        comparison.choose(1)
        if set_up is not None:
            set_up(comparison)
        await _settled(panel, comparison)
        yield page
        panel.close_clip()

    return build


def _of_kind(kind: CompareKind, gain: int = 1) -> Callable[[Comparison], None]:
    def set_up(comparison: Comparison) -> None:
        comparison.set_kind(kind)
        comparison.board.bar.gain.set_value(gain)
        comparison.board.bar.gain_requested.emit(gain)

    return set_up


def _lying_wipe(comparison: Comparison) -> None:
    comparison.set_kind(CompareKind.WIPE)
    comparison.board.pair.turn_wipe()


def _shifted(comparison: Comparison) -> None:
    comparison.set_offset(2, 2)
    comparison.set_offset(3, -6)


def _blind(comparison: Comparison) -> None:
    comparison.set_blind(True, seed=3)


def _decided(comparison: Comparison) -> None:
    comparison.set_blind(True, seed=3)
    comparison.choose_blind(0)


def _closely(comparison: Comparison) -> None:
    comparison.board.zoom.set_scale(2.0, (0.5, 0.6))


def _one_missing() -> list[ComparedTake]:
    found = _takes(3, same_rate=True)
    gone = ComparedTake("job-gone", Path(_folder.name) / "gone.mp4", "Take 9", found[0].inputs)
    return [found[0], found[1], gone]


SCENES = {
    "compare-4": _scene((1440, 824), beside=344),
    "compare-rates": _scene((1440, 824), same_rate=False, beside=344, set_up=_shifted),
    "compare-2": _scene((964, 612), 2),
    "compare-3-missing": _scene((964, 612), takes=_one_missing),
    "compare-9": _scene((1440, 900), 9, beside=344),
    "compare-tall": _scene((964, 612), 3, tall=True),
    "compare-narrow": _scene((560, 520), 4),
    "compare-wipe": _scene((964, 612), set_up=_of_kind(CompareKind.WIPE)),
    "compare-wipe-lying": _scene((964, 612), set_up=_lying_wipe),
    "compare-overlay": _scene((964, 612), set_up=_of_kind(CompareKind.OVERLAY)),
    "compare-difference": _scene((964, 612), set_up=_of_kind(CompareKind.DIFFERENCE, 8)),
    "compare-zoomed": _scene((964, 612), set_up=_closely),
    "compare-information": _scene((964, 612), information=True),
    "compare-wipe-information": _scene(
        (964, 612), set_up=_of_kind(CompareKind.WIPE), information=True
    ),
    "compare-blind-information": _scene((964, 612), set_up=_blind, information=True),
    "compare-blind": _scene((1308, 612), set_up=_blind, beside=344),
    "compare-decided": _scene((1308, 612), set_up=_decided, beside=344),
}
