"""Answers what a row shows, from a job that is here; cards are made once and kept."""

import dataclasses
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from rushes.library.announcements import JobEntry
from rushes.ui.components.card_face import CardFace
from rushes.ui.components.tool_tips import plain_tool_tip
from rushes.ui.history.job_roles import JobRole
from rushes.ui.history.row_cache import CachedRow, RowCache
from rushes.ui.job_faces.card_faces import card_face, clip_seconds, spoken_text
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.measures import date_text
from rushes.ui.job_faces.no_picture import no_picture_face
from rushes.ui.job_faces.state_face import counts_time, state_face
from rushes.ui.job_faces.titles import JobTitle, job_title


class RowFaces:
    """Makes titles, cards and words of cached rows.

    Args:
        rows: knows which jobs belong to one shot.
        clock: seconds since the epoch.

    Attributes:
        circumstances: what shows on a card besides the job.
        is_without_picture: tells of a key whether its job is known to have no thumbnail.
        tells_days: whether a card tells the day where it would tell the time, for it stands under
            no day.
    """

    def __init__(self, rows: RowCache, clock: Callable[[], float]) -> None:
        self.circumstances = Circumstances()
        self.tells_days = False
        self.is_without_picture: Callable[[int], bool] = lambda _: False
        self._rows = rows
        self._clock = clock

    def value(self, cached: CachedRow, role: int) -> Any:
        """What a row answers for one of `ROLES_OF_JOBS`."""
        if role == JobRole.ENTRY:
            return self.circumstances.marks_ahead.over(cached.entry)
        if role == JobRole.FACE:
            return self._face(cached)
        if role == JobRole.TITLE:
            return self._title(cached)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(cached).text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(self._hint(cached.entry))
        entry = self.circumstances.marks_ahead.over(cached.entry)
        state = self._face(cached).state or state_face(entry, self.circumstances, self._clock())
        return spoken_text(entry.job, self._title(cached), state)

    def _face(self, cached: CachedRow) -> CardFace:
        now = self._clock()
        counts = counts_time(cached.entry.job)
        if cached.face is None or (counts and cached.face_second != int(now)):
            entry = self.circumstances.marks_ahead.over(cached.entry)
            face = self._made_face(entry, self._title(cached), now)
            if face.state is None and self.is_without_picture(entry.key):
                face = dataclasses.replace(face, state=no_picture_face(entry.job, now))
            cached.face = face
            cached.face_second = int(now)
        return cached.face

    def _made_face(self, entry: JobEntry, title: JobTitle, now: float) -> CardFace:
        face = card_face(entry, title, self.circumstances, now)
        if self.tells_days and clip_seconds(entry.job) is None:
            face = dataclasses.replace(face, second=date_text(entry.job.created_at))
        return face

    def _hint(self, entry: JobEntry) -> str:
        """What is told of a job beside its card."""
        return entry.job.prompt

    def _title(self, cached: CachedRow) -> JobTitle:
        if cached.title is None:
            several = self._rows.has_siblings(cached.entry)
            cached.title = job_title(cached.entry.job, has_siblings=several)
        return cached.title
