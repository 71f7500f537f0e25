"""The fields that a query can name, what they take, and by which words they are called."""

from dataclasses import dataclass
from enum import Enum, auto

from rushes.domain.search.query import Condition
from rushes.domain.states import JobState


class Takes(Enum):
    """What kind of value a field takes."""

    WHOLE_NUMBER = auto()
    NUMBER = auto()
    SECONDS = auto()
    MONEY = auto()
    DATE = auto()
    CONDITION = auto()
    STATE = auto()
    LABEL = auto()
    RESOLUTION = auto()
    ASPECT = auto()
    WORDS = auto()
    NAME = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One field.

    Attributes:
        name: how a query calls it in English.
        takes: what kind of value it takes.
        can_lack: whether jobs may have none, so that ``none`` and ``any`` make sense.
    """

    name: str
    takes: Takes
    can_lack: bool = False


_ALL = (
    Field("is", Takes.CONDITION),
    Field("rating", Takes.WHOLE_NUMBER, can_lack=True),
    Field("tag", Takes.NAME, can_lack=True),
    Field("label", Takes.LABEL, can_lack=True),
    Field("note", Takes.WORDS, can_lack=True),
    Field("album", Takes.NAME, can_lack=True),
    Field("date", Takes.DATE),
    Field("model", Takes.WORDS),
    Field("state", Takes.STATE),
    Field("seed", Takes.WHOLE_NUMBER, can_lack=True),
    Field("frames", Takes.WHOLE_NUMBER, can_lack=True),
    Field("fps", Takes.NUMBER, can_lack=True),
    Field("duration", Takes.SECONDS, can_lack=True),
    Field("resolution", Takes.RESOLUTION, can_lack=True),
    Field("aspect", Takes.ASPECT, can_lack=True),
    Field("cost", Takes.MONEY, can_lack=True),
    Field("prompt", Takes.WORDS),
    Field("take", Takes.WHOLE_NUMBER),
    Field("shot", Takes.NAME),
    Field("id", Takes.NAME),
)

FIELDS: dict[str, Field] = {field.name: field for field in _ALL}
"""All fields by their names, in the order in which they are offered."""

FIELD_ALIASES: dict[str, str] = {
    "stars": "rating",
    "tags": "tag",
    "colour": "label",
    "color": "label",
    "notes": "note",
    "created": "date",
    "rate": "fps",
    "seconds": "duration",
    "length": "duration",
    "size": "resolution",
    "ratio": "aspect",
    "price": "cost",
    "è": "is",
    "voto": "rating",
    "stelle": "rating",
    "etichetta": "tag",
    "colore": "label",
    "nota": "note",
    "data": "date",
    "modello": "model",
    "stato": "state",
    "seme": "seed",
    "fotogrammi": "frames",
    "durata": "duration",
    "risoluzione": "resolution",
    "formato": "aspect",
    "costo": "cost",
    "ripresa": "take",
}
"""Other words for fields, in all languages at once: a saved search is read by everybody."""

VALUE_ALIASES: dict[str, str] = {
    "picks": "pick",
    "picked": "pick",
    "rejects": "reject",
    "unflagged": "unmarked",
    "labeled": "labelled",
    "trash": "trashed",
    "new": "unseen",
    "needs_you": "needs-you",
    "needsyou": "needs-you",
    "queued": "in_queue",
    "canceled": "cancelled",
    "scelto": "pick",
    "scelti": "pick",
    "scartato": "reject",
    "scartati": "reject",
    "visto": "seen",
    "visti": "seen",
    "nuovo": "unseen",
    "nuovi": "unseen",
    "cestino": "trashed",
    "cestinato": "trashed",
    "pronto": "ready",
    "pronti": "ready",
    "fallito": "failed",
    "falliti": "failed",
    "sconosciuto": "unknown",
    "sconosciuti": "unknown",
    "attesa": "waiting",
    "mancante": "missing",
    "mancanti": "missing",
    "nessuno": "none",
    "nessuna": "none",
    "qualsiasi": "any",
    "rosso": "red",
    "giallo": "yellow",
    "verde": "green",
    "blu": "blue",
    "orizzontale": "landscape",
    "verticale": "portrait",
    "quadrato": "square",
}
"""Other words for values that are words, in all languages at once."""

LABEL_COLOURS: dict[str, int] = {"red": 6, "yellow": 7, "green": 8, "blue": 9}
"""Colour labels by their names in a query, as the digits of their keys."""

RUNNING = frozenset(
    {
        JobState.SENDING,
        JobState.IN_QUEUE,
        JobState.IN_PROGRESS,
        JobState.FINISHED,
        JobState.DOWNLOADING,
    }
)
"""The states that ``is:running`` stands for."""

STATE_WORDS: dict[str, frozenset[JobState]] = {
    **{state.value: frozenset({state}) for state in JobState},
    "running": RUNNING,
}
"""What ``state:`` takes; a hyphen stands for an underscore too."""

CONDITION_WORDS: tuple[str, ...] = (
    *(condition.value for condition in Condition),
    *STATE_WORDS,
)
"""What ``is:`` takes."""

ASPECT_WORDS = ("landscape", "portrait", "square")
"""What ``aspect:`` takes beside proportions such as ``16:9``."""

NONE = "none"
"""The value that asks for jobs without any value."""

ANY = "any"
"""The value that asks for jobs with any value."""

INPUT_NAMES: frozenset[str] = frozenset(
    {
        *("aspect_ratio", "audio_url", "audios", "camera_motion", "cfg_scale"),
        *("enable_prompt_expansion", "enable_safety_checker", "enable_web_search"),
        *("end_image_url", "first_frame", "frames_per_second", "generate_audio"),
        *("generate_audio_switch", "generate_multi_clip_switch", "guidance_scale", "height"),
        *("image", "image_size", "image_url", "image_urls", "images", "last_frame", "last_image"),
        *(f"image_url_{number}" for number in range(1, 10)),
        *("negative_prompt", "num_frames", "num_images", "output_format"),
        *("prompt_expansion_mode", "quality", "reference_audios", "reference_images"),
        *("reference_videos", "rendering_speed", "safety_tolerance", "shot_type", "sound"),
        *("start_image_url", "target_aspect_ratio", "text", "video", "video_url", "videos"),
        *("watermark", "width"),
    }
)
"""Inputs of the models that come with Rushes which are not fields of their own."""


def field_named(name: str) -> Field | None:
    """Return the field that a word calls, in any language, or None."""
    folded = name.lower()
    return FIELDS.get(FIELD_ALIASES.get(folded, folded))


def plain_value(text: str) -> str:
    """Return a value that is a word as it is known in English: ``Scelti`` is ``pick``."""
    folded = text.strip().lower()
    return VALUE_ALIASES.get(folded, folded)
