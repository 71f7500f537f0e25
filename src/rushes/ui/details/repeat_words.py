"""Whether a job can be repeated, in words; texts of the context ``Repeatability``."""

from PySide6.QtCore import QCoreApplication

from rushes.domain.repeatability import Reason, Repeatability, Verdict
from rushes.ui.theme.roles import Role


def verdict_words(verdict: Verdict) -> str:
    """The verdict alone."""
    match verdict.repeatability:
        case Repeatability.YES:
            return _tr("Repeatable")
        case Repeatability.PERHAPS:
            return _tr("Perhaps repeatable")
        case Repeatability.NO:
            return _tr("Not repeatable")


def reason_words(verdict: Verdict) -> str:
    """Why that is so."""
    match verdict.reason:
        case Reason.SEED_AND_PROMPT_SENT:
            return _tr("seed sent, Magic Prompt off")
        case Reason.SEED_SENT:
            return _tr("seed sent")
        case Reason.PROMPT_REWRITTEN:
            return _tr("Magic Prompt rewrites the prompt")
        case Reason.LINKED_FILE:
            return _tr("what lies at a link may change")
        case Reason.MODEL_UNKNOWN:
            return _tr("seed sent, but the model is not known here")
        case Reason.NO_SEED_SENT:
            return _tr("no seed sent")
        case Reason.RANDOM_SEED_SENT:
            return _tr("this seed asks for a random one")
        case Reason.NO_SEED_INPUT:
            return _tr("this model has no seed")
        case Reason.NOTHING_KNOWN:
            return _tr("its settings are not known")


def verdict_and_reason(verdict: Verdict) -> str:
    """Both, as "Repeatable: seed sent, Magic Prompt off"."""
    pattern = _tr("%1: %2")
    return pattern.replace("%1", verdict_words(verdict)).replace("%2", reason_words(verdict))


def verdict_icon(verdict: Verdict) -> tuple[str, Role]:
    """The icon of the verdict, and its colour."""
    match verdict.repeatability:
        case Repeatability.YES:
            return "ready", Role.OK
        case Repeatability.PERHAPS:
            return "help", Role.MUTED
        case Repeatability.NO:
            return "cancelled", Role.MUTED


def _tr(text: str) -> str:
    return QCoreApplication.translate("Repeatability", text)
