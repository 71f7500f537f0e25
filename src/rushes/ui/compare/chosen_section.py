"""The chosen take: how it is marked, and how its inputs can be used again."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.compare.badge import Badge
from rushes.ui.compare.compared_take import ComparedTake
from rushes.ui.components.button import Button
from rushes.ui.components.panel_head import SectionHead
from rushes.ui.marks.marks_row import MarksRow
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme


class ChosenSection(QWidget):
    """Tells of one take.

    Attributes:
        marks: how it is marked.
        use_all, remix, use_seed: how its inputs can be used again.

    Signals:
        use_all_requested, remix_requested, use_seed_requested: job id of the take.
        mark_requested: a `MarkChange` for it.
    """

    use_all_requested = Signal(str)
    remix_requested = Signal(str)
    use_seed_requested = Signal(str)
    mark_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job_id = ""
        self._head = SectionHead("", self, remark=self.tr("chosen"))
        self._badge = Badge("", self, chosen=True)
        self._head.add_widget(self._badge)
        self.marks = MarksRow(self)
        self.use_all = Button(self.tr("Use all"), self, icon="use_all", small=True)
        self.remix = Button(self.tr("Remix"), self, icon="remix", small=True)
        self.use_seed = Button(self.tr("Use seed"), self, small=True)
        self._buttons = QHBoxLayout()
        for button in (self.use_all, self.remix, self.use_seed):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._head)
        self._layout.addWidget(self.marks)
        self._layout.addLayout(self._buttons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.marks.mark_requested.connect(self.mark_requested)
        self.use_all.clicked.connect(lambda: self.use_all_requested.emit(self._job_id))
        self.remix.clicked.connect(lambda: self.remix_requested.emit(self._job_id))
        self.use_seed.clicked.connect(lambda: self.use_seed_requested.emit(self._job_id))
        self._apply_theme()

    def show_take(self, take: ComparedTake | None, letter: str) -> None:
        """Tell of another take, or of none."""
        self._job_id = "" if take is None else take.job_id
        self._head.title.setText("" if take is None else take.title)
        self._badge.show_letter(letter, chosen=True)
        if take is not None:
            self.marks.show_marks(take.marks)
            self.use_seed.setEnabled("seed" in take.inputs)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._layout.setContentsMargins(px(16), px(12), px(16), px(14))
        self._layout.setSpacing(px(8))
        self._buttons.setSpacing(px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, current_theme().color(Role.LINE))
