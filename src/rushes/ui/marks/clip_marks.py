"""Notes and good ranges of the take that is looked at: shown along its time, and gone along."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from rushes.domain.good_ranges import range_at, toggled, without
from rushes.domain.mark_changes import RangesChange
from rushes.domain.marks import UNMARKED, GoodRange, Marks
from rushes.library.announcements import JobEntry
from rushes.ui.viewer.keys import ViewerCommand
from rushes.ui.viewer.panel import ViewerPanel


class ClipMarks(QObject):
    """Keeps a Viewer's timeline true to the marks of its clip.

    The lanes of a comparison are kept by the comparison itself.

    Args:
        viewer: shows the clip.
        looked_at: the job whose clip keys act on, as it is now: the one that is shown, or the
            chosen one of a comparison; None where there is none, or none may be told.
    """

    def __init__(
        self,
        viewer: ViewerPanel,
        looked_at: Callable[[], JobEntry | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self._looked_at = looked_at
        self._entry: JobEntry | None = None
        viewer.clip.shown.connect(self._show_marks)
        viewer.clip.renamed.connect(self._show_marks)
        viewer.commands.add(
            {
                ViewerCommand.PREVIOUS_MARK: lambda: self.jump(-1),
                ViewerCommand.NEXT_MARK: lambda: self.jump(1),
            }
        )

    def show(self, entry: JobEntry | None) -> None:
        """Know which job the Viewer is to show, as it is now."""
        self._entry = entry
        self._show_marks()

    @property
    def frame(self) -> int | None:
        """The index of the frame on the screen; None where there is none of that job."""
        shown, entry = self._viewer.comparing.shown_frame, self._looked_at()
        if shown is None or entry is None or shown.job_id != entry.job.id:
            return None
        return shown.index

    def jump(self, direction: int) -> None:
        """Go to the next note or end of a good range; back with -1."""
        entry, frame = self._looked_at(), self.frame
        if entry is None or frame is None:
            return
        if not self._viewer.is_comparing:
            # Where the hand is by now; the picture may still be on its way.
            frame = self._viewer.playback.due
        stops = marked_frames(entry.job.marks, self._frames)
        if direction > 0:
            target = next((stop for stop in stops if stop > frame), None)
        else:
            target = next((stop for stop in reversed(stops) if stop < frame), None)
        if target is not None:
            self._viewer.seek(target)

    def good_range(self) -> RangesChange | None:
        """What makes the frames from In to Out good, or not any more; None without a clip.

        Without In the range begins with the first frame, without Out it ends with the last. With
        neither, a good range that the playhead is in is taken away, and elsewhere the whole clip
        is good.
        """
        entry, frame = self._looked_at(), self.frame
        if entry is None or frame is None or not self._frames:
            return None
        ranges = entry.job.marks.ranges
        first, last = self._in_and_out()
        if first is None and last is None:
            under = range_at(ranges, frame)
            if under is not None:
                return RangesChange(without(ranges, under))
        whole = GoodRange(first or 0, self._frames - 1 if last is None else last)
        return RangesChange(toggled(ranges, whole))

    @property
    def _frames(self) -> int:
        shown = self._viewer.comparing.shown_frame
        return 0 if shown is None else shown.frames

    def _in_and_out(self) -> tuple[int | None, int | None]:
        """In and Out as indexes of the clip that keys act on."""
        playback = self._viewer.playback
        first, last = playback.in_index, playback.out_index
        comparison = self._viewer.comparing.comparison
        if comparison is None or not comparison.is_open:
            return first, last
        places = comparison.group.clips[comparison.chosen].places
        if places is None:
            return None, None
        return (
            None if first is None else places.index_of(first),
            None if last is None else places.index_of(last),
        )

    def _show_marks(self) -> None:
        entry, shown = self._entry, self._viewer.clip.shown_frame
        is_shown = entry is not None and shown is not None and entry.job.id == shown.job_id
        marks = entry.job.marks if entry is not None and is_shown else UNMARKED
        self._viewer.stage.timeline.show_marks(marks)


def marked_frames(marks: Marks, frames: int) -> list[int]:
    """The indexes of all frames with a note and of the ends of good ranges, in their order."""
    found = {note.frame for note in marks.notes if note.frame is not None}
    for good in marks.ranges:
        found.update((good.first, min(good.last, frames - 1)))
    return sorted(frame for frame in found if frame < frames)
