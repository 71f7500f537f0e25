"""Opening and closing stacks in a view: by badge and by key, with a short motion."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEasingCurve,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    QVariantAnimation,
)

from rushes.ui.components.motion import OPENING_MILLISECONDS
from rushes.ui.theme.theme import current_theme

if TYPE_CHECKING:
    from rushes.ui.history.job_list_model import JobListModel
    from rushes.ui.history.jobs_view import JobsView

_Key = Qt.Key
_Command = QItemSelectionModel.SelectionFlag


class StackMotion(QObject):
    """Leads what a person does at a view to the model, and lets the box grow and shrink."""

    def __init__(self, view: "JobsView", model: "JobListModel") -> None:
        super().__init__(view)
        self._view = view
        self._jobs = model
        self._enters = False
        self._closes = False
        self._motion = QVariantAnimation(self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._on_value)
        self._motion.finished.connect(self._on_finished)
        model.stack_opened.connect(self._on_opened)
        model.modelReset.connect(self._on_gone)
        model.stack_closing.connect(self._on_gone)

    def take_key(self, key: Qt.Key, current: QModelIndex) -> bool:
        """Open or close by key at the current row; tells whether the key was for that."""
        row = current.row()
        columns = self._view.grid.measures.columns
        forward, back = (
            (_Key.Key_Left, _Key.Key_Right)
            if self._view.isRightToLeft()
            else (_Key.Key_Right, _Key.Key_Left)
        )
        opens = {_Key.Key_Return, _Key.Key_Enter, *([forward] if columns == 1 else [])}
        closes = {_Key.Key_Escape, *([back] if columns == 1 else [])}
        is_shot = self._jobs.count_at(row) > 1
        if key in opens and is_shot:
            self._open(row)
            return True
        if key in closes and (self._jobs.is_take(row) or (is_shot and self._is_open(row))):
            self.close()
            return True
        return False

    def toggle(self, index: QModelIndex) -> None:
        """Open the stack of a row, or close it."""
        if self._is_open(index.row()):
            self.close()
        else:
            self._enters = False
            self._jobs.opener.open_row(index.row())

    def _open(self, row: int) -> None:
        """Open a stack by key: the keyboard goes on to the take that stands for it."""
        if self._is_open(row):
            self._enter()
        else:
            self._enters = True
            self._jobs.opener.open_row(row)

    def _is_open(self, row: int) -> bool:
        stack = self._jobs.open_stack
        return stack is not None and stack.row == row

    def close(self) -> None:
        """Close the open stack; the keyboard goes back to its shot."""
        stack = self._jobs.open_stack
        if stack is None:
            return
        self._step_out(stack.row)
        duration = current_theme().milliseconds(OPENING_MILLISECONDS)
        if duration == 0 or not self._view.isVisible():
            self._jobs.close_stack()
            return
        self._closes = True
        self._run(duration, 1.0, 0.0)

    def _step_out(self, row: int) -> None:
        """What is chosen among the takes is chosen as their shot."""
        selection = self._view.selectionModel()
        if self._jobs.is_take(selection.currentIndex().row()):
            selection.setCurrentIndex(self._jobs.index(row), _Command.ClearAndSelect)

    def _enter(self) -> None:
        stack = self._jobs.open_stack
        if stack is None:
            return
        key = self._jobs.key_at(stack.row)
        place = stack.keys.index(key) if key in stack.keys else 0
        index = self._jobs.index(stack.row + 1 + place)
        self._view.selectionModel().setCurrentIndex(index, _Command.ClearAndSelect)
        self._view.scrollTo(index)

    def _on_opened(self, row: int) -> None:
        if not self._view.isVisible():
            self._view.open_to(1.0)
            return
        duration = current_theme().milliseconds(OPENING_MILLISECONDS)
        if self._enters and self._view.currentIndex().row() == row:
            self._enter()
        self._enters = False
        if duration == 0:
            self._view.open_to(1.0)
            self._show_box(row)
        else:
            self._closes = False
            self._run(duration, 0.0, 1.0)

    def _run(self, duration: int, start: float, end: float) -> None:
        self._motion.stop()
        self._motion.setDuration(duration)
        self._motion.setStartValue(start)
        self._motion.setEndValue(end)
        self._motion.start()

    def _on_value(self, value: float) -> None:
        self._view.open_to(value)

    def _on_finished(self) -> None:
        if self._closes:
            self._closes = False
            self._jobs.close_stack()
            self._view.open_to(1.0)
        elif self._jobs.open_stack is not None:
            self._show_box(self._jobs.open_stack.row)

    def _show_box(self, row: int) -> None:
        """Have the whole box in sight, as far as its shot may stay there as well."""
        self._view.show_box(row)

    def _on_gone(self) -> None:
        self._closes = False
        self._motion.stop()
        self._view.open_to(1.0)
