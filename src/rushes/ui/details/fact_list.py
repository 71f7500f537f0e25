"""Facts beneath each other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.ui.details.fact import Fact
from rushes.ui.details.fact_row import FactRow


class FactList(QWidget):
    """Rows of facts; they are kept while what they tell becomes another.

    Signals:
        reveal_requested: a person wants to see where the take lies.
        copied: the value of this label is on the clipboard.
    """

    reveal_requested = Signal()
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FactRow] = []
        self._facts: tuple[Fact, ...] = ()
        self._label_width = 0.0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> list[FactRow]:
        """The rows that are shown."""
        return self._rows[: len(self._facts)]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is shown."""
        return self._facts

    @property
    def widest_label(self) -> float:
        """How wide the longest of the labels is, in pixels."""
        return max((row.label_width() for row in self.rows), default=0.0)

    def set_label_width(self, width: float) -> None:
        """Give all labels as much room, in pixels, so that values begin at one line."""
        self._label_width = width
        for row in self._rows:
            row.set_label_width(width)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        self._facts = tuple(facts)
        while len(self._rows) < len(facts):
            row = FactRow(self)
            row.set_label_width(self._label_width)
            row.reveal_requested.connect(self.reveal_requested)
            row.copied.connect(self.copied)
            self._rows.append(row)
            self._column.addWidget(row)
        for row, fact in zip(self._rows, facts, strict=False):
            row.show_fact(fact)
            row.setVisible(True)
        for row in self._rows[len(facts) :]:
            row.setVisible(False)
