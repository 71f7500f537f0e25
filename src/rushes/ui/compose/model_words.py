"""A model's name and kind as people say them."""

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rushes.domain.model_spec import ModelSpec

MODEL_KINDS = (
    QT_TRANSLATE_NOOP("ModelKind", "Text to video"),
    QT_TRANSLATE_NOOP("ModelKind", "Image to video"),
    QT_TRANSLATE_NOOP("ModelKind", "Video to video"),
    QT_TRANSLATE_NOOP("ModelKind", "Audio to video"),
    QT_TRANSLATE_NOOP("ModelKind", "Reference to video"),
    QT_TRANSLATE_NOOP("ModelKind", "First last frame to video"),
    QT_TRANSLATE_NOOP("ModelKind", "Video edit"),
    QT_TRANSLATE_NOOP("ModelKind", "Video extend"),
    QT_TRANSLATE_NOOP("ModelKind", "Text to image"),
    QT_TRANSLATE_NOOP("ModelKind", "Image to image"),
    QT_TRANSLATE_NOOP("ModelKind", "Image edit"),
    QT_TRANSLATE_NOOP("ModelKind", "Text to audio"),
    QT_TRANSLATE_NOOP("ModelKind", "Audio inpaint"),
)
"""The kinds that have a translation; others are shown as the catalogue words them."""

_PAGE_TITLE = " | "
_VENDOR = re.compile(r"RunComfy\s+(?=\S)")
_DASHED_VERSION = re.compile(r"(?<=\d)-(?=\d)")


def model_name(spec: ModelSpec) -> str:
    """Return a short name, such as "Wan 2.1".

    A display name that is a web page's title says more than a name, so the id's own words are
    taken then; the host's name in front of a model's says nothing apart.
    """
    if _PAGE_TITLE not in spec.display_name:
        return _VENDOR.sub("", spec.display_name, count=1)
    words = _DASHED_VERSION.sub(".", spec.model_id.split("/")[1])
    words = re.sub(r"[-_]+", " ", words)
    return words[:1].upper() + words[1:]


def model_kind(spec: ModelSpec) -> str:
    """Return what the model does, such as "Text to video"; may be empty."""
    words = re.sub(r"[-_\s]+", " ", spec.kind).strip()
    return QCoreApplication.translate("ModelKind", words[:1].upper() + words[1:]) if words else ""
