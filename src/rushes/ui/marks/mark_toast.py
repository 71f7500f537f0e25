"""Says what was marked, with the way back, over the picture wherever that is."""

from PySide6.QtCore import QObject

from rushes.ui.components.key_cap import key_text
from rushes.ui.components.toast import Toast
from rushes.ui.marks.mark_keys import DEFAULT_MARK_KEYS, MarkCommand
from rushes.ui.marks.marking import Marking, MarkNotice
from rushes.ui.viewer.stage import ViewerStage


class MarkToast(QObject):
    """Shows the notices of a marking in the window's toast, or where the picture is by itself.

    That is over the stage in full screen, and over the picture in a window of its own while that
    window has the keyboard.
    """

    def __init__(self, marking: Marking, toast: Toast, stage: ViewerStage) -> None:
        super().__init__(toast)
        self._marking = marking
        self._stage = stage
        self._toast = toast
        self._toast_of_stage = Toast(stage, above=stage.transport)
        self._toast_of_area = Toast(stage.area)
        marking.told.connect(self._on_told)

    @property
    def shown(self) -> Toast:
        """The toast that is seen where the picture is now."""
        stage, area, main = self._stage, self._stage.area, self._toast.window()
        if stage.window() is not main:
            return self._toast_of_stage
        if area.window() is not main and area.isActiveWindow():
            return self._toast_of_area
        return self._toast

    def _on_told(self, notice: MarkNotice) -> None:
        toast = self.shown
        for other in (self._toast, self._toast_of_stage, self._toast_of_area):
            if other is not toast:
                other.dismiss()
        if notice.offered is None:
            toast.show_message(notice.text)
            return
        is_undo = notice.offered is MarkCommand.UNDO
        toast.show_message(
            notice.text,
            act=self.tr("Undo") if is_undo else self.tr("Redo"),
            key=key_text(DEFAULT_MARK_KEYS[notice.offered]),
            icon="undo" if is_undo else "redo",
            wish=self._marking.undo if is_undo else self._marking.redo,
        )
