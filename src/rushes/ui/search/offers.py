"""What completion offers: fields with what they mean, values with counts.

Texts are translated in the context ``SearchOffers``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rushes.domain.search import FIELDS, field_text
from rushes.domain.search.fields import field_named
from rushes.domain.search.writing import quoted
from rushes.ui.job_faces.measures import count_text
from rushes.ui.search.popup_rows import PopupRow
from rushes.ui.search.query_text import known_inputs
from rushes.ui.search.query_words import name_words, takes_words
from rushes.ui.search.typed_part import TypedPart

if TYPE_CHECKING:
    from rushes.library.search.suggestions import Suggestion

_ICONS = {
    "tag": "tag",
    "album": "stack",
    "note": "note",
    "label": "square_frame",
    "rating": "star_outline",
    "model": "film",
    "seed": "dice",
    "date": "recent",
    "state": "waiting",
    "is": "check",
}

_FEWEST_FOR_INPUTS = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """What is written in place of a part if it is chosen.

    Attributes:
        text: the new text of the part.
        is_finished: whether it is whole; after a field's name its value is still to come.
    """

    text: str
    is_finished: bool


def name_offers(beginning: str) -> list[PopupRow]:
    """The fields whose names begin so, each with what it means."""
    inputs = known_inputs() if len(beginning) >= _FEWEST_FOR_INPUTS else []
    rows = []
    for name in (*FIELDS, *inputs):
        if not name.startswith(beginning.lower()):
            continue
        rows.append(
            PopupRow(
                f"{name}:",
                field_meaning(name),
                _ICONS.get(name, "search"),
                (0, len(beginning)),
                Offer(f"{name}:", is_finished=False),
                spoken=_tr("field {name}: {meaning}").format(
                    name=name, meaning=field_meaning(name)
                ),
            )
        )
    return rows


def value_offers(part: TypedPart, found: "Sequence[Suggestion]") -> list[PopupRow]:
    """The values of a field that begin so, each with its count; at last to take it for words."""
    field = field_named(part.name)
    icon = _ICONS.get(field.name, "search") if field is not None else "search"
    rows = []
    for each in found:
        text = f"{part.name}:{each.value}"
        # Part of a value may be what was typed, not only its beginning.
        at = each.value.lower().find(part.beginning.lower()) if part.beginning else -1
        start = len(part.name) + 1 + at
        bold = (start, start + len(part.beginning)) if at >= 0 else (0, 0)
        meaning = value_meaning(field.name if field is not None else "", each.value)
        spoken = f"{text}, {meaning}, " if meaning else f"{text}, "
        rows.append(
            PopupRow(
                text,
                f"{meaning}  {count_text(each.jobs)}" if meaning else count_text(each.jobs),
                icon,
                bold,
                Offer(field_text(part.name, each.value), is_finished=True),
                spoken=spoken + takes_words(each.jobs),
            )
        )
    if rows and part.beginning:
        words = _tr("words “{text}” in prompts, tags, notes").format(text=part.beginning)
        word = part.beginning if part.beginning.isalnum() else quoted(part.beginning)
        rows.append(PopupRow())
        rows.append(PopupRow(words, "", "search", wish=Offer(word, is_finished=False)))
    return rows


_SPOKEN_FIELDS = ("is", "state", "label", "aspect")


def value_meaning(field: str, value: str) -> str:
    """What a value that is a word of the query's language asks for; "" where it says so itself."""
    meaning = name_words(value) if field in _SPOKEN_FIELDS else ""
    return "" if meaning == value else meaning


def field_meaning(name: str) -> str:
    """What a field is for, in a few words."""
    meanings = {
        "is": _tr("pick, reject, unseen, ready, trashed …"),
        "rating": _tr("stars: 4, >=3, 2..4"),
        "tag": _tr("what a take is tagged with"),
        "label": _tr("colour label: red, yellow, green, blue"),
        "note": _tr("words in notes"),
        "album": _tr("takes of an album"),
        "date": _tr("when: today, 7d, 2026-11"),
        "model": _tr("model’s name, or a part of it"),
        "state": _tr("state of the job"),
        "seed": _tr("seed’s number"),
        "frames": _tr("how many frames: 97, >80"),
        "fps": _tr("frames a second"),
        "duration": _tr("length in seconds: >5"),
        "resolution": _tr("720p, 1280x720, >=720"),
        "aspect": _tr("16:9, portrait, square"),
        "cost": _tr("what it cost: <0.5"),
        "prompt": _tr("words in the prompt alone"),
        "take": _tr("number of the take in its shot"),
        "shot": _tr("takes of one shot"),
        "id": _tr("id of a take, or its beginning"),
    }
    return meanings.get(name, _tr("an input of the model"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("SearchOffers", text)
