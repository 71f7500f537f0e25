"""How the takes are marked: pick or reject, stars, label, tags."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from rushes.domain.marks import Flag, Marks, tag_key
from rushes.ui.components.key_cap import key_text
from rushes.ui.components.text_label import TextLabel
from rushes.ui.details.section import DetailsSection
from rushes.ui.marks.mark_keys import DEFAULT_MARK_KEYS, MarkCommand
from rushes.ui.marks.marks_row import MarksRow
from rushes.ui.marks.tags.tag_chips import PartialTag
from rushes.ui.marks.tags.tags_row import TagsRow
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

T = TypeVar("T")


class MarksSection(DetailsSection):
    """Shows the marks of a take or what several have in common, and asks for changes of them.

    Attributes:
        row: pick or reject, stars and label.
        tags: the tags.

    Signals:
        mark_requested: an `AnyChange` that a person wants.
        tags_requested: a person wants to see and give further tags.
    """

    mark_requested = Signal(object)
    tags_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("marks", "", parent)
        self.row = MarksRow(self)
        self._differ = TextLabel("", TextStyle.CAPTION, Role.MUTED, self, wrap=True)
        self.tags = TagsRow(self)
        for widget in (self.row, self._differ, self.tags):
            self.body.addWidget(widget)
        self.row.mark_requested.connect(self.mark_requested)
        self.tags.change_requested.connect(self.mark_requested)
        self.tags.edit_requested.connect(self.tags_requested)
        self.set_title(self.tr("Marks"))
        key = key_text(DEFAULT_MARK_KEYS[MarkCommand.UNDO])
        self.set_remark(self.tr("%1 undoes").replace("%1", key))
        self._apply_spacing()

    def show_marks(self, marks: Sequence[Marks]) -> None:
        """Show the marks of takes, of one at least."""
        ratings, flags, labels = (
            {each.rating for each in marks},
            {each.flag for each in marks},
            {each.label for each in marks},
        )
        rating, label = _only(ratings, 0), _only(labels, 0)
        common = Marks(rating=rating, flag=_only(flags, Flag.NONE), label=label)
        self.row.show_marks(common, tells_count=len(ratings) == 1)
        if len(flags) > 1:
            # None of the three is true of all.
            self.row.flag.set_value(None)
        differing = [
            words
            for words, values in (
                (self.tr("pick and reject"), flags),
                (self.tr("stars"), ratings),
                (self.tr("labels"), labels),
            )
            if len(values) > 1
        ]
        text = self.tr("They differ in: %1.").replace("%1", ", ".join(differing))
        self._differ.setText(text)
        self._differ.setVisible(bool(differing))
        self._show_tags(marks)

    def _show_tags(self, marks: Sequence[Marks]) -> None:
        written: dict[str, str] = {}
        counts: dict[str, int] = {}
        for each in marks:
            for tag in each.tags:
                key = tag_key(tag)
                written.setdefault(key, tag)
                counts[key] = counts.get(key, 0) + 1
        common = [written[key] for key in sorted(counts) if counts[key] == len(marks)]
        partial = [
            PartialTag(written[key], counts[key], len(marks))
            for key in sorted(counts)
            if counts[key] < len(marks)
        ]
        self.tags.show_tags(common, partial)

    def _apply_spacing(self) -> None:
        px = current_theme().px
        self.body.setSpacing(px(8))
        side, top, right, bottom = px(16), px(4), px(16), 0
        self.body.setContentsMargins(side, top, right, bottom)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_spacing()


def _only(values: set[T], otherwise: T) -> T:
    return next(iter(values)) if len(values) == 1 else otherwise
