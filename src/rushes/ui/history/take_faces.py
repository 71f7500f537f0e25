"""Cards of takes that stand beside each other: titled by their number, with what changed."""

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from rushes.domain.changed_inputs import changed_inputs
from rushes.library.announcements import JobEntry
from rushes.ui.components.card_face import CardFace
from rushes.ui.history.row_cache import CachedRow, RowCache
from rushes.ui.history.row_faces import RowFaces
from rushes.ui.job_faces.card_faces import card_face
from rushes.ui.job_faces.change_words import all_changes_text, changes_text, first_text
from rushes.ui.job_faces.titles import JobTitle, take_title


class TakeFaces(RowFaces):
    """Makes the cards of one shot's takes.

    Attributes:
        shows_changes: whether a card tells what changed from the take before instead of its
            length.
        key_before: tells the key of the take before one, None for the first.
    """

    def __init__(self, rows: RowCache, clock: Callable[[], float]) -> None:
        super().__init__(rows, clock)
        self.shows_changes = False
        self.key_before: Callable[[int], int | None] = lambda _: None

    def _made_face(self, entry: JobEntry, title: JobTitle, now: float) -> CardFace:
        face = card_face(entry, title, self.circumstances, now)
        if not self.shows_changes:
            return face
        if self.key_before(entry.key) is None:
            return dataclasses.replace(face, second=first_text())
        before = self._before(entry)
        if before is None:
            return face
        changed = changes_text(before.job.request, entry.job.request)
        return dataclasses.replace(face, changed=changed)

    def _hint(self, entry: JobEntry) -> str:
        """What changed, whatever the card has room for, and the prompt."""
        before = self._before(entry)
        names = () if before is None else changed_inputs(before.job.request, entry.job.request)
        if not names:
            return entry.job.prompt
        words = QCoreApplication.translate("TakeFaces", "Changed: {inputs}")
        return f"{words.format(inputs=all_changes_text(names))}\n{entry.job.prompt}"

    def _title(self, cached: CachedRow) -> JobTitle:
        if cached.title is None:
            cached.title = JobTitle(take_title(cached.entry.job), "")
        return cached.title

    def _before(self, entry: JobEntry) -> JobEntry | None:
        key = self.key_before(entry.key)
        row = None if key is None else self._rows.peek(key)
        return None if row is None else row.entry
