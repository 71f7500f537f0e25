"""How many takes are chosen, and how many lie behind them in closed stacks."""

from dataclasses import dataclass

from PySide6.QtCore import QItemSelection

from rushes.ui.history.stacked_rows_model import StackedRowsModel


@dataclass(frozen=True, slots=True)
class ChosenTakes:
    """What is done to chosen rows is done to these takes.

    Attributes:
        takes: of a closed stack the one on its top; a take of the open stack counts once, though
            it may stand for its shot as well.
        behind: those that lie in the closed stacks beneath; nothing is done to them.
    """

    takes: int = 0
    behind: int = 0


def chosen_takes(model: StackedRowsModel, selection: QItemSelection) -> ChosenTakes:
    """Count what is chosen; in as many steps as there are runs of chosen rows."""
    spans = [(span.top(), span.bottom() + 1) for span in selection.toList()]
    takes = sum(end - first for first, end in spans)
    behind = sum(model.behind_between(first, end) for first, end in spans)
    twice = model.rows_of_head()
    if twice and all(any(first <= row < end for first, end in spans) for row in twice):
        takes -= len(twice) - 1
    return ChosenTakes(takes, behind)
