"""The popup in which tags are given to one take or to many, and taken away again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rushes.domain.mark_changes import TagChange
from rushes.domain.marks import tag_key
from rushes.ui.components.announcement import announce
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.text_label import TextLabel
from rushes.ui.job_faces.measures import count_text
from rushes.ui.marks.mark_popup import MarkPopup
from rushes.ui.marks.tags.suggestion_list import Offer, SuggestionList
from rushes.ui.marks.tags.tag_chips import PartialTag, TagChips
from rushes.ui.marks.tags.tag_field import TagField, typed_tags
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

MOST_OFFERS = 6


class TagPopup(MarkPopup):
    """Chips of the tags that the takes have, a field for more, and what is offered for it.

    Enter gives what is typed, or the chosen suggestion, and stays; Escape closes. What was given
    is given at once, so that there is nothing to keep.

    Attributes:
        chips, field, offers: its parts.

    Signals:
        changes_requested: a tuple of `TagChange` that a person wants, as one.
        offers_wanted: something else is typed: the beginning of a tag, or "".
    """

    changes_requested = Signal(object)
    offers_wanted = Signal(str)

    def __init__(self, host: QWidget, whose: str) -> None:
        """`whose` says of what takes the tags are."""
        super().__init__(host)
        self._tags: tuple[str, ...] = ()
        self.setAccessibleName(self.tr("Tags of {takes}").format(takes=whose))
        title = TextLabel(self.tr("Tags"), TextStyle.CONTROL, Role.STRONG, self, weight=SEMIBOLD)
        of = ElidedLabel(whose, TextStyle.CONTROL, Role.MUTED, self)
        head = QHBoxLayout()
        head.setSpacing(current_theme().px(8))
        head.addWidget(title)
        head.addWidget(of, 1)
        self._remark = TextLabel("", TextStyle.CAPTION, Role.MUTED, self, wrap=True)
        self._remark.hide()
        self.chips = TagChips(self)
        self.chips.hide()
        self.field = TagField(self)
        self.offers = SuggestionList(self)
        self.body.addLayout(head)
        self.body.addWidget(self._remark)
        self.body.addWidget(self.chips)
        self.body.addWidget(self.field)
        self.body.addWidget(self.offers)
        hint = self.tr("Enter gives, Esc closes")
        self.body.addWidget(TextLabel(hint, TextStyle.CAPTION, Role.MUTED, self))
        self.setFocusProxy(self.field)
        self.chips.change_requested.connect(self._on_chip_change)
        self.chips.pressed.connect(lambda _tag: self.take_focus())
        self.chips.emptied.connect(self.take_focus)
        self.field.textEdited.connect(self._on_edited)
        self.field.step_requested.connect(self._step)
        self.field.completion_requested.connect(self._complete)
        self.field.given.connect(self._give)
        self.field.emptied_backwards.connect(self._enter_chips)
        self.offers.taken.connect(self._give_offer)

    def take_focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_tags(self, tags: Sequence[str], partial: Sequence[PartialTag] = ()) -> None:
        """Show the tags that all takes have, and those that some have."""
        self._tags = tuple(tags)
        self.chips.show_tags(tags, partial)
        self.chips.setVisible(bool(tags or partial))
        if self.chips.chips:
            QWidget.setTabOrder(self.chips.chips[-1], self.field)
        self.fit()

    def show_remark(self, text: str) -> None:
        """Say something about the tags; an empty text says nothing."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))
        self.fit()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Offer tags that not all takes have yet."""
        taken = {tag_key(tag) for tag in (*self._tags, *self.field.before)}
        left = [offer for offer in offers if tag_key(offer.text) not in taken]
        self.offers.show_offers(left[:MOST_OFFERS])
        self.fit()

    def _on_edited(self) -> None:
        self.offers.choose(-1)
        self.offers_wanted.emit(self.field.beginning)

    def _step(self, rows: int) -> None:
        offer = self.offers.step(rows)
        if offer is not None:
            words = offer.text
            if offer.jobs is not None:
                takes = self.tr("on {count} takes").format(count=count_text(offer.jobs))
                words = f"{words}, {takes}"
            announce(self.field, words, at_once=True)

    def _complete(self) -> None:
        offers = self.offers.offers
        offer = self.offers.chosen or (offers[0] if offers else None)
        if offer is not None:
            self.field.complete(offer.text)
            self.offers.choose(-1)

    def _give(self) -> None:
        chosen = self.offers.chosen
        if chosen is not None:
            self._give_offer(chosen.text)
        else:
            self._give_all(typed_tags(self.field.text()))

    def _give_offer(self, tag: str) -> None:
        self._give_all([*self.field.before, tag])

    def _give_all(self, tags: Sequence[str]) -> None:
        self.field.clear()
        self.offers.choose(-1)
        if tags:
            self.changes_requested.emit(tuple(TagChange(tag) for tag in tags))
            words = self.tr("Tag {tag}").format(tag=", ".join(tags))
            announce(self.field, words)
        self.take_focus()
        self.offers_wanted.emit("")

    def _on_chip_change(self, change: TagChange) -> None:
        self.changes_requested.emit((change,))
        self.offers_wanted.emit(self.field.beginning)

    def _enter_chips(self) -> None:
        """Backspace leads to the last chip, which another one removes."""
        if self.chips.chips:
            self.chips.chips[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
