"""Opens the popups in which tags and notes are typed, and carries out what is typed there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from rushes.domain.errors import LibraryError
from rushes.domain.mark_changes import AnyChange, MarkStep, TagChange
from rushes.domain.marks import tag_key
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.ui.job_faces.marks_ahead import MarksAhead
from rushes.ui.job_faces.measures import count_text
from rushes.ui.job_faces.titles import job_title
from rushes.ui.marks.clip_marks import ClipMarks
from rushes.ui.marks.mark_popup import MarkPopup
from rushes.ui.marks.marking import Marking, MarkNotice
from rushes.ui.marks.notes.note_drafts import NoteDrafts
from rushes.ui.marks.notes.note_popup import NotePopup
from rushes.ui.marks.tags.recent_tags import MOST as RECENT
from rushes.ui.marks.tags.recent_tags import RecentTags
from rushes.ui.marks.tags.suggestion_list import Offer
from rushes.ui.marks.tags.tag_popup import MOST_OFFERS, TagPopup
from rushes.ui.marks.tags.tagged_takes import MOST, TaggedTakes
from rushes.ui.viewer.panel import ViewerPanel

if TYPE_CHECKING:
    from rushes.library.library import Library


class MarkEditors(QObject):
    """One popup at a time, where the keyboard is: at a card, or in the picture.

    Args:
        clip_marks: knows the frame that is looked at.
        tasks: hold what is read for a popup.

    Attributes:
        popup: the one that is open, or None.
        recent: the tags that were given last, in this session and before.
    """

    def __init__(
        self,
        marking: Marking,
        library: "Library",
        ahead: MarksAhead,
        tasks: Tasks,
        viewer: ViewerPanel,
        clip_marks: ClipMarks,
    ) -> None:
        super().__init__(marking)
        self.popup: MarkPopup | None = None
        self.recent = RecentTags()
        self._knows_recent = False
        self._marking = marking
        self._library = library
        self._ahead = ahead
        self._tasks = tasks
        self._viewer = viewer
        self._clip_marks = clip_marks
        self._asked = 0

    # Tags

    def edit_tags(
        self, keys: Sequence[int], current: JobEntry | None, *, anchor: QWidget | None = None
    ) -> None:
        """Edit the tags of jobs by their keys; `current` may be one of them.

        It opens at `anchor`, or where the keyboard is.
        """
        if not keys:
            return
        host, place, inside = self._anchor(anchor)
        popup = TagPopup(host, self._whose(keys, current))
        takes = TaggedTakes(self._library, self._ahead, keys, lambda: self._show_tags(popup, takes))
        if current is not None:
            takes.put(current)
        popup.changes_requested.connect(lambda changes: self._on_tags(keys, changes, current))
        popup.offers_wanted.connect(lambda beginning: self._offer(popup, beginning))
        popup.closed.connect(takes.close)
        if takes.are_too_many:
            words = self.tr("Of more than {count} takes the tags that they have are not listed.")
            popup.show_remark(words.format(count=count_text(MOST)))
        self._open(popup, place, inside=inside)
        self._show_tags(popup, takes)
        if not takes.is_known:
            self._tasks.spawn(takes.read(), "read tags")
        self._offer(popup, "")

    def _show_tags(self, popup: TagPopup, takes: TaggedTakes) -> None:
        if popup is self.popup:
            popup.show_tags(*takes.tags())

    def _on_tags(
        self, keys: Sequence[int], changes: Sequence[TagChange], current: JobEntry | None
    ) -> None:
        for change in changes:
            if change.is_given:
                self.recent.put(change.tag)
        if len(changes) == 1:
            self._marking.mark(keys, changes[0], current)
            return
        tags = self.tr("Tags {tags}").format(tags=", ".join(each.tag for each in changes))
        steps = [MarkStep(tuple(keys), change) for change in changes]
        self._marking.mark_steps(steps, f"{tags} · {self._whose(keys, current)}")

    def _offer(self, popup: TagPopup, beginning: str) -> None:
        self._asked += 1
        self._tasks.spawn(self._read_offers(popup, beginning, self._asked), "suggest tags")

    async def _read_offers(self, popup: TagPopup, beginning: str, number: int) -> None:
        """Offer tags that begin so; the recent ones first while nothing is typed."""
        try:
            if not self._knows_recent:
                # Those of this session are the newest.
                earlier = await self._library.recent_tags(RECENT)
                self.recent = RecentTags([*self.recent.tags, *earlier])
                self._knows_recent = True
            # Some of them will turn out to be given already.
            found = await self._library.suggestions("tag", beginning, 4 * MOST_OFFERS)
        except LibraryError:
            # What is typed can be given without them.
            found = []
        if number != self._asked or popup is not self.popup:
            return
        recent = () if beginning else self.recent.tags
        jobs = {tag_key(each.value): each.jobs for each in found}
        offers = [Offer(tag, jobs.get(tag_key(tag)), is_recent=True) for tag in recent]
        known = {tag_key(tag) for tag in recent}
        offers += [
            Offer(each.value, each.jobs) for each in found if tag_key(each.value) not in known
        ]
        popup.show_offers(offers)

    # Notes

    def write_note(
        self,
        keys: Sequence[int],
        current: JobEntry | None,
        *,
        on_frame: bool = False,
        frame: int | None = None,
        anchor: QWidget | None = None,
    ) -> None:
        """Write a note about jobs, by their keys; `current` may be one of them.

        Args:
            keys: which jobs.
            current: tells the job's title and its notes where it is the only one.
            on_frame: it is about a frame, not about the take.
            frame: that frame's index; None is the one on the screen, if it is of that job.
            anchor: where it opens; None is where the keyboard is.
        """
        if not keys:
            return
        alone = current if current is not None and list(keys) == [current.key] else None
        shown = self._frame_of(alone)
        frame = shown if frame is None else frame
        place = frame if on_frame and alone is not None else None
        if place is not None:
            # Its picture is what is written about, and stays while one writes.
            self._viewer.pause()
            self._viewer.seek(place)
        where = self._anchor(anchor)
        if alone is not None:
            self._open_note(keys, [alone], place, frame, where)
        else:
            self._tasks.spawn(self._read_notes(keys, where), "read notes")

    async def _read_notes(self, keys: Sequence[int], where: tuple[QWidget, QRect, bool]) -> None:
        entries = [] if len(keys) > MOST else await self._library.jobs(keys)
        self._open_note(keys, entries, None, None, where)

    def _open_note(
        self,
        keys: Sequence[int],
        entries: Sequence[JobEntry],
        place: int | None,
        frame: int | None,
        where: tuple[QWidget, QRect, bool],
    ) -> None:
        """Open the popup; without entries nobody knows what notes there are."""
        marks = [self._ahead.over(entry).job.marks for entry in entries]
        alone = entries[0] if len(keys) == 1 and entries else None
        places = [None] if frame is None or alone is None else [frame, None]
        written = {each: [one.note_at(each) for one in marks] if marks else None for each in places}
        host, rect, inside = where
        drafts, whose = NoteDrafts(written, place), self._whose(keys, alone)
        popup = NotePopup(host, whose, drafts, is_for_many=len(keys) > 1)
        popup.change_requested.connect(lambda change: self._marking.mark(keys, change, alone))
        self._open(popup, rect, inside=inside)

    def _frame_of(self, entry: JobEntry | None) -> int | None:
        """The index of the frame on the screen, if it is one of this job."""
        shown = self._viewer.comparing.shown_frame
        if entry is None or shown is None or shown.job_id != entry.job.id:
            return None
        return self._clip_marks.frame

    # Good ranges

    def mark_good_range(self, current: JobEntry | None) -> None:
        """Have the frames from In to Out of the take that is looked at be good, or not any more."""
        change: AnyChange | None = self._clip_marks.good_range()
        if current is None or change is None:
            words = self.tr("Only a clip that is shown can have a good range.")
            self._marking.told.emit(MarkNotice(words))
            return
        self._marking.mark([current.key], change, current)

    # Where they open

    def close(self) -> None:
        """Close the popup that is open; what was typed counts."""
        if self.popup is not None:
            self.popup.finish(keeps=True)

    def _open(self, popup: MarkPopup, place: QRect, *, inside: bool) -> None:
        self.close()
        self.popup = popup
        popup.closed.connect(lambda: self._on_closed(popup))
        popup.open_at(place, inside=inside)

    def _on_closed(self, popup: MarkPopup) -> None:
        if self.popup is popup:
            self.popup = None

    def _whose(self, keys: Sequence[int], current: JobEntry | None) -> str:
        if len(keys) > 1:
            return self.tr("{count} takes").format(count=count_text(len(keys)))
        if current is not None and current.key == keys[0]:
            return job_title(current.job, has_siblings=True).text
        return self.tr("1 take")

    def _anchor(self, widget: QWidget | None) -> tuple[QWidget, QRect, bool]:
        """The window in which a popup opens, beside what, and whether inside of that."""
        focused = QApplication.focusWidget()
        if widget is not None:
            return _in_window(widget, widget.rect(), inside=False)
        if isinstance(focused, QAbstractItemView) and focused.currentIndex().isValid():
            view = focused.viewport()
            card = focused.visualRect(focused.currentIndex()) & view.rect()
            if not card.isEmpty():
                return _in_window(view, card, inside=False)
        stage = self._viewer.stage
        area = stage.area
        if isinstance(focused, QAbstractButton) and not stage.isAncestorOf(focused):
            # A control of another panel led here.
            return _in_window(focused, focused.rect(), inside=False)
        for picture in (area, stage):
            if picture.isVisible() and picture.isActiveWindow():
                return _in_window(picture, picture.rect(), inside=True)
        return _in_window(self._viewer, self._viewer.rect(), inside=True)


def _in_window(widget: QWidget, rect: QRect, *, inside: bool) -> tuple[QWidget, QRect, bool]:
    window = widget.window()
    return window, QRect(widget.mapTo(window, rect.topLeft()), rect.size()), inside
