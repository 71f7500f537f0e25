"""Read from a model's inputs what is to be made: medium, size, length, rate, number."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from rushes.domain.model_spec import ModelSpec
from rushes.domain.request import GenerationRequest, JsonValue

DEFAULT_RATE = 24
DEFAULT_SECONDS = 5.0
_DEFAULT_RATIO = Fraction(16, 9)
_RATE_NAMES = ("frames_per_second", "fps", "frame_rate")
_FRAMES_NAMES = ("num_frames", "frames")
_RATIO_NAMES = ("aspect_ratio", "ratio", "target_aspect_ratio", "size")
_SOUND_NAMES = ("generate_audio", "sound", "generate_audio_switch", "enable_audio")
_RATIO = re.compile(r"(\d{1,3}):(\d{1,3})")
_LINES = re.compile(r"(\d{3,4})p", re.IGNORECASE)
_KILO = re.compile(r"([124])k", re.IGNORECASE)
_VIDEO_LINES = {1: 1080, 2: 1440, 4: 2160}
_NAMED_SIZES = {
    "square_hd": (1024, 1024),
    "square": (512, 512),
    "portrait_4_3": (768, 1024),
    "portrait_16_9": (576, 1024),
    "landscape_4_3": (1024, 768),
    "landscape_16_9": (1024, 576),
}
_SUFFIXES = {"jpeg": "jpg", "ogg_opus": "ogg"}


@dataclass(frozen=True, slots=True)
class OutputForm:
    """What is to be made.

    Attributes:
        medium: ``video``, ``image`` or ``audio``.
        format: ``mp4``; ``png``, ``jpeg``, ``webp``; ``wav``, ``mp3``, ``ogg_opus``.
        width, height: pixels, even; 0 for audio.
        frames: number of frames, 1 for an image, 0 for audio.
        rate: frames per second; samples per second for audio; 0 for an image.
        seconds: length; 0 for an image.
        count: how many files.
        has_sound: whether a video carries sound.
    """

    medium: str
    format: str
    width: int
    height: int
    frames: int
    rate: Fraction
    seconds: float
    count: int = 1
    has_sound: bool = False

    @property
    def suffix(self) -> str:
        """The ending of the file's name, without the dot."""
        return _SUFFIXES.get(self.format, self.format)


@dataclass(frozen=True, slots=True)
class Commission:
    """A picture or sound to be made: what it shows and in which form.

    Attributes:
        prompt: the words.
        seed: the seed, drawn by the service where none was sent.
        form: size, length and format.
        variation: other inputs that change the picture, as text.
    """

    prompt: str
    seed: int
    form: OutputForm
    variation: str = ""


def commission(spec: ModelSpec, inputs: Mapping[str, JsonValue], seed: int) -> Commission:
    """Read what is to be made from inputs that the schema accepts, defaults filled in."""
    named = GenerationRequest(spec.model_id, inputs)
    return Commission(
        prompt=named.prompt,
        seed=seed,
        form=output_form(spec, inputs),
        variation=" ".join(
            f"{name}={inputs[name]}"
            for name in ("enable_prompt_expansion", "negative_prompt")
            if name in inputs
        ),
    )


def sent_seed(spec: ModelSpec, inputs: Mapping[str, JsonValue]) -> int | None:
    """The seed that was sent; None where the service draws one (none sent, or a negative one)."""
    field = spec.seed_field
    value = inputs.get(field.name) if field is not None else None
    return value if isinstance(value, int) and value >= 0 else None


