"""Words for those who listen: said by a screen reader without a move of the keyboard."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(speaker: QObject, words: str, *, at_once: bool = False) -> None:
    """Have a screen reader, where one listens, say something; `at_once` before all else."""
    if not words or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(speaker, words)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
