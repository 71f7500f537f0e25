"""The panel beside a comparison: what differs, the chosen take, and the keys."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from rushes.domain.mark_changes import MarkChange
from rushes.ui.compare.chosen_section import ChosenSection
from rushes.ui.compare.comparison import Comparison
from rushes.ui.compare.differs_table import DiffersTable
from rushes.ui.compare.input_words import differing_rows, same_rows
from rushes.ui.compare.keys_section import KeysSection
from rushes.ui.compare.same_section import SameSection
from rushes.ui.compare.table_rows import length_row, rows_of
from rushes.ui.components.panel_head import PanelHead
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle


class DiffersPanel(QWidget):
    """Tells of the takes that a `Comparison` compares; empty before `follow`.

    While names are hidden it tells nothing of any take.

    Signals:
        use_all_requested, remix_requested, use_seed_requested: job id of the chosen take.
        marks_requested: (job id, `MarkChange`) how the chosen take is to be marked.
    """

    use_all_requested = Signal(str)
    remix_requested = Signal(str)
    use_seed_requested = Signal(str)
    marks_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self.head = PanelHead(self.tr("What differs"), self)
        self.table = DiffersTable(self)
        self.same = SameSection(self)
        self._blind_words = TextLabel(
            self.tr("Names and inputs are hidden until you choose the best."),
            TextStyle.CONTROL,
            Role.MUTED,
            self,
            wrap=True,
        )
        self.take = ChosenSection(self)
        self.keys = KeysSection(self)
        # Many takes make a table that is wider than the panel.
        self._across = QScrollArea(self)
        self._across.setWidgetResizable(True)
        self._across.setFrameShape(QFrame.Shape.NoFrame)
        self._across.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._across.setWidget(self.table)
        self._upper = QVBoxLayout()
        for widget in (self._across, self.same, self._blind_words):
            self._upper.addWidget(widget)
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._upper)
        self._column.addWidget(self.take)
        self._column.addWidget(self.keys)
        self._column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(page)
        for area, inside in ((self._area, page), (self._across, self.table)):
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.viewport().setAutoFillBackground(False)
            inside.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self._area, 1)
        self.setAccessibleName(self.tr("What differs"))
        self.table.offset_edited.connect(self._on_offset_edited)
        self.take.use_all_requested.connect(self.use_all_requested)
        self.take.remix_requested.connect(self.remix_requested)
        self.take.use_seed_requested.connect(self.use_seed_requested)
        self.take.mark_requested.connect(self._on_mark_requested)
        self._apply_theme()

    def follow(self, comparison: Comparison) -> None:
        """Tell of these takes from now on."""
        if comparison is self._comparison:
            return
        self._comparison = comparison
        comparison.opened.connect(self._show_all)
        comparison.changed.connect(self._show_all)
        comparison.chosen_changed.connect(self._show_chosen)
        self._show_all()

    def _show_all(self) -> None:
        comparison = self._comparison
        if comparison is None or not comparison.is_open:
            return
        hidden = comparison.hides_names
        for widget in (self._across, self.same, self.take):
            widget.setVisible(not hidden)
        self._blind_words.setVisible(hidden)
        self.keys.show_keys(len(comparison.takes) if hidden else 0)
        if hidden:
            self.table.show_rows((), (), (), 0)
            self.same.show_rows((), 0)
            self.take.show_take(None, "")
            return
        takes, group = comparison.takes, comparison.group
        letters = [comparison.called(place) for place in range(len(takes))]
        rows = [*rows_of(differing_rows(takes)), length_row(takes, group.clips)]
        offsets = [
            offset if place in group.open_places else None
            for place, offset in enumerate(group.offsets)
        ]
        self.table.show_rows(letters, rows, offsets, group.most_offset)
        self._across.setFixedHeight(self.table.sizeHint().height() + current_theme().px(8))
        self.same.show_rows(same_rows(takes), len(takes))
        self._show_chosen()

    def _show_chosen(self) -> None:
        comparison = self._comparison
        take = None if comparison is None else comparison.chosen_take
        if comparison is None or take is None or comparison.hides_names:
            return
        self.table.show_chosen(comparison.chosen)
        self.take.show_take(take, comparison.called(comparison.chosen))
        self._show_column(comparison.chosen)

    def _show_column(self, column: int) -> None:
        """Have a column in sight."""
        left, width = self.table.column_span(column)
        self._across.ensureVisible(left + width // 2, 0, width // 2, 0)

    def _on_offset_edited(self, column: int, frames: int) -> None:
        if self._comparison is not None:
            self._comparison.set_offset(column, frames)

    def _on_mark_requested(self, change: MarkChange) -> None:
        take = None if self._comparison is None else self._comparison.chosen_take
        if take is not None:
            self.marks_requested.emit(take.job_id, change)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._upper.setContentsMargins(px(16), 0, px(16), 0)
        self._upper.setSpacing(0)
        self._blind_words.setContentsMargins(0, px(8), 0, px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), current_theme().color(Role.PANEL))