def output_form(spec: ModelSpec, inputs: Mapping[str, JsonValue]) -> OutputForm:
    """Read size, length, rate and format."""
    if spec.output_type == "audio":
        seconds = _audio_seconds(inputs)
        rate = Fraction(_integer(inputs, "sample_rate") or 44_100)
        written = _text(inputs, "output_format") or "wav"
        return OutputForm("audio", written, 0, 0, 0, rate, seconds)
    if spec.output_type == "image":
        width, height = _image_size(inputs)
        written = _text(inputs, "output_format") or "png"
        count = _integer(inputs, "num_images") or 1
        return OutputForm("image", written, width, height, 1, Fraction(0), 0.0, count)
    rate = Fraction(_first_number(inputs, _RATE_NAMES) or DEFAULT_RATE).limit_denominator(1001)
    asked = _first_number(inputs, _FRAMES_NAMES)
    frames = int(asked) if asked else max(1, round(Fraction(_seconds(inputs)) * rate))
    width, height = _video_size(spec, inputs)
    sounding = any(inputs.get(name) is True for name in _SOUND_NAMES)
    return OutputForm(
        "video", "mp4", width, height, frames, rate, float(frames / rate), has_sound=sounding
    )


def _video_size(spec: ModelSpec, inputs: Mapping[str, JsonValue]) -> tuple[int, int]:
    """The short side has exactly the asked number of lines; the long one is the next even number.

    So 480p at 16:9 is 854 × 480, 580p is 1032 × 580 and 720p is 1280 × 720. Models that offer
    no resolution name it in their id.
    """
    words = [_text(inputs, "resolution"), *reversed(spec.model_id.split("/"))]
    lines = next(filter(None, map(_lines, words)), 720)
    return _sides(lines, _ratio(inputs))


def _image_size(inputs: Mapping[str, JsonValue]) -> tuple[int, int]:
    width, height = _integer(inputs, "width"), _integer(inputs, "height")
    if width and height:
        return width + width % 2, height + height % 2
    named = _NAMED_SIZES.get(_text(inputs, "image_size"))
    if named is not None:
        return named
    kilo = _KILO.fullmatch(_text(inputs, "resolution"))
    side = 1024 * (int(kilo.group(1)) if kilo else 1)
    ratio = _ratio(inputs, Fraction(1))
    return _even(side * math.sqrt(ratio)), _even(side / math.sqrt(ratio))


def _lines(word: str) -> int:
    lines = _LINES.fullmatch(word)
    if lines:
        return int(lines.group(1))
    kilo = _KILO.fullmatch(word)
    return _VIDEO_LINES[int(kilo.group(1))] if kilo else 0


def _ratio(inputs: Mapping[str, JsonValue], default: Fraction = _DEFAULT_RATIO) -> Fraction:
    for name in _RATIO_NAMES:
        found = _RATIO.fullmatch(_text(inputs, name))
        if found and int(found.group(1)) and int(found.group(2)):
            return Fraction(int(found.group(1)), int(found.group(2)))
    return default


def _sides(short: int, ratio: Fraction) -> tuple[int, int]:
    short += short % 2
    if ratio >= 1:
        return _even_above(short * ratio), short
    return short, _even_above(short / ratio)


def _even_above(pixels: Fraction) -> int:
    return 2 * math.ceil(pixels / 2)


def _even(pixels: float) -> int:
    return max(2, 2 * round(pixels / 2))


def _seconds(inputs: Mapping[str, JsonValue]) -> float:
    value = inputs.get("duration")
    if isinstance(value, str) and value.isdigit():
        return float(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
        return float(value)
    return DEFAULT_SECONDS


def _audio_seconds(inputs: Mapping[str, JsonValue]) -> float:
    start, end = inputs.get("start_time"), inputs.get("end_time")
    if isinstance(start, int | float) and isinstance(end, int | float) and end > start:
        return float(end - start)
    return _seconds(inputs)


def _first_number(inputs: Mapping[str, JsonValue], names: tuple[str, ...]) -> float | None:
    for name in names:
        value = inputs.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
            return value
    return None


def _integer(inputs: Mapping[str, JsonValue], name: str) -> int | None:
    value = inputs.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _text(inputs: Mapping[str, JsonValue], name: str) -> str:
    value = inputs.get(name)
    return value if isinstance(value, str) else ""
