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
        asks: it speaks of jobs that ask for a person; pressing it leads to them.
    """

    text: str
    icon: str = ""
    short: str = ""
    icon_role: Role = Role.MUTED
    role: Role = Role.MUTED
    leads: bool = False
    has_bar: bool = False
    share: float | None = None
    asks: bool = False


def strip_facts(
    counts: ActivityCounts, circumstances: Circumstances, *, is_kept_waiting: bool = False
) -> list[Fact]:
    """Return the facts from left to right; never none.

    `is_kept_waiting` tells that a person has seen the question for the jobs that wait for a word,
    and wants them to wait on.
    """
    facts = _troubles(circumstances)
    if not is_kept_waiting:
        facts += _return(circumstances)
    facts += _counted(counts, circumstances, is_kept_waiting)
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
    if circumstances.reach is Reach.OFFLINE and circumstances.has_service_trouble:
        since = translate("ActivityStrip", "The service has a problem since {time}")
        text = since.format(time=time_of_day(circumstances.reach_since))
        short = translate("ActivityStrip", "Service problem")
        facts.append(Fact(text, "warn", short, Role.WARN, Role.WARN, leads=True))
    elif circumstances.reach is Reach.OFFLINE:
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


def _return(circumstances: Circumstances) -> list[Fact]:
    """That jobs which wait since a time without the service can go out now."""
    asked = circumstances.asked
    if not asked.job_ids or not asked.is_reachable or not asked.was_offline:
        return []
    text = QCoreApplication.translate("ActivityStrip", "The network is back")
    if circumstances.has_service_trouble:
        text = QCoreApplication.translate("ActivityStrip", "The service is back")
    return [Fact(text, "cloud", text, Role.ACCENT, Role.ACCENT, leads=True)]


def _waiting(
    counts: ActivityCounts, circumstances: Circumstances, is_kept_waiting: bool
) -> list[Fact]:
    """What waits: for the network, for a person's word, or in line."""
    translate = QCoreApplication.translate
    for_network = translate("ActivityStrip", "{count} waiting for the network")
    for_service = translate("ActivityStrip", "{count} waiting for the service")
    for_way = for_service if circumstances.has_service_trouble else for_network
    if circumstances.reach is Reach.OFFLINE:
        return _count(for_way, counts.waiting, "waiting", Role.MUTED)
    asked = min(len(circumstances.asked.job_ids), counts.waiting)
    for_word = translate("ActivityStrip", "{count} waiting for your word")
    was_offline = circumstances.asked.was_offline and not is_kept_waiting
    in_line = translate("ActivityStrip", "{count} waiting")
    return [
        *_count(for_way if was_offline else for_word, asked, "waiting", Role.MUTED),
        *_count(in_line, counts.waiting - asked, "waiting", Role.MUTED),
    ]


def _counted(
    counts: ActivityCounts, circumstances: Circumstances, is_kept_waiting: bool
) -> list[Fact]:
    translate = QCoreApplication.translate
    facts = _waiting(counts, circumstances, is_kept_waiting)
    for pattern, number, icon in (
        (translate("ActivityStrip", "{count} sending"), counts.sending, "sending"),
        (translate("ActivityStrip", "{count} in queue"), counts.in_queue, "in_queue"),
        (translate("ActivityStrip", "{count} in progress"), counts.in_progress, "in_progress"),
    ):
        facts += _count(pattern, number, icon, Role.ACCENT)
    if counts.downloading:
        facts.append(_download(counts))
    if counts.needs_you:
        pattern = translate("ActivityStrip", "{count} needs you")
        if counts.needs_you > 1:
            pattern = translate("ActivityStrip", "{count} need you")
        count = count_text(counts.needs_you)
        text = pattern.format(count=count)
        facts.append(Fact(text, "needs_you", count, Role.WARN, Role.WARN, leads=True, asks=True))
    return facts


def _count(pattern: str, number: int, icon: str, icon_role: Role) -> list[Fact]:
    if not number:
        return []
    count = count_text(number)
    return [Fact(pattern.format(count=count), icon, count, icon_role)]


def _download(counts: ActivityCounts) -> Fact:
    number = count_text(counts.downloading)
    text = QCoreApplication.translate("ActivityStrip", "{count} downloading").format(count=number)
    if counts.received:
        text = received_text(counts.received, counts.total)
    return Fact(text, "download", number, Role.ACCENT, has_bar=True, share=counts.share)
