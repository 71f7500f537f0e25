"""Asks for another frame in the place of the present one's number, and says what is wrong."""

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QToolTip, QWidget

from rushes.media.frame_times import FrameTimes
from rushes.ui.components.announcement import announce
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from rushes.ui.viewer.frame_field import FrameField
from rushes.ui.viewer.place_entry import EntryProblem, index_of_entry
from rushes.ui.viewer.time_text import entry_bounds

_FIELD_INSET = 4
"""So far the field reaches over the number's edges; its text begins a little further right."""

_ROOM_FOR = "00:00:00:00"


class NumberEntry(QObject):
    """Opens a field on a widget and takes it away again.

    Attributes:
        field: the field while it is open, else None.
        index: the frame from which steps are counted.
        refusal: why what was typed leads nowhere; empty while there is nothing to say.
        room_beside: pixels that the widget has to say so itself.

    Signals:
        seek_requested: the index, from 0, of the frame that a person typed.
        ended: the field is gone, and the keyboard that it had is to go somewhere.
        changed: it opened, closed, or has something else to say.
    """

    seek_requested = Signal(int)
    ended = Signal()
    changed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.field: FrameField | None = None
        self.index = 0
        self.refusal = ""
        self.room_beside = 0
        self._times = FrameTimes.still()

    def open(self, index: int, times: FrameTimes) -> None:
        """Ask for another frame than the one at `index`."""
        if self.field is not None:
            return
        self.index, self._times = index, times
        field = self.field = FrameField(self._host)
        bounds = self.tr("Frame number, %1").replace("%1", entry_bounds(times.frames))
        field.setAccessibleName(bounds)
        field.setText(str(index + 1))
        field.selectAll()
        field.textEdited.connect(lambda: self._refuse(""))
        field.entered.connect(self._on_entered)
        field.left.connect(self._close)
        self.changed.emit()
        field.show()
        if not self._host.isActiveWindow():
            # Asked for from the picture's own window on another screen.
            self._host.activateWindow()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Take the field away without going anywhere; its keyboard is given on."""
        if self.field is not None:
            self._close(self.field.hasFocus())

    def place_over(self, number: QRectF) -> None:
        """Lay the field over the number, with room for a timecode as far as there is any."""
        if self.field is None:
            return
        theme = current_theme()
        inset = theme.px(_FIELD_INSET)
        metrics = QFontMetricsF(theme.font(TextStyle.CONTROL, tabular=True))
        left = max(round(number.left()) - inset, 0)
        wanted = left + round(metrics.horizontalAdvance(_ROOM_FOR)) + 2 * theme.px(8) + 4
        right = min(max(round(number.right()) + inset, wanted), self._host.width())
        height = self.field.height()
        top = (self._host.height() - height) // 2
        self.field.setGeometry(left, top, right - left, height)

    @property
    def has_room_beside(self) -> bool:
        """Whether the refusal can be read beside the field; else it floats over it."""
        metrics = QFontMetricsF(current_theme().font(TextStyle.CONTROL, tabular=True))
        return metrics.horizontalAdvance(self.refusal) <= self.room_beside

    def _on_entered(self, text: str) -> None:
        found = index_of_entry(text, self.index, self._times)
        if not isinstance(found, EntryProblem):
            self._close(True)
            self.seek_requested.emit(found)
            return
        self._refuse(self._words_for(found))
        if self.field is not None:
            self.field.selectAll()

    def _words_for(self, problem: EntryProblem) -> str:
        if problem is EntryProblem.OUTSIDE:
            return entry_bounds(self._times.frames)
        if problem is EntryProblem.LEFT_OUT:
            return self.tr("No such timecode")
        return self.tr("Not a frame")

    def _refuse(self, words: str) -> None:
        field = self.field
        if field is None:
            return
        self.refusal = words
        field.set_refused(bool(words))
        field.setAccessibleDescription(words)
        if words:
            announce(field, words, at_once=True)
            if not self.has_room_beside:
                QToolTip.showText(field.mapToGlobal(QPoint(0, -2 * field.height())), words, field)
        self.changed.emit()

    def _close(self, gives_keyboard: bool) -> None:
        field, self.field = self.field, None
        if field is None:
            return
        self.refusal = ""
        if gives_keyboard:
            self.ended.emit()
        field.hide()
        field.deleteLater()
        self.changed.emit()
