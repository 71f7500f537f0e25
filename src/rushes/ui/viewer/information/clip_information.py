"""What the information overlay tells, in words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from rushes.domain.media_facts import MediaFacts
from rushes.media.colour_facts import ColourFacts
from rushes.media.frame import ColourMatrix
from rushes.media.frame_times import FrameTimes
from rushes.media.picture import Quality
from rushes.ui.job_faces.codec_words import codec_words
from rushes.ui.viewer.time_text import TimeUnit, place_words
from rushes.ui.viewer.zoom.words import fit_words, percent_words

Line = tuple[str, str]
"""What a value is, and the value."""

_MATRICES = {
    ColourMatrix.BT709: "BT.709",
    ColourMatrix.FCC: "FCC",
    ColourMatrix.BT601: "BT.601",
    ColourMatrix.SMPTE240M: "SMPTE 240M",
    ColourMatrix.BT2020: "BT.2020",
}


@dataclass(frozen=True, slots=True)
class ShownNow:
    """One frame on the screen.

    Attributes:
        facts, times: of its clip.
        index: of the frame, from 0.
        due: index of the frame that should be on the screen.
        scale: pixels of the screen for each of the picture's.
        fits: whether that is because the picture fits its view.
        quality: how carefully the picture was made; None while one of another size stands in.
        colour: how its colours are stored.
    """

    facts: MediaFacts
    times: FrameTimes
    index: int
    due: int
    scale: float
    fits: bool
    quality: Quality | None
    colour: ColourFacts | None


def information_lines(shown: ShownNow, *, is_blind: bool = False) -> list[Line]:
    """All that is told, in the order of reading; in blind, only what is no mark of the clip."""
    if is_blind:
        return [(_tr("Zoom"), _zoom_words(shown)), (_tr("Picture"), _state_words(shown))]
    facts, colour = shown.facts, shown.colour
    codec = codec_words(facts.codec)
    in_container = codec if codec.casefold() == facts.container.casefold() else None
    lines = [
        (_tr("File"), in_container or f"{codec}, {facts.container}"),
        (_tr("Size"), f"{facts.width} × {facts.height}"),
        (_tr("Zoom"), _zoom_words(shown)),
        *_time_lines(shown),
    ]
    if colour is not None:
        depth = _tr("%1 bit").replace("%1", str(colour.bits))
        lines += [
            (_tr("Colour"), _matrix_words(colour)),
            (_tr("Range"), _range_words(colour)),
            (_tr("Depth"), f"{depth}, {colour.pixel_format}"),
        ]
    return [*lines, (_tr("Picture"), _state_words(shown))]


def _zoom_words(shown: ShownNow) -> str:
    percent = percent_words(shown.scale)
    return f"{fit_words()}, {percent}" if shown.fits else percent


def _time_lines(shown: ShownNow) -> list[Line]:
    times, number = shown.times, QLocale().toString(shown.index + 1)
    counted = _tr("%1 of %2").replace("%1", number)
    counted = counted.replace("%2", QLocale().toString(times.frames))
    if not times.rate:
        return [(_tr("Rate"), _tr("still image"))]
    pattern = _tr("%1 fps on average") if times.variable else _tr("%1 fps")
    rate = pattern.replace("%1", QLocale().toString(float(times.rate), "g", 5))
    place = (shown.index, times.frames, times.start_of(shown.index), times.rate)
    return [
        (_tr("Rate"), rate),
        (_tr("Frame"), counted),
        (_tr("Timecode"), place_words(TimeUnit.TIMECODE, *place)[0]),
        (_tr("Time"), place_words(TimeUnit.SECONDS, *place)[0]),
    ]


def _matrix_words(colour: ColourFacts) -> str:
    if colour.matrix is None:
        return "RGB"
    name = _MATRICES[colour.matrix]
    pattern = _tr("%1, as tagged") if colour.matrix_told else _tr("%1, assumed")
    return pattern.replace("%1", name)


def _range_words(colour: ColourFacts) -> str:
    name = _tr("full") if colour.full_range else _tr("video")
    if colour.matrix is None:
        return name
    pattern = _tr("%1, as tagged") if colour.range_told else _tr("%1, assumed")
    return pattern.replace("%1", name)


def _state_words(shown: ShownNow) -> str:
    if shown.due != shown.index:
        number = QLocale().toString(shown.due + 1)
        return _tr("late: frame %1 is due").replace("%1", number)
    if shown.quality is None:
        return _tr("right frame, scaled for now")
    if shown.quality is Quality.FINE:
        return _tr("exact")
    return _tr("right frame, quick colour")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClipInformation", text)
