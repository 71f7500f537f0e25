"""In which inputs takes differ, and how that is said."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from rushes.domain.request import JsonValue, canonical_json
from rushes.ui.compare.compared_take import ComparedTake
from rushes.ui.take_info.summary import grouped

NOTHING = "–"
"""Stands for an input that a take does not have."""

_PROMPTS = ("prompt", "negative_prompt", "tags", "text")
_LONGEST_PART = 28
_ABSENT = object()


@dataclass(frozen=True)
class InputRow:
    """One input of all takes, in their order.

    Attributes:
        name: of the input.
        label: its title.
        values: what each take has, shortened to what sets it apart; `NOTHING` where it has none.
        wholes: the same in full.
        parts: the same as it is said by itself, as "16 fps".
    """

    name: str
    label: str
    values: tuple[str, ...]
    wholes: tuple[str, ...]
    parts: tuple[str, ...]


def differing_rows(takes: Sequence[ComparedTake]) -> list[InputRow]:
    """The inputs that are not the same in all takes: prompts first, the seed last."""
    return [_row(name, takes) for name in _names(takes) if not _is_same(name, takes)]


def same_rows(takes: Sequence[ComparedTake]) -> list[InputRow]:
    """The inputs that are the same in all takes."""
    return [_row(name, takes) for name in _names(takes) if _is_same(name, takes)]


def caption_parts(takes: Sequence[ComparedTake], place: int) -> tuple[str, ...]:
    """How one take differs, in a few words each; the seed only where nothing else does."""
    rows = differing_rows(takes)
    told = [row for row in rows if row.name != "seed"] or rows
    return tuple(row.parts[place] for row in told if row.parts[place])


def _names(takes: Sequence[ComparedTake]) -> list[str]:
    names = {name for take in takes for name in take.inputs}
    return sorted(names, key=lambda name: (name not in _PROMPTS, name == "seed", name))


def _is_same(name: str, takes: Sequence[ComparedTake]) -> bool:
    found = [take.inputs.get(name, _ABSENT) for take in takes]
    # True and 1 are equal to Python, but not to a model.
    return all(each == found[0] and type(each) is type(found[0]) for each in found)


def _row(name: str, takes: Sequence[ComparedTake]) -> InputRow:
    found = [take.inputs.get(name) for take in takes]
    wholes = tuple(_text(name, value) for value in found)
    values = _apart(wholes) if all(isinstance(value, str) for value in found) else wholes
    label = next((take.labels[name] for take in takes if name in take.labels), _spoken(name))
    parts = tuple(
        _part(name, label, value, short) for value, short in zip(found, values, strict=True)
    )
    return InputRow(name, label, values, wholes, parts)


def _spoken(name: str) -> str:
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _text(name: str, value: JsonValue) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return _tr("On") if value else _tr("Off")
    if name == "seed" and isinstance(value, int):
        return grouped(value)
    if isinstance(value, int | float):
        return QLocale().toString(float(value), "g", 9)
    text = value if isinstance(value, str) else canonical_json(value)
    return " ".join(text.split()) or NOTHING


def _apart(texts: Sequence[str]) -> tuple[str, ...]:
    """Each text without the words at both ends that all of them have."""
    words = [text.split() for text in texts]
    shortest = min(len(each) for each in words)
    before = 0
    while before < shortest and len({each[before] for each in words}) == 1:
        before += 1
    after = 0
    while after < shortest - before and len({each[len(each) - 1 - after] for each in words}) == 1:
        after += 1
    cut = [" ".join(each[before : len(each) - after]) for each in words]
    return tuple(text.strip(",.;:") or NOTHING for text in cut) if len(set(cut)) > 1 else (*texts,)


def _part(name: str, label: str, value: JsonValue, short: str) -> str:
    tr = QCoreApplication.translate
    if value is None or short == NOTHING:
        return ""
    if name == "num_frames" and isinstance(value, int):
        return tr("TakeInfo", "%n frame(s)", "", value)
    if name in ("frames_per_second", "fps"):
        return tr("TakeInfo", "{rate} fps").format(rate=short)
    if name == "duration":
        return tr("TakeInfo", "{seconds} s").format(seconds=short)
    if name == "seed":
        return tr("TakeInfo", "seed {seed}").format(seed=short)
    if isinstance(value, str):
        return short if len(short) <= _LONGEST_PART else short[: _LONGEST_PART - 1].rstrip() + "…"
    return f"{label} {short}" if len(short) <= _LONGEST_PART else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("CompareInputs", text)
