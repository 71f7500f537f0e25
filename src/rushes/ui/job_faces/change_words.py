"""What changed from one take to the next, in a few words. Translated in ``ChangeWords``."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from rushes.domain.changed_inputs import MODEL, changed_inputs
from rushes.domain.request import GenerationRequest


def changes_text(before: GenerationRequest, after: GenerationRequest) -> str:
    """What changed most, and how much else did, as "prompt +1"; empty where nothing did."""
    names = changed_inputs(before, after)
    if not names:
        return ""
    first = input_words(names[0])
    if len(names) == 1:
        return first
    return _tr("{input} +{count}").format(input=first, count=len(names) - 1)


def all_changes_text(names: Sequence[str]) -> str:
    """All that changed, as "prompt, seed, resolution"."""
    return ", ".join(input_words(name) for name in names)


def first_text() -> str:
    """Stands in place of what changed at the first take of a shot."""
    return _tr("first")


def input_words(name: str) -> str:
    """What an input is called within a sentence; names that are not known stay as they are."""
    known = {
        MODEL: _tr("model"),
        "prompt": _tr("prompt"),
        "negative_prompt": _tr("negative prompt"),
        "seed": _tr("seed"),
        "num_frames": _tr("frames"),
        "frames_per_second": _tr("frame rate"),
        "fps": _tr("frame rate"),
        "resolution": _tr("resolution"),
        "aspect_ratio": _tr("aspect ratio"),
        "ratio": _tr("aspect ratio"),
        "duration": _tr("length"),
        "enable_prompt_expansion": _tr("Magic Prompt"),
    }
    return known.get(name) or name.replace("_", " ")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChangeWords", text)
