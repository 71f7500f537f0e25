"""How a prompt was in the take before, in words. Texts are translated in ``Details``."""

from PySide6.QtCore import QCoreApplication

from rushes.domain.word_changes import WordChanges

_LONGEST_PART = 60
_MOST_PARTS = 4


def prompt_was(changes: WordChanges, take: str) -> str:
    """Return what stands beneath a prompt, as "was “black” in take 2"; empty without changes.

    Args:
        changes: what sets the prompt apart.
        take: the number of the take before, as it is read.
    """
    if not changes.new and not changes.old:
        return ""
    if changes.is_rewritten:
        return _tr("another prompt than in take %1").replace("%1", take)
    if not changes.old:
        return _tr("new since take %1").replace("%1", take)
    parts = [_quoted(part) for part in changes.old[:_MOST_PARTS]]
    if len(changes.old) > _MOST_PARTS:
        parts.append("…")
    pattern = _tr("was %1 in take %2") if changes.new else _tr("without %1 of take %2")
    return pattern.replace("%2", take).replace("%1", ", ".join(parts))


def _quoted(part: str) -> str:
    text = " ".join(part.split())
    if len(text) > _LONGEST_PART:
        text = text[: _LONGEST_PART - 1].rstrip() + "…"
    return _tr("“%1”").replace("%1", text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Details", text)
