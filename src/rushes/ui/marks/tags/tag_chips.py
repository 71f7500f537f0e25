"""Tags as chips: those that all takes have, and those that some of them have."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.domain.mark_changes import TagChange
from rushes.ui.components.chip import Chip
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.job_faces.measures import count_text
from rushes.ui.marks.tags.wrapped_row import WrappedRow


@dataclass(frozen=True, slots=True)
class PartialTag:
    """A tag that only some of several takes have.

    Attributes:
        tag: as it is written.
        jobs: how many of them have it.
        of: how many takes there are.
    """

    tag: str
    jobs: int
    of: int


class TagChips(QWidget):
    """Chips with a cross, in as many lines as they need.

    A chip of a tag that some have is an outline, and says of how many; pressed, all are to have it.

    Args:
        tail: stands behind the chips.

    Signals:
        change_requested: a `TagChange` that a person wants.
        pressed: a chip of a tag that all have was pressed, and not its cross; the tag.
        emptied: the last chip went while it had the keyboard.
    """

    change_requested = Signal(object)
    pressed = Signal(str)
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None, *, tail: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        self._tail = tail
        self._shown: tuple[tuple[str, ...], tuple[PartialTag, ...]] = ((), ())
        self._row = WrappedRow(self)
        if tail is not None:
            self._row.addWidget(tail)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> list[Chip]:
        """The chips in their order."""
        return list(self._chips)

    def show_tags(self, tags: Sequence[str], partial: Sequence[PartialTag] = ()) -> None:
        """Show tags that all takes have, and behind them those that some have."""
        wanted = (tuple(tags), tuple(partial))
        if wanted == self._shown:
            return
        self._shown = wanted
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        before = self._chips
        self._chips = [self._chip(tag) for tag in tags]
        self._chips += [self._partial_chip(each) for each in partial]
        for widget in (*before, *([] if self._tail is None else [self._tail])):
            self._row.removeWidget(widget)
        for widget in self._widgets():
            self._row.addWidget(widget)
            widget.show()
        for chip, following in zip(self._widgets(), self._widgets()[1:], strict=False):
            QWidget.setTabOrder(chip, following)
        if focused is not None:
            # Before the old ones go: Qt would give the keyboard to anybody.
            self._give_focus(focused)
        for chip in before:
            chip.hide()
            chip.deleteLater()
        self.updateGeometry()

    def _widgets(self) -> list[QWidget]:
        return [*self._chips, *([] if self._tail is None else [self._tail])]

    def _chip(self, tag: str) -> Chip:
        chip = Chip(tag, self, removable=True)
        chip.remove_requested.connect(
            lambda: self.change_requested.emit(TagChange(tag, is_given=False))
        )
        chip.clicked.connect(lambda: self.pressed.emit(tag))
        chip.setAccessibleName(self.tr("Tag {tag}").format(tag=tag))
        return chip

    def _partial_chip(self, each: PartialTag) -> Chip:
        words = self.tr("on {jobs} of {count}")
        told = words.format(jobs=count_text(each.jobs), count=count_text(each.of))
        chip = Chip(f"{each.tag} · {told}", self, removable=True, outlined=True)
        chip.remove_requested.connect(
            lambda: self.change_requested.emit(TagChange(each.tag, is_given=False))
        )
        chip.clicked.connect(lambda: self.change_requested.emit(TagChange(each.tag)))
        chip.setAccessibleName(self.tr("Tag {tag}").format(tag=each.tag) + f", {told}")
        help_words = self.tr("Press to give it to all; the cross takes it from all.")
        chip.setAccessibleDescription(help_words)
        set_tool_tip(chip, help_words)
        return chip

    def _give_focus(self, place: int) -> None:
        if self._chips:
            chip = self._chips[min(place, len(self._chips) - 1)]
            chip.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.emptied.emit()
