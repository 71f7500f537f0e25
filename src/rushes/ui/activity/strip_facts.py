"""What the Activity strip says, fact by fact.

Texts are translated in the context ``ActivityStrip``.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from rushes.engine.events import Reach
from rushes.ui.activity.activity_counts import ActivityCounts
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.measures import count_text, received_text, time_of_day
from rushes.ui.theme.roles import Role


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the strip.

    Attributes:
        text: what it says.
        icon: name of the icon before it; may be empty.
        short: what it says where there is little room; empty leaves it out there.
        icon_role, role: colours of icon and text.
        leads: set in semibold.
        has_bar: a bar stands behind it; `share` is how far it is, None for "under way".
    """

    text: str
    icon: str = ""
    short: str = ""
    icon_role: Role = Role.MUTED
    role: Role = Role.MUTED
    leads: bool = False
    has_bar: bool = False
    share: float | None = None


def strip_facts(counts: ActivityCounts, circumstances: Circumstances) -> list[Fact]:
    """Return the facts from left to right; never none."""
    facts = [*_troubles(circumstances), *_counted(counts, circumstances)]
    if circumstances.reach is Reach.OFFLINE:
        text = QCoreApplication.translate(
            "ActivityStrip", "Everything seen before plays from this disk"
        )
        facts.append(Fact(text))
    elif not facts:
        text = QCoreApplication.translate("ActivityStrip", "Nothing is running")
        facts.append(Fact(text, short=text))
    return facts


def _troubles(circumstances: Circumstances) -> list[Fact]:
    translate = QCoreApplication.translate
    facts = []
    if circumstances.reach is Reach.OFFLINE:
        since = translate("ActivityStrip", "Offline since {time}")
        text = since.format(time=time_of_day(circumstances.reach_since))
        facts.append(
            Fact(
                text,
                "offline",
                translate("ActivityStrip", "Offline"),
                Role.WARN,
                Role.WARN,
                leads=True,
            )
        )
    elif circumstances.reach is Reach.TOKEN_NEEDED:
        text = translate("ActivityStrip", "Token needed")
        facts.append(Fact(text, "key", text, Role.WARN, Role.WARN, leads=True))
    if circumstances.is_sending_paused:
        text = translate("ActivityStrip", "Sending is paused")
        facts.append(
            Fact(
                text,
                "pause_outline",
                translate("ActivityStrip", "Paused"),
                Role.STRONG,
                Role.STRONG,
            )
        )
    return facts


def _counted(counts: ActivityCounts, circumstances: Circumstances) -> list[Fact]:
    translate = QCoreApplication.translate
    facts = []
    if counts.waiting:
        pattern = translate("ActivityStrip", "{count} waiting")
        if circumstances.reach is Reach.OFFLINE:
            pattern = translate("ActivityStrip", "{count} waiting for the network")
        facts.append(_count(pattern, counts.waiting, "waiting", Role.MUTED))
    if counts.sending:
        pattern = translate("ActivityStrip", "{count} sending")
        facts.append(_count(pattern, counts.sending, "sending", Role.ACCENT))
    if counts.in_queue:
        pattern = translate("ActivityStrip", "{count} in queue")
        facts.append(_count(pattern, counts.in_queue, "in_queue", Role.ACCENT))
    if counts.in_progress:
        pattern = translate("ActivityStrip", "{count} in progress")
        facts.append(_count(pattern, counts.in_progress, "in_progress", Role.ACCENT))
    if counts.downloading:
        facts.append(_download(counts))
    if counts.needs_you:
        pattern = translate("ActivityStrip", "{count} needs you")
        if counts.needs_you > 1:
            pattern = translate("ActivityStrip", "{count} need you")
        number = count_text(counts.needs_you)
        text = pattern.format(count=number)
        facts.append(Fact(text, "needs_you", number, Role.WARN, Role.WARN, leads=True))
    return facts


def _count(pattern: str, number: int, icon: str, icon_role: Role) -> Fact:
    count = count_text(number)
    return Fact(pattern.format(count=count), icon, count, icon_role)


def _download(counts: ActivityCounts) -> Fact:
    number = count_text(counts.downloading)
    text = QCoreApplication.translate("ActivityStrip", "{count} downloading").format(count=number)
    if counts.received:
        text = received_text(counts.received, counts.total)
    return Fact(text, "download", number, Role.ACCENT, has_bar=True, share=counts.share)
