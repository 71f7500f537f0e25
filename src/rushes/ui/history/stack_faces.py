"""Cards of jobs that stand for the takes of their shot."""

import dataclasses
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from rushes.library.announcements import JobEntry
from rushes.ui.components.card_face import CardFace
from rushes.ui.history.row_cache import CachedRow, RowCache
from rushes.ui.history.row_faces import RowFaces
from rushes.ui.job_faces.measures import count_text
from rushes.ui.job_faces.titles import JobTitle, job_title


class StackFaces(RowFaces):
    """Makes cards that tell how many takes they stand for.

    Attributes:
        count_of: tells how many that are; 1 for a job that stands for itself alone.
    """

    def __init__(self, rows: RowCache, clock: Callable[[], float]) -> None:
        super().__init__(rows, clock)
        self.count_of: Callable[[JobEntry], int] = lambda _: 1

    def value(self, cached: CachedRow, role: int) -> Any:
        value = super().value(cached, role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = self.count_of(cached.entry)
            if count > 1:
                words = QCoreApplication.translate("StackFaces", "Stack of {count} takes")
                return f"{value}. {words.format(count=count_text(count))}"
        return value

    def _made_face(self, entry: JobEntry, title: JobTitle, now: float) -> CardFace:
        face = super()._made_face(entry, title, now)
        count = self.count_of(entry)
        return dataclasses.replace(face, stack=count) if count > 1 else face

    def _title(self, cached: CachedRow) -> JobTitle:
        if cached.title is None and self.count_of(cached.entry) > 1:
            cached.title = job_title(cached.entry.job, has_siblings=False)
            cached.title = JobTitle(cached.title.name, "")
        return super()._title(cached)
