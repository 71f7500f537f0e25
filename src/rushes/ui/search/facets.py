"""The row of facets: what one looks for most, with how many there are."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.components.chip import Chip
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.job_faces.measures import count_text
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme

_HEIGHT = 22
_GAP = 6


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet.

    Attributes:
        part: what it adds to the query; empty for *All*, which takes all of them off.
        icon: before its word, or "".
        warns: it has the colour of *warn* while there are any.
        rank: which facets give way first where there is no room: the highest.
    """

    part: str
    icon: str
    warns: bool
    rank: int


ALL = Facet("", "", False, 1)
UNSEEN = Facet("is:unseen", "", False, 2)
PICKS = Facet("is:pick", "pick", False, 3)
NEEDS_YOU = Facet("is:needs-you", "needs_you", True, 2)
FACETS = (ALL, UNSEEN, PICKS, NEEDS_YOU)
PARTS = tuple(facet.part for facet in FACETS if facet.part)
"""What facets add to a query."""


def _words(facet: Facet) -> tuple[str, str]:
    """What a facet is called, and what it shows."""
    translate = QCoreApplication.translate
    if facet is UNSEEN:
        return translate("FacetRow", "Unseen"), translate("FacetRow", "Takes not looked at yet")
    if facet is PICKS:
        return translate("FacetRow", "Picks"), translate("FacetRow", "Takes that were picked")
    if facet is NEEDS_YOU:
        return translate("FacetRow", "Needs you"), translate(
            "FacetRow", "Takes that wait for your word"
        )
    return translate("FacetRow", "All"), translate("FacetRow", "Takes off what is chosen here")


class FacetRow(QWidget):
    """Chips of 22 px; those for which there is no room are left out, never cut.

    Signals:
        toggled: the part of the query that is to come or go, and whether it comes.
        all_requested: no facet shall be on.
    """

    toggled = Signal(str, bool)
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[str, int] = {}
        self._on: frozenset[str] = frozenset()
        self.chips = {
            facet: Chip("", self, icon=facet.icon, checkable=True, outlined=True)
            for facet in FACETS
        }
        for facet, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, facet=facet: self._on_clicked(facet))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._show()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Tell how many takes each part would find."""
        if counts != self._counts:
            self._counts = dict(counts)
            self._show()

    def show_on(self, parts: frozenset[str]) -> None:
        """Tell which parts the query has."""
        if parts != self._on:
            self._on = parts
            self._show()

    def _on_clicked(self, facet: Facet) -> None:
        is_on = not facet.part if not self._on else facet.part in self._on
        # The query tells what is on; a click only asks.
        self.chips[facet].setChecked(is_on)
        if facet.part:
            self.toggled.emit(facet.part, facet.part not in self._on)
        elif self._on:
            self.all_requested.emit()

    def _show(self) -> None:
        for facet, chip in self.chips.items():
            name, meaning = _words(facet)
            count = self._counts.get(facet.part) if facet.part else None
            chip.setText(name if count is None else f"{name} {count_text(count)}")
            chip.setChecked(facet.part in self._on if facet.part else not self._on)
            chip.set_role(Role.WARN if facet.warns and count else None)
            chip.setAccessibleName(chip.text())
            chip.setAccessibleDescription(meaning)
            set_tool_tip(chip, meaning)
        self._lay_out()

    def _shown(self, room: int) -> list[Facet]:
        """The facets there is room for; what is on, or warns, is the last to give way."""
        shown = list(FACETS)

        def weight(facet: Facet) -> int:
            is_on = bool(facet.part) and facet.part in self._on
            warns = facet.warns and bool(self._counts.get(facet.part))
            return 0 if is_on or warns else facet.rank

        while len(shown) > 1 and self._width(shown) > room:
            heaviest = max(weight(facet) for facet in shown)
            shown.remove(next(f for f in reversed(shown) if weight(f) == heaviest))
        return shown

    def _width(self, facets: list[Facet]) -> int:
        gaps = current_theme().px(_GAP) * (len(facets) - 1)
        return sum(self.chips[facet].sizeHint().width() for facet in facets) + gaps

    def _lay_out(self) -> None:
        theme, shown, at = current_theme(), self._shown(self.width()), 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for facet, chip in self.chips.items():
            chip.setVisible(facet in shown)
            if facet not in shown:
                continue
            size = chip.sizeHint()
            width = min(size.width(), self.width())
            left = self.width() - at - width if mirrored else at
            chip.setGeometry(QRect(left, 0, width, size.height()))
            at += width + theme.px(_GAP)
        self.setFixedHeight(theme.px(_HEIGHT))

    def sizeHint(self) -> QSize:
        return QSize(self._width(list(FACETS)), current_theme().px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._lay_out()
        elif event.type() == QEvent.Type.LanguageChange:
            self._show()
