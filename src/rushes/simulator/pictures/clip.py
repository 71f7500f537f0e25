"""Commissions as pictures: every frame of a clip, or one still."""

import math
from collections.abc import Iterator

from rushes.media.encode import Picture, enlarge
from rushes.simulator.output_form import Commission
from rushes.simulator.pictures.frame_number import write_number
from rushes.simulator.pictures.light import SOFT, Film
from rushes.simulator.pictures.stage import Moment, Stage
from rushes.simulator.pictures.story import chance_for, scene_for, words_of

_MOST_PIXELS = 1280 * 720
"""Larger pictures are painted at this many pixels and enlarged, to be done in bearable time."""

_STILL_SECONDS = 2.0


def clip_frames(commission: Commission) -> Iterator[Picture]:
    """Paint the frames of a clip in order; each bears its number, counted from 1."""
    form = commission.form
    easel = _Easel(commission)
    for index in range(form.frames):
        share = index / max(1, form.frames - 1)
        moment = Moment(
            seconds=float(index / form.rate), progress=0.5 - 0.5 * math.cos(math.pi * share)
        )
        picture = easel.picture(moment)
        write_number(picture, index + 1)
        yield picture


def still_picture(commission: Commission) -> Picture:
    """Paint one picture."""
    return _Easel(commission).picture(Moment(seconds=_STILL_SECONDS, progress=0.5))


class _Easel:
    """A scene set up for a commission."""

    def __init__(self, commission: Commission) -> None:
        form = commission.form
        self._size = form.width, form.height
        shrink = math.sqrt(min(1.0, _MOST_PIXELS / (form.width * form.height)))
        self._painted = _shrunk(form.width, shrink), _shrunk(form.height, shrink)
        width, height = (math.ceil(side / SOFT) * SOFT for side in self._painted)
        prompt = commission.prompt
        rng = chance_for(prompt, commission.seed, commission.variation)
        self._film = Film(height, width, rng)
        self._scene = scene_for(prompt)(Stage(width, height, words_of(prompt), rng))

    def picture(self, moment: Moment) -> Picture:
        """Paint a moment at the commission's size."""
        width, height = self._painted
        picture = self._film.develop(self._scene.paint(moment))[:height, :width]
        return picture if self._painted == self._size else enlarge(picture, *self._size)


def _shrunk(side: int, shrink: float) -> int:
    return side if shrink == 1.0 else max(SOFT, round(side * shrink / SOFT) * SOFT)
