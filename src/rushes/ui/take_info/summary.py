"""The inputs of a job as one quiet line."""

from PySide6.QtCore import QCoreApplication, QLocale

from rushes.domain.job import Job
from rushes.domain.request import JsonValue

_THIN_SPACE = "\u2009"
_SEPARATOR = " · "
_PROMPTS = ("prompt", "tags", "text", "negative_prompt")
_FIRST = (
    "num_frames",
    "duration",
    "frames_per_second",
    "fps",
    "resolution",
    "aspect_ratio",
    "ratio",
    "seed",
    "enable_prompt_expansion",
)
_LONGEST_VALUE = 24


def inputs_line(job: Job) -> str:
    """Return the inputs but for the prompt, as "97 frames · 16 fps · 720p · seed 481 516"."""
    names = sorted(job.request.inputs, key=_place)
    parts = [_part(name, job.request.inputs[name]) for name in names if name not in _PROMPTS]
    return _SEPARATOR.join(part for part in parts if part)


def grouped(number: int) -> str:
    """Return a seed with thin spaces between its thousands."""
    return f"{number:,}".replace(",", _THIN_SPACE)


def _place(name: str) -> tuple[int, str]:
    """Put the inputs that people look for first, and the rest by name."""
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


def _part(name: str, value: JsonValue) -> str:
    tr = QCoreApplication.translate
    if name == "num_frames" and isinstance(value, int):
        return tr("TakeInfo", "%n frame(s)", "", value)
    if name in ("frames_per_second", "fps"):
        return tr("TakeInfo", "{rate} fps").format(rate=value)
    if name == "duration":
        return tr("TakeInfo", "{seconds} s").format(seconds=value)
    if name == "seed" and isinstance(value, int):
        return tr("TakeInfo", "seed {seed}").format(seed=grouped(value))
    if name == "enable_prompt_expansion":
        return tr("TakeInfo", "Magic Prompt") if value else ""
    spoken = name.replace("_", " ")
    if isinstance(value, bool):
        return spoken if value else ""
    if isinstance(value, int | float):
        return f"{spoken} {QLocale().toString(float(value), 'g', 6)}"
    return value if isinstance(value, str) and len(value) <= _LONGEST_VALUE else ""
